"""The record and its disputes: who says so, the motion, who knew what, the statute, the jury."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.files.link import NOT_OPENED
from okin_lib.files.link_code import decode
from okin_lib.files.scenario_data import BadCode
from okin_lib.instruments.disputes.look import LENS
from okin_lib.instruments.jury.look import REMAND
from okin_lib.instruments.knowledge.look import WHO_KNEW
from okin_lib.instruments.statute.data import Statute
from okin_lib.instruments.statute.look import STATUTE_STUDY
from okin_lib.instruments.timeline.look import TIMELINE
from okin_lib.lessons import disputed_view as shown
from okin_lib.lessons.look_choice import LookChoice, Tab
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.changes import live_panel
from okin_lib.page.claims import RECORD
from okin_lib.page.instrument import Exercise
from okin_lib.page.look import Look, Seen
from okin_lib.page.regions import BadEvent, Mistake, Parts, RegionId, Regions, region_ids
from okin_lib.page.template import nothing
from okin_lib.page.trail import Trail
from okin_lib.reasoning.scenario import reread
from okin_lib.reasoning.types import Scenario
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem

CHANGED = Look(
    "changed", "What changed", (), lambda s: shown.what_changed(s.case, s.scenario, s.region)
)
STUDIES = {look.id: look for look in (LENS, TIMELINE, WHO_KNEW, STATUTE_STUDY, REMAND, CHANGED)}
"""What can be looked at, each in a region of its own that is empty until it is."""
TABS = [Tab(look.id, look.label, look.short) for look in STUDIES.values()]

BAR, LIVE, ASPECTS = region_ids("assumed", "live", "aspects")
REGIONS = (BAR, LIVE, ASPECTS, *region_ids(*STUDIES))
DISPUTED = ("disputed",)


@frozen
class DisputedPlan:
    """The readings that can be switched."""

    readings: tuple[ReadingId, ...]


def wrong(plan: DisputedPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem for each reading that the case does not have."""
    yield from unknown("reading", plan.readings, case.readings)


@frozen
class Disputed(LookChoice):
    """A scenario of which readings and the statute can be switched, and what is looked at."""

    looks = STUDIES
    tabs = TABS
    keeps = ("scenario", "look", "chosen", "drawn")

    case: Case
    plan: DisputedPlan
    chosen: dict[str, str]
    """By what a look asks for, what is chosen."""
    look: str = LENS.id
    scenario: Scenario = RECORD
    drawn: bool = False
    """Whether the figure of what is looked at is asked for."""
    trail: Trail[Scenario] = field(factory=Trail)
    """The scenarios before this one, for going back."""
    notice: str = ""
    """What is to be known of the code that was asked for: why it is not shown, if it is not."""
    unread: bool = False
    """Whether a code was asked for that could not be read."""

    @classmethod
    def of(cls, case: Case, plan: DisputedPlan, code: str = "") -> "Disputed":
        """Return the lesson at its start: the scenario of the code, else the record's own."""
        start = cls(case, plan, dict.fromkeys(cls.every_ask(), ""))
        if not code:
            return start
        try:
            found = decode(case, code)
            return evolve(start, scenario=found.scenario, notice=found.notice).checked()
        except (BadCode, BadEvent) as error:
            return evolve(start, notice=NOT_OPENED.format(why=error), unread=True)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"disputed": REGIONS}

    def regions(self) -> Regions:
        """Every region; of what can be looked at, only what is."""
        case, supposed = self.case, self.scenario
        return {
            BAR: shown.bar(case, self.plan.readings, supposed, self.unread, BAR),
            LIVE: live_panel(LIVE, self.notice or shown.headline(case, supposed)),
            ASPECTS: self.tab_panel(ASPECTS),
            **{region: nothing(region) for region in region_ids(*STUDIES)},
            RegionId(self.look): _seen(
                case, self.look, supposed, tuple(self.chosen.items()), self.drawn
            ),
        }

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims: what is looked at is of the whole record."""
        return tuple(self.case.claims)

    def checked(self) -> "Disputed":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        for fact in self.scenario.without:
            known("fact", fact, (self.case.study(Statute).fact,))
        for reading, _ in self.scenario.readings:
            known("reading", reading, self.plan.readings)
        if self.scenario.added or self.scenario.year:
            raise BadEvent("nothing can be added here, and no year chosen")
        self.check_choice()
        return self

    @step("toggle", "fact", lambda disputed: (disputed.case.study(Statute).fact,))
    def _toggle(self, act: Act) -> "Disputed":
        without = frozenset([] if act.switch() else [self.case.study(Statute).fact])
        return self._supposing(evolve(self.scenario, without=without))

    @step("reading", "reading", lambda disputed: disputed.plan.readings)
    def _reading(self, act: Act) -> "Disputed":
        reading = act.among(self.plan.readings)
        values = [value.id for value in self.case.readings[reading].values]
        chosen = {reading: act.choice(values)}
        return self._supposing(reread(self.case, self.scenario, chosen))

    @step("reset", "thing to reset", DISPUTED)
    def _reset(self, _act: Act) -> "Disputed":
        if self.scenario == RECORD:
            raise Mistake("Nothing was changed: this is the record already.")
        return self._supposing(RECORD)

    @step("undo", "thing to undo", DISPUTED)
    def _undo(self, _act: Act) -> "Disputed":
        return self._at(*self.trail.back(self.scenario))

    @step("draw", "figure", lambda disputed: (disputed.look,))
    def _draw(self, _act: Act) -> "Disputed":
        return evolve(self, drawn=True)

    def _supposing(self, supposed: Scenario) -> "Disputed":
        if supposed == self.scenario:
            return self
        return self._at(supposed, self.trail.on(self.scenario))

    def _at(self, supposed: Scenario, trail: Trail[Scenario]) -> "Disputed":
        return evolve(self, scenario=supposed, trail=trail, drawn=False, notice="", unread=False)


EXERCISE = Exercise(DisputedPlan, wrong, Disputed.of)


# Turning a page of the opinion asks for all of them again, and changes none.
@lru_cache(maxsize=8)
def _seen(
    case: Case, look: str, supposed: Scenario, chosen: tuple[tuple[str, str], ...], drawn: bool
) -> str:
    seen = Seen(case, tuple(case.claims), supposed, dict(chosen), drawn, RegionId(look))
    return STUDIES[look].show(seen)
