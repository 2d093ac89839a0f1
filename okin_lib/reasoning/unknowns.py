"""Which unknowns of a fact pattern matter most: what knowing each of them would settle."""

from collections.abc import Iterator

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.pattern import Pattern, PatternParty
from okin_lib.reasoning.pattern_analysis import PatternAnalysis, pattern_cases
from okin_lib.record.types import PartyId


@frozen
class Settlement:
    """An open element that a value of the unknown alone would settle."""

    element: ElementId
    value: bool
    status: Status


@frozen
class Unknown:
    """A factor that is unknown of a party, on which an open element can turn."""

    party: PartyId
    factor: FactorId
    settles: tuple[Settlement, ...]
    """What knowing it, and nothing more, would settle of the party."""
    bears_on: tuple[ElementId, ...]
    """The party's open elements that can turn on it, alone or with others."""


def unknowns(case: Case, found: PatternAnalysis) -> tuple[Unknown, ...]:
    """Return the unknowns on which open elements can turn, those that settle most first."""
    every = [
        Unknown(party.id, factor, tuple(_settles(case, found.pattern, party, factor, on)), on)
        for party in found.pattern.parties
        for factor in case.factors
        if (on := _bears_on(found, party, factor))
    ]
    return tuple(sorted(every, key=lambda each: (-len(each.settles), -len(each.bears_on))))


def _bears_on(
    found: PatternAnalysis, party: PatternParty, factor: FactorId
) -> tuple[ElementId, ...]:
    return tuple(
        finding.element
        for finding in found.findings
        if finding.party == party.id
        and finding.status == "open"
        and (factor, None) in finding.factors
    )


def _settles(
    case: Case,
    pattern: Pattern,
    party: PatternParty,
    factor: FactorId,
    elements: tuple[ElementId, ...],
) -> Iterator[Settlement]:
    for value in (True, False):
        own = pattern_cases(case, _knowing(pattern, party, factor, value))[party.id]
        for element in elements:
            status = outcome(own, element).status
            if status != "open":
                yield Settlement(element, value, status)


def _knowing(pattern: Pattern, party: PatternParty, factor: FactorId, value: bool) -> Pattern:
    """Return the party, and the officers it answers for, with the factor known."""
    known = evolve(party, factors={**party.factors, factor: value})
    officers = (p for p in pattern.parties if p.employer == party.id and p is not party)
    return evolve(pattern, parties=(known, *officers))
