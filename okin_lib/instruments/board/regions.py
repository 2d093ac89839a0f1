"""The regions of a board: what a learner supposes in, and what follows from it."""

from okin_lib.doctrine.case import Case
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
from okin_lib.page.regions import Regions
from okin_lib.page.share import share_panel
from okin_lib.page.verdict import verdict
from okin_lib.page.year import year_choice
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId, PartyId

RESULTS = ("live", "verdict", "what-changed", "tree", "matrix")


def control_ids(plan: BoardPlan) -> tuple[str, ...]:
    """Return the ids of the regions in which a learner supposes, in order."""
    occasions = (_facts_of(occasion.event) for occasion in plan.occasions)
    dated = ("year",) if plan.dated else ()
    return ("steps", "search", *occasions, "hypotheticals", "readings", *dated)


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
    dated = {"year": year_choice(case, "year", supposed.year)} if plan.dated else {}
    return {
        "steps": step_panel(case, "steps", suppositions, readings, notice),
        "search": search_panel(case, "search", search.words, search.element, plan.claims, tally),
        **_facts(case, plan, supposed, found),
        "hypotheticals": hypothetical_panel(
            case, "hypotheticals", plan.hypotheticals, supposed.added, found
        ),
        "readings": reading_panel(case, "readings", plan.readings, readings),
        **dated,
    }


def told(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Regions:
    """Return what is said of a scenario, in brief and beside the record."""
    analysis = shown(case, claims, supposed)
    changes = difference(case, shown(case, claims, RECORD), analysis)
    return {
        "live": live_panel("live", live(case, supposed, changes)),
        "verdict": verdict(case, analysis, "verdict"),
        "what-changed": what_changed(case, supposed, changes, "what-changed"),
    }


def its_matrix(
    case: Case, claims: tuple[str, ...], supposed: Scenario, party: PartyId, drawn: bool
) -> str:
    """Return every finding, beside the record's."""
    analysis, record = shown(case, claims, supposed), shown(case, claims, RECORD)
    return matrix(case, analysis, record, party, drawn, "matrix")


def share(case: Case, supposed: Scenario, unread: bool, link: str) -> str:
    """Return the code of a scenario; the address bears it, unless it bears one to look at."""
    code = encode(case, supposed)
    borne = None if unread else "" if supposed == RECORD else code
    return share_panel("share", code, query(code), borne, link)


def facts_shown(case: Case, plan: BoardPlan) -> tuple[FactId, ...]:
    """Return the facts of the record that can be switched."""
    shown = {occasion.event for occasion in plan.occasions}
    return tuple(fact.id for fact in case.record.facts if fact.event in shown)


def _facts(
    case: Case, plan: BoardPlan, supposed: Scenario, found: frozenset[FactId] | None
) -> dict[str, str]:
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


def _facts_of(event: str) -> str:
    return f"facts-{event}"
