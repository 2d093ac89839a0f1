"""From a case and a scenario to an analysis: pure, total and deterministic."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.assumption import Assumption, assumed
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import Scope, own, scope, situation
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
    readings = tuple(full_readings(case, scenario).items())
    on = (case.record_on - scenario.without - assumed(case, readings).set_aside) | scenario.added
    hearings = hearings_of(case, readings, scenario, on)
    heard = {hearing.party: hearing for hearing in hearings.values()}
    grounds = {
        (party, key): _grounds(hearing, key, on)
        for party, hearing in heard.items()
        for key, element in case.elements.items()
        if case.parties[party].role in element.applies
    }
    return Analysis(
        scenario=scenario,
        findings=tuple(
            _finding(hearings[party.id], key, party.id, grounds)
            for key, element in case.elements.items()
            for party in case.defendants
            if party.role in element.applies
        ),
        dispositions=dispositions(case, hearings, dict(readings)),
    )


def hearings_of(
    case: Case, readings: Readings, scenario: Scenario, on: frozenset[str]
) -> dict[str, Hearing]:
    """Return every party's hearing: the officers' first, which a municipality's draws on.

    Parties share a hearing if the same facts count for them, those that count for one alone
    included, and the court spoke of them alike.
    """
    assumption = assumed(case, readings)
    alike: dict[object, Hearing] = {}
    hearings: dict[str, Hearing] = {}
    for party in sorted(case.defendants, key=lambda party: party.role != "officer"):
        same = (
            scope(case, party.id, assumption),
            own(case, party.id, assumption) & on,
            _spoken_of(case, party.id),
        )
        if same not in alike:
            alike[same] = _hearing(case, party, readings, scenario, on, hearings)
        hearings[party.id] = alike[same]
    return hearings


def _hearing(
    case: Case,
    party: Party,
    readings: Readings,
    scenario: Scenario,
    on: frozenset[str],
    others: Mapping[str, Hearing],
) -> Hearing:
    assumption = assumed(case, readings)
    usual = assumed(case, tuple(case.defaults.items()))
    facts = situation(case, on, party.id, assumption)
    as_posed = (assumption.set_aside, assumption.doubted) == (usual.set_aside, usual.doubted)
    return Hearing(
        case=case,
        party=party.id,
        readings=readings,
        year=scenario.year or case.record.conduct_year,
        on_record=as_posed and not scenario.alters_record,
        unmoved=_unmoved(case, scenario) if as_posed else frozenset(),
        whose=scope(case, party.id, assumption),
        situation=facts,
        values={factor: facts.value(factor) for factor in case.factors},
        baseline=_baseline(case, party.id, evolve(usual, aggregate=assumption.aggregate)),
        settled={},
        officers=tuple(others[p.id] for p in case.officers if p.employer == party.id),
    )


def _unmoved(case: Case, scenario: Scenario) -> frozenset[str]:
    """The elements to which nothing supposed makes a difference, as the opinion states."""
    if not scenario.added or scenario.without or scenario.year is not None:
        return frozenset()
    added = (each for each in case.record.hypotheticals if each.id in scenario.added)
    return frozenset(case.elements).intersection(*(each.no_difference for each in added))


@lru_cache(maxsize=64)
def _spoken_of(case: Case, party: str) -> frozenset[str]:
    """The ids of the authorities that name the party."""
    return frozenset(
        authority.id
        for element in case.elements.values()
        for authority in element.authorities
        if party in authority.parties
    )


@lru_cache(maxsize=64)
def _baseline(case: Case, party: str, assumption: Assumption) -> Mapping[str, bool | None]:
    """The factors' values on the record itself."""
    record = situation(case, case.record_on - assumption.set_aside, party, assumption)
    return {factor: record.value(factor) for factor in case.factors}


Grounds = tuple[tuple[tuple[str, bool | None], ...], tuple[str, ...]]
"""The factors an element turned on with their values, and the facts it rests on."""


def _grounds(hearing: Hearing, key: str, on: frozenset[str]) -> Grounds:
    case = hearing.case
    touched = case.touches[key]
    factors = tuple(zip(touched, map(hearing.values.__getitem__, touched), strict=True))
    counting = _counting(case, hearing.whose, factors, outcome(hearing, key).considers)
    return factors, tuple(filter(on.__contains__, counting))


@lru_cache(maxsize=4096)
def _counting(
    case: Case,
    whose: Scope,
    factors: tuple[tuple[str, bool | None], ...],
    considered: tuple[str, ...],
) -> tuple[str, ...]:
    """The facts that can count on factors not absent, in the order of the record."""
    present = {
        fact for factor, value in factors if value is not False for fact in case.feeds[factor]
    }
    wanted = (present | set(considered)) & (whose.firm | whose.doubtful)
    return tuple(fact for fact in case.atoms if fact in wanted)


def _finding(
    hearing: Hearing, key: str, party: str, grounds: Mapping[tuple[str, str], Grounds]
) -> Finding:
    element, found = hearing.case.elements[key], outcome(hearing, key)
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
