"""The record and its accounts: incidents across, who says so down, and the fact that is chosen."""

from collections import Counter
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.timeline.chosen import (
    LANES,
    call_shown,
    chain,
    dispute_near,
    fact_shown,
    stands,
)
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
from okin_lib.page.words import fact_status, tallied
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Fact, FactId, FactStatus, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

FAR = 40
"""More days than this between two incidents are marked: these stand in order, not to scale."""
MANY, MOST = 14, 40
"""With more facts than these, an incident gets more room across."""


@frozen
class Filter:
    """Which facts are shown, and which of them is looked at: ids; empty for all, or the first."""

    source: str = ""
    party: PartyId = NO_PARTY
    call: str = ""
    fact: str = ""


@frozen
class Chip:
    """One source of an incident: how many of the facts it tells are on, and how many it tells."""

    label: str
    on: int
    total: int


def timeline(
    case: Case, scenario: Scenario, region: RegionId, source: str = "", party: PartyId = NO_PARTY,
    drawn: bool = False, call: str = "", fact: str = "",
) -> str:  # fmt: skip
    """Return the incidents with a dot for each fact, and the facts of the one that is chosen.

    Parameters
    ----------
    source, party
        The filter, as `moments` takes it.
    drawn
        Whether a figure of them is asked for.
    call, fact
        Ids of the incident and of the fact that are looked at; what the filter does not show,
        or nothing, is as if none were chosen.

    Raises
    ------
    UnknownName
        For a source or a party that is not there to be chosen.
    """
    line = line_of(case)
    shown = moments(case, scenario, source, party)
    return render(
        "instruments/timeline/timeline",
        region=region,
        board=_board(case, scenario, shown, region, Filter(source, party, call, fact)),
        months=line.span,
        shown=len(shown),
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


def _board(
    case: Case, scenario: Scenario, shown: tuple[Moment, ...], region: RegionId, chosen: Filter
) -> Markup:
    if not shown:
        return Markup()
    line, posed = line_of(case), pose(case, scenario)
    moment = call_shown(shown, chosen.call)
    facts = _in_lanes(matching(case, moment.event, chosen.source, chosen.party))
    fact = fact_shown(case, [each for _, lane in facts for each in lane], chosen.fact)
    off = off_in(line, moment.event, posed)
    gaps = ["", *(_gap(one.date, other.date) for one, other in pairwise(shown))]
    dispute, own = dispute_near(case, fact)
    return render(
        "instruments/timeline/board",
        case=case,
        region=region,
        lanes=[_lane(case, status) for status in LANES],
        calls=[
            _call(case, each, tuple(off_in(line, each.event, posed).items()), region, chosen, gap,
                  fact.id if each is moment else None)
            for each, gap in zip(shown, gaps, strict=True)
        ],
        moment=moment,
        missing=tallied(moment.missing),
        undisputed=sum(len(lane) for status, lane in facts if status == "undisputed"),
        chips=_chips(tuple(each for _, lane in facts for each in lane), off),
        facts=[(_lane(case, status), lane) for status, lane in facts],
        off=off,
        fact=fact,
        chain=chain(fact),
        dispute=dispute,
        own=own,
        versions=[
            (case.record.sides[account.side].label, account.label,
             stands(dispute, account, posed.presence))
            for account in (dispute.accounts if dispute else ())
        ],
    )  # fmt: skip


def _in_lanes(facts: tuple[Fact, ...]) -> list[tuple[FactStatus, tuple[Fact, ...]]]:
    """The facts by whose account they are; no lane is empty."""
    lanes = ((key, tuple(fact for fact in facts if fact.status == key)) for key in LANES)
    return [(key, lane) for key, lane in lanes if lane]


def _lane(case: Case, status: FactStatus) -> tuple[str, str]:
    """What a lane is called, and what is said of it besides."""
    name, _, more = fact_status(case, status).partition(", ")
    return f"{name[:1].upper()}{name[1:]}", more


# A click changes the facts of one incident, and of a few the one that is looked at.
@lru_cache(maxsize=1024)
def _call(
    case: Case,
    moment: Moment,
    off: tuple[tuple[FactId, Presence], ...],
    region: RegionId,
    chosen: Filter,
    gap: str,
    fact: FactId | None,
) -> Markup:
    """Return an incident as a column of dots; ``fact`` is the one looked at, None elsewhere."""
    facts = matching(case, moment.event, chosen.source, chosen.party)
    lanes = dict(_in_lanes(facts))
    return render(
        "instruments/timeline/call",
        moment=moment,
        region=region,
        lanes=[(_lane(case, status)[0], lanes.get(status, ())) for status in LANES],
        off=dict(off),
        gap=gap,
        fact=fact,
        size="most" if len(facts) > MOST else "many" if len(facts) > MANY else "few",
    )


def _gap(one: str, other: str) -> str:
    """What is said of the time between two days, where it is long."""
    days = (date.fromisoformat(other) - date.fromisoformat(one)).days
    return f"{round(days / 30.4)} months" if days > FAR else ""


def _chips(facts: tuple[Fact, ...], off: Off) -> list[Chip]:
    every = Counter(teller(fact.source)[1] for fact in facts)
    on = Counter(teller(fact.source)[1] for fact in facts if fact.id not in off)
    return [Chip(label, on[label], total) for label, total in every.items()]


def _drawn(case: Case, shown: tuple[Moment, ...], scenario: Scenario) -> "Drawing":
    from okin_lib.instruments.timeline.figure import draw

    title = f"The incidents in time, in this model: {supposition(case, scenario).in_brief}"
    return draw(shown, list(line_of(case).parties.values()), title)
