"""Framing the right: a learner says what is material in each precedent, and sees what follows."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.framing import view as shown
from okin_lib.instruments.precedents.view import answered, established, switch_panel
from okin_lib.lessons.lesson_file import FramingPlan
from okin_lib.page.act import Event, known
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import Regions
from okin_lib.reasoning.established import Year, facing, law_in, read_together
from okin_lib.reasoning.generality import Placed, Rule, positions, rule, taken
from okin_lib.reasoning.precedent import stance_of
from okin_lib.reasoning.types import Scenario

REGIONS = ("positions", "material", "switches", "live", "rules", "established", "named", "grid")
SWITCHES = ("together", "clarity")
RECORD = "record"

Ticks = tuple[tuple[str, frozenset[str]], ...]
"""By precedent, the factors taken to be material, in the order of the precedents."""


@frozen
class Framing:
    """What a learner takes to be material, and which of the panel's further steps are on.

    Attributes
    ----------
    reader
        The reading of precedent begun from: it says what was denied, and what matters for
        the officers.
    drawn
        Whether the figure is asked for.
    """

    case: Case
    plan: FramingPlan
    reader: str
    ticks: Ticks
    on: frozenset[str] = frozenset()
    drawn: bool = False

    @classmethod
    def of(cls, case: Case, plan: FramingPlan) -> "Framing":
        """Return the lesson as the panel reads the precedents."""
        reader = case.defaults[case.doctrine.precedent_reading]
        return cls(case, plan, reader, _usual(case, plan, reader))

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

    def after(self, event: Mapping[str, Any]) -> "Framing":
        """Return the lesson after ``event``; raise `BadEvent` if it is not one of its own."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _tick(self, event: Event) -> "Framing":
        boxes = [
            f"{name} {f}"
            for name in self.plan.precedents
            for f in self.case.precedents[name].factors
        ]
        name, factor = known("factor of a precedent", event.target, boxes).split(" ")
        kept = dict(self.ticks)
        kept[name] = kept[name] | {factor} if event.switch() else kept[name] - {factor}
        return evolve(self, ticks=tuple(kept.items()))

    def _position(self, event: Event) -> "Framing":
        known("choice of position", event.target, ("positions",))
        placed = {each.position.id: each for each in positions(self.case, {})}
        chosen = placed[known("position", event.field("position"), placed)]
        reader = chosen.position.reading or self.reader
        ticks = dict(_usual(self.case, self.plan, reader))
        factors = {p.id: p.factors for p in self.case.doctrine.precedents}
        for name in chosen.rule.drawn_from:
            ticks[name] = frozenset(factors[name]).intersection(chosen.rule.material)
        return evolve(self, reader=reader, ticks=tuple(ticks.items()))

    def _reading(self, event: Event) -> "Framing":
        reading = known("reading", event.target, (self.case.doctrine.precedent_reading,))
        values = [value.id for value in self.case.readings[reading].values]
        return evolve(self, reader=event.choice(values))

    def _switch(self, event: Event) -> "Framing":
        name = known("switch", event.target, SWITCHES)
        return evolve(self, on=self.on | {name} if event.switch() else self.on - {name})

    def _reset(self, event: Event) -> "Framing":
        known("thing to reset", event.target, ("framing",))
        return Framing.of(self.case, self.plan)

    def _draw(self, event: Event) -> "Framing":
        known("figure", event.target, ("grid",))
        return evolve(self, drawn=True)


STEPS: Mapping[str, Callable[[Framing, Event], Framing]] = {
    "tick": Framing._tick,
    "position": Framing._position,
    "reading": Framing._reading,
    "switch": Framing._switch,
    "reset": Framing._reset,
    "draw": Framing._draw,
}


def _usual(case: Case, plan: FramingPlan, reader: str) -> Ticks:
    """What the reader takes to be material in each precedent."""
    by_id = {h.of[0].id: h.ratio.material for h in stance_of(case, reader).establishes}
    return tuple((name, frozenset(by_id.get(name, ()))) for name in plan.precedents)


@lru_cache(maxsize=64)
def _found(
    case: Case, plan: FramingPlan, reader: str, ticks: Ticks, on: frozenset[str]
) -> tuple[tuple[Rule, ...], Year, tuple[Placed, ...]]:
    record = facing(case, Scenario(), plan.party)
    situations = {RECORD: record}
    rules = tuple(rule(case, name, factors, situations, reader) for name, factors in ticks)
    takes = taken(case, reader, dict(ticks))
    if "together" in on:
        takes = read_together(case, takes)
    year = law_in(case, record, takes, case.record.conduct_year, "clarity" in on)
    return rules, year, positions(case, situations)
