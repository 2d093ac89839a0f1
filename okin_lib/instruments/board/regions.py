"""The regions of a board: what a learner supposes in, and what follows from it."""

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.files.link import query
from okin_lib.files.link_code import encode
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.search import Search
from okin_lib.instruments.board.view import search_panel, step_panel
from okin_lib.page.changes import live, live_panel, what_changed
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.facts import event_panel, hypothetical_panel
from okin_lib.page.matrix import matrix
from okin_lib.page.readings import reading_panel
from okin_lib.page.regions import RegionId, Regions, region_ids
from okin_lib.page.share import share_panel
from okin_lib.page.verdict import verdict
from okin_lib.page.year import year_choice
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId, PartyId

STEPS, SEARCH, HYPOTHETICALS, READINGS, YEAR = region_ids(
    "steps", "search", "hypotheticals", "readings", "year"
)
LIVE, VERDICT, WHAT_CHANGED, TREE, MATRIX, SHARE = RESULTS = region_ids(
    "live", "verdict", "what-changed", "tree", "matrix", "share"
)


def control_ids(plan: BoardPlan) -> tuple[RegionId, ...]:
    """Return the ids of the regions in which a learner supposes, in order."""
    occasions = (_facts_of(occasion.event) for occasion in plan.occasions)
    dated = (YEAR,) if plan.dated else ()
    return (STEPS, SEARCH, *occasions, HYPOTHETICALS, READINGS, *dated)


def controls(
    case: Case, plan: BoardPlan, supposed: Scenario, search: Search, notice: str
) -> Regions:
    """Return the regions in which a learner supposes."""
    readings = full_readings(case, supposed)
    suppositions = [(each.id, each.label) for each in plan.suppositions]
    found = search.found(case)
    every = frozenset((*facts_shown(case, plan), *plan.hypotheticals))
    kept = every if found is None else every & found
    tally = f"{len(kept)} of {len(every)} facts are shown."
    dated = {YEAR: year_choice(case, YEAR, supposed.year)} if plan.dated else {}
    return {
        STEPS: step_panel(case, STEPS, suppositions, readings, notice),
        SEARCH: search_panel(case, SEARCH, search.words, search.element, plan.claims, tally),
        **_facts(case, plan, supposed, found),
        HYPOTHETICALS: hypothetical_panel(
            case, HYPOTHETICALS, plan.hypotheticals, supposed.added, found
        ),
        READINGS: reading_panel(case, READINGS, plan.readings, readings),
        **dated,
    }


def told(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Regions:
    """Return what is said of a scenario, in brief and beside the record."""
    analysis = shown(case, claims, supposed)
    changes = difference(case, shown(case, claims, RECORD), analysis)
    return {
        LIVE: live_panel(LIVE, live(case, supposed, changes)),
        VERDICT: verdict(case, analysis, VERDICT),
        WHAT_CHANGED: what_changed(case, supposed, changes, WHAT_CHANGED),
    }


def its_matrix(
    case: Case,
    claims: tuple[str, ...],
    supposed: Scenario,
    party: PartyId,
    drawn: bool,
    chosen: ElementId,
) -> str:
    """Return every finding, beside the record's."""
    analysis, record = shown(case, claims, supposed), shown(case, claims, RECORD)
    return matrix(case, analysis, record, party, drawn, MATRIX, chosen)


def share(case: Case, supposed: Scenario, unread: bool, link: str) -> str:
    """Return the code of a scenario; the address bears it, unless it bears one to look at."""
    code = encode(case, supposed)
    borne = None if unread else "" if supposed == RECORD else code
    return share_panel(SHARE, code, query(code), borne, link)


def facts_shown(case: Case, plan: BoardPlan) -> tuple[FactId, ...]:
    """Return the facts of the record that can be switched."""
    shown = {occasion.event for occasion in plan.occasions}
    return tuple(fact.id for fact in case.record.facts if fact.event in shown)


def _facts(
    case: Case, plan: BoardPlan, supposed: Scenario, found: frozenset[FactId] | None
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
            folded=place > 0,
            found=None if found is None else found & its[shown.event],
        )
        for place, shown in enumerate(plan.occasions)
    }


def _facts_of(event: str) -> RegionId:
    return RegionId(f"facts-{event}")
