"""From a case and a scenario to an analysis: pure, total and deterministic."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.motion import dispositions
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.party_case import PartyCase, party_cases
from okin_lib.reasoning.posed import Posed, Scope, pose
from okin_lib.reasoning.types import Analysis, FactorValues, Finding, Scenario
from okin_lib.record.types import FactId, PartyId


def analyze(case: Case, scenario: Scenario, claims: Collection[str] | None = None) -> Analysis:
    """Return every finding and disposition of the case in the scenario.

    Findings come in the order of the doctrine's elements, and within each in the order
    of the record's parties.

    Parameters
    ----------
    claims
        The claims that are asked of, if not all of them.
    """
    posed = pose(case, scenario)
    cases, asked = party_cases(posed), case.claims if claims is None else claims
    return Analysis(
        scenario=scenario,
        findings=tuple(
            found
            for element in case.doctrine.elements
            if element.claim in asked
            for found in _findings(posed, cases, element.id)
        ),
        dispositions=dispositions(posed, cases, asked),
    )


def _findings(
    posed: Posed, cases: Mapping[PartyId, PartyCase], key: ElementId
) -> Iterator[Finding]:
    """Yield the findings on an element; parties who share a case share its grounds."""
    element = posed.case.elements[key]
    shared: dict[PartyCase, tuple[Outcome, FactorValues, tuple[FactId, ...]]] = {}
    for party in posed.case.asked[key]:
        own = cases[party]
        if own not in shared:
            found = outcome(own, key)
            shared[own] = found, *_grounds(posed, own, key, found.considers)
        yield finding(element, party, *shared[own])


def finding(
    element: Element,
    party: PartyId,
    found: Outcome,
    factors: FactorValues,
    facts: tuple[FactId, ...],
) -> Finding:
    """Return the finding on an element for a party.

    Parameters
    ----------
    found
        How it comes out for the party.
    factors
        The factors it turned on, with their values.
    facts
        The facts it rests on.
    """
    return Finding(
        claim=element.claim,
        element=element.id,
        party=party,
        kind=element.kind,
        status=found.status,
        grade=found.grade,
        lean=found.lean,
        because=found.because,
        leaning=found.leaning,
        facts=facts,
        factors=factors,
        authority=found.authority,
        collective=found.collective,
    )


def turned_on(own: PartyCase, key: ElementId) -> FactorValues:
    """Return the factors that an element can turn on, with their values."""
    return _valued(own.case, key, _values(own, key))


def _values(own: PartyCase, key: ElementId) -> tuple[bool | None, ...]:
    return tuple(map(own.values.__getitem__, own.case.touches[key]))


def _valued(case: Case, key: ElementId, values: tuple[bool | None, ...]) -> FactorValues:
    return tuple(zip(case.touches[key], values, strict=True))


def _grounds(
    posed: Posed, own: PartyCase, key: ElementId, considered: tuple[FactId, ...]
) -> tuple[FactorValues, tuple[FactId, ...]]:
    """The factors an element turned on, and the facts it rests on."""
    factors, counting = _counting(posed.case, key, _values(own, key), own.whose, considered)
    return factors, tuple(filter(posed.on.__contains__, counting))


@lru_cache(maxsize=4096)  # parties and scenarios share most of it: a third of an analysis without
def _counting(
    case: Case,
    key: ElementId,
    values: tuple[bool | None, ...],
    whose: Scope,
    considered: tuple[FactId, ...],
) -> tuple[FactorValues, tuple[FactId, ...]]:
    """An element's factors, and the facts that can count on those not absent, in order."""
    factors = _valued(case, key, values)
    present = {
        fact for factor, value in factors if value is not False for fact in case.feeds[factor]
    }
    wanted = (present | set(considered)) & whose.facts
    return factors, tuple(fact for fact in case.atoms if fact in wanted)
