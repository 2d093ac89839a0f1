"""What is asked first of what a finding turns on, and the ways of reading set side by side."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import FactId


@frozen
class Read:
    """A way of reading, with a label: reading id to its value."""

    label: str
    readings: dict[ReadingId, str] = {}


@frozen(eq=False)
class Turning:
    """Where one begins to ask what a finding turns on."""

    element: ElementId
    fact: FactId
    readings: tuple[Read, ...]
    """The columns of the figure."""


def _wrong(found: Turning, case: Case) -> Iterator[Problem]:
    values = {r.id: [value.id for value in r.values] for r in case.doctrine.readings}
    yield from unknown("element", [found.element], [each.id for each in case.doctrine.elements])
    yield from unknown("fact", [found.fact], [fact.id for fact in case.record.facts])
    for read in found.readings:
        yield from unknown("reading", read.readings, values)
        for key in read.readings.keys() & values.keys():
            yield from unknown(f"value of {key}", [read.readings[key]], values[key])


TURNING = Study(
    Turning,
    "instruments/pivots/data.yaml",
    _wrong,
    {"ways of reading set side by side": lambda found: len(found.readings)},
)
