"""What is checked of both kinds of case file: the readings chosen, and the results expected."""

from collections.abc import Iterator, Mapping, Sequence

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.statuses import STATUSES
from okin_lib.patterns.expectation import Expectation
from okin_lib.reasoning.scenario import Chosen
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import PartyId


def reading_problems(chosen: Chosen, case: Case) -> Iterator[Problem]:
    """Yield what is wrong with the readings chosen."""
    yield from unknown("reading", chosen, case.reading_names)
    first: dict[ReadingId, str] = {}
    for key, value in ((k, v) for k, v in chosen.items() if k in case.reading_names):
        now = case.reading_names[key]
        yield from unknown(f"value of {key}", [value], case.value_names[now])
        if first.setdefault(now, key) != key:
            yield Problem(
                place_of(key), f"'{key}' and '{first[now]}' name one reading: remove one"
            )


def expectation_problems(
    expected: Sequence[Expectation], roles: Mapping[PartyId, str], case: Case
) -> Iterator[Problem]:
    """Yield what is wrong with the results expected of parties, whose roles are given."""
    claims = [claim.id for claim in case.doctrine.claims]
    for each in expected:
        yield from unknown("party", each.parties, roles)
        yield from unknown("claim", [each.claim] if each.claim else [], claims)
        yield from unknown("element", [each.element] if each.element else [], case.elements)
        yield from _status(each, case)


def _status(expected: Expectation, case: Case) -> Iterator[Problem]:
    element = case.elements.get(expected.element)
    if element is not None and expected.status is not None:
        kind = f"status of a question of {element.kind}"
        yield from unknown(kind, [expected.status], STATUSES[element.kind])
