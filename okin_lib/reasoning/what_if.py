"""A finding asked again with other facts on, noting the factors its status turned on."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import Ascription, FactorId
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.party_case import PartyCase, party_cases
from okin_lib.reasoning.posed import Posed, Scope, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.reasoning.watched import Leaf, LeavesFound, Watched, supposing
from okin_lib.record.types import FactId, PartyId

Facts = frozenset[FactId]


@frozen
class Answer:
    """A finding's status, and the factors that were asked for to reach it.

    Where each of them keeps its value, so does the status.
    """

    status: Status
    asked: Mapping[PartyId, frozenset[FactorId]]
    """By party, ids of the factors asked for of that party."""


Known = tuple[Status, tuple[frozenset[FactorId], ...]]
"""A status, and the factors asked for of each party in turn."""


@frozen(eq=False)
class WhatIf:
    """A scenario of which any finding can be asked again with other facts on."""

    posed: Posed
    cases: Mapping[PartyId, PartyCase]
    """By party; parties in like case share one."""
    leaves: Mapping[PartyId, Mapping[ElementId, Leaf]]
    """By party and element, what is known of the elements without parts or gates."""
    known: dict[tuple[object, ...], Known] = field(factory=dict)
    """Answers already found, by element, party and what all factors are."""

    def answer(self, element: ElementId, party: PartyId, on: Facts) -> Answer:
        """Return how the element stands for the party where exactly the facts ``on`` are on."""
        parties = (party, *self._officers(party))
        posed = evolve(self.posed, on=on)
        facts = {each: situation(posed, each) for each in parties}
        values = (value for each in facts.values() for value in each.values.values())
        key = (element, self.cases[party].party, *values)
        if key not in self.known:
            self.known[key] = self._answer(element, party, facts)
        status, asked = self.known[key]
        return Answer(status, dict(zip(parties, asked, strict=True)))

    def whose(self, party: PartyId, rule: Ascription) -> Scope:
        """Return the facts that count for the party under a rule of ascription."""
        return self.posed.own(party) if rule.own else self.posed.whose(party)

    def _answer(
        self, element: ElementId, party: PartyId, facts: Mapping[PartyId, Situation]
    ) -> Known:
        watched = {each: Watched(s.values, s.derived) for each, s in facts.items()}
        status = outcome(self._case(party, watched), element).status
        return status, tuple(frozenset(w.asked.intersection(w.values)) for w in watched.values())

    def _case(self, party: PartyId, facts: Mapping[PartyId, Watched]) -> PartyCase:
        settled = LeavesFound(self.leaves[party], facts[party])
        officers = tuple(self._case(officer, facts) for officer in self._officers(party))
        return evolve(supposing(self.cases[party], facts[party], settled), officers=officers)

    def _officers(self, party: PartyId) -> tuple[PartyId, ...]:
        return tuple(
            officer.id for officer in self.posed.case.officers if officer.employer == party
        )


@lru_cache(maxsize=2)  # what was found of a scenario serves every element and party asked about
def what_if(case: Case, supposed: Scenario) -> WhatIf:
    """Return the scenario, ready to be asked again with other facts on."""
    posed = pose(case, supposed)
    cases = party_cases(posed)
    simple = [
        key
        for key, element in case.elements.items()
        if element.parts is None
        and not any(stands(gate.under, dict(posed.readings)) for gate in element.gates)
    ]
    leaves = {own.party: {key: Leaf(own, key) for key in simple} for own in cases.values()}
    shared = {party: leaves[own.party] for party, own in cases.items()}
    return WhatIf(posed, cases, shared)
