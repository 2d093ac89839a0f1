"""Which elements a move reached, and which stand as before it on other ground."""

from collections.abc import Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.page.drawer import asked_on, claims_of
from okin_lib.page.ground import changed, on_other_ground
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId


def first_reached(case: Case, before: Analysis, now: Analysis, party: PartyId) -> ElementId:
    """Return the first element, along the party's line, that changed, or whose ground did."""
    was, its = before.findings_of(party), now.findings_of(party)
    line = [*_along(case, now, party)]
    moved = (key for key in line if changed(was[key], its[key]))
    other = (key for key in line if on_other_ground(was[key], its[key]))
    return next(moved, None) or next(other, NO_ELEMENT)


def _along(case: Case, analysis: Analysis, party: PartyId) -> Iterator[ElementId]:
    """The elements of the party's claims: first those that stand on the line, then the wholes."""
    its = analysis.findings_of(party)
    every = [
        key for claim in claims_of(case, analysis, party) for key in asked_on(case, claim, its)
    ]
    yield from sorted(every, key=lambda key: case.elements[key].parts is not None)
