"""Writing a file whole or not at all."""

from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, in place of what may be there; a failure leaves that as it was.

    Raises
    ------
    OSError
        If the disk is full, or the folder takes no files.
    """
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)  # of an attempt that was cut off
    try:
        with part.open("xb") as file:  # no link that stands there is followed
            file.write(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
