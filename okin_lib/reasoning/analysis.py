"""From a case and a scenario to an analysis: pure, total and deterministic."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.assumption import Assumption, assumed
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import Scope, own, scope, situation
from okin_lib.reasoning.index import Index, index
from okin_lib.reasoning.motion import dispositions
from okin_lib.reasoning.party_case import Hearing
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.types import Analysis, Finding, Readings, Scenario
from okin_lib.record.types import Party


def analyze(case: Case, scenario: Scenario) -> Analysis:
    """Return every finding and disposition of the case in the scenario.

    Findings come in the order of the doctrine's elements, and within each in the order
    of the record's parties.
    """
    law = index(case)
    readings = tuple(full_readings(law, scenario).items())
    on = (law.record_on - scenario.without - assumed(law, readings).set_aside) | scenario.added
    hearings = hearings_of(law, readings, scenario, on)
    heard = {hearing.party: hearing for hearing in hearings.values()}
    grounds = {
        (party, key): _grounds(hearing, key, on)
        for party, hearing in heard.items()
        for key, element in law.elements.items()
        if law.parties[party].role in element.applies
    }
    return Analysis(
        scenario=scenario,
        findings=tuple(
            _finding(hearings[party.id], key, party.id, grounds)
            for key, element in law.elements.items()
            for party in law.defendants
            if party.role in element.applies
        ),
        dispositions=dispositions(law, hearings, dict(readings)),
    )


def hearings_of(
    law: Index, readings: Readings, scenario: Scenario, on: frozenset[str]
) -> dict[str, Hearing]:
    """Return every party's hearing: the officers' first, which a municipality's draws on.

    Parties share a hearing if the same facts count for them, those that count for one alone
    included, and the court spoke of them alike.
    """
    assumption = assumed(law, readings)
    alike: dict[object, Hearing] = {}
    hearings: dict[str, Hearing] = {}
    for party in sorted(law.defendants, key=lambda party: party.role != "officer"):
        same = (
            scope(law, party.id, assumption),
            own(law, party.id, assumption) & on,
            _spoken_of(law, party.id),
        )
        if same not in alike:
            alike[same] = _hearing(law, party, readings, scenario, on, hearings)
        hearings[party.id] = alike[same]
    return hearings


def _hearing(
    law: Index,
    party: Party,
    readings: Readings,
    scenario: Scenario,
    on: frozenset[str],
    others: Mapping[str, Hearing],
) -> Hearing:
    assumption = assumed(law, readings)
    usual = assumed(law, tuple(law.defaults.items()))
    facts = situation(law, on, party.id, assumption)
    as_posed = (assumption.set_aside, assumption.doubted) == (usual.set_aside, usual.doubted)
    return Hearing(
        law=law,
        party=party.id,
        readings=readings,
        year=scenario.year or law.case.record.conduct_year,
        on_record=as_posed and not scenario.alters_record,
        unmoved=_unmoved(law, scenario) if as_posed else frozenset(),
        whose=scope(law, party.id, assumption),
        situation=facts,
        values={factor: facts.value(factor) for factor in law.factors},
        baseline=_baseline(law, party.id, evolve(usual, aggregate=assumption.aggregate)),
        settled={},
        officers=tuple(others[p.id] for p in law.officers if p.employer == party.id),
    )


def _unmoved(law: Index, scenario: Scenario) -> frozenset[str]:
    """The elements to which nothing supposed makes a difference, as the opinion states."""
    if not scenario.added or scenario.without or scenario.year is not None:
        return frozenset()
    added = (each for each in law.case.record.hypotheticals if each.id in scenario.added)
    return frozenset(law.elements).intersection(*(each.no_difference for each in added))


@lru_cache(maxsize=64)
def _spoken_of(law: Index, party: str) -> frozenset[str]:
    """The ids of the authorities that name the party."""
    return frozenset(
        authority.id
        for element in law.elements.values()
        for authority in element.authorities
        if party in authority.parties
    )


@lru_cache(maxsize=64)
def _baseline(law: Index, party: str, assumption: Assumption) -> Mapping[str, bool | None]:
    """The factors' values on the record itself."""
    record = situation(law, law.record_on - assumption.set_aside, party, assumption)
    return {factor: record.value(factor) for factor in law.factors}


Grounds = tuple[tuple[tuple[str, bool | None], ...], tuple[str, ...]]
"""The factors an element turned on with their values, and the facts it rests on."""


def _grounds(hearing: Hearing, key: str, on: frozenset[str]) -> Grounds:
    law = hearing.law
    touched = law.touches[key]
    factors = tuple(zip(touched, map(hearing.values.__getitem__, touched), strict=True))
    counting = _counting(law, hearing.whose, factors, outcome(hearing, key).considers)
    return factors, tuple(filter(on.__contains__, counting))


@lru_cache(maxsize=4096)
def _counting(
    law: Index,
    whose: Scope,
    factors: tuple[tuple[str, bool | None], ...],
    considered: tuple[str, ...],
) -> tuple[str, ...]:
    """The facts that can count on factors not absent, in the order of the record."""
    present = {
        fact for factor, value in factors if value is not False for fact in law.feeds[factor]
    }
    wanted = (present | set(considered)) & (whose.firm | whose.doubtful)
    return tuple(fact for fact in law.atoms if fact in wanted)


def _finding(
    hearing: Hearing, key: str, party: str, grounds: Mapping[tuple[str, str], Grounds]
) -> Finding:
    element, found = hearing.law.elements[key], outcome(hearing, key)
    factors, facts = grounds[hearing.party, key]
    return Finding(
        claim=element.claim,
        element=key,
        party=party,
        kind=element.kind,
        status=found.status,
        grade=found.grade,
        lean=found.lean,
        because=found.because,
        facts=facts,
        factors=factors,
        authority=found.authority,
        collective=found.collective,
    )
