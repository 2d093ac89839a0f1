"""Whether an authority covers a situation, and what it then says."""

from functools import lru_cache

from okin_lib.doctrine.elements import Authority, Element, Gate
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Grade
from okin_lib.reasoning.constraint import constrain
from okin_lib.reasoning.logic import Situation, holds
from okin_lib.reasoning.outcome import HELPS, Outcome, weakest
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.types import Readings
from okin_lib.record.types import PartyId


def first(own: PartyCase, element: Element, situation: Situation) -> Outcome | None:
    """Return what the first authority that covers the situation says.

    Parameters
    ----------
    situation
        The party's, where none or some of its unknowns are supposed to fall one way.

    Raises
    ------
    Undetermined
        If whether an authority covers it turns on an unknown factor.
    """
    for authority in applicable(element, own.readings, own.party, own.as_decided(element.id)):
        found = _apply(own, element, authority, situation)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=2048)  # asked for every element of every party, in every analysis
def applicable(
    element: Element, readings: Readings, party: PartyId | None, as_decided: bool
) -> tuple[Authority, ...]:
    """Return the authorities that stand on these readings and can concern the party.

    What was held of a case that is as it was decided comes before any rule that it could rest
    on as well; else they are in their order.
    """
    its = [
        authority
        for authority in element.authorities
        if stands(authority.under, dict(readings)) and _concerns(authority, party)
    ]
    return tuple(sorted(its, key=lambda each: not each.held) if as_decided else its)


@lru_cache(maxsize=512)
def gates_standing(element: Element, readings: Readings) -> tuple[Gate, ...]:
    """Return the gates of the element that stand on these readings."""
    return tuple(gate for gate in element.gates if stands(gate.under, dict(readings)))


def _concerns(authority: Authority, party: PartyId | None) -> bool:
    if party is None:
        return not (authority.parties or authority.held)
    return not authority.parties or party in authority.parties


def said(
    own: PartyCase,
    element: Element,
    authority: Authority,
    grade: Grade,
    beneath: bool | None = None,
) -> Outcome:
    """Return what the authority says, as firmly as ``grade``; its parts come to ``beneath``."""
    lean = authority.lean
    leaning = own.can_say(element.kind, lean.argument) if lean else ()
    return Outcome(
        status=authority.status,
        grade=grade,
        lean=lean.side if lean and leaning else None,
        because=own.can_say(element.kind, authority.because),
        leaning=leaning,
        authority=authority.id,
        collective=authority.collective,
        considers=authority.considers,
        held=authority.held,
        beneath=beneath,
    )


def _apply(
    own: PartyCase, element: Element, authority: Authority, situation: Situation
) -> Outcome | None:
    if authority.adduced and own.on_the_pleadings:
        return None
    if authority.after and not own.was_law(authority.after):
        return None
    if authority.when is not None and not holds(authority.when, situation):
        return None
    match authority.kind:
        case "precedents":
            return _forced(own, authority, situation)
        case "contested":
            return said(own, element, authority, "open")
        case "rule":
            return said(own, element, authority, _firmness(own, element, authority))
        case "holding" | "silence":
            grade = _reach(own, element, authority, situation)
            return None if grade is None else said(own, element, authority, grade)


def _firmness(own: PartyCase, element: Element, authority: Authority) -> Grade:
    """A rule decides a party's case off the record only if the opinion states it of any."""
    if own.party is None or authority.for_all or own.as_decided(element.id):
        return authority.grade
    return weakest([authority.grade, "strong"])


def _forced(own: PartyCase, authority: Authority, situation: Situation) -> Outcome | None:
    reader = dict(own.readings)[own.case.doctrine.precedent_reading]
    for precedent in own.case.doctrine.precedents:
        if precedent.id == own.own_precedent and reader in precedent.denies:
            because = precedent.denies[reader].because  # what it held of its own facts
            return Outcome("no", "decided", None, because, authority.id)
    found = constrain(own.case, situation, reader, own.year)
    unsaid = found.answer == "open" and not found.because
    if unsaid or authority.status not in ("open", found.answer):
        return None
    grade: Grade = "open" if found.answer == "open" else "strong"
    return Outcome(found.answer, grade, None, own.can_say("law", found.because), authority.id)


def _reach(
    own: PartyCase, element: Element, authority: Authority, situation: Situation
) -> Grade | None:
    """How firmly a holding on the record covers this situation; None if it does not."""
    if own.as_decided(element.id):
        return authority.grade
    if element.kind == "law" and own.year != own.case.record.conduct_year:
        return None
    winner = HELPS.get(authority.status, "officers")
    for side, factors in element.favours.items():
        no_worse = side == winner
        for factor in factors:
            then, now = own.baseline[factor], own.values[factor]
            if now != then and situation.ask(factor) not in (no_worse, then):
                return None
    return "strong"
