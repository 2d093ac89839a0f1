"""What a page would compile each time that it starts; `ahead.mjs` runs this in Pyodide."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from py_compile import PycInvalidationMode, compile
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from okin_lib.hosts.site.inside import joined
from okin_lib.lessons.library import plans, start
from okin_lib.page.environment import STORE, environment

LIBRARY = Path(f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip")
"""Where Pyodide has the standard library."""


def write(to: str) -> None:
    """Write the bytecode of all that pages import, and every template, as an archive.

    What is of the standard library stands under its name, and all else under ours.
    """
    receive = joined(lambda _frame: None)
    receive(json.dumps({"open": {"query": "", "states": {}}}))
    for plan in plans():
        for part in start(plan.id).parts:
            said = {"lesson": plan.id, "part": part, "message": {"kind": "hello"}}
            receive(json.dumps(said))
    for name in environment().list_templates(["html"]):
        environment().get_template(name)
    files = {Path(file) for module in [*sys.modules.values()] if (file := _source(module))}
    with ZipFile(to, "w") as archive:
        for name, data in (*_library(files), *_ours(files), *_templates()):
            archive.writestr(name, data)


def _source(module: object) -> str:
    file = getattr(module, "__file__", None) or ""
    return file if file.endswith(".py") else ""


def _library(files: set[Path]) -> Iterator[tuple[str, bytes]]:
    with TemporaryDirectory() as folder, ZipFile(LIBRARY) as library:
        for file in files:
            if file.is_relative_to(LIBRARY):
                name = file.relative_to(LIBRARY).as_posix()
                yield f"library/{name}c", _bytecode(Path(library.extract(name, folder)), file)


def _ours(files: set[Path]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        if file.is_relative_to(Path.cwd()):
            yield f"packages/{_below(file)}c", _bytecode(file, file)


def _templates() -> Iterator[tuple[str, bytes]]:
    for file in STORE.iterdir():
        yield f"packages/{_below(file)}", file.read_bytes()


def _below(file: Path) -> str:
    return file.relative_to(Path.cwd()).as_posix()


def _bytecode(file: Path, shown: Path) -> bytes:
    """Return the bytecode of a file, which is never compared with its source."""
    made = f"{file}c"
    compile(
        str(file), made, str(shown), True, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH
    )
    return Path(made).read_bytes()
