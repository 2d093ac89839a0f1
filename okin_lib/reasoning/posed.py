"""A scenario posed to a case: its readings, what they assume, its year, and the facts that stand.

This is worked out here and nowhere else. It says nothing of what the facts amount to: from facts
to factors is `factors`, and from there on `analysis`.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.readings import ReadingId, Value
from okin_lib.reasoning.types import Readings, Scenario
from okin_lib.record.types import FactId, PartyId

Presence = Literal["on", "left-out", "set-aside"]


@frozen
class Assumption:
    """What readings assume of the facts."""

    aggregate: bool
    """Whether the officers' conduct counts together."""
    set_aside: frozenset[FactId]
    """Facts not assumed for the motion."""
    doubted: frozenset[FactId]
    """Facts assumed, but left uncertain."""


@frozen
class Scope:
    """Whose facts count."""

    firm: frozenset[FactId]
    """Facts that count certainly."""
    doubtful: frozenset[FactId]
    """Facts that the opinion ascribes to several officers without naming one."""

    @cached_property
    def facts(self) -> frozenset[FactId]:
        """All that count, certainly or not."""
        return self.firm | self.doubtful

    def among(self, facts: frozenset[FactId]) -> "Scope":
        """Return what of these facts counts."""
        return Scope(facts & self.firm, facts & self.doubtful)


@frozen(eq=False)
class Posed:
    """A scenario posed to a case, as every question about it needs it."""

    case: Case
    scenario: Scenario
    readings: Readings
    """Every reading with its value, defaults included."""
    assumption: Assumption
    """What the readings assume."""
    on: frozenset[FactId]
    """Ids of the facts that stand: neither left out nor set aside, and those that are added."""

    @property
    def year(self) -> int:
        """The year of the conduct."""
        return self.scenario.year or self.case.record.conduct_year

    @property
    def stance(self) -> str:
        """The value of the reading that says how precedent is read."""
        return dict(self.readings)[self.case.doctrine.precedent_reading]

    @cached_property
    def presence(self) -> Mapping[FactId, Presence]:
        """How each fact of the record, and each that is supposed, stands, in their order.

        A fact that is left out is not also set aside.
        """
        shown = self.case.record_on | self.scenario.added
        return {key: self._presence(key) for key in self.case.atoms if key in shown}

    def _presence(self, fact: FactId) -> Presence:
        if fact in self.scenario.without:
            return "left-out"
        return "set-aside" if fact in self.assumption.set_aside else "on"

    @cached_property
    def as_posed_to_the_court(self) -> bool:
        """Whether the readings assume of the facts what the court assumed."""
        usual = assumed(self.case, tuple(self.case.defaults.items()))
        own = self.assumption
        return (own.set_aside, own.doubted) == (usual.set_aside, usual.doubted)

    @cached_property
    def moved(self) -> tuple[FactorId, ...]:
        """The factors on which a fact can bear that is switched: off, or on beside the record."""
        feeds, switched = self.case.feeds, self.on ^ self.case.record_on
        return tuple(key for key in self.case.ascribed if not switched.isdisjoint(feeds[key]))

    def whose(self, party: PartyId) -> Scope:
        """Return the facts that count for the party; those that concern no one count for all."""
        return _scope(self.case, party, self.assumption.aggregate, self.assumption.doubted)

    def own(self, party: PartyId) -> Scope:
        """Return the facts that count for the party alone, even where conduct is aggregated."""
        return _scope(self.case, party, False, self.assumption.doubted)


def pose(case: Case, scenario: Scenario) -> Posed:
    """Return the scenario posed to the case."""
    readings = tuple(full_readings(case, scenario).items())
    assumption = assumed(case, readings)
    on = (case.record_on - scenario.without - assumption.set_aside) | scenario.added
    return Posed(case, scenario, readings, assumption, on)


def full_readings(case: Case, supposed: Scenario) -> dict[ReadingId, str]:
    """Return every reading's value in the scenario, defaults included."""
    return {**case.defaults, **dict(supposed.readings)}


@lru_cache(maxsize=256)  # asked for every world of the lens, and in each analysis several times
def assumed(case: Case, readings: Readings) -> Assumption:
    """Return what the readings assume of the facts."""
    values = [_value(case, key, chosen) for key, chosen in readings]
    return Assumption(
        aggregate=any(value.aggregates for value in values),
        set_aside=frozenset(
            fact.id
            for fact in case.record.facts
            for value in values
            if fact.version in value.sets_aside_versions
            or fact.status in value.sets_aside_statuses
        ),
        doubted=frozenset(fact for value in values for fact in value.doubts),
    )


def concerning(case: Case, party: PartyId) -> tuple[FactId, ...]:
    """Return the facts that concern the party, or a municipality's officers, by name."""
    members = _members(case, party, aggregate=False)
    return tuple(key for key, atom in case.atoms.items() if members.intersection(atom.concerns))


@lru_cache(maxsize=256)  # looks through every fact, and is asked for each party in each analysis
def _scope(case: Case, party: PartyId, aggregate: bool, doubted: frozenset[FactId]) -> Scope:
    members = _members(case, party, aggregate)
    theirs = frozenset(
        key
        for key, atom in case.atoms.items()
        if not atom.concerns or members.intersection(atom.concerns)
    )
    uncertain = doubted | frozenset(
        key
        for key, atom in case.atoms.items()
        if atom.collective and (len(members) == 1 or _unnamed(case, party, key))
    )
    return Scope(theirs - uncertain, theirs & uncertain)


def _unnamed(case: Case, party: PartyId, fact: FactId) -> bool:
    """Whether it is supposed of one of several officers, who may be another than the party.

    The court counted together what the record ascribes to its officers, and no more than that.
    """
    return fact in case.hypotheticals and case.parties[party].role == "officer"


def _members(case: Case, party: PartyId, aggregate: bool) -> frozenset[PartyId]:
    """The party, those whose conduct counts with theirs, and a municipality's officers."""
    group = case.parties[party].course_of_conduct
    return frozenset(
        other.id
        for other in case.parties.values()
        if other.id == party
        or other.employer == party
        or (aggregate and group is not None and other.course_of_conduct == group)
    )


def _value(case: Case, key: ReadingId, chosen: str) -> Value:
    (value,) = (value for value in case.readings[key].values if value.id == chosen)
    return value
