"""Writing a file whole or not at all, and a folder of them."""

from collections.abc import Mapping
from os.path import lexists
from pathlib import Path

from okin_lib.files.whole import whole


class NotWritten(ValueError):
    """A file that cannot be written, or is there already; the message says what to do."""


def put(path: Path, data: bytes, force: bool, option: str = "--to") -> None:
    """Write ``data`` to ``path``, which an option of a command names.

    Parameters
    ----------
    force
        Whether to replace a file that is there.

    Raises
    ------
    NotWritten
        If it is there already, or cannot be written.
    """
    another = f"name another file with {option}"
    if lexists(path) and not force:
        raise NotWritten(f"{path} is there already: {another}, or add --force")
    try:
        write(path, data)
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {error.strerror}; {another}") from error


def put_all(folder: Path, files: Mapping[str, bytes], option: str = "--out") -> None:
    """Write files by their names into a folder, which an option of a command names.

    Raises
    ------
    NotWritten
        If something is in it, or nothing can be written there.
    """
    another = f"name another folder with {option}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NotWritten(f"{folder} is not empty: {another}")
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            write(folder / name, data)
    except OSError as error:
        raise NotWritten(f"{folder} cannot be written: {error.strerror}; {another}") from error


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, in place of what may be there; a failure leaves that as it was.

    Raises
    ------
    OSError
        If the disk is full, or the folder takes no files.
    """
    with whole(path) as part:
        part.write_bytes(data)
