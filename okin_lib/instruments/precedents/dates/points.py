"""The precedents as points: when each was decided, and how many differences set it apart."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.established import facing
from okin_lib.reasoning.precedent import stance_of
from okin_lib.reasoning.reach import reach
from okin_lib.reasoning.types import Scenario


@frozen
class Point:
    """A precedent on the map."""

    name: str
    short: str
    """Its name once it has been given in full."""
    citation: str
    year: int
    differences: tuple[str, ...]
    """What sets the record apart from it that is material on the reading."""
    immaterial: tuple[str, ...]
    """What it has and the record lacks, though nothing turns on that on the reading."""
    in_force: bool
    """Whether it counts for conduct in the year that is looked at."""


# How far each precedent is from the record takes longer than any other part of the page.
@lru_cache(maxsize=128)
def points(case: Case, party: str, year: int, reader: str) -> tuple[Point, ...]:
    """Return every precedent that establishes law as ``reader`` takes it, by year."""
    situation, taken = facing(case, Scenario(), party), stance_of(case, reader)
    found = []
    for holding in taken.establishes:
        precedent = case.precedents[holding.of[0].id]
        apart = reach(case, holding, taken, precedent.id, "precedent", situation)
        lacks = [key for key in precedent.factors if situation.value(key) is False]
        material = (*apart.missing, *apart.beyond)
        found.append(
            Point(
                precedent.name,
                precedent.short,
                precedent.citation,
                precedent.year,
                _labels(case, material),
                _labels(case, [key for key in lacks if key not in material]),
                holding.in_force(year),
            )
        )
    return tuple(sorted(found, key=lambda point: point.year))


def _labels(case: Case, factors: Iterable[str]) -> tuple[str, ...]:
    return tuple(case.factors[key].label.lower() for key in factors)
