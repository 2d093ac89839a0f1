"""A finding asked again with other facts on, noting the factors its status turned on."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import Ascription
from okin_lib.doctrine.readings import stands
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.analysis import hearings_of
from okin_lib.reasoning.assumption import Assumption, assumed
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.factors import Scope, scope, situation
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.party_case import Hearing
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.types import Scenario

Facts = frozenset[str]


@frozen
class Answer:
    """A finding's status, and the factors that were asked for to reach it.

    Where each of them keeps its value, so does the status.

    Attributes
    ----------
    asked
        By party, ids of the factors asked for of that party.
    """

    status: Status
    asked: Mapping[str, frozenset[str]]


@frozen(eq=False)
class Watched(Situation):
    """A situation that notes which factors are asked for."""

    asked: set[str] = field(factory=set)

    def ask(self, factor: str) -> bool:
        """Return what a situation does, and note it."""
        self.asked.add(factor)
        return super().ask(factor)

    def value(self, factor: str) -> bool | None:
        """Return what a situation does, and note it."""
        self.asked.add(factor)
        return super().value(factor)


@frozen(eq=False)
class Values(Mapping[str, bool | None]):
    """Every factor's value in a situation, found when it is asked for."""

    situation: Situation

    def __getitem__(self, factor: str) -> bool | None:
        return self.situation.value(factor)

    def __iter__(self) -> Iterator[str]:
        yield from self.situation.values
        yield from self.situation.derived

    def __len__(self) -> int:
        return len(self.situation.values) + len(self.situation.derived)


@frozen(eq=False)
class Leaf:
    """What is known of an element that turns on a party's factors alone.

    Attributes
    ----------
    known
        By the factors that were asked for, and by their values, the outcome.
    """

    hearing: Hearing
    element: str
    known: dict[tuple[str, ...], dict[tuple[bool | None, ...], Outcome]] = field(factory=dict)

    def outcome(self, watched: Watched) -> Outcome:
        """Return the outcome in the situation, which notes the factors it turns on."""
        for asked, outcomes in self.known.items():
            found = outcomes.get(tuple(map(watched.values.__getitem__, asked)))
            if found is not None:
                watched.asked.update(asked)
                return found
        return self._ask(watched)

    def _ask(self, watched: Watched) -> Outcome:
        afresh = Watched(watched.values, watched.derived)
        found = outcome(supposing(self.hearing, afresh, {}), self.element)
        asked = tuple(sorted(afresh.asked.intersection(watched.values)))
        values = tuple(map(watched.values.__getitem__, asked))
        self.known.setdefault(asked, {})[values] = found
        watched.asked.update(asked)
        return found


class Settled(dict[str, Outcome]):
    """A party's outcomes, where those of the leaves are found without a hearing."""

    def __init__(self, leaves: Mapping[str, Leaf], watched: Watched) -> None:
        super().__init__()
        self._leaves, self._watched = leaves, watched

    def __contains__(self, element: object) -> bool:
        return element in self._leaves or super().__contains__(element)

    def __missing__(self, element: str) -> Outcome:
        self[element] = self._leaves[element].outcome(self._watched)
        return self[element]


def supposing(hearing: Hearing, watched: Watched, settled: dict[str, Outcome]) -> Hearing:
    """Return the hearing with other factors: not as on the record, so that only they count."""
    return evolve(
        hearing,
        on_record=False,
        unmoved=frozenset(),
        situation=watched,
        values=Values(watched),
        settled=settled,
    )


Known = tuple[Status, tuple[frozenset[str], ...]]
"""A status, and the factors asked for of each party in turn."""


@frozen(eq=False)
class Probe:
    """A scenario of which any finding can be asked again with other facts on.

    Attributes
    ----------
    on
        Ids of the facts that are on in the scenario itself.
    hearings
        By party; parties in like case share one.
    leaves
        By party and element, what is known of the elements without parts or gates.
    known
        Answers already found, by element, hearing and what all factors are.
    """

    case: Case
    on: Facts
    assumption: Assumption
    hearings: Mapping[str, Hearing]
    leaves: Mapping[str, Mapping[str, Leaf]]
    known: dict[tuple[object, ...], Known] = field(factory=dict)

    def answer(self, element: str, party: str, on: Facts) -> Answer:
        """Return how the element stands for the party where exactly the facts ``on`` are on."""
        parties = (party, *self._officers(party))
        facts = {each: situation(self.case, on, each, self.assumption) for each in parties}
        values = (value for each in facts.values() for value in each.values.values())
        key = (element, self.hearings[party].party, *values)
        if key not in self.known:
            self.known[key] = self._answer(element, party, facts)
        status, asked = self.known[key]
        return Answer(status, dict(zip(parties, asked, strict=True)))

    def whose(self, party: str, rule: Ascription) -> Scope:
        """Return the facts that count for the party under a rule of ascription."""
        together = self.assumption.aggregate and not rule.own
        return scope(self.case, party, evolve(self.assumption, aggregate=together))

    def _answer(self, element: str, party: str, facts: Mapping[str, Situation]) -> Known:
        watched = {each: Watched(s.values, s.derived) for each, s in facts.items()}
        status = outcome(self._hearing(party, watched), element).status
        return status, tuple(frozenset(w.asked.intersection(w.values)) for w in watched.values())

    def _hearing(self, party: str, facts: Mapping[str, Watched]) -> Hearing:
        settled = Settled(self.leaves[party], facts[party])
        officers = tuple(self._hearing(officer, facts) for officer in self._officers(party))
        return evolve(supposing(self.hearings[party], facts[party], settled), officers=officers)

    def _officers(self, party: str) -> tuple[str, ...]:
        return tuple(officer.id for officer in self.case.officers if officer.employer == party)


@lru_cache(maxsize=2)
def probe(case: Case, supposed: Scenario) -> Probe:
    """Return the scenario, ready to be asked again with other facts on."""
    readings = tuple(full_readings(case, supposed).items())
    assumption = assumed(case, readings)
    on = (case.record_on - supposed.without - assumption.set_aside) | supposed.added
    hearings = hearings_of(case, readings, supposed, on)
    simple = [
        key
        for key, element in case.elements.items()
        if element.parts is None
        and not any(stands(gate.under, dict(readings)) for gate in element.gates)
    ]
    leaves = {
        hearing.party: {key: Leaf(hearing, key) for key in simple} for hearing in hearings.values()
    }
    shared = {party: leaves[hearing.party] for party, hearing in hearings.items()}
    return Probe(case, on, assumption, hearings, shared)
