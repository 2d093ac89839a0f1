"""Framing the right: a learner says what is material in each precedent, and sees what follows."""

from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.generality import Generality, Position
from okin_lib.instruments.precedents.framing import view as shown
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan, wrong
from okin_lib.instruments.precedents.stance import SWITCHES, known_stance, stance, usual_steps
from okin_lib.instruments.precedents.view import answered, established, switch_panel
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.reasoning.established import Year, facing, law_in
from okin_lib.reasoning.generality import Placed, Rule, as_read, positions, rule, taken
from okin_lib.reasoning.generality import Ticks as Material
from okin_lib.reasoning.types import Scenario

POSITIONS, MATERIAL, SWITCH_PANEL, LIVE, RULES, ESTABLISHED, NAMED, GRID = REGIONS = region_ids(
    "positions", "material", "switches", "live", "rules", "established", "named", "grid"
)
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
        return cls(case, plan, reader, ()).reading_as(reader)

    def reading_as(self, reader: str) -> "Framing":
        """Return the lesson as another reader takes the precedents."""
        ticks = _ticks(self.plan, as_read(self.case, reader))
        return evolve(self, reader=reader, ticks=ticks, on=usual_steps(self.case, reader, self.on))

    def at(self, position: Position) -> "Framing":
        """Return the lesson at a named position, whatever was taken before.

        A court's is its reading of the precedents. Any other is the one rule of those that it is
        drawn from, each by itself; the others hold nothing.
        """
        start = Framing.of(self.case, self.plan)
        if position.reading:
            return start.reading_as(position.reading)
        ticks = _ticks(self.plan, dict.fromkeys(position.drawn_from, position.material))
        return evolve(start, ticks=ticks, on=frozenset())

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"framing": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan, ticks = self.case, self.plan, dict(self.ticks)
        rules, year = _found(case, plan, self.reader, self.ticks, self.on)
        placed = _placed(case, plan)
        names = [(each.position.id, each.position.label) for each, _ in placed]
        return {
            POSITIONS: shown.position_panel(case, names, POSITIONS),
            MATERIAL: shown.material_panel(case, ticks, self.reader, MATERIAL),
            SWITCH_PANEL: switch_panel(case, self.reader, self.on, SWITCH_PANEL),
            LIVE: live_panel(LIVE, answered(case, year)),
            RULES: shown.rules(case, rules, plan.record, RULES),
            ESTABLISHED: established(case, year, ESTABLISHED),
            NAMED: shown.named(case, placed, plan.record, NAMED),
            GRID: shown.grid(case, plan.axes, plan.axes_note, self.drawn, GRID),
        }

    @property
    def found(self) -> Year:
        """Whether the right was clearly established by what is ticked, and why."""
        _, year = _found(self.case, self.plan, self.reader, self.ticks, self.on)
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
        # A court reads cases together as it takes each of them, and this is no longer that.
        apart = {"together"} if name in self.case.doctrine.together.of else set()
        return evolve(self, ticks=tuple(kept.items()), on=self.on - apart)

    @step("position", "choice of position", (POSITIONS,))
    def _position(self, act: Act) -> "Framing":
        every = {each.id: each for each in self.case.study(Generality).positions}
        return self.at(every[known("position", act.field("position"), every)])

    @step("reading", "reading", lambda state: (state.case.doctrine.precedent_reading,))
    def _reading(self, act: Act) -> "Framing":
        values = [v.id for v in self.case.readings[act.among(self.case.readings)].values]
        return self.reading_as(act.choice(values))

    @step("switch", "switch", SWITCHES)
    def _switch(self, act: Act) -> "Framing":
        name = frozenset([act.target])
        return evolve(self, on=self.on | name if act.switch() else self.on - name)

    @step("reset", "thing to reset", ("framing",))
    def _reset(self, _act: Act) -> "Framing":
        return Framing.of(self.case, self.plan)

    @step("draw", "figure", (GRID,))
    def _draw(self, _act: Act) -> "Framing":
        return evolve(self, drawn=True)


EXERCISE = Exercise(FramingPlan, wrong, lambda case, plan, _: Framing.of(case, plan))


def _ticks(plan: FramingPlan, material: Material) -> Ticks:
    return tuple((name, frozenset(material.get(name, ()))) for name in plan.precedents)


# To place every named position takes six times as long as a click may, and none changes them.
@lru_cache(maxsize=8)
def _placed(case: Case, plan: FramingPlan) -> tuple[tuple[Placed, Year], ...]:
    start = Framing.of(case, plan)
    placed = positions(case, {RECORD: facing(case, Scenario(), plan.party)})
    return tuple((each, start.at(each.position).found) for each in placed)


@lru_cache(maxsize=8)  # turning a page asks again
def _found(
    case: Case, plan: FramingPlan, reader: str, ticks: Ticks, on: frozenset[str]
) -> tuple[tuple[Rule, ...], Year]:
    record = facing(case, Scenario(), plan.party)
    rules = tuple(rule(case, name, factors, {RECORD: record}, reader) for name, factors in ticks)
    takes = stance(case, taken(case, reader, dict(ticks)), on)
    return rules, law_in(case, record, takes, case.record.conduct_year, "clarity" in on)
