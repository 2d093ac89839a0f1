"""The precedents as points: when each was decided, and how many differences set it apart."""

from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.established import facing
from okin_lib.reasoning.precedent import apart
from okin_lib.reasoning.reach import reach
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId


@frozen
class Point:
    """A precedent on the map."""

    name: str
    short: str
    """Its name once it has been given in full."""
    citation: str
    year: int
    differences: tuple[str, ...]
    """What sets the record apart from it."""
    in_force: bool
    """Whether it counts for conduct in the year that is looked at."""


# How far each precedent is from the record takes longer than any other part of the page.
@lru_cache(maxsize=128)
def points(case: Case, party: PartyId, year: int, reader: str) -> tuple[Point, ...]:
    """Return every precedent that establishes law as ``reader`` takes it, by year."""
    situation, taken = facing(case, Scenario(), party), apart(case, reader)
    found = []
    for holding in taken.establishes:
        precedent = case.precedents[holding.of[0].id]
        between = reach(case, holding, taken, precedent.id, "precedent", situation)
        found.append(
            Point(
                precedent.name,
                precedent.short,
                precedent.citation,
                precedent.year,
                tuple(
                    case.factors[key].label.lower() for key in (*between.missing, *between.beyond)
                ),
                holding.in_force(year),
            )
        )
    return tuple(sorted(found, key=lambda point: point.year))
