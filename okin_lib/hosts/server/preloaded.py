"""What every kernel of a page has as it starts: it is forked from a process that imports this."""

from contextlib import suppress
from pathlib import Path

import okin_lib
from okin_lib.hosts import jupyter  # noqa: F401
from okin_lib.hosts.server import kernel_app  # noqa: F401  # with all that a kernel is made of
from okin_lib.lessons.library import lesson_ids, open_ids
from okin_lib.lessons.taken_up import Address
from okin_lib.record.placed import DataError

PACKAGE = Path(okin_lib.__file__).parent
SOURCES = {".py", ".yaml", ".html", ".css", ".js", ".txt"}


def _sources() -> dict[Path, int]:
    """When each source was last changed."""
    found = (path for path in PACKAGE.rglob("*") if path.suffix in SOURCES)
    return {path: path.stat().st_mtime_ns for path in found}


READ = _sources()


def are_as_read() -> bool:
    """Return whether no source has changed since this was imported."""
    return _sources() == READ


with suppress(DataError):  # each page will say what is wrong
    for lesson_id in [*lesson_ids(), *open_ids()]:
        dict(Address(lesson_id).opened().regions())
