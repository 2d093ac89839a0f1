"""Whether an authority covers a situation, and what it then says."""

from functools import lru_cache

from okin_lib.doctrine.elements import Authority, Element
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Grade
from okin_lib.reasoning.logic import holds
from okin_lib.reasoning.outcome import HELPS, Outcome
from okin_lib.reasoning.party_case import Hearing
from okin_lib.reasoning.precedent import constrain
from okin_lib.reasoning.types import Readings


def first(hearing: Hearing, element: Element) -> Outcome | None:
    """Return what the first authority that covers the situation says.

    Raises
    ------
    Undetermined
        If whether an authority covers it turns on an unknown factor.
    """
    for authority in standing(element, hearing.readings, hearing.party):
        found = _apply(hearing, element, authority)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=2048)
def standing(element: Element, readings: Readings, party: str) -> tuple[Authority, ...]:
    """Return the authorities that stand on these readings and can concern the party."""
    return tuple(
        authority
        for authority in element.authorities
        if stands(authority.under, dict(readings)) and _concerns(authority, party)
    )


def _concerns(authority: Authority, party: str) -> bool:
    if not party:
        return authority.kind not in ("holding", "silence")
    return not authority.parties or party in authority.parties


def said(authority: Authority, grade: Grade, beneath: bool | None = None) -> Outcome:
    """Return what the authority says, as firmly as ``grade``; its parts come to ``beneath``."""
    return Outcome(
        status=authority.status,
        grade=grade,
        lean=authority.lean,
        because=authority.because,
        authority=authority.id,
        collective=authority.collective,
        considers=authority.considers,
        held=authority.kind in ("holding", "silence"),
        beneath=beneath,
    )


def _apply(hearing: Hearing, element: Element, authority: Authority) -> Outcome | None:
    if authority.when is not None and not holds(authority.when, hearing.situation):
        return None
    match authority.kind:
        case "precedents":
            return _forced(hearing, authority)
        case "contested":
            return said(authority, "open")
        case "rule":
            return said(authority, authority.grade)
        case "holding" | "silence":
            grade = _reach(hearing, element, authority)
            return None if grade is None else said(authority, grade)


def _forced(hearing: Hearing, authority: Authority) -> Outcome | None:
    reader = dict(hearing.readings)[hearing.case.doctrine.precedent_reading]
    for precedent in hearing.case.doctrine.precedents:
        if precedent.id == hearing.own_precedent and reader in precedent.denies:
            because = precedent.denies[reader].because  # what it held of its own facts
            return Outcome("no", "decided", None, because, authority.id)
    found = constrain(hearing.case, hearing.situation, reader, hearing.year)
    if found.answer == "open" or authority.status not in ("open", found.answer):
        return None
    return Outcome(found.answer, "strong", None, found.because, authority.id)


def _reach(hearing: Hearing, element: Element, authority: Authority) -> Grade | None:
    """How firmly a holding on the record covers this situation; None if it does not."""
    if hearing.as_decided(element.id):
        return authority.grade
    if element.kind == "law" and hearing.year != hearing.case.record.conduct_year:
        return None
    winner = HELPS.get(authority.status, "officers")
    as_strong = all(
        _no_worse(hearing, factor, better=side == winner)
        for side, factors in element.favours.items()
        for factor in factors
    )
    return "strong" if as_strong else None


def _no_worse(hearing: Hearing, factor: str, better: bool) -> bool:
    then, now = hearing.baseline[factor], hearing.values[factor]
    return now == then or hearing.situation.ask(factor) in (better, then)
