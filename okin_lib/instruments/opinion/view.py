"""The opinion in a pane: a page, a passage marked, what it is cited for, and what is sought."""

import re
from functools import lru_cache
from itertools import islice

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import Citation, citations
from okin_lib.page.template import RegionId, render
from okin_lib.record.opinion import Opinion
from okin_lib.record.part import pages_of
from okin_lib.record.sought import Sought

LISTED = 20
"""So many of the places found are listed."""
LONGEST_SOUGHT = 200
AROUND = 45
_ENDED = re.compile(r"[a-z)\]][.?!][\"')\]]*(?:\[\d+\])? +(?=\S)")
"""The end of a sentence, good enough to begin to read after it."""


@frozen
class Opened:
    """Where the opinion is open, and what is sought in it."""

    page: str
    quote: str
    nth: int
    """Which of the places on the page where the passage stands: it may stand there again."""
    words: str


def invitation(case: Case, region: RegionId) -> str:
    """Return what opens the opinion, where a notebook speaks of it."""
    return render("instruments/opinion/invitation", case=case, region=region)


def closed(case: Case, region: RegionId) -> str:
    """Return the pane while it is closed."""
    return render("instruments/opinion/closed", case=case, region=region)


# Every click on a page with the opinion asks for the page that is open.
@lru_cache(maxsize=64)
def pane(case: Case, at: Opened, region: RegionId) -> str:
    """Return the text at a page, with its passage marked if there is one."""
    every, pins = citations(case), pins_of(case.opinion)
    cited = [each for each in every if (each.page, each.quote) == (at.page, at.quote)]
    paragraphs = case.opinion.leaf(at.page, at.quote, at.nth)
    return render(
        "instruments/opinion/pane",
        case=case,
        opinion=case.opinion,
        text=case.record.called.text,
        at=at,
        pins=_with(pins, at.page),
        paragraphs=[(*_begun(before), *rest) for before, *rest in paragraphs],
        first=page_beside(case.opinion, at.page, -1) is None,
        last=page_beside(case.opinion, at.page, 1) is None,
        cited=_of(every, cited),
        here=sum(each.page == at.page for each in every),
        count=len(every),
        found=found(case.opinion, at.words),
        longest=LONGEST_SOUGHT,
        around=AROUND,
        region=region,
    )


def pins_of(opinion: Opinion) -> list[str]:
    """Return the pages, and then the notes."""
    return [*opinion.pages, *opinion.notes]


def page_beside(opinion: Opinion, page: str, way: int) -> str | None:
    """Return the page or note before a page or after it; a passage's two pages are one."""
    pins = pins_of(opinion)
    first = pins.index(page if page in pins else pages_of(page)[0])
    beside = first + way if page in pins or way < 0 else first + 2
    return pins[beside] if 0 <= beside < len(pins) else None


@frozen
class Found:
    """The first places where words that are sought stand, and how many there are."""

    places: tuple[Sought, ...]
    count: int


# What is listed is asked for again when one of the list is opened.
@lru_cache(maxsize=16)
def found(opinion: Opinion, words: str) -> Found:
    """Return the places in the whole text where the words stand."""
    places = opinion.sought(words)
    first = tuple(islice(places, LISTED))
    return Found(first, len(first) + sum(1 for _ in places))


def _begun(before: str) -> tuple[str, str]:
    """Split what precedes a passage where the passage's own sentence begins."""
    ends = [match.end() for match in _ENDED.finditer(before)]
    begin = ends[-1] if ends else 0
    return before[:begin], before[begin:]


def _with(pins: list[str], page: str) -> list[str]:
    """The pins; a passage across two pages is one more, in its place."""
    if page not in pins:
        pins.insert(pins.index(pages_of(page)[0]) + 1, page)
    return pins


def _of(every: tuple[Citation, ...], cited: list[Citation]) -> tuple[int, str] | None:
    """Which citation it is, and what it is cited for; None if it is none."""
    if not cited:
        return None
    labels = [label for each in cited for label in each.cited_for]
    return every.index(cited[0]) + 1, "; ".join(labels)
