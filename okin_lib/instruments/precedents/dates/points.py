"""The precedents as points: when each was decided, and how many differences set it apart."""

from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.claims import RECORD
from okin_lib.reasoning.established import facing
from okin_lib.reasoning.precedent import apart
from okin_lib.reasoning.reach import reach
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId


@frozen
class Point:
    """A precedent on the map, and whether it counts for conduct in the year looked at."""

    name: str
    short: str
    """Its name once it has been given in full."""
    citation: str
    year: int
    differences: tuple[str, ...]
    immaterial: tuple[str, ...]
    """What sets the record apart from it: what is material on the reading, and what is not."""
    in_force: bool
    supposed: bool = False
    """Whether what is material in it is supposed, not stated in the opinion."""


# How far each precedent is from the record takes longer than any other part of the page.
@lru_cache(maxsize=128)
def points(
    case: Case, party: PartyId, year: int, reader: str, supposed: Scenario = RECORD
) -> tuple[Point, ...]:
    """Return every precedent that establishes law as ``reader`` takes it, by year.

    Parameters
    ----------
    supposed
        What else is supposed of the party's situation.
    """
    situation, taken = facing(case, supposed, party), apart(case, reader)
    found = []
    for holding in taken.establishes:
        precedent = case.precedents[holding.of[0].id]
        between = reach(case, holding, taken, precedent.id, "precedent", situation)
        lacking = [k for k in precedent.factors if situation.value(k) is False]
        found.append(
            Point(
                precedent.name,
                precedent.short,
                precedent.citation,
                precedent.year,
                tuple(case.factors[k].label.lower() for k in (*between.missing, *between.beyond)),
                tuple(case.factors[k].label.lower() for k in lacking if k not in between.missing),
                holding.in_force(year),
                holding.ratio.supposed,
            )
        )
    return tuple(sorted(found, key=lambda point: point.year))
