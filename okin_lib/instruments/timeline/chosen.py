"""Which incident and fact are looked at, through whom it came, and where accounts of it part."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.timeline.moments import Moment
from okin_lib.page import words
from okin_lib.reasoning.posed import Presence
from okin_lib.record.disputes import Account, Dispute
from okin_lib.record.types import Fact, FactId, FactStatus

LANES: tuple[FactStatus, ...] = tuple(words.FACT_STATUS)
"""Whose account a fact is, in the order in which these are shown."""


@frozen
class Mouth:
    """One through whom a fact came: the first speaker first, who wrote or testified last."""

    who: str
    how: str


def call_shown(shown: Sequence[Moment], chosen: str) -> Moment:
    """Return the incident that is chosen; the first of them where none of them is."""
    return next((moment for moment in shown if moment.event == chosen), shown[0])


def fact_shown(case: Case, facts: Sequence[Fact], chosen: str) -> Fact:
    """Return the fact that is chosen; else the first that is disputed, or that was passed on."""
    parted = {key for dispute in case.disputes if _parts(dispute) for key in dispute.facts}
    for wanted in (
        lambda fact: fact.id == chosen,
        lambda fact: fact.id in parted,
        lambda fact: bool(fact.source.hops),
    ):
        if found := next(filter(wanted, facts), None):
            return found
    return facts[0]


def chain(fact: Fact) -> list[Mouth]:
    """Return through whom a fact came to the opinion."""
    hops = fact.source.hops
    told = [
        Mouth(who, "passes it on" if place else "says it") for place, who in enumerate(hops[::-1])
    ]
    form = "recital of the record" if fact.source.form == "record" else fact.source.form
    return [*told, Mouth(words.speaker(fact.source.who), form)]


def dispute_near(case: Case, fact: Fact) -> tuple[Dispute | None, bool]:
    """Return where accounts of a fact part, else of its incident, and whether it is the fact's."""
    own = [each for each in case.disputes if fact.id in each.facts]
    near = [
        each
        for each in case.disputes
        if any(case.facts[key].event == fact.event for key in each.facts)
    ]
    found = next(filter(_parts, own), None) or next(iter(own), None)
    return (found, True) if found else (next(iter(near), None), False)


def stands(dispute: Dispute, account: Account, presence: Mapping[FactId, Presence]) -> Presence:
    """Return how an account stands: as the facts do that are its alone, if none of these is on."""
    others = {key for each in dispute.accounts if each is not account for key in each.facts}
    own = [presence[key] for key in account.facts if key not in others]
    return "on" if not own or "on" in own else own[0]


def _parts(dispute: Dispute) -> bool:
    return len(dispute.accounts) > 1
