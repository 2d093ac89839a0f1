"""What is installed, as stored or anew where its sources changed: case, lessons, and examples."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.stored import Studies, decoded, encoded
from okin_lib.files.whole import whole
from okin_lib.record.opinion import Opinion

PACKAGE = Path(__file__).parents[1]
EXAMPLES = PACKAGE / "examples"
"""Cases of other fields, by id, each in a folder as the installed case is."""
STORE = "_case.json"
"""Where each is stored, in its own folder: what nobody asks for is not read."""
ALONE = "alone"
"""Stands for the digest of the sources where these are not, and nothing can have changed."""
READS = (
    *("record/*.py", "doctrine/*.py", "instruments/**/data.py", "instruments/**/in_lesson.py"),
    "course/**/data.py",
    *(f"lessons/{name}.py" for name in ("lesson_file", "load", "instruments")),
    *(f"lessons/{name}.py" for name in ("misconceptions", "demonstration")),
)
"""The code that reads the data, so that what it reads is read anew when it changes."""


@frozen(eq=False)
class Installed:
    """The case, and each lesson's plan as `stored` keeps it, by id."""

    case: Case
    lessons: Mapping[str, str]


def load_case() -> Case:
    """Return the installed case; raise `DataError` as `installed` does."""
    return installed().case


@cache
def installed() -> Installed:
    """Return what is installed.

    Raises
    ------
    DataError
        If the sources have changed and are not as they must be.
    """
    return _loaded(PACKAGE)


@cache
def example(name: str) -> Case:
    """Return the example of that id; raise `DataError` as `installed` does."""
    return _loaded(EXAMPLES / name).case


def alone(root: Path, others: Mapping[type, object]) -> str:
    """Return what is in the folder ``root`` in the form in which it is stored without sources.

    Parameters
    ----------
    others
        What is studied there in place of what its folder has of that type.
    """
    found = _loaded(root)
    own, theirs = found.case.studies.texts, Studies.of(others).texts
    studies = Studies({name: theirs.get(name, own[name]) for name in own})
    return _text(ALONE, evolve(found.case, studies=studies), found.lessons)


def _loaded(root: Path) -> Installed:
    if found := _stored(root):
        return found
    text = compiled_text(root)
    _store(root, text)
    return _parsed(root, json.loads(text))


def compiled_text(root: Path = PACKAGE) -> str:
    """Return all that is in the folder ``root``, verified, in the form in which it is stored.

    Only the installed case has lessons, and instruments that study it.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    # What reads YAML is slow to import, and not needed where all is stored.
    from okin_lib.lessons.sources import read_case, read_example, read_lessons

    case = read_example(root) if root.parent == EXAMPLES else read_case(root)
    lessons = {key: encoded(plan) for key, plan in read_lessons(root, case).items()}
    return _text(digest(root), case, lessons)


def _text(sources: str, case: Case, lessons: Mapping[str, str]) -> str:
    return json.dumps(
        {
            "sources": sources,
            "case": encoded([case.record, case.doctrine, case.disputes]),
            "studies": case.studies.texts,
            "lessons": lessons,
        }
    )


def digest(root: Path) -> str:
    """Return a digest of all that is compiled: the data, and the code that reads them."""
    hashed = sha256()
    for path in _sources(root):
        content = path.read_bytes()
        hashed.update(f"{path.name} {len(content)}\n".encode())
        hashed.update(content)
    return hashed.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("examples/*/record/opinion.txt"))
    yield root / "record" / "opinion.txt"
    for layer in ("record", "doctrine", "instruments", "course", "lessons", "examples"):
        yield from sorted((root / layer).rglob("*.yaml"))
    for reads in READS:
        yield from sorted(PACKAGE.glob(reads))


def _stored(root: Path) -> Installed | None:
    """What is stored, if anything is and it was compiled from the sources as they are now."""
    try:
        parts = json.loads((root / STORE).read_text(encoding="utf-8"))
        stands = parts["sources"] == ALONE or parts["sources"] == digest(root)
        return _parsed(root, parts) if stands else None
    except (OSError, ValueError, TypeError, KeyError):  # none, or written by another version
        return None


def _parsed(root: Path, parts: Mapping[str, Any]) -> Installed:
    record, doctrine, disputes = decoded(parts["case"])
    text = (root / "record" / "opinion.txt").read_text(encoding="utf-8")
    studies = Studies(dict(parts["studies"]))
    case = Case(record, doctrine, Opinion.from_text(text), tuple(disputes), studies)
    return Installed(case, dict(parts["lessons"]))


def _store(root: Path, text: str) -> None:
    """Store the text, whole or not at all; a folder closed to us is no matter."""
    with suppress(OSError), whole(root / STORE) as part:
        part.write_text(text, encoding="utf-8")
