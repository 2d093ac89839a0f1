"""What is framed, as a lesson's file gives it."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.doctrine.precedents import Axis
from okin_lib.page.regions import RegionId, region_ids
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import PartyId, Support

NAMED, GRID = region_ids("by-position", "grid")
TABLES: Mapping[RegionId, str] = {
    NAMED: "The named positions",
    GRID: "Which kinds of case have been decided",
}
"""What is shown when it is asked for."""


@frozen
class FramingPlan:
    """What is framed."""

    party: PartyId
    """Whose situation on the record the rules are put to."""
    record: str
    """What that situation is called."""
    precedents: tuple[str, ...]
    """Those whose material factors can be ticked."""
    axes: tuple[Axis, ...]
    """The three ways in which the figure sets decided cases apart."""
    axes_note: Support
    """What cannot be read off the figure."""
    found: dict[Answer, str] = field(eq=False)
    """What the right then was, in a sentence."""
    tables: tuple[str, ...]
    """Those that can be asked for."""


def wrong(plan: FramingPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each name that the case does not have."""
    holding = [precedent.id for precedent in case.doctrine.precedents if precedent.establishes]
    yield from unknown("officer", [plan.party], [party.id for party in case.officers])
    yield from unknown("precedent for a plaintiff", plan.precedents, holding)
    for axis in plan.axes:
        yield from unknown("factor", [pole.factor for pole in axis.poles], case.factors)
    yield from unknown("table", plan.tables, TABLES)
