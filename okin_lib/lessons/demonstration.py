"""What the model finds of what is supposed: an answer, or an error, shown by it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import FactId, PartyId


@frozen
class Demonstration:
    """What is supposed, of whom, and how elements are then found; what is not said stands."""

    party: PartyId
    finds: dict[ElementId, Status]
    without: tuple[FactId, ...] = ()
    added: tuple[FactId, ...] = ()
    readings: dict[ReadingId, str] = {}
    year: int | None = None


def found(case: Case, shown: Demonstration) -> dict[ElementId, Status]:
    """Return how the model finds the elements that are spoken of."""
    supposed = scenario(case, shown.without, shown.added, shown.readings, shown.year)
    of_party = analyze(case, supposed).findings_of(shown.party)
    return {element: of_party[element].status for element in shown.finds}


def wrong(shown: Demonstration, case: Case) -> Iterator[Problem]:
    """Yield each name that the case does not have, and what cannot be found of the party."""
    yield from unknown("fact", shown.without, case.facts)
    yield from unknown("hypothetical", shown.added, case.hypotheticals)
    yield from unknown("reading", shown.readings, case.readings)
    for reading, value in shown.readings.items():
        if reading in case.readings:
            values = [each.id for each in case.readings[reading].values]
            yield from unknown(f"value of {reading}", [value], values)
    asked = [key for key, parties in case.asked.items() if shown.party in parties]
    yield from unknown("party of whom anything is asked", [shown.party], case.parties)
    yield from unknown(f"element of {shown.party}", shown.finds, asked)
    if shown.year is not None and shown.year not in case.years:
        remedy = f"give one from {case.years[0]} to {case.years[-1]}"
        yield Problem(place_of(shown.party), f"the events cannot be in {shown.year}: {remedy}")
