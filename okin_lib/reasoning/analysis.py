"""From a case and a scenario to an analysis: pure, total and deterministic."""

from collections.abc import Mapping
from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.disposition import dispositions
from okin_lib.reasoning.hearing import Hearing, Readings, outcome
from okin_lib.reasoning.index import Index, index
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.situation import scope, situation
from okin_lib.reasoning.types import Analysis, Finding, Scenario


def analyze(case: Case, scenario: Scenario) -> Analysis:
    """Return every finding and disposition of the case in the scenario.

    Findings come in the order of the doctrine's elements, and within each in the order
    of the record's parties.
    """
    law = index(case)
    readings = tuple(full_readings(law, scenario).items())
    on = (law.record_on - scenario.without) | scenario.added
    alike: dict[object, dict[str, Outcome]] = {}
    hearings = {p.id: _hearing(law, p.id, readings, scenario, on, alike) for p in law.officers}
    return Analysis(
        scenario=scenario,
        findings=tuple(
            _finding(hearing, key, on) for key in law.elements for hearing in hearings.values()
        ),
        dispositions=dispositions(law, hearings, dict(readings)),
    )


def _hearing(
    law: Index,
    party: str,
    readings: Readings,
    scenario: Scenario,
    on: frozenset[str],
    alike: dict[object, dict[str, Outcome]],
) -> Hearing:
    """Make the party's hearing; parties in the same situation, of whom the court spoke
    alike, share their outcomes in ``alike``."""
    aggregate = aggregates(law, readings)
    facts = situation(law, on, party, aggregate)
    values = {factor: facts.value(factor) for factor in law.factors}
    baseline = _baseline(law, party, aggregate)
    same = (_spoken_of(law, party), *values.values(), *baseline.values())
    return Hearing(
        law=law,
        party=party,
        readings=readings,
        year=scenario.year or law.case.record.conduct_year,
        on_record=not scenario.alters_record,
        situation=facts,
        values=values,
        baseline=baseline,
        settled=alike.setdefault(same, {}),
    )


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


def _finding(hearing: Hearing, key: str, on: frozenset[str]) -> Finding:
    law, element, found = hearing.law, hearing.law.elements[key], outcome(hearing, key)
    factors = tuple((factor, hearing.values[factor]) for factor in law.touches[key])
    aggregate = aggregates(law, hearing.readings)
    counting = _counting(law, hearing.party, aggregate, factors, found.considers)
    return Finding(
        claim=element.claim,
        element=key,
        party=hearing.party,
        kind=element.kind,
        status=found.status,
        grade=found.grade,
        lean=found.lean,
        because=found.because,
        facts=tuple(fact for fact in counting if fact in on),
        factors=factors,
        authority=found.authority,
        collective=found.collective,
    )


@lru_cache(maxsize=4096)
def _counting(
    law: Index,
    party: str,
    aggregate: bool,
    factors: tuple[tuple[str, bool | None], ...],
    considered: tuple[str, ...],
) -> tuple[str, ...]:
    """The facts that can count for the party on factors not absent, in the record's order."""
    whose = scope(law, party, aggregate)
    present = {fact for factor, value in factors if value is not False for fact in law.feeds[factor]}
    wanted = (present | set(considered)) & (whose.firm | whose.doubtful)
    return tuple(fact for fact in law.atoms if fact in wanted)
