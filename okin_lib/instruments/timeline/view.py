"""The incidents in order of date: who tells of each, whom it concerns, and its facts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.figure import figure_panel
from okin_lib.page.supposition import supposition
from okin_lib.page.template import render
from okin_lib.reasoning.scenario import UnknownName
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Event, Fact, Source

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


@frozen
class Moment:
    """One incident on the line of time, as far as the filter shows it.

    Attributes
    ----------
    event
        The id of the incident.
    date
        Its date in the record, ISO.
    on, total
        How many of the facts under the filter are on, and how many there are.
    parties
        The names of the defendants whom those that are on concern, in the order of the record.
    """

    event: str
    date: str
    title: str
    on: int
    total: int
    parties: tuple[str, ...]


@frozen
class Chip:
    """One source of an incident: how many of the facts it tells are on, and how many it tells."""

    label: str
    on: int
    total: int


@frozen(eq=False)
class _Line:
    """What has a date: events in order of time, their facts, and what these can be chosen by."""

    events: tuple[Event, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    ids: Mapping[str, frozenset[str]]
    sources: Mapping[str, str]
    parties: Mapping[str, str]


def sources(case: Case) -> list[tuple[str, str]]:
    """Return the id and label of every source of a dated incident, as they first appear."""
    return [("", "every source"), *_line(case).sources.items()]


def parties(case: Case) -> list[tuple[str, str]]:
    """Return the id and name of every defendant whom the analysis asks about."""
    return [("", "every party"), *_line(case).parties.items()]


def moments(
    case: Case, scenario: Scenario, source: str = "", party: str = ""
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
    line = _line(case)
    _refuse_unknown("source", source, line.sources)
    _refuse_unknown("party", party, line.parties)
    every = (
        _moment(case, event, _off(line, event.id, scenario), source, party)
        for event in line.events
    )
    return tuple(moment for moment in every if moment.total)


def timeline(
    case: Case,
    scenario: Scenario,
    region: str,
    source: str = "",
    party: str = "",
    drawn: bool = False,
) -> str:
    """Return the incidents as a list in order of time, each with its facts one step away.

    Parameters
    ----------
    source, party
        The filter, as `moments` takes it.
    drawn
        Whether a figure of them is asked for.

    Raises
    ------
    UnknownName
        For a source or a party that is not there to be chosen.
    """
    line = _line(case)
    shown = moments(case, scenario, source, party)
    months = ["-".join(event.date.split("-")[:2]) for event in line.events]
    return render(
        "instruments/timeline/timeline",
        region=region,
        items=[
            _item(case, moment, _off(line, moment.event, scenario), region, source, party)
            for moment in shown
        ],
        months=dict.fromkeys([*months[:1], *months[-1:]]),
        incidents=len(line.events),
        facts=sum(map(len, line.facts.values())),
        matching=sum(moment.total for moment in shown),
        out=sum(moment.total - moment.on for moment in shown),
        told_by=line.sources.get(source),
        concerning=line.parties.get(party),
        moved=scenario.year,
        undated=[event.title for event in case.record.events if not event.date],
        figure=figure_panel(region, drawn and bool(shown), lambda: _drawn(case, shown, scenario)),
    )


@lru_cache(maxsize=8)
def _drawn(case: Case, shown: tuple[Moment, ...], scenario: Scenario) -> "Drawing":
    from okin_lib.instruments.timeline.figure import draw

    title = f"The incidents in time, in this model: {supposition(case, scenario).in_brief}"
    return draw(shown, list(_line(case).parties.values()), title)


@lru_cache(maxsize=8)
def _line(case: Case) -> _Line:
    events = sorted((e for e in case.record.events if e.date), key=lambda event: event.date)
    facts = {e.id: tuple(f for f in case.record.facts if f.event == e.id) for e in events}
    told = [fact.source for event in events for fact in facts[event.id]]
    return _Line(
        events=tuple(events),
        facts=facts,
        ids={key: frozenset(fact.id for fact in each) for key, each in facts.items()},
        sources=dict(map(_teller, told)),
        parties={party.id: party.name for party in case.defendants},
    )


@lru_cache(maxsize=1024)
def _moment(case: Case, event: Event, off: frozenset[str], source: str, party: str) -> Moment:
    facts = _matching(case, event.id, source, party)
    on = [fact for fact in facts if fact.id not in off]
    concerned = {key for fact in on for key in fact.concerns}
    names = _line(case).parties.items()
    return Moment(
        event=event.id,
        date=event.date,
        title=event.title,
        on=len(on),
        total=len(facts),
        parties=tuple(name for key, name in names if key in concerned),
    )


@lru_cache(maxsize=1024)
def _item(
    case: Case, moment: Moment, off: frozenset[str], region: str, source: str, party: str
) -> Markup:
    facts = _matching(case, moment.event, source, party)
    return render(
        "instruments/timeline/incident",
        case=case,
        moment=moment,
        id=f"{region}-{moment.event}",
        chips=_chips(facts, off),
        facts=facts,
        off=off,
    )


def _chips(facts: tuple[Fact, ...], off: frozenset[str]) -> list[Chip]:
    every = Counter(_teller(fact.source)[1] for fact in facts)
    on = Counter(_teller(fact.source)[1] for fact in facts if fact.id not in off)
    return [Chip(label, on[label], total) for label, total in every.items()]


def _matching(case: Case, event: str, source: str, party: str) -> tuple[Fact, ...]:
    return tuple(
        fact
        for fact in _line(case).facts[event]
        if source in ("", _teller(fact.source)[0])
        and (not party or not fact.concerns or party in fact.concerns)
    )


def _off(line: _Line, event: str, scenario: Scenario) -> frozenset[str]:
    return line.ids[event] & scenario.without


@lru_cache(maxsize=256)
def _teller(source: Source) -> tuple[str, str]:
    """Return the id and label of who tells; the court's recital is apart from its inferences."""
    if source.who != "court":
        return re.sub(r"[^a-z0-9]+", "-", source.who.lower().replace("'", "")), source.who
    if source.form == "record":
        return source.who, "the court's recital"
    return f"{source.who}-{source.form}", f"the court's {source.form}"


def _refuse_unknown(kind: str, name: str, known: Iterable[str]) -> None:
    if name and name not in (names := tuple(known)):
        raise UnknownName(kind, name, names)
