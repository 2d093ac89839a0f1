"""Which unknowns of a fact pattern matter most: what knowing each of them would settle.

A value is tried in the party's own case, and in that of the municipality above it, and there
only what can turn on it is asked again.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.dependence import (
    asked_of_officers,
    through_officers,
    turning_on,
)
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.statuses import Motion, Status
from okin_lib.patterns.pattern import PatternParty
from okin_lib.patterns.pattern_analysis import PatternAnalysis
from okin_lib.patterns.witnesses import Witnesses
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import knowing
from okin_lib.reasoning.motion import elements_of, motion, survives
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.record.types import PartyId


@frozen
class Settlement:
    """An open element that a value of the unknown alone would settle."""

    element: ElementId
    value: bool
    status: Status


@frozen
class Turn:
    """An open motion that a value of the unknown alone would decide."""

    claim: str
    party: PartyId
    """The party whose motion it is: the unknown's own, or the municipality above it."""
    value: bool
    motion: Motion


@frozen
class Unknown:
    """A factor that is unknown of a party, on which an open element can turn."""

    party: PartyId
    factor: FactorId
    settles: tuple[Settlement, ...]
    """What knowing it, and nothing more, would settle of the party."""
    bears_on: tuple[ElementId, ...]
    """The party's open elements that can turn on it, alone or with others."""
    turns: tuple[Turn, ...]
    """The motions that knowing it, and nothing more, would decide."""


def unknowns(case: Case, found: PatternAnalysis) -> tuple[Unknown, ...]:
    """Return the unknowns on which open elements can turn.

    Those that decide most motions come first, and of these those that settle most.
    """
    asked = _Asked(case, found)
    every = [each for party in found.pattern.parties for each in asked.of(party)]
    return tuple(sorted(every, key=lambda e: (-len(e.turns), -len(e.settles), -len(e.bears_on))))


class _Asked:
    """What is asked of a pattern; of parties who share a case and an employer, asked once."""

    def __init__(self, case: Case, found: PatternAnalysis) -> None:
        self.case, self.cases = case, found.cases
        self.open: dict[PartyId, list[ElementId]] = {}
        for finding in found.findings:
            if finding.status == "open":
                self.open.setdefault(finding.party, []).append(finding.element)
        self.motions: dict[PartyId, list[str]] = {}
        for disposition in found.dispositions:
            if disposition.motion == "open":
                self.motions.setdefault(disposition.party, []).append(disposition.claim)
        self._known: dict[tuple[int, PartyId], tuple[Unknown, ...]] = {}

    def of(self, party: PatternParty) -> Iterator[Unknown]:
        """Yield the unknowns of the party."""
        same = id(self.cases[party.id]), party.employer
        if same not in self._known:
            self._known[same] = tuple(self._found(party))
        for each in self._known[same]:
            turns = (evolve(t, party=party.id) if t.party == each.party else t for t in each.turns)
            yield evolve(each, party=party.id, turns=tuple(turns))

    def _found(self, party: PatternParty) -> Iterator[Unknown]:
        own, open_ = self.cases[party.id], self.open.get(party.id, ())
        still = Witnesses(own)
        for factor in (key for key, value in own.values.items() if value is None):
            touching = turning_on(self.case, factor)
            on = tuple(key for key in open_ if key in touching)
            if on:
                tried = [_Tried(own, factor, value, still) for value in (True, False)]
                tried = [each for each in tried if each.situation.possible]
                settles = (settled for each in tried for settled in each.settled(on))
                turns = (turn for each in tried for turn in self._turns(party, each))
                yield Unknown(party.id, factor, tuple(settles), on, tuple(turns))

    def _turns(self, party: PatternParty, tried: "_Tried") -> Iterator[Turn]:
        for claim in self.motions.get(party.id, ()):
            if (decided := tried.motion(self.case.claims[claim])) is not None:
                yield Turn(claim, party.id, tried.value, decided)
        above = self.motions.get(party.employer, ())
        if above and any(
            tried.status(key) != outcome(tried.before, key).status
            for key in asked_of_officers(self.case)
        ):
            supposed = _with_officer(self.cases[party.employer], tried.before, tried.own)
            for claim in above:
                weighed = survives(supposed, self.case.claims[claim])
                if weighed.truth is not None:
                    yield Turn(claim, party.employer, tried.value, motion(weighed))


class _Tried:
    """A party's case with one unknown known, which is asked only what may then be settled."""

    def __init__(self, before: PartyCase, factor: FactorId, value: bool, still: Witnesses) -> None:
        self.before, self.value, self._still = before, value, still
        self.situation = knowing(before.case, before.situation, factor, value)
        was, values = before.situation.values, self.situation.values
        self._changed = {
            factor: value,
            **{k: v for k, v in values.items() if v is not None and v is not was[k]},
        }
        self._moved: dict[ElementId, bool] = {}

    @cached_property
    def own(self) -> PartyCase:
        """The case so changed. What is settled stays so, and what is surely open stays open."""
        settled, if_reached = {}, {}
        for key, found in self.before.settled.items():
            if not self._may_change(key):
                settled[key] = found
            elif (left := self._still.left(key, self._changed)) is not None:
                if_reached[key] = left
        return evolve(
            self.before, situation=self.situation, settled=settled, if_reached=if_reached
        )

    def settled(self, elements: Iterable[ElementId]) -> Iterator[Settlement]:
        """Yield those of the open elements that are then settled."""
        for key in elements:
            if (status := self.status(key)) != "open":
                yield Settlement(key, self.value, status)

    def status(self, key: ElementId) -> Status:
        """Return how an element then stands."""
        if self._may_change(key):
            status = outcome(self.own, key).status
            if status == "open" and self._still.is_like([key], self._changed):
                self._still.also(key, self.own)
            return status
        return outcome(self.before, key).status

    def _may_change(self, key: ElementId) -> bool:
        if key not in self._moved:
            self._moved[key] = self._still.may_change(key, self._changed)
        return self._moved[key]

    def motion(self, claim: Claim) -> Motion | None:
        """Return how the motion, which is open, is then decided; None if it stays open."""
        if not self._still.may_decide(claim, self._changed):
            return None
        weighed = survives(self.own, claim)
        if weighed.truth is not None:
            return motion(weighed)
        if self._still.is_like(elements_of(claim), self._changed):
            self._still.also_of(claim, self.own)
        return None


def _with_officer(above: PartyCase, own: PartyCase, supposed: PartyCase) -> PartyCase:
    """Return the municipality's case with one of its officers' cases as it is supposed."""
    at = above.officers.index(own)
    officers = (*above.officers[:at], supposed, *above.officers[at + 1 :])
    through = through_officers(above.case)
    kept = {key: each for key, each in above.settled.items() if key not in through}
    return evolve(above, officers=officers, settled=kept)
