"""A file is written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Yield where to write what then takes the place of ``path``; a failure leaves that as it was.

    Raises
    ------
    OSError
        If the disk is full, or the folder takes no files.
    """
    # No name that another writer of the file has, or at which a link could have been laid.
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
