"""Framing the right: a learner says what is material in each precedent, and sees what follows."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.instruments.precedents.framing import view as shown
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan, wrong
from okin_lib.instruments.precedents.stance import SWITCHES, known_stance, stance, usual_steps
from okin_lib.instruments.precedents.view import answered, established, switch_panel
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Regions
from okin_lib.reasoning.established import Year, facing, law_in
from okin_lib.reasoning.generality import Placed, Rule, positions, rule, taken
from okin_lib.reasoning.precedent import apart
from okin_lib.reasoning.types import Scenario

REGIONS = ("positions", "material", "switches", "live", "rules", "established", "named", "grid")
RECORD = "record"

Ticks = tuple[tuple[str, frozenset[FactorId]], ...]
"""By precedent, the factors taken to be material, in the order of the precedents."""


@frozen
class Framing(Acting):
    """What a learner takes to be material, and which of the panel's further steps are on."""

    keeps = ("reader", "ticks", "on", "drawn")

    case: Case
    plan: FramingPlan
    reader: str
    """The reading of precedent begun from: it says what was denied, and what matters for the
    officers."""
    ticks: Ticks
    on: frozenset[str] = frozenset()
    drawn: bool = False
    """Whether the figure is asked for."""

    @classmethod
    def of(cls, case: Case, plan: FramingPlan) -> "Framing":
        """Return the lesson as the panel reads the precedents."""
        reader = case.defaults[case.doctrine.precedent_reading]
        return cls(case, plan, reader, _usual(case, plan, reader), usual_steps(case, reader))

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part."""
        return {"framing": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan, ticks = self.case, self.plan, dict(self.ticks)
        rules, year, placed = _found(case, plan, self.reader, self.ticks, self.on)
        names = [(each.position.id, each.position.label) for each in placed]
        return {
            "positions": shown.position_panel(case, names, "positions"),
            "material": shown.material_panel(case, ticks, self.reader, "material"),
            "switches": switch_panel(case, self.reader, self.on, "switches"),
            "live": live_panel("live", answered(case, year)),
            "rules": shown.rules(case, rules, plan.record, "rules"),
            "established": established(case, year, "established"),
            "named": shown.named(case, placed, plan.record, "named"),
            "grid": shown.grid(case, plan.axes, plan.axes_note, self.drawn, "grid"),
        }

    @property
    def found(self) -> Year:
        """Whether the right was clearly established by what is ticked, and why."""
        _, year, _ = _found(self.case, self.plan, self.reader, self.ticks, self.on)
        return year

    def checked(self) -> "Framing":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        known_stance(self.case, self.reader, self.on)
        given, boxes = dict(self.ticks), self._boxes()
        if given.keys() != set(self.plan.precedents):
            raise BadEvent(f"the precedents are {', '.join(self.plan.precedents)}")
        for name, factors in given.items():
            for factor in factors:
                known("factor of a precedent", f"{name} {factor}", boxes)
        return evolve(self, ticks=tuple((name, given[name]) for name in self.plan.precedents))

    def _boxes(self) -> list[str]:
        factors = ((name, self.case.precedents[name].factors) for name in self.plan.precedents)
        return [f"{name} {factor}" for name, its in factors for factor in its]

    @step("tick", "factor of a precedent", _boxes)
    def _tick(self, act: Act) -> "Framing":
        name, box = act.target.split(" ")
        factor = known("factor", box, self.case.precedents[name].factors)
        kept = dict(self.ticks)
        kept[name] = kept[name] | {factor} if act.switch() else kept[name] - {factor}
        return evolve(self, ticks=tuple(kept.items()))

    @step("position", "choice of position", ("positions",))
    def _position(self, act: Act) -> "Framing":
        placed = {each.position.id: each for each in positions(self.case, {})}
        chosen = placed[known("position", act.field("position"), placed)]
        reader = chosen.position.reading or self.reader
        ticks = dict(_usual(self.case, self.plan, reader))
        for name in chosen.rule.drawn_from:
            ticks[name] = frozenset(self.case.precedents[name].factors).intersection(
                chosen.rule.material
            )
        return evolve(self, reader=reader, ticks=tuple(ticks.items()))

    @step("reading", "reading", lambda state: (state.case.doctrine.precedent_reading,))
    def _reading(self, act: Act) -> "Framing":
        values = [v.id for v in self.case.readings[act.among(self.case.readings)].values]
        reader = act.choice(values)
        others = self.on - usual_steps(self.case, self.reader)
        return evolve(self, reader=reader, on=others | usual_steps(self.case, reader))

    @step("switch", "switch", SWITCHES)
    def _switch(self, act: Act) -> "Framing":
        name = frozenset([act.target])
        return evolve(self, on=self.on | name if act.switch() else self.on - name)

    @step("reset", "thing to reset", ("framing",))
    def _reset(self, _act: Act) -> "Framing":
        return Framing.of(self.case, self.plan)

    @step("draw", "figure", ("grid",))
    def _draw(self, _act: Act) -> "Framing":
        return evolve(self, drawn=True)


EXERCISE = Exercise(FramingPlan, wrong, lambda case, plan, _: Framing.of(case, plan))


def _usual(case: Case, plan: FramingPlan, reader: str) -> Ticks:
    """What the reader takes to be material in each precedent."""
    by_id = {h.of[0].id: h.ratio.material for h in apart(case, reader).establishes}
    return tuple((name, frozenset(by_id.get(name, ()))) for name in plan.precedents)


# To place every named position takes six times as long as a click may; turning a page asks again.
@lru_cache(maxsize=8)
def _found(
    case: Case, plan: FramingPlan, reader: str, ticks: Ticks, on: frozenset[str]
) -> tuple[tuple[Rule, ...], Year, tuple[Placed, ...]]:
    record = facing(case, Scenario(), plan.party)
    situations = {RECORD: record}
    rules = tuple(rule(case, name, factors, situations, reader) for name, factors in ticks)
    takes = stance(case, taken(case, reader, dict(ticks)), on)
    year = law_in(case, record, takes, case.record.conduct_year, "clarity" in on)
    return rules, year, positions(case, situations)
