"""The record and its accounts: incidents across, who says so down, and the fact that is chosen."""

from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.timeline.moments import Moment, line_of, matching, moments, off_in
from okin_lib.page.account import account, lane, parted, tellers
from okin_lib.page.figure import figure_panel
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import FACT_STATUS, tallied
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Fact, FactId, FactStatus, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

LANES: tuple[FactStatus, ...] = tuple(FACT_STATUS)
FAR = 40  # days between two incidents that are marked, as these stand in order and not to scale
MANY, MOST = 14, 40  # facts with more of which an incident gets more room across


@frozen
class Filter:
    """Which facts are shown, and which of them is looked at: ids; empty for all, or the first."""

    source: str = ""
    party: PartyId = NO_PARTY
    call: str = ""
    fact: str = ""


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
        undated=[event.title for event in case.record.events if not event.date],
        figure=figure_panel(region, drawn and bool(shown), moments_figure, case, shown, scenario),
    )


def _board(
    case: Case, scenario: Scenario, shown: tuple[Moment, ...], region: RegionId, chosen: Filter
) -> Markup:
    if not shown:
        return Markup()
    line, posed = line_of(case), pose(case, scenario)
    moment = _shown(shown, chosen.call)
    facts = _in_lanes(matching(case, moment.event, chosen.source, chosen.party))
    every = tuple(each for _, its in facts for each in its)
    fact = _looked_at(case, every, chosen.fact)
    off = off_in(line, moment.event, posed)
    gaps = ["", *(_gap(one.date, other.date) for one, other in pairwise(shown))]
    return render(
        "instruments/timeline/board",
        case=case,
        region=region,
        lanes=[lane(case, status) for status in LANES],
        calls=[
            _call(case, each, tuple(off_in(line, each.event, posed).items()), region, chosen, gap,
                  fact.id if each is moment else None)
            for each, gap in zip(shown, gaps, strict=True)
        ],
        moment=moment,
        missing=tallied(moment.missing),
        undisputed=len(dict(facts).get("undisputed", ())),
        chips=tellers(every, off),
        facts=[(lane(case, status), its) for status, its in facts],
        off=off,
        fact=fact,
        account=account(case, fact, posed.presence),
    )  # fmt: skip


def _in_lanes(facts: tuple[Fact, ...]) -> list[tuple[FactStatus, tuple[Fact, ...]]]:
    """The facts by whose account they are; no lane is empty."""
    lanes = ((key, tuple(fact for fact in facts if fact.status == key)) for key in LANES)
    return [(key, its) for key, its in lanes if its]


def _shown(shown: tuple[Moment, ...], chosen: str) -> Moment:
    """The incident that is chosen; the first of them where none of them is."""
    return next((moment for moment in shown if moment.event == chosen), shown[0])


def _looked_at(case: Case, facts: tuple[Fact, ...], chosen: str) -> Fact:
    """The fact that is chosen; else the first that is disputed, or that was passed on."""
    disputed = {key for each in case.disputes if parted(each) for key in each.facts}
    picked = [fact for fact in facts if fact.id == chosen]
    told = [fact for fact in facts if fact.id in disputed]
    return [*picked, *told, *(fact for fact in facts if fact.source.told_through), *facts][0]


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
        when=date.fromisoformat(moment.date),
        region=region,
        lanes=[(lane(case, status)[0], lanes.get(status, ())) for status in LANES],
        off=dict(off),
        gap=gap,
        fact=fact,
        size="most" if len(facts) > MOST else "many" if len(facts) > MANY else "few",
    )


def _gap(one: str, other: str) -> str:
    """What is said of the time between two days, where it is long."""
    days = (date.fromisoformat(other) - date.fromisoformat(one)).days
    return f"{round(days / 30.4)} months" if days > FAR else ""


def moments_figure(case: Case, shown: tuple[Moment, ...], scenario: Scenario) -> "Drawing":
    """Return the incidents that are shown as a figure; at least one."""
    from okin_lib.instruments.timeline.figure import draw

    title = f"The incidents in time, in this model: {supposition(case, scenario).in_brief}"
    return draw(shown, list(line_of(case).parties.values()), title)
