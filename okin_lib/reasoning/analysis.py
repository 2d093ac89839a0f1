"""From a case and a scenario to an analysis: pure, total and deterministic."""

from collections.abc import Mapping
from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.disposition import dispositions
from okin_lib.reasoning.hearing import Hearing, Readings
from okin_lib.reasoning.index import Index, index
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.situation import Scope, scope, situation
from okin_lib.reasoning.types import Analysis, Finding, Scenario


def analyze(case: Case, scenario: Scenario) -> Analysis:
    """Return every finding and disposition of the case in the scenario.

    Findings come in the order of the doctrine's elements, and within each in the order
    of the record's parties.
    """
    law = index(case)
    readings = tuple(full_readings(law, scenario).items())
    on = (law.record_on - scenario.without) | scenario.added
    alike: dict[object, Hearing] = {}
    hearings = {p.id: _hearing(law, p.id, readings, scenario, on, alike) for p in law.officers}
    grounds = {
        hearing.party: {key: _grounds(hearing, key, on) for key in law.elements}
        for hearing in alike.values()
    }
    return Analysis(
        scenario=scenario,
        findings=tuple(
            _finding(law, key, party, hearing, *grounds[hearing.party][key])
            for key in law.elements
            for party, hearing in hearings.items()
        ),
        dispositions=dispositions(law, hearings, dict(readings)),
    )


def _hearing(
    law: Index,
    party: str,
    readings: Readings,
    scenario: Scenario,
    on: frozenset[str],
    alike: dict[object, Hearing],
) -> Hearing:
    """Make the party's hearing, or join that of a party in like case.

    Parties are in like case if the same facts count for them in the same way, and the
    court spoke of them alike.
    """
    aggregate = aggregates(law, readings)
    whose = scope(law, party, aggregate)
    facts = situation(law, on, party, aggregate)
    values = {factor: facts.value(factor) for factor in law.factors}
    baseline = _baseline(law, party, aggregate)
    same = (whose, _spoken_of(law, party), *values.values(), *baseline.values())
    if same not in alike:
        alike[same] = Hearing(
            law=law,
            party=party,
            readings=readings,
            year=scenario.year or law.case.record.conduct_year,
            on_record=not scenario.alters_record,
            whose=whose,
            situation=facts,
            values=values,
            baseline=baseline,
            settled={},
        )
    return alike[same]


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
def aggregates(law: Index, readings: Readings) -> bool:
    """Whether these readings count the officers' conduct together."""
    return any(
        value.aggregates
        for key, chosen in readings
        for value in law.readings[key].values
        if value.id == chosen
    )


@lru_cache(maxsize=64)
def _baseline(law: Index, party: str, aggregate: bool) -> Mapping[str, bool | None]:
    """The factors' values on the record itself."""
    record = situation(law, law.record_on, party, aggregate)
    return {factor: record.value(factor) for factor in law.factors}


Grounds = tuple[tuple[tuple[str, bool | None], ...], tuple[str, ...]]
"""The factors an element turned on with their values, and the facts it rests on."""


def _grounds(hearing: Hearing, key: str, on: frozenset[str]) -> Grounds:
    law = hearing.law
    factors = tuple((factor, hearing.values[factor]) for factor in law.touches[key])
    counting = _counting(law, hearing.whose, factors, outcome(hearing, key).considers)
    return factors, tuple(fact for fact in counting if fact in on)


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
    law: Index,
    key: str,
    party: str,
    hearing: Hearing,
    factors: tuple[tuple[str, bool | None], ...],
    facts: tuple[str, ...],
) -> Finding:
    element, found = law.elements[key], outcome(hearing, key)
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
