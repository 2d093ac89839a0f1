"""The board: a scenario and its history, shown as controls, verdict, changes, tree and matrix."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.event import Event, known
from okin_lib.lessons.lesson import Mistake, Regions
from okin_lib.lessons.plan import BoardPlan
from okin_lib.lessons.search import EVERYTHING, Search
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.code import BadCode, decode, encode
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.established import YEARS
from okin_lib.reasoning.index import index
from okin_lib.reasoning.link import code_in, query
from okin_lib.reasoning.scenario import full_readings, moved, preset, scenario
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.views.changes import live, live_panel, what_changed
from okin_lib.views.dates import year_choice
from okin_lib.views.facts import (
    event_panel,
    hypothetical_panel,
    reading_panel,
    search_panel,
    step_panel,
)
from okin_lib.views.matrix import matrix
from okin_lib.views.share import share_panel
from okin_lib.views.tree import tree
from okin_lib.views.verdict import verdict

RECORD = Scenario()
BOARD = ("board",)
EVERY = "every-element"
RESULTS = ("live", "verdict", "what-changed", "tree", "matrix")


@frozen
class Board:
    """A scenario, how a learner came to it, whose tree is shown, and which facts.

    Attributes
    ----------
    party
        Whose tree is shown.
    history, undone
        The scenarios before this one, for going back, and those gone back from.
    opened
        The elements whose reasons are shown.
    drawn
        Whether the findings are to be drawn as a figure.
    link
        The link that is shown as a QR code, if one is.
    notice
        Why the scenario that was asked for is not shown, if it is not.
    """

    case: Case
    plan: BoardPlan
    party: str
    scenario: Scenario = RECORD
    history: tuple[Scenario, ...] = ()
    undone: tuple[Scenario, ...] = ()
    search: Search = EVERYTHING
    opened: frozenset[str] = frozenset()
    drawn: bool = False
    link: str = ""
    notice: str = ""

    @classmethod
    def of(cls, case: Case, plan: BoardPlan, code: str = "") -> "Board":
        """Return the board at its start: the scenario of the code, else the record's own."""
        board = cls(case, plan, plan.party)
        if not code:
            return board
        try:
            return evolve(board, scenario=decode(case, code))
        except BadCode as error:
            said = f"The link was not opened: {error}. What you see is the record."
            return evolve(board, notice=said)

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part of a board."""
        return {"board": region_ids(self.plan)}

    def regions(self) -> Regions:
        """Every region; what a learner went through before makes no difference to any."""
        return {
            **_controls(self.case, self.plan, self.scenario, self.search, self.notice),
            **_results(self),
            "share": share_panel("share", self._code(), self._code_shown(), self.link),
        }

    def _code(self) -> str:
        return encode(self.case, self.scenario)

    def _code_shown(self) -> str | None:
        """The code that the address bears; one that could not be read is left to be looked at."""
        if self.notice:
            return None
        return "" if self.scenario == RECORD else self._code()

    def after(self, event: Mapping[str, Any]) -> "Board":
        """Return the board after ``event``; raise `BadEvent` if it is not one of a board's."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _toggle(self, event: Event) -> "Board":
        facts, hypotheticals = self._facts(), self.plan.hypotheticals
        fact = known("fact", event.target, (*facts, *hypotheticals))
        on, now = event.switch(), self.scenario
        if fact in hypotheticals:
            return self._supposing(evolve(now, added=_with(now.added, fact, on)))
        return self._supposing(evolve(now, without=_with(now.without, fact, not on)))

    def _facts(self) -> tuple[str, ...]:
        return _facts_shown(self.case, self.plan)

    def _reading(self, event: Event) -> "Board":
        reading = known("reading", event.target, self.plan.readings)
        values = [value.id for value in index(self.case).readings[reading].values]
        return self._reading_as(self._readings() | {reading: event.choice(values)})

    def _preset(self, event: Event) -> "Board":
        name = known("preset", event.target, [p.id for p in self.case.doctrine.presets])
        return self._reading_as(self._readings() | preset(self.case, name))

    def _readings(self) -> dict[str, str]:
        return full_readings(index(self.case), self.scenario)

    def _reading_as(self, readings: dict[str, str]) -> "Board":
        read = scenario(self.case, readings=readings).readings
        return self._supposing(evolve(self.scenario, readings=read))

    def _suppose(self, event: Event) -> "Board":
        changes = {supposed.id: supposed for supposed in self.plan.suppositions}
        change = changes[known("supposition", event.target, changes)]
        made = scenario(self.case, change.without, change.added)
        return self._supposing(evolve(self.scenario, without=made.without, added=made.added))

    def _reset(self, event: Event) -> "Board":
        known("thing to reset", event.target, BOARD)
        return self._supposing(RECORD)

    def _undo(self, event: Event) -> "Board":
        known("thing to undo", event.target, BOARD)
        if not self.history:
            return self
        *earlier, last = self.history
        undone = (*self.undone, self.scenario)
        return self._at(last, tuple(earlier), undone)

    def _redo(self, event: Event) -> "Board":
        known("thing to redo", event.target, BOARD)
        if not self.undone:
            return self
        *others, last = self.undone
        return self._at(last, (*self.history, self.scenario), tuple(others))

    def _share(self, event: Event) -> "Board":
        known("thing to share", event.target, BOARD)
        return evolve(self, link=event.link(query(self._code())))

    def _read_code(self, event: Event) -> "Board":
        known("place for a code", event.target, BOARD)
        try:
            supposed = decode(self.case, code_in(event.field("code")))
        except BadCode as error:
            raise Mistake(f"Nothing was opened: {error}.") from error
        if supposed == self.scenario:
            raise Mistake("Nothing was changed: this is what you suppose already.")
        return self._supposing(supposed)

    def _party(self, event: Event) -> "Board":
        known("choice of party", event.target, ("tree", "matrix"))
        return evolve(self, drawn=False, party=event.choice(parties(self.case, self.plan.claims)))

    def _open(self, event: Event) -> "Board":
        asked = [e.id for e in self.case.doctrine.elements if e.claim in self.plan.claims]
        opened = known("element", event.target, [*asked, EVERY])
        return evolve(self, opened=frozenset(asked) if opened == EVERY else self.opened | {opened})

    def _draw(self, event: Event) -> "Board":
        known("figure", event.target, ("matrix",))
        return evolve(self, drawn=True)

    def _search(self, event: Event) -> "Board":
        return evolve(self, search=self.search.after(self.case, event))

    def _year(self, event: Event) -> "Board":
        known("choice of year", event.target, ("year",))
        year = int(event.choice([str(year) for year in YEARS]))
        return self._supposing(moved(self.case, self.scenario, year))

    def _supposing(self, supposed: Scenario) -> "Board":
        if supposed == self.scenario:
            return self
        return self._at(supposed, (*self.history, self.scenario), ())

    def _at(
        self, supposed: Scenario, history: tuple[Scenario, ...], undone: tuple[Scenario, ...]
    ) -> "Board":
        """Return the board with another scenario; what was said of the last one goes."""
        now = evolve(self, scenario=supposed, history=history, undone=undone)
        return evolve(now, drawn=False, link="", notice="")


