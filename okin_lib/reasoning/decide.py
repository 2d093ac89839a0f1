"""Deciding a party's elements, whichever way the unknowns fall."""

from collections.abc import Iterator

from attrs import evolve

from okin_lib.doctrine.elements import Authority, Composition, Element, ElementId
from okin_lib.doctrine.propositions import ends
from okin_lib.reasoning.authority import applicable, first, gates_standing, said
from okin_lib.reasoning.logic import Situation, agreed, completions
from okin_lib.reasoning.outcome import (
    TRUTH,
    WORDS,
    Outcome,
    Outcomes,
    Weighed,
    combine,
    merge,
    weakest,
    weigh,
)
from okin_lib.reasoning.party_case import PartyCase


def outcome(own: PartyCase, key: ElementId) -> Outcome:
    """Return how the element comes out.

    What is found is kept with the party's case: an element has many that ask for it. That is
    safe because the case is frozen but for it, and shares it with no case in which anything
    differs that an outcome depends on (`settled`), so that whoever asks first finds what anyone
    would. What is supposed of an unknown is no part of the case, and is never kept there.
    """
    if key not in own.settled:
        element = own.case.elements[key]
        own.settled[key] = (
            _unstated(own, key)
            or _gated(own, element)
            or own.if_reached.get(key)
            or _decide(own, element)
        )
    return own.settled[key]


def structure(own: PartyCase, parts: Composition) -> Weighed:
    """Return what the parts make together, whatever the court said of the whole.

    Parts that an unknown divides may yet agree as a whole, so they are asked together.
    """
    return _weighed(own, parts, {end: _end(own, end) for end in ends(parts)})


def joint_ways(
    own: PartyCase, parts: Composition, situation: Situation | None = None
) -> Iterator[tuple[Situation, bool | None]]:
    """Yield each way the unknowns can fall for all of the parts together, and their truth then."""
    for way, outcomes in _falling(own, ends(parts), situation or own.situation):
        yield way, weigh(parts, outcomes).truth


def _falling(
    own: PartyCase, parts: tuple[Composition, ...], situation: Situation
) -> Iterator[tuple[Situation, Outcomes]]:
    """Yield each way with the outcome of each part; what falls for one has fallen for the next."""
    if not parts:
        yield situation, {}
        return
    *before, end = parts
    for way, outcomes in _falling(own, tuple(before), situation):
        for further, found in _supposed(own, end, way):
            yield further, {**outcomes, end: found}


def _weighed(own: PartyCase, parts: Composition, outcomes: Outcomes) -> Weighed:
    weighed = weigh(parts, outcomes)
    if weighed.truth is None and any(found.divided for found in outcomes.values()):
        truth = agreed(truth for _, truth in joint_ways(own, parts))
        if truth is not None:
            return Weighed(truth, "strong", None)
    return weighed


def _end(own: PartyCase, end: Composition) -> Outcome:
    if end.op == "element":
        return outcome(own, end.element)
    return _through(own, end.parts[0].element)


def _through(own: PartyCase, key: ElementId) -> Outcome:
    """An element as it stands for any one of a municipality's officers: an inference."""
    found = [outcome(officer, key) for officer in own.officers]
    reached = [each for each in found if each.status != "not-reached"]
    theirs = [Weighed(each.truth, each.grade, each.lean) for each in reached]
    weighed = combine("any", [*theirs, *(_whoever(group, key) for group in own.one_of_them)])
    element = own.case.elements[key]
    return Outcome(
        status=WORDS[element.kind, weighed.truth] if reached or not found else "not-reached",
        grade=weakest([weighed.grade, "strong"]),
        lean=weighed.lean,
        because=(),
        authority=f"officers-of-{key}",
        held=all(each.held for each in found),
    )


def _whoever(group: tuple[PartyCase, ...], key: ElementId) -> Weighed:
    """An element as it stands whichever of the officers it was."""
    found = (outcome(each, key) for each in group)
    return combine("all", [Weighed(each.truth, each.grade, each.lean) for each in found])


def _decide(own: PartyCase, element: Element) -> Outcome:
    if element.parts is not None:
        return _whole(own, element, element.parts)
    found = list(completions(lambda s: (s, _leaf(own, element, s)), own.situation))
    merged = merge([each for _, each in found])
    if not merged.divided:
        return merged
    return evolve(merged, ways=tuple((own.situation.falls_in(way), each) for way, each in found))


def _leaf(own: PartyCase, element: Element, situation: Situation) -> Outcome:
    found = first(own, element, situation)
    if found is None:
        raise AssertionError(f"the authorities of {element.id} do not end")
    return found


def _whole(own: PartyCase, element: Element, parts: Composition) -> Outcome:
    """Decide as the court did where its own rulings cover every part reached; else by parts."""
    outcomes = {end: _end(own, end) for end in ends(parts)}
    weighed = _weighed(own, parts, outcomes)
    decided = own.as_decided(element.id)
    reached = [found for found in outcomes.values() if found.status != "not-reached"]
    if decided or all(found.held for found in reached or outcomes.values()):
        for authority in applicable(element, own.readings, own.party, decided):
            if decided or _agrees(authority, weighed.truth):
                grade = authority.grade if decided else weakest([authority.grade, "strong"])
                return said(own, element, authority, grade, weighed.truth)
    beyond = not reached and "not-reached" in element.composed
    status = "not-reached" if beyond else WORDS[element.kind, weighed.truth]
    return Outcome(
        status=status,
        grade="strong" if beyond else weighed.grade,
        lean=weighed.lean,
        because=own.can_say(element.kind, element.composed.get(status, ())),
        authority=f"parts-of-{element.id}",
        divided=any(found.divided for found in outcomes.values()),
    )


def _agrees(authority: Authority, truth: bool | None) -> bool:
    """Whether the court's ruling on a whole can stand beside what its parts come to here."""
    ruled = TRUTH.get(authority.status)
    return truth is None or ruled is None or ruled is truth


def _supposed(
    own: PartyCase, end: Composition, situation: Situation
) -> Iterator[tuple[Situation, Outcome]]:
    """Yield each way the unknowns left in the situation can fall for a part, and its outcome."""
    known = _end(own, end)
    element = own.case.elements[end.element] if end.op == "element" else None
    if element is None or not known.divided:
        yield situation, known
    elif element.parts is None:
        for falling, found in known.ways:
            further = situation.falling(falling)
            if further is not None:
                yield further, found
    else:
        for way, truth in joint_ways(own, element.parts, situation):
            status = WORDS[element.kind, truth]
            yield way, Outcome(status, "strong", None, (), f"parts-of-{element.id}")


def _unstated(own: PartyCase, key: ElementId) -> Outcome | None:
    if key not in own.unstated:
        return None
    return Outcome("not-stated", "open", None, own.unstated[key], "unstated")


def _gated(own: PartyCase, element: Element) -> Outcome | None:
    for gate in gates_standing(element, own.readings):
        at = outcome(own, gate.element)
        if at.status in gate.status:
            return Outcome(
                status="not-reached",
                grade=at.grade,
                lean=None,
                because=own.can_say(element.kind, gate.because),
                authority=f"after-{gate.element}",
                held=at.held,
            )
    return None
