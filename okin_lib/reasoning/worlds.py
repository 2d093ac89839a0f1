"""The worlds that a record permits: each settles every disputed matter by one whole account.

What follows from the facts then settled is left to inference, as in any other scenario.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.motion import asked, survives
from okin_lib.reasoning.party_case import PartyCase, party_cases
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.disputes import Dispute
from okin_lib.record.types import FactId, PartyId

Facts = frozenset[FactId]
Where = tuple[ElementId, PartyId]
"""An element, and a party."""


@frozen
class Ways:
    """The ways to settle a matter, as the facts then on: all, and those permitted."""

    all: tuple[Facts, ...]
    permitted: tuple[Facts, ...]

    def of(self, fed: Facts) -> "Ways":
        """Return the ways that differ in these facts."""
        return Ways(_distinct(self.all, fed), _distinct(self.permitted, fed))


@frozen
class World:
    """How every element, and every claim, comes out in one world."""

    statuses: Mapping[Where, Status]
    claims: Mapping[tuple[str, PartyId], bool | None]
    """By claim and party, whether it survives the motion; None where that is open."""


Find = Callable[[Sequence[Facts]], World]
"""From the way in which each matter is settled to the world in which it is."""


def ways(case: Case, supposed: Scenario, dispute: Dispute) -> Ways:
    """Return the ways to settle a matter; one with a single account is settled by that.

    Where a reading assumes one side's version, or only what is undisputed, it settles the
    matter itself.
    """
    posed, usual = pose(case, supposed), pose(case, Scenario())
    accounts = [frozenset(account.facts) - supposed.without for account in dispute.accounts]
    left = [account for account in accounts if account] or [frozenset()]
    single = len(accounts) == 1
    found = tuple(dict.fromkeys([*left, frozenset[FactId]()] if single else left))
    if posed.assumption.set_aside != usual.assumption.set_aside:
        return Ways(found, (posed.on & dispute.facts,))
    return Ways(found, found[:1] if single else found)


def undoubting(case: Case, supposed: Scenario) -> Scenario:
    """Return the scenario without the readings that leave a fact in doubt."""
    doubting = {
        (key, value.id)
        for key, reading in case.readings.items()
        for value in reading.values
        if value.doubts
    }
    return evolve(supposed, readings=tuple(r for r in supposed.readings if r not in doubting))


def finder(case: Case, supposed: Scenario, matters: Sequence[Dispute]) -> Find:
    """Return what finds how each world of the scenario comes out."""
    disputed = frozenset(fact for dispute in matters for fact in dispute.facts)
    kept = pose(case, supposed).on - disputed

    @cache
    def found(taken: Facts) -> World:
        on = kept | taken
        world = pose(case, evolve(supposed, without=case.record_on - on))
        return _outcomes(case, party_cases(evolve(world, on=on)))

    return lambda settled: found(frozenset().union(*settled))


def _outcomes(case: Case, cases: Mapping[PartyId, PartyCase]) -> World:
    roles = {party: case.parties[party].role for party in cases}
    return World(
        statuses={
            (key, party): outcome(own, key).status
            for party, own in cases.items()
            for key, element in case.elements.items()
            if roles[party] in element.applies
        },
        claims={
            (claim.id, party): survives(own, claim).truth
            for claim in case.doctrine.claims
            for party, own in cases.items()
            if asked(case, claim, roles[party])
        },
    )


def _distinct(found: Sequence[Facts], fed: Facts) -> tuple[Facts, ...]:
    return tuple(dict.fromkeys(way & fed for way in found))
