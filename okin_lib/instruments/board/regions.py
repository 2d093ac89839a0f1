"""The regions of a board: what a learner supposes in, and what follows from it."""

from functools import partial

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare
from okin_lib.files.link import query
from okin_lib.files.link_code import encode
from okin_lib.instruments.board.bar import bar, supposition_of
from okin_lib.instruments.board.feeds import feeds
from okin_lib.instruments.board.folds import FOLDS
from okin_lib.instruments.board.in_lesson import BoardPlan, facts_shown
from okin_lib.instruments.board.in_play import facts_in_play
from okin_lib.instruments.board.shown import AtHand, Shown
from okin_lib.instruments.board.view import search_panel
from okin_lib.page.claims import RECORD
from okin_lib.page.drawer import claims_about
from okin_lib.page.effects.circuit import circuit_panel, undrawn_panel
from okin_lib.page.effects.headline import headline
from okin_lib.page.effects.strip import strip
from okin_lib.page.effects.why import why
from okin_lib.page.facts import event_panel, hypothetical_panel, more_of
from okin_lib.page.on_demand import Makers, together
from okin_lib.page.own.form import own_panel
from okin_lib.page.readings import reading_panel
from okin_lib.page.regions import RegionId, Regions, region_ids
from okin_lib.page.share import share_panel
from okin_lib.page.supposition import in_a_clause
from okin_lib.page.template import nothing
from okin_lib.page.year import year_choice
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import shared
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId

# What a decorator asks for has its type said: where `okin_lib` is imported first, mypy has not
# yet come to infer it.
FACTS: RegionId
YEAR: RegionId
STRIP: RegionId
BAR, FACTS, SEARCH, HYPOTHETICALS, OWN, READINGS, YEAR = region_ids(
    "bar", "facts", "search", "hypotheticals", "own", "readings", "year"
)
LIVE, STRIP, CIRCUIT, WHY = EFFECTS = region_ids("live", "strip", "circuit", "why")
SHARE = RegionId("share")
RESULTS = (*EFFECTS, *FOLDS, SHARE)


def control_ids(plan: BoardPlan) -> tuple[RegionId, ...]:
    """Return the ids of the regions in which a learner supposes, in order."""
    occasions = (_facts_of(occasion.event) for occasion in plan.occasions)
    own = (OWN,) if plan.own else ()
    dated = (YEAR,) if plan.dated else ()
    return (BAR, FACTS, SEARCH, *occasions, HYPOTHETICALS, *own, READINGS, *dated)


def controls(seen: Shown, at_hand: AtHand, not_opened: str) -> Makers:
    """Return what makes the regions in which a learner supposes."""
    case, plan, supposed = seen.case, seen.plan, seen.supposed
    always: Makers = {
        BAR: lambda: bar(case, plan, supposed, not_opened, BAR),
        FACTS: lambda: facts_in_play(case, plan, supposed, at_hand, seen.count_changed, FACTS),
    }
    others = control_ids(plan)[2:]
    if plan.in_play and not at_hand.every:
        return {**always, **{key: partial(nothing, key, "facts") for key in others}}
    return {**always, **together(others, partial(_every_fact, seen, at_hand))}


def _every_fact(seen: Shown, at_hand: AtHand) -> Regions:
    case, plan, supposed = bare(seen.case), seen.plan, seen.supposed
    search, unfolded = at_hand.search, at_hand.unfolded
    readings, found = full_readings(case, supposed), search.found(case)
    every = frozenset((*facts_shown(case, plan), *plan.hypotheticals))
    tally = f"{len(every if found is None else every & found)} of {len(every)} facts are shown."
    dated = {YEAR: year_choice(case, YEAR, supposed.year)} if plan.dated else {}
    own = own_panel(case, seen.own, supposed.added, OWN in unfolded, OWN) if plan.own else ""
    return {
        SEARCH: search_panel(case, SEARCH, search, plan.claims, tally, SEARCH in unfolded),
        **_facts(case, plan, supposed, found, unfolded),
        HYPOTHETICALS: hypothetical_panel(
            case,
            HYPOTHETICALS,
            plan.hypotheticals,
            shared(seen.case, supposed).added,
            found,
            HYPOTHETICALS in unfolded,
        ),
        **({OWN: own} if own else {}),
        READINGS: reading_panel(case, READINGS, plan.readings, readings, READINGS in unfolded),
        **dated,
    }


def effects(seen: Shown, said: str, circuits: bool) -> Makers:
    """Return what makes what follows, in one glance: a sentence, all parties, circuit, reason.

    Parameters
    ----------
    circuits
        Whether they are drawn; if not, what draws them is shown.
    """
    case, plan, now, before = seen.case, seen.plan, seen.now, seen.analysis(seen.before)
    analyses = (seen.analysis(RECORD), before, now)
    made = supposition_of(case, plan, seen.supposed)
    lead = in_a_clause(case, seen.supposed, plan.as_one, made.phrase if made else "")
    fed, its, opens = feeds(case, plan, seen.supposed), (seen.party, seen.chosen), seen.drawer
    drawn = claims_about(case, now, *its)
    claim = drawn[0].id if drawn else plan.claims[0]
    parties = (case, plan.claims, plan.readings, analyses, its[0], claim, opens)
    return {
        LIVE: partial(headline, case, claim, lead, analyses, said, LIVE),
        STRIP: partial(strip, *parties, STRIP) if circuits else partial(nothing, STRIP, "effects"),
        CIRCUIT: partial(circuit_panel, case, now, before, *its, fed, opens, CIRCUIT)
        if circuits
        else partial(undrawn_panel, CIRCUIT),
        WHY: partial(why, case, analyses, *its, None if plan.in_play else opens, WHY),
    }


def share(case: Case, supposed: Scenario, unread: bool, link: str, left_out: str) -> str:
    """Return the code of a scenario; the address bears it, unless it bears one to look at."""
    code = encode(bare(case), supposed)
    borne = None if unread else "" if supposed == RECORD else code
    return share_panel(SHARE, code, query(code), borne, link, left_out)


def _facts(
    case: Case,
    plan: BoardPlan,
    supposed: Scenario,
    found: frozenset[FactId] | None,
    unfolded: frozenset[str],
) -> Regions:
    its: dict[str, set[FactId]] = {occasion.event: set() for occasion in plan.occasions}
    for fact in case.record.facts:
        if fact.event in its:
            its[fact.event].add(fact.id)
    return {
        _facts_of(shown.event): event_panel(
            case,
            shown.event,
            _facts_of(shown.event),
            shown.first,
            supposed.without & its[shown.event],
            unfolded & {shown.event, more_of(shown.event)},
            found=None if found is None else found & its[shown.event],
            held=plan.held,
        )
        for shown in plan.occasions
    }


def _facts_of(event: str) -> RegionId:
    return RegionId(f"facts-{event}")
