"""Deciding one party's elements: the first authority that covers the situation decides."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.types import (
    Authority,
    Composition,
    Element,
    Gate,
    Grade,
    Status,
    stands,
)
from okin_lib.reasoning.index import Index, named
from okin_lib.reasoning.logic import Situation, completions, holds, unanimous
from okin_lib.reasoning.outcome import Outcome, Weighed, merge, weigh
from okin_lib.reasoning.precedent import constrain
from okin_lib.record.types import Side

Readings = tuple[tuple[str, str], ...]
"""Every reading and its value, in the order of the doctrine."""

WORDS: Mapping[tuple[str, bool | None], Status] = {
    ("fact", True): "triable",
    ("fact", False): "no-genuine-issue",
    ("fact", None): "open",
    ("law", True): "yes",
    ("law", False): "no",
    ("law", None): "open",
}


@frozen(eq=False)
class Hearing:
    """One party's case: the law, the readings, the situation, and the record's own.

    Attributes
    ----------
    on_record
        Whether the facts and their date are exactly the record's.
    settled
        Outcomes already found, by element id; shared by every question of this hearing.
    """

    law: Index
    party: str
    readings: Readings
    year: int
    on_record: bool
    situation: Situation
    values: Mapping[str, bool | None]
    baseline: Mapping[str, bool | None]
    settled: dict[str, Outcome]


def outcome(hearing: Hearing, key: str) -> Outcome:
    """Return how the element comes out whichever way the unknowns fall."""
    if key not in hearing.settled:
        hearing.settled[key] = _settle(hearing, hearing.law.elements[key])
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


def _settle(hearing: Hearing, element: Element) -> Outcome:
    gated = _gated(hearing, element)
    if gated is not None:
        return gated
    if element.parts is None:
        found = completions(lambda s: _first(_supposing(hearing, s), element), hearing.situation)
        return merge([o for o in found if o is not None])
    weighed = structure(hearing, element.parts)
    found = _first(hearing, element)
    if found is not None:
        return evolve(found, beneath=weighed.truth)
    return _composed(hearing, element, weighed)


def _composed(hearing: Hearing, element: Element, weighed: Weighed) -> Outcome:
    status = WORDS[element.kind, weighed.truth]
    return Outcome(
        status=status,
        grade=weighed.grade,
        lean=weighed.lean,
        because=element.composed.get(status, ()),
        authority=f"parts-of-{element.id}",
        divided=any(outcome(hearing, key).divided for key in named(element.parts)),
    )


def _joint(hearing: Hearing, parts: Composition) -> bool | None:
    """The truth of the parts with every unknown supposed once for all of them."""
    return weigh(parts, {key: _supposed(hearing, key) for key in named(parts)}).truth


def _supposed(hearing: Hearing, key: str) -> Outcome:
    known = hearing.settled.get(key)
    if known is not None and not known.divided:
        return known
    element = hearing.law.elements[key]
    if element.parts is None:
        found = _first(hearing, element)
        assert found is not None
        return found
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


def _first(hearing: Hearing, element: Element) -> Outcome | None:
    for authority in _authorities(element, hearing.readings, hearing.party):
        found = _apply(hearing, element, authority)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=512)
def _gates(element: Element, readings: Readings) -> tuple[Gate, ...]:
    return tuple(gate for gate in element.gates if stands(gate.under, dict(readings)))


@lru_cache(maxsize=2048)
def _authorities(element: Element, readings: Readings, party: str) -> tuple[Authority, ...]:
    return tuple(
        authority
        for authority in element.authorities
        if stands(authority.under, dict(readings))
        and (not authority.parties or party in authority.parties)
    )


def _apply(hearing: Hearing, element: Element, authority: Authority) -> Outcome | None:
    if authority.when is not None and not holds(authority.when, hearing.situation):
        return None
    if authority.kind == "precedents":
        return _forced(hearing, authority)
    grade: Grade | None = authority.grade
    if authority.kind == "contested":
        grade = "open"
    elif authority.kind in ("holding", "silence"):
        grade = _reach(hearing, element, authority)
    if grade is None:
        return None
    return Outcome(
        status=authority.status,
        grade=grade,
        lean=authority.lean,
        because=authority.because,
        authority=authority.id,
        collective=authority.collective,
        considers=authority.considers,
        held=authority.kind in ("holding", "silence"),
    )


def _forced(hearing: Hearing, authority: Authority) -> Outcome | None:
    found = constrain(hearing.law, hearing.situation, dict(hearing.readings)[hearing.law.case.doctrine.precedent_reading], hearing.year)
    if found.answer == "open":
        return None
    return Outcome(found.answer, "strong", None, found.because, authority.id)


def _reach(hearing: Hearing, element: Element, authority: Authority) -> Grade | None:
    """How firmly a holding on the record covers this situation; None if it does not."""
    if hearing.on_record:
        return authority.grade
    if element.kind == "law" and hearing.year != hearing.law.case.record.conduct_year:
        return None
    if element.parts is not None:
        return _reach_of_whole(hearing, element, authority)
    winner: Side = "plaintiff" if authority.status in ("triable", "yes") else "officers"
    return "strong" if _at_least_as_strong(hearing, element, winner) else None


def _reach_of_whole(hearing: Hearing, element: Element, authority: Authority) -> Grade | None:
    """Off the record a whole is its parts, unless the court was silent on every one."""
    if authority.kind == "holding" or element.parts is None:
        return None
    held = all(outcome(hearing, key).held for key in named(element.parts))
    return "strong" if held else None


def _at_least_as_strong(hearing: Hearing, element: Element, winner: Side) -> bool:
    """Whether nothing that helps the winner is weaker, and nothing that helps the loser
    stronger, than on the record."""
    return all(
        _no_worse(hearing, factor, better=side == winner)
        for side, factors in element.favours.items()
        for factor in factors
    )


def _no_worse(hearing: Hearing, factor: str, better: bool) -> bool:
    then, now = hearing.baseline[factor], hearing.values[factor]
    return now == then or hearing.situation.ask(factor) in (better, then)
