"""All that the case has of each kind."""

from okin_lib.api.catalog import Catalog
from okin_lib.api.nouns import Element, Fact, Party, Precedent, Reading, Titled
from okin_lib.doctrine import precedents as law
from okin_lib.doctrine.case import Case
from okin_lib.page import words
from okin_lib.record import types


def facts(case: Case) -> Catalog[Fact]:
    """Return the facts of the record, in its order."""
    return Catalog(
        (_fact(case, each) for each in case.record.facts), "fact", "Facts of the record"
    )


def hypotheticals(case: Case) -> Catalog[Fact]:
    """Return the facts that can be supposed and are not in the record."""
    supposed = (_supposed(each) for each in case.record.hypotheticals)
    return Catalog(supposed, "hypothetical", "Facts that are not in the record")


def parties(case: Case) -> Catalog[Party]:
    """Return the parties, and whoever else is in the case."""
    return Catalog(
        (
            Party(p.id, p.name, p.role, p.employer, p.description, p.page, p.quote)
            for p in case.record.parties
        ),
        "party",
        "Parties, and others in the case",
    )


def claims(case: Case) -> Catalog[Titled]:
    """Return the claims."""
    return Catalog((Titled(c.id, c.label) for c in case.doctrine.claims), "claim", "Claims")


def presets(case: Case) -> Catalog[Titled]:
    """Return the courts whose readings can be taken whole."""
    courts = (Titled(each.id, each.label) for each in case.doctrine.presets)
    return Catalog(courts, "preset", "Courts, as each read the law")


def elements(case: Case) -> Catalog[Element]:
    """Return the elements of every claim, in the order of the doctrine."""
    return Catalog(
        (
            Element(e.id, e.label, e.claim, e.kind, e.question, case.asked[e.id], e.page, e.quote)
            for e in case.doctrine.elements
        ),
        "element",
        "Elements of the claims",
    )


def readings(case: Case) -> Catalog[Reading]:
    """Return the questions on which judges differ."""
    return Catalog(
        (
            Reading(r.id, r.label, r.question, tuple(value.id for value in r.values))
            for r in case.doctrine.readings
        ),
        "reading",
        "Readings: where judges differ",
    )


def precedents(case: Case) -> Catalog[Precedent]:
    """Return the precedents that answers are reasoned from."""
    every = (_precedent(each) for each in case.doctrine.precedents)
    return Catalog(every, "precedent", "Precedents")


def _precedent(each: law.Precedent) -> Precedent:
    return Precedent(
        id=each.id,
        label=each.name,
        cite=each.cite,
        court=each.court,
        year=each.year,
        binding=each.binding,
        violation=each.violation,
        immunity=each.immunity,
        history=each.history,
    )


def _fact(case: Case, fact: types.Fact) -> Fact:
    occasion = case.events[fact.event]
    return Fact(
        id=fact.id,
        label=fact.label,
        statement=fact.statement,
        date=occasion.date,
        occasion=occasion.title,
        told_by=words.source(fact.source),
        account=words.fact_status(case, fact.status),
        concerns=fact.concerns,
        used=fact.used,
        page=fact.page,
        quote=fact.quote,
        in_record=True,
    )


def _supposed(each: types.Hypothetical) -> Fact:
    return Fact(
        id=each.id,
        label=each.label,
        statement=each.statement,
        date="",
        occasion="",
        told_by="",
        account="not in the record",
        concerns=each.concerns,
        used=(),
        page="",
        quote="",
        in_record=False,
    )
