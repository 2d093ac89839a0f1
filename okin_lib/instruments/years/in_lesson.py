"""The years, as a lesson's file says what is drawn over them."""

from collections.abc import Collection, Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import PartyId, Support


@frozen
class Taken:
    """A reading of precedent, as it stands in a drawing and in a sentence."""

    label: str
    said: str
    """As in "the right was clearly established as the panel reads it"."""


@frozen
class Span:
    """Years, from the first to the last."""

    first: int
    last: int

    @property
    def years(self) -> range:
        """Each of them."""
        return range(self.first, self.last + 1)


@frozen
class YearsPlan:
    """Whose situation is moved from year to year, and what is drawn over the years."""

    party: PartyId
    read: dict[str, Taken]
    """By reading of precedent."""
    found: dict[Answer, str]
    """What the right then was, in a sentence."""
    marks: dict[str, Support]
    """By precedent, what it contributes."""
    tables: tuple[str, ...]
    """Those that can be asked for."""
    spans: dict[str, Span] = {}
    """By id, years that a question can close."""

    def closed_years(self, shut: Collection[str]) -> frozenset[int]:
        """Return the years of those spans that are shut."""
        spans = (span.years for key, span in self.spans.items() if key in shut)
        return frozenset(year for years in spans for year in years)


def wrong(plan: YearsPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each name that the case does not have."""
    yield from unknown("officer", [plan.party], [party.id for party in case.officers])
    yield from unknown("precedent", plan.marks, case.precedents)
    readings = case.readings[case.doctrine.precedent_reading].values
    yield from unknown("reading of precedent", plan.read, [value.id for value in readings])
