"""The incidents in time: what is told of each, by whom, and whom of the defendants it concerns."""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.index import index
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Event, Fact
from okin_lib.views.figure import figure_panel
from okin_lib.views.page import render
from okin_lib.views.supposition import supposition
from okin_lib.views.words import speaker

if TYPE_CHECKING:
    from okin_lib.views.figures.drawing import Drawing


@frozen
class Moment:
    """An incident: how many of its facts are on, of how many, and whom they concern, by name."""

    date: str
    title: str
    on: int
    total: int
    parties: tuple[str, ...]


def timeline(
    case: Case, scenario: Scenario, source: str, party: str, drawn: bool, region: str
) -> str:
    """Return the dated incidents in order.

    Parameters
    ----------
    source
        Whose account is shown; every account if empty.
    party
        The defendant whom what is shown concerns; anyone if empty.
    drawn
        Whether a figure of them is asked for.
    """
    told = {event: _told(case, event, source, party) for event in _dated(case)}
    shown = {event: facts for event, facts in told.items() if facts}
    incidents = [
        _incident(case, event, facts, frozenset(f.id for f in facts) & scenario.without, region)
        for event, facts in shown.items()
    ]
    moments = tuple(_moment(case, event, facts, scenario) for event, facts in shown.items())
    title = f"The incidents in time, in this model: {supposition(case, scenario).in_brief}"
    return render(
        "timeline",
        region=region,
        incidents=incidents,
        total=len(told),
        facts=sum(map(len, shown.values())),
        every=sum(len(_told(case, event, "", "")) for event in told),
        undated=sum(not event.date for event in case.record.events),
        figure=figure_panel(region, drawn and bool(moments), lambda: _drawn(case, moments, title)),
    )


def sources(case: Case) -> list[tuple[str, str]]:
    """Return whose accounts of dated incidents there are, as they speak first."""
    told = [fact.source.who for event in _dated(case) for fact in _told(case, event, "", "")]
    return [(who, speaker(who)) for who in dict.fromkeys(told)]


def parties(case: Case) -> list[tuple[str, str]]:
    """Return the defendants whom an incident can concern."""
    return [(party.id, party.name) for party in index(case).defendants]


def _dated(case: Case) -> list[Event]:
    return sorted((e for e in case.record.events if e.date), key=lambda event: event.date)


@lru_cache(maxsize=1024)
def _told(case: Case, event: Event, source: str, party: str) -> tuple[Fact, ...]:
    """The facts of an event by this source; what concerns no one in particular concerns all."""
    return tuple(
        fact
        for fact in case.record.facts
        if fact.event == event.id
        and source in ("", fact.source.who)
        and (not party or not fact.concerns or party in fact.concerns)
    )


@lru_cache(maxsize=1024)
def _incident(
    case: Case, event: Event, facts: tuple[Fact, ...], off: frozenset[str], region: str
) -> Markup:
    return render(
        "incident",
        case=case,
        event=event,
        facts=facts,
        off=off,
        concerned=_concerned(case, facts),
        tally=[(speaker(who), n) for who, n in Counter(f.source.who for f in facts).items()],
        id=f"{region}-{event.id}",
    )


def _concerned(case: Case, facts: tuple[Fact, ...]) -> tuple[str, ...]:
    named = {party for fact in facts for party in fact.concerns}
    return tuple(party.name for party in index(case).defendants if party.id in named)


def _moment(case: Case, event: Event, facts: tuple[Fact, ...], scenario: Scenario) -> Moment:
    on = sum(fact.id not in scenario.without for fact in facts)
    return Moment(event.date, event.title, on, len(facts), _concerned(case, facts))


@lru_cache(maxsize=8)
def _drawn(case: Case, moments: tuple[Moment, ...], title: str) -> "Drawing":
    from okin_lib.views.figures.timeline import draw

    return draw(moments, [party.name for party in index(case).defendants], title)
