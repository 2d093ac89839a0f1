"""What a board shows, as a lesson's file gives it."""

from collections.abc import Collection, Iterator

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.page.supposition import AsOne
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import FactId, PartyId

YEAR = "year"


@frozen
class Occasion:
    """An event whose facts can be switched."""

    event: str
    first: tuple[FactId, ...] = ()
    """The facts that are shown at once."""


@frozen
class Shortcut:
    """A change of the record that a learner can make in one step."""

    id: str
    label: str
    phrase: str
    """What is supposed, as a sentence on what follows begins."""
    without: tuple[FactId, ...] = ()
    added: tuple[FactId, ...] = ()


@frozen
class Switch:
    """Facts that are switched as one: of the record, or not in it."""

    id: str
    label: str
    facts: tuple[FactId, ...]


@frozen
class SwitchGroup:
    """Switches of one kind."""

    label: str
    about: str
    short: str
    """Its name where it feeds a circuit."""
    switches: tuple[Switch, ...]

    @property
    def facts(self) -> tuple[FactId, ...]:
        """The facts of every switch."""
        return tuple(fact for switch in self.switches for fact in switch.facts)


@frozen
class BoardPlan:
    """What a board shows."""

    claims: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    """In order; the first stands open."""
    hypotheticals: tuple[FactId, ...]
    readings: tuple[ReadingId, ...]
    party: PartyId
    """Whose tree is shown first."""
    element: ElementId
    """Whose reason is shown first."""
    suppositions: tuple[Shortcut, ...] = ()
    in_play: tuple[SwitchGroup, ...] = ()
    """What a learner needs at hand: all other facts are one step away, or at hand if this is
    empty."""
    dated: bool = False
    """Whether the events can be moved to another year."""
    own: bool = False
    """Whether a learner can add facts of their own, and open a case file."""
    held: tuple[FactId, ...] = ()
    """The facts that nothing switches for now: what is closed would switch them."""

    @property
    def events(self) -> frozenset[str]:
        """The events whose facts can be switched."""
        return frozenset(occasion.event for occasion in self.occasions)

    @property
    def switches(self) -> dict[str, Switch]:
        """What is in play, by id."""
        return {each.id: each for group in self.in_play for each in group.switches}

    @property
    def as_one(self) -> AsOne:
        """The facts of each switch that has several."""
        return {s.label: s.facts for s in self.switches.values() if len(s.facts) > 1}

    def closed(self, shut: Collection[str]) -> "BoardPlan":
        """Return the plan without these switches, suppositions and readings.

        A fact goes with what alone would switch it.
        """
        groups = (
            evolve(group, switches=tuple(s for s in group.switches if s.id not in shut))
            for group in self.in_play
        )
        rest = evolve(
            self,
            in_play=tuple(group for group in groups if group.switches),
            suppositions=tuple(s for s in self.suppositions if s.id not in shut),
            readings=tuple(reading for reading in self.readings if reading not in shut),
            dated=self.dated and YEAR not in shut,
        )
        gone = self._at_hand - rest._at_hand
        supposed = tuple(fact for fact in self.hypotheticals if fact not in gone)
        return evolve(rest, hypotheticals=supposed, held=tuple(sorted(gone)))

    @property
    def _at_hand(self) -> frozenset[FactId]:
        """The facts that a switch or a supposition brings."""
        switched = (switch.facts for switch in self.switches.values())
        return frozenset().union(*switched, *(each.added for each in self.suppositions))

    @property
    def closable(self) -> tuple[str, ...]:
        """What can be closed: the ids of switches, suppositions and readings, and the year."""
        return (*self.switches, *(each.id for each in self.suppositions), *self.readings, YEAR)


def facts_shown(case: Case, plan: BoardPlan) -> tuple[FactId, ...]:
    """Return the facts of the record that can be switched."""
    events, held = plan.events, plan.held
    facts = case.record.facts
    return tuple(fact.id for fact in facts if fact.event in events and fact.id not in held)


def wrong(plan: BoardPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each name that the case does not have."""
    record, doctrine = case.record, case.doctrine
    events = [occasion.event for occasion in plan.occasions]
    facts = facts_shown(case, plan)
    yield from misnamed("supposition", [supposed.id for supposed in plan.suppositions])
    yield from unknown("event", events, [e.id for e in record.events])
    for occasion in plan.occasions:
        its = [fact.id for fact in record.facts if fact.event == occasion.event]
        yield from unknown("fact of this event", occasion.first, its)
    yield from unknown("hypothetical", plan.hypotheticals, [h.id for h in record.hypotheticals])
    for supposed in plan.suppositions:
        yield from unknown("fact shown here", supposed.without, facts)
        yield from unknown("hypothetical shown here", supposed.added, plan.hypotheticals)
    yield from unknown("reading", plan.readings, [reading.id for reading in doctrine.readings])
    yield from unknown("claim", plan.claims, [claim.id for claim in doctrine.claims])
    yield from unknown("party", [plan.party], [party.id for party in case.defendants])
    yield from unknown("element", [plan.element], case.elements)
    yield from _wrong_in_play(plan, facts)


def _wrong_in_play(plan: BoardPlan, facts: Collection[FactId]) -> Iterator[Problem]:
    every = [each for group in plan.in_play for each in group.switches]
    yield from misnamed("switch", [each.id for each in every])
    for each in every:
        yield from unknown(
            "fact or hypothetical shown here", each.facts, [*facts, *plan.hypotheticals]
        )
