"""The record and its disputes: the motion, who knew what, the statute, what a jury is asked."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.view import reading_panel
from okin_lib.instruments.disputes.view import lens_tables
from okin_lib.instruments.jury.view import remand_questions
from okin_lib.instruments.knowledge.view import knowledge_table
from okin_lib.instruments.statute.data import Statute
from okin_lib.instruments.statute.view import statute_study
from okin_lib.lessons.lesson_file import DisputedPlan
from okin_lib.page.act import Event, known
from okin_lib.page.changes import live, live_panel
from okin_lib.page.regions import Regions
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario

REGIONS = ("readings", "live", "statute", "lens", "knowledge", "remand")
RECORD = Scenario()


@frozen
class Disputed:
    """A scenario of which readings and the statute can be switched."""

    case: Case
    plan: DisputedPlan
    scenario: Scenario = RECORD

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part."""
        return {"disputed": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        return _regions(self.case, self.plan, self.scenario)

    def after(self, event: Mapping[str, Any]) -> "Disputed":
        """Return the lesson after ``event``; raise `BadEvent` if it is not one of its own."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _toggle(self, event: Event) -> "Disputed":
        fact = known("fact", event.target, (self.case.study(Statute).fact,))
        without = frozenset[str]() if event.switch() else frozenset([fact])
        return evolve(self, scenario=evolve(self.scenario, without=without))

    def _reading(self, event: Event) -> "Disputed":
        reading = known("reading", event.target, self.plan.readings)
        case = self.case
        values = [value.id for value in case.readings[reading].values]
        chosen = full_readings(case, self.scenario) | {reading: event.choice(values)}
        read = scenario(self.case, readings=chosen).readings
        return evolve(self, scenario=evolve(self.scenario, readings=read))


STEPS: Mapping[str, Callable[[Disputed, Event], Disputed]] = {
    "toggle": Disputed._toggle,
    "reading": Disputed._reading,
}


@lru_cache(maxsize=32)
def _regions(case: Case, plan: DisputedPlan, supposed: Scenario) -> Regions:
    analysis = analyze(case, supposed)
    changes = difference(case, analyze(case, RECORD), analysis)
    readings = full_readings(case, supposed)
    return {
        "readings": reading_panel(case, "readings", plan.readings, readings),
        "live": live_panel("live", live(case, supposed, changes)),
        "statute": statute_study(case, supposed, "statute"),
        "lens": lens_tables(case, supposed, "lens"),
        "knowledge": knowledge_table(case, supposed, "knowledge"),
        "remand": remand_questions(case, analysis, "remand"),
    }
