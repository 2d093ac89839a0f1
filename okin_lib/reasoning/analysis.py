"""From a case and a scenario to an analysis: pure, total and deterministic."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.motion import dispositions
from okin_lib.reasoning.party_case import PartyCase, party_cases
from okin_lib.reasoning.posed import Posed, Scope, pose
from okin_lib.reasoning.types import Analysis, FactorValues, Finding, Scenario
from okin_lib.record.types import FactId, PartyId


def analyze(case: Case, scenario: Scenario) -> Analysis:
    """Return every finding and disposition of the case in the scenario.

    Findings come in the order of the doctrine's elements, and within each in the order
    of the record's parties.
    """
    posed = pose(case, scenario)
    cases = party_cases(posed)
    asked = [(cases[party], key, party) for key in case.elements for party in case.asked[key]]
    # Parties who share a case share what its elements turn on and rest on.
    grounds = {(own.party, key): (own, key) for own, key, _ in asked}
    found = {each: _grounds(posed, *of) for each, of in grounds.items()}
    return Analysis(
        scenario=scenario,
        findings=tuple(
            finding(own, key, party, *found[own.party, key]) for own, key, party in asked
        ),
        dispositions=dispositions(posed, cases),
    )


def finding(
    own: PartyCase,
    key: ElementId,
    party: PartyId,
    factors: FactorValues,
    facts: tuple[FactId, ...],
) -> Finding:
    """Return the finding on an element for a party, whose case is ``own``.

    Parameters
    ----------
    factors
        The factors it turned on, with their values.
    facts
        The facts it rests on.
    """
    element, found = own.case.elements[key], outcome(own, key)
    return Finding(
        claim=element.claim,
        element=key,
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
    touched = own.case.touches[key]
    return tuple(zip(touched, map(own.values.__getitem__, touched), strict=True))


def _grounds(
    posed: Posed, own: PartyCase, key: ElementId
) -> tuple[FactorValues, tuple[FactId, ...]]:
    """The factors an element turned on, and the facts it rests on."""
    factors = turned_on(own, key)
    counting = _counting(posed.case, own.whose, factors, outcome(own, key).considers)
    return factors, tuple(filter(posed.on.__contains__, counting))


@lru_cache(maxsize=4096)  # parties and scenarios share most of it: a third of an analysis without
def _counting(
    case: Case, whose: Scope, factors: FactorValues, considered: tuple[FactId, ...]
) -> tuple[FactId, ...]:
    """The facts that can count on factors not absent, in the order of the record."""
    present = {
        fact for factor, value in factors if value is not False for fact in case.feeds[factor]
    }
    wanted = (present | set(considered)) & whose.facts
    return tuple(fact for fact in case.atoms if fact in wanted)
