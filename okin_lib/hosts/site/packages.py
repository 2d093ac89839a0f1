"""The Python that a page runs, as one archive: ours, and what it rests on."""

from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from modulefinder import ModuleFinder
from pathlib import Path
from typing import Any

from okin_lib.course.teaching.data import Note, Teaching
from okin_lib.hosts.site.archive import archived
from okin_lib.lessons.installed import EXAMPLES, PACKAGE, STORE, alone, load_case
from okin_lib.record.checks import passages
from okin_lib.record.types import Support

ENTRY = "okin_lib.hosts.site.inside"
RESTS_ON = (
    "attrs",
    "cattrs",
    "jinja2",
    "lazy-loader",
    "markupsafe",
    "pyyaml",
    "segno",
    "typing-extensions",
)
"""As they are installed here: what is compiled in them has a twin in Python."""
DATA = {".html", ".pyi", ".txt", ".xml"}
"""What our modules read that stands beside them. The law is compiled: its sources stay here."""
HOSTS = PACKAGE / "hosts"
SAID = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


class OurModules(ModuleFinder):
    """Finds what our modules import of one another, now or once something is asked for."""

    def find_module(self, name, path, parent=None):  # type: ignore[no-untyped-def]
        """Find a module that is ours."""
        if path is None and name != PACKAGE.name:
            raise ImportError(name)
        return super().find_module(name, path, parent)


def packages() -> bytes:
    """Return the archive: the same bytes from the same files."""
    return archived({**dict(_theirs()), **dict(_ours())})


def _ours() -> Iterator[tuple[str, bytes]]:
    for path in (*_modules(), *_beside_them()):
        yield _named(path), path.read_bytes()
    for root in (PACKAGE, *EXAMPLES.iterdir()):
        yield _named(root / STORE), alone(root, {Teaching: _untold()}).encode()
    its = distribution("okin").metadata
    said = f"Metadata-Version: 2.1\nName: {its['Name']}\nVersion: {its['Version']}\n"
    yield f"okin-{its['Version']}.dist-info/METADATA", said.encode()


def _untold() -> Teaching:
    """Return the notes for whoever teaches as the passages that they cite: a page counts these."""
    cited = passages(load_case().study(Teaching))
    bare = tuple(Support("", page, quote) for quote, page in cited)
    return Teaching("", (), (), (), (Note("", "", "", (), (), bare, ()),))


def _modules() -> list[Path]:
    finder = OurModules([str(PACKAGE.parent)])
    finder.import_hook(ENTRY)
    found: Mapping[str, Any] = finder.modules
    return [Path(module.__file__) for module in found.values()]


def _beside_them() -> Iterator[Path]:
    every = (path for path in PACKAGE.rglob("*") if path.suffix in DATA)
    return (path for path in every if HOSTS not in path.parents)


def _theirs() -> Iterator[tuple[str, bytes]]:
    for name in RESTS_ON:
        for path in distribution(name).files or ():
            if path.suffix == ".py" or path.name.upper().startswith(SAID):
                yield path.as_posix(), path.read_binary()


def _named(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()
