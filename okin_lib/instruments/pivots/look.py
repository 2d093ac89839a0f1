"""A look at what a finding turns on."""

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.pivots.data import Turning
from okin_lib.instruments.pivots.view import not_asked, turning_study
from okin_lib.page.look import PARTY, WHAT_TURNS_ON_IT, Ask, Look, Options, Seen
from okin_lib.record.types import FactId


def _first(case: Case, claims: tuple[str, ...]) -> ElementId:
    """The element that is asked of first, or the first of the claims."""
    asked = [each.id for each in case.doctrine.elements if each.claim in claims]
    first = case.study(Turning).element
    return first if first in asked else asked[0]


def _elements(case: Case, claims: tuple[str, ...]) -> Options:
    first = _first(case, claims)
    asked = [each for each in case.doctrine.elements if each.claim in claims]
    others = [(each.id, each.label) for each in asked if each.id != first]
    return [("", case.elements[first].label), *others]


_ELEMENT = Ask("element", "Element", _elements)
_PIVOT = Ask(
    "pivot",
    "Fact",
    lambda case, _: [("", "the first"), *((fact.id, fact.label) for fact in case.record.facts)],
    within=True,
)


def _turning(seen: Seen) -> str:
    case, party = seen.case, seen.party(PARTY)
    element = ElementId(seen.chosen[_ELEMENT.id]) or _first(case, seen.claims)
    finding = seen.analysis.findings_of(party).get(element)
    if finding is None:
        return not_asked(case, element, party, seen.region)
    picked = FactId(seen.chosen[_PIVOT.id])
    return turning_study(case, seen.scenario, finding, seen.region, picked, seen.drawn)


TURNS_ON = Look(
    "pivots",
    "What a finding turns on",
    (PARTY, _ELEMENT, _PIVOT),
    _turning,
    question=WHAT_TURNS_ON_IT,
)
