"""The record and its disputes: the motion, who knew what, the statute, what a jury is asked."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.instruments.disputes.view import lens_tables
from okin_lib.instruments.jury.view import remand_questions
from okin_lib.instruments.knowledge.view import knowledge_table
from okin_lib.instruments.statute.data import Statute
from okin_lib.instruments.statute.view import statute_study
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live, live_panel
from okin_lib.page.claims import RECORD
from okin_lib.page.instrument import Exercise
from okin_lib.page.readings import reading_panel
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.scenario import reread
from okin_lib.reasoning.types import Scenario
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem

READINGS, LIVE, STATUTE, LENS, KNOWLEDGE, REMAND = REGIONS = region_ids(
    "readings", "live", "statute", "lens", "knowledge", "remand"
)


@frozen
class DisputedPlan:
    """The readings that can be switched."""

    readings: tuple[ReadingId, ...]


def wrong(plan: DisputedPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each reading that the case does not have."""
    yield from unknown("reading", plan.readings, case.readings)


@frozen
class Disputed(Acting):
    """A scenario of which readings and the statute can be switched."""

    keeps = ("scenario",)

    case: Case
    plan: DisputedPlan
    scenario: Scenario = RECORD

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"disputed": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        return _regions(self.case, self.plan, self.scenario)

    def checked(self) -> "Disputed":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        for fact in self.scenario.without:
            known("fact", fact, (self.case.study(Statute).fact,))
        for reading, _ in self.scenario.readings:
            known("reading", reading, self.plan.readings)
        if self.scenario.added or self.scenario.year:
            raise BadEvent("nothing can be added here, and no year chosen")
        return self

    @step("toggle", "fact", lambda disputed: (disputed.case.study(Statute).fact,))
    def _toggle(self, act: Act) -> "Disputed":
        without = frozenset([] if act.switch() else [self.case.study(Statute).fact])
        return evolve(self, scenario=evolve(self.scenario, without=without))

    @step("reading", "reading", lambda disputed: disputed.plan.readings)
    def _reading(self, act: Act) -> "Disputed":
        reading = act.among(self.plan.readings)
        values = [value.id for value in self.case.readings[reading].values]
        chosen = {reading: act.choice(values)}
        return evolve(self, scenario=reread(self.case, self.scenario, chosen))


EXERCISE = Exercise(DisputedPlan, wrong, lambda case, plan, _: Disputed(case, plan))


# Turning a page of the opinion asks for all of them again, and changes none.
@lru_cache(maxsize=2)
def _regions(case: Case, plan: DisputedPlan, supposed: Scenario) -> Regions:
    analysis = analyze(case, supposed)
    changes = difference(case, analyze(case, RECORD), analysis)
    readings = full_readings(case, supposed)
    return {
        READINGS: reading_panel(case, READINGS, plan.readings, readings),
        LIVE: live_panel(LIVE, live(case, supposed, changes)),
        STATUTE: statute_study(case, supposed, STATUTE),
        LENS: lens_tables(case, supposed, LENS),
        KNOWLEDGE: knowledge_table(case, supposed, KNOWLEDGE),
        REMAND: remand_questions(case, analysis, REMAND),
    }
