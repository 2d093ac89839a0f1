"""Deciding a party's elements, whichever way the unknowns fall."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.types import Composition, Element, Gate, Status, stands
from okin_lib.reasoning.authority import first, said, standing
from okin_lib.reasoning.hearing import Hearing, Readings
from okin_lib.reasoning.index import named
from okin_lib.reasoning.logic import Situation, completions, unanimous
from okin_lib.reasoning.outcome import Outcome, Weighed, merge, weigh

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
        element = hearing.law.elements[key]
        hearing.settled[key] = _gated(hearing, element) or _decide(hearing, element)
    return hearing.settled[key]


def structure(hearing: Hearing, parts: Composition) -> Weighed:
    """Return what the parts make together, whatever the court said of the whole.

    Parts that an unknown divides may yet agree as a whole, so they are asked together.
    """
    outcomes = {key: outcome(hearing, key) for key in named(parts)}
    weighed = weigh(parts, outcomes)
    if weighed.truth is None and any(found.divided for found in outcomes.values()):
        truth = unanimous(lambda s: _joint(_supposing(hearing, s), parts), hearing.situation)
        if truth is not None:
            return Weighed(truth, "strong", None)
    return weighed


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
    """Decide on the record as the court did; elsewhere by the parts, unless it was silent."""
    weighed = structure(hearing, parts)
    outcomes = [outcome(hearing, key) for key in named(parts)]
    untouched = all(found.held for found in outcomes)
    for authority in standing(element, hearing.readings, hearing.party):
        if hearing.on_record:
            return evolve(said(authority, authority.grade), beneath=weighed.truth)
        if authority.kind == "silence" and untouched:
            return evolve(said(authority, "strong"), beneath=weighed.truth)
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
    return weigh(parts, {key: _supposed(hearing, key) for key in named(parts)}).truth


def _supposed(hearing: Hearing, key: str) -> Outcome:
    known = hearing.settled[key]
    if not known.divided:
        return known
    element = hearing.law.elements[key]
    if element.parts is None:
        return _leaf(hearing, element)
    truth = _joint(hearing, element.parts)
    return Outcome(WORDS[element.kind, truth], "strong", None, (), f"parts-of-{key}")


def _supposing(hearing: Hearing, situation: Situation) -> Hearing:
    if situation is hearing.situation:
        return hearing
    return evolve(hearing, situation=situation)


def _gated(hearing: Hearing, element: Element) -> Outcome | None:
    for gate in _gates(element, hearing.readings):
        at = outcome(hearing, gate.element)
        if at.status in gate.status:
            return Outcome("not-reached", at.grade, None, gate.because, f"after-{gate.element}")
    return None


@lru_cache(maxsize=512)
def _gates(element: Element, readings: Readings) -> tuple[Gate, ...]:
    return tuple(gate for gate in element.gates if stands(gate.under, dict(readings)))
