"""A case: its record, its doctrine and what is studied beside them, each looked up by id."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from attrs import field, frozen

from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import Element, ElementId
from okin_lib.doctrine.factors import Condition, Factor, FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.precedents import Precedent
from okin_lib.doctrine.propositions import beneath, feeding, touched
from okin_lib.doctrine.readings import Reading, ReadingId
from okin_lib.doctrine.stored import Studies
from okin_lib.record.checks import Id, Renamable
from okin_lib.record.disputes import Dispute
from okin_lib.record.opinion import Opinion
from okin_lib.record.types import Event, Fact, FactId, Hypothetical, Party, PartyId, Record

Study = TypeVar("Study")


@frozen(eq=False)
class Case:
    """The record, the doctrine and the opinion's text, verified against each other.

    All that can be looked up by id is a property, found once.
    """

    record: Record
    doctrine: Doctrine
    opinion: Opinion
    disputes: tuple[Dispute, ...] = ()
    """The disputed matters of the record."""
    studies: Studies = field(factory=Studies, repr=False)
    """What is studied beside the elements, by its type: an instrument brings its own."""
    adds_to: "Case | None" = field(default=None, repr=False)
    """The case to which this one adds what a learner supposes in their own words, if it does."""

    def study(self, kind: type[Study]) -> Study:
        """Return what is studied, of the given type; raise `KeyError` if the case lacks it."""
        return self.studies[kind]

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events of the record, in order."""
        return {event.id: event for event in self.record.events}

    @cached_property
    def years(self) -> range:
        """The years that the events can be moved to."""
        return range(self.record.years.first, self.record.years.last + 1)

    @cached_property
    def facts(self) -> Mapping[FactId, Fact]:
        """The facts of the record, in order."""
        return {fact.id: fact for fact in self.record.facts}

    @cached_property
    def hypotheticals(self) -> Mapping[FactId, Hypothetical]:
        """The facts that are not in the record, in order."""
        return {supposed.id: supposed for supposed in self.record.hypotheticals}

    @cached_property
    def atoms(self) -> Mapping[FactId, Fact | Hypothetical]:
        """Every fact and hypothetical, in the order of the record."""
        return {**self.facts, **self.hypotheticals}

    @cached_property
    def record_on(self) -> frozenset[FactId]:
        """The ids of the facts of the record."""
        return frozenset(self.facts)

    @cached_property
    def parties(self) -> Mapping[PartyId, Party]:
        """Every party."""
        return {party.id: party for party in self.record.parties}

    @cached_property
    def officers(self) -> tuple[Party, ...]:
        """The individual defendants."""
        return tuple(party for party in self.record.parties if party.role == "officer")

    @cached_property
    def defendants(self) -> tuple[Party, ...]:
        """The parties of whom some element is asked."""
        asked = {role for element in self.doctrine.elements for role in element.applies}
        return tuple(party for party in self.record.parties if party.role in asked)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Every claim."""
        return {claim.id: claim for claim in self.doctrine.claims}

    @cached_property
    def factors(self) -> Mapping[FactorId, Factor]:
        """Every factor."""
        return {factor.id: factor for factor in self.doctrine.factors}

    @cached_property
    def elements(self) -> Mapping[ElementId, Element]:
        """Every element."""
        return {element.id: element for element in self.doctrine.elements}

    @cached_property
    def asked(self) -> Mapping[ElementId, tuple[PartyId, ...]]:
        """By element, the ids of the parties of whom it is asked, in the order of the record."""
        return {
            key: tuple(party.id for party in self.record.parties if party.role in each.applies)
            for key, each in self.elements.items()
        }

    @cached_property
    def precedents(self) -> Mapping[str, Precedent]:
        """Every precedent."""
        return {precedent.id: precedent for precedent in self.doctrine.precedents}

    @cached_property
    def readings(self) -> Mapping[ReadingId, Reading]:
        """Every reading."""
        return {reading.id: reading for reading in self.doctrine.readings}

    @cached_property
    def defaults(self) -> Mapping[ReadingId, str]:
        """By reading, the value that it has unless another is chosen."""
        return {reading.id: reading.values[0].id for reading in self.doctrine.readings}

    @cached_property
    def fact_names(self) -> Mapping[str, FactId]:
        """By every name of a fact (its id, one it once had, its id in the map): its id."""
        mapped = {fact.map: fact.id for fact in self.record.facts if fact.map}
        return _ids(self.record.facts) | mapped

    @cached_property
    def hypothetical_names(self) -> Mapping[str, FactId]:
        """By every name that a hypothetical has, or once had: its id."""
        return _ids(self.record.hypotheticals)

    @cached_property
    def reading_names(self) -> Mapping[str, ReadingId]:
        """By every name that a reading has, or once had: its id."""
        return _ids(self.doctrine.readings)

    @cached_property
    def value_names(self) -> Mapping[ReadingId, Mapping[str, str]]:
        """By reading, and by every name that a value of it has, or once had: the value's id."""
        return {reading.id: _ids(reading.values) for reading in self.doctrine.readings}

    @cached_property
    def ascribed(self) -> Mapping[FactorId, Factor]:
        """The factors that facts give rise to."""
        return {k: f for k, f in self.factors.items() if f.arises.holds_when is None}

    @cached_property
    def of_ones_own(self) -> tuple[FactorId, ...]:
        """The factors that count only for the officer whose act it is."""
        return tuple(key for key, each in self.ascribed.items() if each.arises.own)

    @cached_property
    def dates(self) -> Mapping[FactId, str]:
        """By fact of the record, the date of its occasion; empty, and so first, if undated."""
        return {fact.id: self.events[fact.event].date for fact in self.record.facts}

    @cached_property
    def derived(self) -> Mapping[FactorId, Condition]:
        """By factor that sums up others, the condition over them."""
        return {k: f.arises.holds_when for k, f in self.factors.items() if f.arises.holds_when}

    @cached_property
    def feeds(self) -> Mapping[FactorId, frozenset[FactId]]:
        """By factor, the ids of all facts that can bear on it, directly or not."""
        return feeding(self.factors)

    @cached_property
    def touches(self) -> Mapping[ElementId, tuple[FactorId, ...]]:
        """By element, the ids of the factors it can turn on, its parts' included."""
        return touched(self.doctrine, self.elements)

    @cached_property
    def bearing(self) -> Mapping[ElementId, frozenset[FactId]]:
        """By element, the ids of the facts that can bear on it, its parts' included."""
        own = {
            key: frozenset().union(
                *(self.feeds[factor] for factor in self.touches[key]),
                *(authority.considers for authority in element.authorities),
            )
            for key, element in self.elements.items()
        }
        return {
            key: own[key].union(*(own[part] for part in beneath(element.parts, self.elements)))
            for key, element in self.elements.items()
        }


def _ids(things: Iterable[Renamable[Id]]) -> dict[str, Id]:
    return {name: thing.id for thing in things for name in (str(thing.id), *thing.formerly)}
