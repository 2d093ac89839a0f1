"""What can be asked of a finding, as a lesson's file gives it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import FactId, PartyId


@frozen
class Read:
    """A way of reading, with a label: reading id to its value."""

    label: str
    readings: dict[ReadingId, str] = {}


@frozen
class PivotsPlan:
    """What can be asked of a finding."""

    elements: tuple[ElementId, ...]
    """Those that can be chosen; the first is shown first."""
    facts: tuple[FactId, ...]
    """Those that can be chosen."""
    officer: PartyId
    """Who is shown first."""
    fact: FactId
    """Which is shown first."""
    readings: tuple[Read, ...]
    """The columns of the table."""


def wrong(plan: PivotsPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each name that the case does not have."""
    asked = [e.id for e in case.doctrine.elements if "officer" in e.applies]
    values = {r.id: [value.id for value in r.values] for r in case.doctrine.readings}
    yield from unknown("element asked of officers", plan.elements, asked)
    yield from unknown("fact", plan.facts, case.facts)
    yield from unknown("fact shown here", [plan.fact], plan.facts)
    yield from unknown("officer", [plan.officer], [party.id for party in case.officers])
    for read in plan.readings:
        yield from unknown("reading", read.readings, values)
        for key in read.readings.keys() & values.keys():
            yield from unknown(f"value of {key}", [read.readings[key]], values[key])
