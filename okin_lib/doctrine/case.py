"""A case: its record and its doctrine."""

from functools import cache

from attrs import frozen

from okin_lib.doctrine.stored import PACKAGE, digest, encoded, store, stored
from okin_lib.doctrine.types import Doctrine
from okin_lib.record.opinion import Opinion
from okin_lib.record.types import Record


@frozen(eq=False)
class Case:
    """The record, the doctrine and the opinion's text, verified against each other."""

    record: Record
    doctrine: Doctrine
    opinion: Opinion


@cache
def load_case() -> Case:
    """Return the installed case: as stored, or compiled anew where its sources have changed.

    Raises
    ------
    DataError
        If the sources have changed and are not as they must be.
    """
    sources = digest(PACKAGE)
    if parts := stored(sources):
        text = (PACKAGE / "record" / "opinion.txt").read_text(encoding="utf-8")
        return Case(*parts, Opinion.from_text(text))
    from okin_lib.doctrine.compiled import compile_case  # reads YAML, which is slow to import

    case = compile_case(PACKAGE)
    store(encoded(case.record, case.doctrine, sources))
    return case
