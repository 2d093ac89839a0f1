"""Situations and outcomes that note which factors a question turned on.

An element that turns on a party's factors alone is decided once for each combination of the
factors that it asked for, however many sets of facts give that combination: of the thousands
of sets that a search for minimal sets tries, most differ in facts that the element never felt.
"""

from collections.abc import Iterator, Mapping, MutableMapping

from attrs import evolve, field, frozen

from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.logic import Met, Situation
from okin_lib.reasoning.outcome import Outcome
from okin_lib.reasoning.party_case import PartyCase


@frozen(eq=False)
class Watched(Situation):
    """A situation that notes which factors are asked for.

    What a question asks under a supposition counts as asked: the notes are shared.
    """

    asked: set[FactorId] = field(factory=set)

    def supposing(self, factor: FactorId, value: bool) -> "Watched":
        """Return what a situation does, with these notes."""
        values = {**self.values, factor: value}
        return Watched(values, self.derived, self.stated, self.before or self, self.asked)

    def met(self, factor: FactorId) -> Met:
        """Return what a situation does, and note it."""
        self.asked.add(factor)
        return super().met(factor)

    def value(self, factor: FactorId) -> bool | None:
        """Return what a situation does, and note it."""
        self.asked.add(factor)
        return super().value(factor)


@frozen(eq=False)
class Values(Mapping[FactorId, bool | None]):
    """Every factor's value in a situation, found when it is asked for."""

    situation: Situation

    def __getitem__(self, factor: FactorId) -> bool | None:
        return self.situation.value(factor)

    def __iter__(self) -> Iterator[FactorId]:
        yield from self.situation.values
        yield from self.situation.derived

    def __len__(self) -> int:
        return len(self.situation.values) + len(self.situation.derived)


@frozen(eq=False)
class Leaf:
    """What is known of an element that turns on a party's factors alone."""

    own: PartyCase
    element: ElementId
    known: dict[tuple[FactorId, ...], dict[tuple[bool | None, ...], Outcome]] = field(factory=dict)
    """By the factors that were asked for, and by their values, the outcome."""

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
        found = outcome(supposing(self.own, afresh, {}), self.element)
        asked = tuple(sorted(afresh.asked.intersection(watched.values)))
        values = tuple(map(watched.values.__getitem__, asked))
        self.known.setdefault(asked, {})[values] = found
        watched.asked.update(asked)
        return found


class LeavesFound(dict[ElementId, Outcome]):
    """A party's outcomes, of which those of the leaves are found when they are asked for.

    It says that it holds them, so that `decide.outcome` takes them from here and does not
    decide them itself.
    """

    def __init__(self, leaves: Mapping[ElementId, Leaf], watched: Watched) -> None:
        super().__init__()
        self._leaves, self._watched = leaves, watched

    def __contains__(self, element: object) -> bool:
        return element in self._leaves or super().__contains__(element)

    def __missing__(self, element: ElementId) -> Outcome:
        self[element] = self._leaves[element].outcome(self._watched)
        return self[element]


def supposing(
    own: PartyCase, watched: Watched, settled: MutableMapping[ElementId, Outcome]
) -> PartyCase:
    """Return the party's case with other factors, not the record's: only they count."""
    return evolve(
        own,
        on_record=False,
        unmoved=frozenset(),
        situation=watched,
        values=Values(watched),
        settled=settled,
    )
