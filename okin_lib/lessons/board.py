"""The board: a scenario and its history, shown as controls, verdict, changes, tree and matrix."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.event import Event, known
from okin_lib.lessons.lesson import Regions
from okin_lib.lessons.plan import BoardPlan
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.code import BadCode, decode, encode
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.index import index
from okin_lib.reasoning.scenario import full_readings, preset, scenario
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.views.changes import live, live_panel, what_changed
from okin_lib.views.facts import event_panel, hypothetical_panel, reading_panel, step_panel
from okin_lib.views.matrix import matrix
from okin_lib.views.share import share_panel
from okin_lib.views.tree import tree
from okin_lib.views.verdict import verdict

RECORD = Scenario()
BOARD = ("board",)
TREE = ("tree",)


@frozen
class Board:
    """A scenario, how a learner came to it, and whose tree is shown.

    Attributes
    ----------
    history, undone
        The scenarios before this one, for going back, and those gone back from.
    link
        The link that is shown as a QR code, if one is.
    notice
        Why the scenario that was asked for is not shown, if it is not.
    """

    case: Case
    plan: BoardPlan
    officer: str
    scenario: Scenario = RECORD
    history: tuple[Scenario, ...] = ()
    undone: tuple[Scenario, ...] = ()
    link: str = ""
    notice: str = ""

    @classmethod
    def of(cls, case: Case, plan: BoardPlan, code: str = "") -> "Board":
        """Return the board at its start: the scenario of the code, else the record's own."""
        board = cls(case, plan, plan.officer)
        if not code:
            return board
        try:
            return evolve(board, scenario=decode(case, code))
        except BadCode as error:
            return evolve(board, notice=f"{error}. What you see is the record.")

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part of a board."""
        return {"board": region_ids(self.plan)}

    def regions(self) -> Regions:
        """Every region; what a learner went through before makes no difference to any."""
        return {
            **_regions(self.case, self.plan, self.scenario, self.officer, self.notice),
            "share": share_panel("share", encode(self.case, self.scenario), self.link),
        }

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
        shown = {occasion.event for occasion in self.plan.occasions}
        return tuple(fact.id for fact in self.case.record.facts if fact.event in shown)

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
        code = encode(self.case, self.scenario)
        return evolve(self, link=event.link(f"?s={code}"))

    def _officer(self, event: Event) -> "Board":
        known("choice of officer", event.target, TREE)
        officers = [party.id for party in index(self.case).officers]
        return evolve(self, officer=event.choice(officers))

    def _supposing(self, supposed: Scenario) -> "Board":
        if supposed == self.scenario:
            return self
        return self._at(supposed, (*self.history, self.scenario), ())

    def _at(
        self, supposed: Scenario, history: tuple[Scenario, ...], undone: tuple[Scenario, ...]
    ) -> "Board":
        """Return the board with another scenario; what was said of the last one goes."""
        return Board(self.case, self.plan, self.officer, supposed, history, undone)


STEPS: Mapping[str, Callable[[Board, Event], Board]] = {
    "toggle": Board._toggle,
    "reading": Board._reading,
    "preset": Board._preset,
    "suppose": Board._suppose,
    "reset": Board._reset,
    "undo": Board._undo,
    "redo": Board._redo,
    "share": Board._share,
    "officer": Board._officer,
}


def region_ids(plan: BoardPlan) -> tuple[str, ...]:
    """Return the ids of a board's regions, in order."""
    first, *others = (_facts_of(occasion.event) for occasion in plan.occasions)
    results = ("live", "verdict", "what-changed", "tree", "matrix", "share")
    return ("steps", first, *others, "hypotheticals", "readings", *results)


@lru_cache(maxsize=16)
def _regions(
    case: Case, plan: BoardPlan, supposed: Scenario, officer: str, notice: str
) -> Regions:
    analysis = shown(case, plan.claims, supposed)
    record = shown(case, plan.claims, RECORD)
    changes = difference(case, record, analysis)
    readings = full_readings(index(case), supposed)
    suppositions = [(each.id, each.label) for each in plan.suppositions]
    return {
        "steps": step_panel(case, "steps", suppositions, readings, notice),
        **_facts(case, plan, supposed),
        "hypotheticals": hypothetical_panel(
            case, "hypotheticals", plan.hypotheticals, supposed.added
        ),
        "readings": reading_panel(case, "readings", plan.readings, readings),
        "live": live_panel("live", live(case, supposed, changes)),
        "verdict": verdict(case, analysis, "verdict"),
        "what-changed": what_changed(case, supposed, changes, "what-changed"),
        "tree": tree(case, analysis, officer, "tree"),
        "matrix": matrix(case, analysis, record, "matrix"),
    }


@lru_cache(maxsize=64)
def shown(case: Case, claims: tuple[str, ...], supposed: Scenario) -> Analysis:
    """Return the analysis of these claims."""
    analysis = analyze(case, supposed)
    return evolve(
        analysis,
        findings=tuple(found for found in analysis.findings if found.claim in claims),
        dispositions=tuple(found for found in analysis.dispositions if found.claim in claims),
    )


def _facts(case: Case, plan: BoardPlan, supposed: Scenario) -> dict[str, str]:
    off: dict[str, set[str]] = {occasion.event: set() for occasion in plan.occasions}
    for fact in case.record.facts:
        if fact.id in supposed.without:
            off[fact.event].add(fact.id)
    return {
        _facts_of(shown.event): event_panel(
            case,
            shown.event,
            _facts_of(shown.event),
            shown.first,
            frozenset(off[shown.event]),
            folded=place > 0,
        )
        for place, shown in enumerate(plan.occasions)
    }


def _facts_of(event: str) -> str:
    return f"facts-{event}"


def _with(ids: frozenset[str], name: str, on: bool) -> frozenset[str]:
    return ids | {name} if on else ids - {name}
