"""Where each precedent stands over the years, and where there is room for what it says."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.precedents import Precedent
from okin_lib.instruments.years.in_lesson import YearsPlan
from okin_lib.record.types import Support

NAMES = 4
"""How many years wide the column of names before the years is, at the least."""


@frozen
class Mark:
    """A precedent over the years."""

    precedent: Precedent
    support: Support
    """What it contributes."""
    at: int
    """How many years after the first that are drawn."""
    room: int
    """How many years wide its text can be."""
    behind: bool
    """Whether its text stands before it, where there is more room."""
    counts: bool
    """Whether it counts for conduct of the year: it binds, and was decided before."""
    when: str
    """Whether it came before the conduct."""


def marks(case: Case, plan: YearsPlan, years: range) -> tuple[Mark, ...]:
    """Return the precedents in order, for conduct in the ``years``."""
    shown = sorted(
        (each for each in case.doctrine.precedents if each.id in plan.marks),
        key=lambda each: each.year,
    )
    binding = [each for each in shown if each.binding]
    found = []
    for each in shown:
        at = each.year - case.years[0]
        row = binding if each.binding else [each]
        later = [other.year for other in row if other.year > each.year]
        room = (later[0] if later else case.years[-1] + 1) - each.year
        behind = each is binding[0] and at + NAMES >= room
        counts = each.binding and each.year < years[0]
        found.append(Mark(each, plan.marks[each.id], at, room, behind, counts, _when(each, years)))
    return tuple(found)


def _when(precedent: Precedent, years: range) -> str:
    if not precedent.binding:
        return "binds no court here"
    if precedent.year < years[0]:
        return "decided before"
    return "decided in these years" if precedent.year in years else "not yet decided"
