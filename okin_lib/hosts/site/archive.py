"""Archives: the same bytes from the same files."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MADE = (1980, 1, 1, 0, 0, 0)
LEVEL = 9


def archived(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files, by their names."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in sorted(files.items()):
            archive.writestr(ZipInfo(name, MADE), data, ZIP_DEFLATED, LEVEL)
    return written.getvalue()


def files_in(archive: bytes) -> dict[str, bytes]:
    """Return the files of an archive, by their names."""
    with ZipFile(BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
