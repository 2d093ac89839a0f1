"""The incidents in order of date: who tells of each, whom it concerns, and its facts."""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.timeline.moments import (
    Moment,
    Off,
    line_of,
    matching,
    moments,
    off_in,
    teller,
)
from okin_lib.page.figure import figure_panel
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import tallied
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Fact, FactId, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


@frozen
class Chip:
    """One source of an incident: how many of the facts it tells are on, and how many it tells."""

    label: str
    on: int
    total: int


def timeline(
    case: Case, scenario: Scenario, region: RegionId, source: str = "", party: PartyId = NO_PARTY,
    drawn: bool = False,
) -> str:  # fmt: skip
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
    line = line_of(case)
    shown, posed = moments(case, scenario, source, party), pose(case, scenario)
    return render(
        "instruments/timeline/timeline",
        region=region,
        items=[
            _item(case, moment, off, region, source, party)
            for moment in shown
            for off in [tuple(off_in(line, moment.event, posed).items())]
        ],
        months=line.span,
        incidents=len(line.events),
        facts=sum(map(len, line.facts.values())),
        matching=sum(moment.total for moment in shown),
        missing=tallied(why for moment in shown for why in moment.missing),
        told_by=line.sources.get(source),
        concerning=line.parties.get(party),
        moved=scenario.year,
        people=case.record.parties,
        undated=[event.title for event in case.record.events if not event.date],
        figure=figure_panel(region, drawn and bool(shown), _drawn, case, shown, scenario),
    )


# The first look of the whole board: a click changes the facts of one incident.
@lru_cache(maxsize=1024)
def _item(
    case: Case,
    moment: Moment,
    off: tuple[tuple[FactId, Presence], ...],
    region: RegionId,
    source: str,
    party: PartyId,
) -> Markup:
    facts = matching(case, moment.event, source, party)
    return render(
        "instruments/timeline/incident",
        case=case,
        moment=moment,
        id=f"{region}-{moment.event}",
        chips=_chips(facts, dict(off)),
        facts=facts,
        off=dict(off),
        missing=tallied(moment.missing),
    )


def _chips(facts: tuple[Fact, ...], off: Off) -> list[Chip]:
    every = Counter(teller(fact.source)[1] for fact in facts)
    on = Counter(teller(fact.source)[1] for fact in facts if fact.id not in off)
    return [Chip(label, on[label], total) for label, total in every.items()]


def _drawn(case: Case, shown: tuple[Moment, ...], scenario: Scenario) -> "Drawing":
    from okin_lib.instruments.timeline.figure import draw

    title = f"The incidents in time, in this model: {supposition(case, scenario).in_brief}"
    return draw(shown, list(line_of(case).parties.values()), title)
