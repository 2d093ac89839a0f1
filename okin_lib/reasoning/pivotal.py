"""Pivotal facts: which facts a finding's status turns on, exactly.

A set of facts of the record is *sufficient* for a finding if its status stays the same
whatever else of the record is left out, so long as the set is there. Then:

- a *but-for* fact is one whose removal alone changes the status. It is in every sufficient set;
- a *NESS* fact is a necessary element of some sufficient set (Wright, Causation in Tort Law,
  73 Calif. L. Rev. 1735 (1985)): the set is sufficient, and without the fact it is not.

That other removals may do as they like is the point of the definition. Facts favour either
side, element by element, so a status can change as facts are left out and change back as
more are; the facts that happen to be left at such a return show the status, and do not
support it. So defined, the minimal sufficient sets are the minimal sets that meet every
minimal set of removals that changes the status (Reiter, A Theory of Diagnosis from First
Principles, 32 Artificial Intelligence 57 (1987)). Hence a fact is NESS exactly if it is in
some such minimal set of removals, and but-for if it makes one up alone.

All of this is about doctrine as modelled: what a finding rests on. None of it is about what
caused the injury.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Status
from okin_lib.reasoning.minimal_sets import EFFORT, Minimal, additions, removals
from okin_lib.reasoning.types import Scenario
from okin_lib.reasoning.what_if import Facts, what_if
from okin_lib.record.types import FactId, PartyId

Role = Literal["but-for", "ness", "neither", "unsettled"]
Sets = tuple[tuple[FactId, ...], ...]


@frozen
class Pivotal:
    """What one finding's status turns on. Facts are ids, in the order of the record."""

    element: ElementId
    party: PartyId
    status: Status
    alone: tuple[tuple[FactId, Status], ...]
    """The facts whose removal alone changes the status, and the status that is left."""
    removals: Sets
    """The minimal sets of facts of the record whose removal changes the status."""
    removals_through: int | None
    additions: Sets
    """The minimal sets of hypothetical facts whose addition changes the status."""
    additions_through: int | None
    """The size up to which every such set is here; None if every one of any size is."""
    sufficient: tuple[FactId, ...] | None
    """A smallest sufficient set; None where not every set of removals is here."""
    boldest_removal: tuple[FactId, ...] | None
    boldest_addition: tuple[FactId, ...] | None
    """A largest set of facts of the record that may be left out, and of hypothetical facts
    that may be added, all or any of them, and the status stays: as many facts as can be. None
    where not every set of removals, or of additions, is here."""
    idle: Facts
    """Facts of the record on which no factor draws, so that they change no status."""

    @property
    def but_for(self) -> tuple[FactId, ...]:
        """The facts whose removal alone changes the status."""
        return tuple(fact for fact, _ in self.alone)

    @property
    def ness(self) -> Facts:
        """The necessary elements of some sufficient set, but-for facts among them."""
        return frozenset(fact for each in self.removals for fact in each)

    @property
    def nearest(self) -> Sets:
        """The fewest hypothetical facts whose addition changes the status, in every way."""
        return tuple(each for each in self.additions if len(each) == len(self.additions[0]))

    def role(self, fact: FactId) -> Role:
        """Return what part a fact of the record plays.

        It is unsettled where not every minimal set is here, and those that are lack it.
        """
        if fact in self.but_for:
            return "but-for"
        if fact in self.ness:
            return "ness"
        return "neither" if self.removals_through is None or fact in self.idle else "unsettled"

    @property
    def statement(self) -> str:
        """What can change the status and what cannot, in a sentence for each."""
        return (
            f"In this model, {_reach(self.removals, self.removals_through, 'removal')}; "
            f"{_reach(self.additions, self.additions_through, 'addition')}."
        )


def pivotal(
    case: Case, scenario: Scenario, element: ElementId, party: PartyId, effort: int = EFFORT
) -> Pivotal:
    """Return what the finding's status turns on, starting from the scenario.

    Parameters
    ----------
    effort
        The most sets of facts tried, of the record's and of hypothetical ones. Where that is
        too few, the result says through what size it is exact.
    """
    start = what_if(case, scenario)
    less = removals(start).minimal(element, party, effort=effort)
    more = additions(start).minimal(element, party, effort=effort)
    present = start.posed.on & case.record_on
    supposable = frozenset(case.atoms) - case.record_on - start.posed.on
    spared = _boldest(case, present, less)
    single = [fact for each in less.sets if len(each) == 1 for fact in _in_order(case, each)]
    return Pivotal(
        element=element,
        party=party,
        status=start.answer(element, party, start.posed.on).status,
        alone=tuple(
            (fact, start.answer(element, party, start.posed.on - {fact}).status) for fact in single
        ),
        removals=tuple(_in_order(case, each) for each in less.sets),
        removals_through=less.through,
        additions=tuple(_in_order(case, each) for each in more.sets),
        additions_through=more.through,
        sufficient=None if spared is None else _in_order(case, present.difference(spared)),
        boldest_removal=spared,
        boldest_addition=_boldest(case, supposable, more),
        idle=case.record_on.difference(*case.feeds.values()),
    )


def but_for(
    case: Case, scenario: Scenario
) -> Mapping[tuple[ElementId, PartyId], tuple[FactId, ...]]:
    """Return the but-for facts of every finding, by element and party."""
    start = what_if(case, scenario)
    switches = removals(start)
    return {
        (key, party.id): tuple(
            fact for each in switches.minimal(key, party.id, limit=1).sets for fact in each
        )
        for key, element in case.elements.items()
        for party in case.defendants
        if party.role in element.applies
    }


def _in_order(case: Case, facts: Facts) -> tuple[FactId, ...]:
    return tuple(fact for fact in case.atoms if fact in facts)


def _boldest(case: Case, switchable: Facts, minimal: Minimal) -> tuple[FactId, ...] | None:
    if not minimal.complete:
        return None
    return _in_order(case, switchable - _cover(case, minimal))


def _cover(case: Case, minimal: Minimal) -> Facts:
    """A smallest set of facts that meets every one of the sets."""
    for size in range(len(minimal.sets) + 1):
        found = _meeting([_in_order(case, each) for each in minimal.sets], size)
        if found is not None:
            return found
    raise AssertionError("one fact of each set meets them all")


def _meeting(sets: Sequence[tuple[FactId, ...]], size: int) -> Facts | None:
    """A set of ``size`` facts or fewer that meets each; None if there is none."""
    if not sets:
        return frozenset()
    if not size:
        return None
    for fact in min(sets, key=len):
        rest = _meeting([each for each in sets if fact not in each], size - 1)
        if rest is not None:
            return rest | {fact}
    return None


def _reach(sets: Sets, through: int | None, kind: Literal["removal", "addition"]) -> str:
    of_what = "facts of the record" if kind == "removal" else "hypothetical facts"
    if sets:
        fewest = len(sets[0])
        return f"the smallest {kind} of {of_what} that changes this status is of {fewest}"
    if through is None:
        return f"no {kind} of {of_what}, however many, changes this status"
    return f"no {kind} of up to {through} {of_what} changes this status"