STEPS: Mapping[str, Callable[[Board, Event], Board]] = {
    "toggle": Board._toggle,
    "reading": Board._reading,
    "preset": Board._preset,
    "suppose": Board._suppose,
    "reset": Board._reset,
    "undo": Board._undo,
    "redo": Board._redo,
    "share": Board._share,
    "code": Board._read_code,
    "party": Board._party,
    "open": Board._open,
    "draw": Board._draw,
    "search": Board._search,
    "year": Board._year,
}


def region_ids(plan: BoardPlan) -> tuple[str, ...]:
    """Return the ids of a board's regions, in order."""
    return (*control_ids(plan), *RESULTS, "share")


def control_ids(plan: BoardPlan) -> tuple[str, ...]:
    """Return the ids of the regions in which a learner supposes, in order."""
    occasions = (_facts_of(occasion.event) for occasion in plan.occasions)
    first, *others = ("search", *occasions, "hypotheticals", "readings")
    return ("steps", first, *others, *(("year",) if plan.dated else ()))


def parties(case: Case, claims: tuple[str, ...]) -> list[str]:
    """Return the parties on whom something is found, on these claims."""
    found = shown(case, claims, RECORD).findings
    return list(dict.fromkeys(finding.party for finding in found))


@lru_cache(maxsize=16)
def _controls(
    case: Case, plan: BoardPlan, supposed: Scenario, search: Search, notice: str
) -> Regions:
    readings = full_readings(index(case), supposed)
    suppositions = [(each.id, each.label) for each in plan.suppositions]
    found = search.found(case)
    every = frozenset((*_facts_shown(case, plan), *plan.hypotheticals))
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


def _results(board: Board) -> Regions:
    case, claims, supposed = board.case, board.plan.claims, board.scenario
    return {
        **_told(case, claims, supposed),
        "tree": _tree(case, claims, supposed, board.party, board.opened),
        "matrix": _matrix(case, claims, supposed, board.party, board.drawn),
    }


@lru_cache(maxsize=16)
def _told(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Regions:
    analysis = shown(case, claims, supposed)
    changes = difference(case, shown(case, claims, RECORD), analysis)
    return {
        "live": live_panel("live", live(case, supposed, changes)),
        "verdict": verdict(case, analysis, "verdict"),
        "what-changed": what_changed(case, supposed, changes, "what-changed"),
    }


@lru_cache(maxsize=16)
def _tree(
    case: Case, claims: tuple[str, ...], supposed: Scenario, party: str, opened: frozenset[str]
) -> str:
    return tree(case, shown(case, claims, supposed), party, opened, "tree")


@lru_cache(maxsize=16)
def _matrix(
    case: Case, claims: tuple[str, ...], supposed: Scenario, party: str, drawn: bool
) -> str:
    analysis, record = shown(case, claims, supposed), shown(case, claims, RECORD)
    return matrix(case, analysis, record, party, drawn, "matrix")


@lru_cache(maxsize=64)
def shown(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Analysis:
    """Return the analysis of these claims."""
    analysis = analyze(case, supposed)
    return evolve(
        analysis,
        findings=tuple(found for found in analysis.findings if found.claim in claims),
        dispositions=tuple(found for found in analysis.dispositions if found.claim in claims),
    )


def _facts(
    case: Case, plan: BoardPlan, supposed: Scenario, found: frozenset[str] | None
) -> dict[str, str]:
    its: dict[str, set[str]] = {occasion.event: set() for occasion in plan.occasions}
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


@lru_cache(maxsize=16)
def _facts_shown(case: Case, plan: BoardPlan) -> tuple[str, ...]:
    shown = {occasion.event for occasion in plan.occasions}
    return tuple(fact.id for fact in case.record.facts if fact.event in shown)


def _facts_of(event: str) -> str:
    return f"facts-{event}"


def _with(ids: frozenset[str], name: str, on: bool) -> frozenset[str]:
    return ids | {name} if on else ids - {name}
