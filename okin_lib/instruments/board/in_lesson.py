"""What a board shows, as a lesson's file gives it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import FactId, PartyId


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
    without: tuple[FactId, ...] = ()
    added: tuple[FactId, ...] = ()


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
    suppositions: tuple[Shortcut, ...] = ()
    dated: bool = False
    """Whether the events can be moved to another year."""


def wrong(plan: BoardPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each name that the case does not have."""
    record, doctrine = case.record, case.doctrine
    events = [occasion.event for occasion in plan.occasions]
    facts = [fact.id for fact in record.facts if fact.event in events]
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
    yield from unknown("officer", [plan.party], [party.id for party in case.officers])
