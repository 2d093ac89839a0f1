"""What a page would compile each time that it starts, compiled where Node is at hand."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from okin_lib.hosts.site.archive import archived, files_in
from okin_lib.hosts.site.pyodide import LIBRARY

HERE = Path(__file__).parent
WITHIN = 600
"""Seconds."""


class NotCompiled(ValueError):
    """Node that cannot run Pyodide; the message says what to do."""


def compiled(python: Mapping[str, bytes], packages: bytes) -> tuple[Mapping[str, bytes], bytes]:
    """Return the files of Pyodide and the packages, compiled; as they are where there is no Node.

    Only its own Python makes bytecode for it.

    Raises
    ------
    NotCompiled
        If Node is there and fails.
    """
    node = shutil.which("node")
    if node is None:
        return python, packages
    made = files_in(_made(node, python, packages))
    library = _with(python[LIBRARY], made, "library/")
    return {**python, LIBRARY: library}, _with(packages, made, "packages/")


def _made(node: str, python: Mapping[str, bytes], packages: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        for name, data in {**python, "packages.zip": packages}.items():
            Path(folder, name).write_bytes(data)
        given, to = Path(folder, "packages.zip"), Path(folder, "ahead.zip")
        command: list[str | Path] = [
            node,
            HERE / "ahead.mjs",
            folder,
            given,
            HERE / "ahead.py",
            to,
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=WITHIN)
        except subprocess.SubprocessError as error:
            said = (getattr(error, "stderr", None) or b"").decode(errors="replace").strip()
            raise NotCompiled(
                f"{node} cannot compile what a page runs ({said[-500:]}): use Node 20 or later, "
                "or take it off the path"
            ) from error
        return to.read_bytes()


def _with(archive: bytes, made: Mapping[str, bytes], top: str) -> bytes:
    """Return an archive with bytecode in place of its sources, and what else was made."""
    ours = {name.removeprefix(top): data for name, data in made.items() if name.startswith(top)}
    kept = {name: data for name, data in files_in(archive).items() if f"{name}c" not in ours}
    return archived(kept | ours)
