"""Deciding a party's elements, whichever way the unknowns fall."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.elements import Composition, Element, Gate
from okin_lib.doctrine.propositions import ends
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.authority import first, said, standing
from okin_lib.reasoning.logic import Situation, completions, unanimous
from okin_lib.reasoning.outcome import Outcome, Weighed, combine, merge, weakest, weigh
from okin_lib.reasoning.party_case import Hearing
from okin_lib.reasoning.types import Readings

WORDS: Mapping[tuple[str, bool | None], Status] = {
    ("fact", True): "triable",
    ("fact", False): "no-genuine-issue",
    ("fact", None): "open",
    ("law", True): "yes",
    ("law", False): "no",
    ("law", None): "open",
}


def outcome(hearing: Hearing, key: str) -> Outcome:
    """Return how the element comes out."""
    if key not in hearing.settled:
        element = hearing.case.elements[key]
        hearing.settled[key] = (
            _unstated(hearing, key) or _gated(hearing, element) or _decide(hearing, element)
        )
    return hearing.settled[key]


def structure(hearing: Hearing, parts: Composition) -> Weighed:
    """Return what the parts make together, whatever the court said of the whole.

    Parts that an unknown divides may yet agree as a whole, so they are asked together.
    """
    outcomes = {end: _end(hearing, end) for end in ends(parts)}
    weighed = weigh(parts, outcomes)
    if weighed.truth is None and any(found.divided for found in outcomes.values()):
        truth = unanimous(lambda s: _joint(_supposing(hearing, s), parts), hearing.situation)
        if truth is not None:
            return Weighed(truth, "strong", None)
    return weighed


def _end(hearing: Hearing, end: Composition) -> Outcome:
    if end.op == "element":
        return outcome(hearing, end.element)
    return _through(hearing, end.parts[0].element)


def _through(hearing: Hearing, key: str) -> Outcome:
    """An element as it stands for any one of a municipality's officers: an inference."""
    found = [outcome(officer, key) for officer in hearing.officers]
    reached = [each for each in found if each.status != "not-reached"]
    theirs = [Weighed(each.truth, each.grade, each.lean) for each in reached]
    weighed = combine("any", theirs)
    element = hearing.case.elements[key]
    return Outcome(
        status=WORDS[element.kind, weighed.truth],
        grade=weakest([weighed.grade, "strong"]),
        lean=weighed.lean,
        because=(),
        authority=f"officers-of-{key}",
        held=all(each.held for each in found),
    )


def _decide(hearing: Hearing, element: Element) -> Outcome:
    if element.parts is not None:
        return _whole(hearing, element, element.parts)
    found = completions(lambda s: _leaf(_supposing(hearing, s), element), hearing.situation)
    return merge(list(found))


def _leaf(hearing: Hearing, element: Element) -> Outcome:
    found = first(hearing, element)
    if found is None:
        raise AssertionError(f"the authorities of {element.id} do not end")
    return found


def _whole(hearing: Hearing, element: Element, parts: Composition) -> Outcome:
    """Decide as the court did where its own rulings cover every part; else by the parts."""
    weighed = structure(hearing, parts)
    outcomes = [_end(hearing, end) for end in ends(parts)]
    if hearing.as_decided(element.id) or all(found.held for found in outcomes):
        for authority in standing(element, hearing.readings, hearing.party):
            decided = hearing.as_decided(element.id)
            grade = authority.grade if decided else weakest([authority.grade, "strong"])
            return said(authority, grade, weighed.truth)
    status = WORDS[element.kind, weighed.truth]
    return Outcome(
        status=status,
        grade=weighed.grade,
        lean=weighed.lean,
        because=element.composed.get(status, ()),
        authority=f"parts-of-{element.id}",
        divided=any(found.divided for found in outcomes),
    )


def _joint(hearing: Hearing, parts: Composition) -> bool | None:
    """The truth of the parts with every unknown supposed once for all of them."""
    return weigh(parts, {end: _supposed(hearing, end) for end in ends(parts)}).truth


def _supposed(hearing: Hearing, end: Composition) -> Outcome:
    known = _end(hearing, end)
    if not known.divided:
        return known
    element = hearing.case.elements[end.element]
    if element.parts is None:
        return _leaf(hearing, element)
    truth = _joint(hearing, element.parts)
    return Outcome(WORDS[element.kind, truth], "strong", None, (), f"parts-of-{element.id}")


def _unstated(hearing: Hearing, key: str) -> Outcome | None:
    if key not in hearing.unstated:
        return None
    return Outcome("not-stated", "open", None, (), "unstated")


def _supposing(hearing: Hearing, situation: Situation) -> Hearing:
    if situation is hearing.situation:
        return hearing
    return evolve(hearing, situation=situation)


def _gated(hearing: Hearing, element: Element) -> Outcome | None:
    for gate in _gates(element, hearing.readings):
        at = outcome(hearing, gate.element)
        if at.status in gate.status:
            return Outcome(
                status="not-reached",
                grade=at.grade,
                lean=None,
                because=gate.because,
                authority=f"after-{gate.element}",
                held=at.held,
            )
    return None


@lru_cache(maxsize=512)
def _gates(element: Element, readings: Readings) -> tuple[Gate, ...]:
    return tuple(gate for gate in element.gates if stands(gate.under, dict(readings)))
