"""The incidents in order of time: how many facts of each are on, who tells, whom they concern."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.page.account import teller
from okin_lib.reasoning.posed import Posed, Presence, pose
from okin_lib.reasoning.scenario import UnknownName
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Event, Fact, FactId, PartyId

Off = Mapping[FactId, Presence]
"""By fact that does not stand, why."""


@frozen
class Moment:
    """One incident on the line of time, as far as the filter shows it."""

    event: str
    """The id of the incident."""
    date: str
    """Its date in the record, ISO."""
    title: str
    on: int
    """How many of the facts under the filter are on."""
    total: int
    """How many facts there are under the filter."""
    missing: tuple[Presence, ...]
    """Why each of the others is not on."""
    parties: tuple[str, ...]
    """The names of the defendants whom those that are on concern, in the order of the record."""


@frozen(eq=False)
class Line:
    """What has a date: events in order of time, their facts, and what these can be chosen by."""

    events: tuple[Event, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    sources: Mapping[str, str]
    parties: Mapping[PartyId, str]

    @property
    def span(self) -> list[str]:
        """The months of the first and of the last event, ISO; one if they are the same."""
        months = ["-".join(event.date.split("-")[:2]) for event in self.events]
        return list(dict.fromkeys([*months[:1], *months[-1:]]))


def sources(case: Case) -> list[tuple[str, str]]:
    """Return the id and label of every source of a dated incident, as they first appear."""
    return [("", "every source"), *line_of(case).sources.items()]


def parties(case: Case) -> list[tuple[str, str]]:
    """Return the id and name of every defendant whom the analysis asks about."""
    return [("", "every party"), *line_of(case).parties.items()]


def moments(
    case: Case, scenario: Scenario, source: str = "", party: PartyId = NO_PARTY
) -> tuple[Moment, ...]:
    """Return the dated incidents that have a fact under the filter, in order of time.

    The dates are the record's own, also where the scenario moves the events.

    Parameters
    ----------
    source, party
        Ids of `sources` and `parties`; empty for every one. A fact that concerns no one in
        particular is a circumstance common to all, and so matches every party.

    Raises
    ------
    UnknownName
        For a source or a party that is not there to be chosen.
    """
    line = line_of(case)
    _refuse_unknown("source", source, line.sources)
    _refuse_unknown("party", party, line.parties)
    posed = pose(case, scenario)
    every = (
        _moment(case, event, off_in(line, event.id, posed), source, party) for event in line.events
    )
    return tuple(moment for moment in every if moment.total)


# What has a date is the record's own, and is asked for once an incident.
@lru_cache(maxsize=8)
def line_of(case: Case) -> Line:
    """Return what the record dates."""
    events = sorted((e for e in case.record.events if e.date), key=lambda event: event.date)
    facts = {e.id: tuple(f for f in case.record.facts if f.event == e.id) for e in events}
    told = [fact.source for event in events for fact in facts[event.id]]
    return Line(
        events=tuple(events),
        facts=facts,
        sources=dict(map(teller, told)),
        parties={party.id: party.name for party in case.defendants},
    )


def _moment(case: Case, event: Event, off: Off, source: str, party: PartyId) -> Moment:
    facts = matching(case, event.id, source, party)
    on = [fact for fact in facts if fact.id not in off]
    concerned = {key for fact in on for key in fact.concerns}
    names = line_of(case).parties.items()
    return Moment(
        event=event.id,
        date=event.date,
        title=event.title,
        on=len(on),
        total=len(facts),
        missing=tuple(off[fact.id] for fact in facts if fact.id in off),
        parties=tuple(name for key, name in names if key in concerned),
    )


def matching(case: Case, event: str, source: str, party: PartyId) -> tuple[Fact, ...]:
    """Return the facts of an incident under the filter, as `moments` takes it."""
    return tuple(
        fact
        for fact in line_of(case).facts[event]
        if source in ("", teller(fact.source)[0])
        and (not party or not fact.concerns or party in fact.concerns)
    )


def off_in(line: Line, event: str, posed: Posed) -> Off:
    """Return the facts of an incident that do not stand, each with why."""
    presence = posed.presence
    return {f.id: presence[f.id] for f in line.facts[event] if presence[f.id] != "on"}


def _refuse_unknown(kind: str, name: str, known: Iterable[str]) -> None:
    if name and name not in (names := tuple(known)):
        raise UnknownName(kind, name, names)
