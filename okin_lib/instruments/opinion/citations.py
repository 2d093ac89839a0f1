"""Every passage that the model cites, in the order of the opinion, and what it is cited for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.record.checks import parts_of
from okin_lib.record.opinion import Location


@frozen
class Citation:
    """A passage, where it stands, and the labels of what it is cited for."""

    page: str
    quote: str
    cited_for: tuple[str, ...]
    place: Location


@lru_cache(maxsize=4)
def citations(case: Case) -> tuple[Citation, ...]:
    """Return every passage that the record, the doctrine and the studies cite, in order."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for thing in (case.record, case.doctrine, *map(case.study, case.studies)):
        for page, quote, label in _cited(thing, ""):
            found.setdefault((page, " ".join(quote.split())), {})[label] = None
    every = [
        Citation(page, quote, tuple(filter(None, by)), case.opinion.location(page, quote))
        for (page, quote), by in found.items()
    ]
    return tuple(sorted(every, key=_place))


def neighbours(
    case: Case, page: str, quote: str, nth: int
) -> tuple[Citation | None, Citation | None]:
    """Return the citation before a passage, or the start of a page, and the one after it."""
    every = citations(case)
    here = case.opinion.location(page, quote, nth) if quote else case.opinion.start(page)
    before = bisect_left(every, here, key=_place)
    after = bisect_right(every, here, key=_place) if quote else before
    return (
        every[before - 1] if before else None,
        every[after] if after < len(every) else None,
    )


def _place(citation: Citation) -> Location:
    return citation.place


def _cited(thing: Any, label: str) -> Iterator[tuple[str, str, str]]:
    """Every passage in ``thing``, with the label of the nearest labelled thing that it is in."""
    label = getattr(thing, "label", "") or getattr(thing, "name", "") or label
    if hasattr(thing, "quote"):
        yield thing.page, thing.quote, label
    for part in parts_of(thing):
        yield from _cited(part, label)
