"""The record and its disputes: who says so, the motion, who knew what, the statute, the jury."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.files.link_code import decode
from okin_lib.files.scenario_data import BadCode
from okin_lib.instruments.disputes.look import LENS
from okin_lib.instruments.jury.look import REMAND
from okin_lib.instruments.knowledge.look import WHO_KNEW
from okin_lib.instruments.statute.data import Statute
from okin_lib.instruments.statute.look import STATUTE_STUDY
from okin_lib.instruments.timeline.look import TIMELINE
from okin_lib.lessons import disputed_view as shown
from okin_lib.lessons.look_choice import Field, Tab, aspect_choice
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.claims import RECORD
from okin_lib.page.instrument import Exercise
from okin_lib.page.look import Ask, Look, Seen
from okin_lib.page.regions import BadEvent, Mistake, Parts, RegionId, Regions, region_ids
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
class Disputed(Acting):
    """A scenario of which readings and the statute can be switched, and what is looked at."""

    keeps = ("scenario", "look", "chosen", "drawn")

    case: Case
    plan: DisputedPlan
    chosen: dict[str, str]
    """By what a look asks for, what is chosen."""
    look: str = LENS.id
    scenario: Scenario = RECORD
    drawn: bool = False
    """Whether the figure of what is looked at is asked for; and the scenarios before this one."""
    history: tuple[Scenario, ...] = ()
    notice: str = ""
    """What is to be known of the code that was asked for: why it is not shown, if it is not."""
    unread: bool = False
    """Whether a code was asked for that could not be read."""

    @classmethod
    def of(cls, case: Case, plan: DisputedPlan, code: str = "") -> "Disputed":
        """Return the lesson at its start: the scenario of the code, else the record's own."""
        start = cls(case, plan, dict.fromkeys(_every_ask(), ""))
        if not code:
            return start
        try:
            found = decode(case, code)
            return evolve(start, scenario=found.scenario, notice=found.notice).checked()
        except (BadCode, BadEvent) as error:
            return evolve(start, notice=shown.not_opened(error), unread=True)

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
            ASPECTS: self._tabs(),
            **{region: _closed(region) for region in region_ids(*STUDIES)},
            RegionId(self.look): _seen(
                case, self.look, supposed, tuple(self.chosen.items()), self.drawn
            ),
        }

    def _tabs(self) -> str:
        claims = tuple(self.case.claims)
        fields = [
            Field(ask.id, ask.label, ask.options(self.case, claims), self.chosen[ask.id])
            for ask in self._asks().values()
            if not ask.within
        ]
        return aspect_choice(TABS, self.look, fields, ASPECTS)

    def _asks(self) -> Mapping[str, Ask]:
        return {ask.id: ask for ask in STUDIES[self.look].asks}

    def checked(self) -> "Disputed":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        for fact in self.scenario.without:
            known("fact", fact, (self.case.study(Statute).fact,))
        for reading, _ in self.scenario.readings:
            known("reading", reading, self.plan.readings)
        if self.scenario.added or self.scenario.year:
            raise BadEvent("nothing can be added here, and no year chosen")
        known("look", self.look, STUDIES)
        asks, claims = _every_ask(), tuple(self.case.claims)
        if self.chosen.keys() != asks.keys():
            raise BadEvent(f"what is chosen here is {', '.join(asks)}")
        for key, ask in asks.items():
            known(key, self.chosen[key], [each for each, _ in ask.options(self.case, claims)])
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
        if not self.history:
            raise Mistake("Nothing was undone: nothing was switched before this.")
        *earlier, last = self.history
        return evolve(self._at(last), history=tuple(earlier))

    @step("show", "aspect", STUDIES)
    def _show(self, act: Act) -> "Disputed":
        return evolve(self, look=act.target, drawn=False)

    @step("choose", "choice", _asks)
    def _choose(self, act: Act) -> "Disputed":
        options = self._asks()[act.target].options(self.case, tuple(self.case.claims))
        chosen = {act.target: act.choice([key for key, _ in options])}
        return evolve(self, chosen={**self.chosen, **chosen}, drawn=False)

    @step("draw", "figure", lambda disputed: (disputed.look,))
    def _draw(self, _act: Act) -> "Disputed":
        return evolve(self, drawn=True)

    def _supposing(self, supposed: Scenario) -> "Disputed":
        if supposed == self.scenario:
            return self
        return evolve(self._at(supposed), history=(*self.history, self.scenario))

    def _at(self, supposed: Scenario) -> "Disputed":
        return evolve(self, scenario=supposed, drawn=False, notice="", unread=False)


EXERCISE = Exercise(DisputedPlan, wrong, Disputed.of)


def _every_ask() -> dict[str, Ask]:
    return {ask.id: ask for look in STUDIES.values() for ask in look.asks}


# Turning a page of the opinion asks for all of them again, and changes none.
@lru_cache(maxsize=8)
def _seen(
    case: Case, look: str, supposed: Scenario, chosen: tuple[tuple[str, str], ...], drawn: bool
) -> str:
    seen = Seen(case, tuple(case.claims), supposed, dict(chosen), drawn, RegionId(look))
    return STUDIES[look].show(seen)


def _closed(region: RegionId) -> str:
    return Markup('<section data-region="{}" hidden></section>').format(region)
