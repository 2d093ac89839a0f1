"""One fact: what it says, through whom it came, and against whose account it stands."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page import words
from okin_lib.page.casing import capitalized
from okin_lib.page.template import render
from okin_lib.reasoning.posed import Presence
from okin_lib.record.disputes import Account, Dispute
from okin_lib.record.types import Fact, FactId, FactStatus, Source


@frozen
class Hop:
    """One through whom a fact came: the first speaker first, who wrote or testified last."""

    who: str
    how: str


@frozen
class Version:
    """One account of a dispute, and how it stands."""

    whose: str
    label: str
    presence: Presence


def account(case: Case, fact: Fact, presence: Mapping[FactId, Presence]) -> Markup:
    """Return what is to be said of a fact, in three parts."""
    dispute, own = dispute_near(case, fact)
    return render(
        "page/account",
        case=case,
        fact=fact,
        stands=presence[fact.id],
        chain=chain(fact),
        dispute=dispute,
        own=own,
        versions=versions(case, dispute, presence) if dispute else (),
    )


def lane(case: Case, status: FactStatus) -> tuple[str, str]:
    """Return whose account facts are, as a heading, and what is said of them besides."""
    whose, *besides = words.whose_account(case, status)
    return capitalized(whose), ", ".join(besides)


def chain(fact: Fact) -> list[Hop]:
    """Return through whom a fact came to the opinion."""
    source = fact.source
    told = [
        Hop(who, "passes it on" if place else "says it")
        for place, who in enumerate(source.told_through)
    ]
    form = words.form_of(source.form)
    return [*told, Hop(words.speaker(source.written_by or source.who), form)]


def teller(source: Source) -> tuple[str, str]:
    """Return the id and label of who tells: the court's recital is apart from its inferences."""
    if source.who != "court":
        return re.sub(r"[^a-z0-9]+", "-", source.who.lower().replace("'", "")), source.who
    if source.form == "record":
        return source.who, "the court's recital"
    return f"{source.who}-{source.form}", f"the court's {source.form}"


def tellers(facts: Sequence[Fact], off: Collection[FactId]) -> list[tuple[str, int, int]]:
    """Return who tells the facts, and of how many of them how many stand."""
    every = Counter(teller(fact.source)[1] for fact in facts)
    on = Counter(teller(fact.source)[1] for fact in facts if fact.id not in off)
    return [(label, on[label], total) for label, total in every.items()]


def parted(dispute: Dispute) -> bool:
    """Return whether there are two accounts, or more."""
    return len(dispute.accounts) > 1


def dispute_near(case: Case, fact: Fact) -> tuple[Dispute | None, bool]:
    """Return where accounts of a fact part, else of its incident, and whether it is the fact's."""
    own = [each for each in case.disputes if fact.id in each.facts]
    near = [
        each
        for each in case.disputes
        if any(case.facts[key].event == fact.event for key in each.facts)
    ]
    found = next(filter(parted, own), None) or next(iter(own), None)
    return (found, True) if found else (next(iter(near), None), False)


def versions(
    case: Case, dispute: Dispute, presence: Mapping[FactId, Presence]
) -> tuple[Version, ...]:
    """Return the accounts of a dispute."""
    return tuple(
        Version(case.record.sides[each.side].label, each.label, _presence(dispute, each, presence))
        for each in dispute.accounts
    )


def _presence(dispute: Dispute, account: Account, presence: Mapping[FactId, Presence]) -> Presence:
    """The presence of the facts that are the account's alone, if none of these is on."""
    others = {key for each in dispute.accounts if each is not account for key in each.facts}
    own = [presence[key] for key in account.facts if key not in others]
    return "on" if not own or "on" in own else own[0]
