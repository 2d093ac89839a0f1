"""Pyodide, Python for a browser, as its package has it: one version, checked by its digest."""

import shutil
import subprocess
import tarfile
from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha512
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

VERSION = "314.0.7"
INTEGRITY = (
    "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
)
"""The sha512 of the package, as `npm view pyodide@VERSION dist.integrity` gives it."""
ARCHIVE = f"pyodide-{VERSION}.tgz"
ADDRESS = f"https://registry.npmjs.org/pyodide/-/{ARCHIVE}"
LIBRARY = "python_stdlib.zip"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", LIBRARY)
LOCK = "pyodide-lock.json"
WITHIN = 300
"""Seconds."""
REMEDY = (
    f"make it reachable, or run `npm pack pyodide@{VERSION}` where it is, and give {ARCHIVE} "
    "with --pyodide"
)


class NoPyodide(ValueError):
    """Pyodide that is not to be had, or is not as it must be; the message says what to do."""


def files(archive: Path | None) -> Mapping[str, bytes]:
    """Return what a page needs of Pyodide, and its `LOCK`, by name.

    Parameters
    ----------
    archive
        The package, where it is at hand; else the registry of npm is asked for it.

    Raises
    ------
    NoPyodide
        If it cannot be had, or is another than the one that is expected.
    """
    data = _fetched() if archive is None else _read(archive)
    if sha512(data).digest() != b64decode(INTEGRITY):
        found = archive or f"what came for pyodide {VERSION}"
        raise NoPyodide(f"{found} is not the package whose digest is known: {REMEDY}")
    with tarfile.open(fileobj=BytesIO(data)) as package:
        members = {name: package.extractfile(f"package/{name}") for name in (*FILES, LOCK)}
        return {name: member.read() for name, member in members.items() if member}


def _read(archive: Path) -> bytes:
    try:
        return archive.read_bytes()
    except OSError as error:
        raise NoPyodide(f"{archive} cannot be read: {error.strerror}; {REMEDY}") from error


def _fetched() -> bytes:
    """Return the package from npm's registry; npm, where it is, knows the way from here."""
    try:
        return _packed(npm) if (npm := shutil.which("npm")) else _downloaded()
    except (OSError, subprocess.SubprocessError) as error:
        raise NoPyodide(
            f"pyodide {VERSION} cannot be had from npm's registry ({error}): {REMEDY}"
        ) from error


def _packed(npm: str) -> bytes:
    with TemporaryDirectory() as folder:
        command = [npm, "pack", f"pyodide@{VERSION}", "--pack-destination", folder]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=WITHIN)
        return Path(folder, ARCHIVE).read_bytes()


def _downloaded() -> bytes:
    with urlopen(ADDRESS, timeout=WITHIN) as answer:
        data: bytes = answer.read()
        return data
