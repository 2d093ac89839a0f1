"""What is further shown of a scenario: in time, by evidence, side by side, by what needs what."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.state import RECORD, parties, shown
from okin_lib.instruments.comparison.view import comparison
from okin_lib.instruments.evidence.view import evidence
from okin_lib.instruments.lanes.view import lanes
from okin_lib.instruments.precedents.dates.view import precedent_map
from okin_lib.instruments.timeline.moments import parties as concerned
from okin_lib.instruments.timeline.moments import sources
from okin_lib.instruments.timeline.view import timeline
from okin_lib.lessons.look_view import Field, aspect_choice
from okin_lib.page.act import Event, known
from okin_lib.page.regions import Regions
from okin_lib.page.words import party_names
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Analysis

REGION = "aspect"
REGIONS = ("aspects", REGION)


@frozen
class Aspect:
    """Which aspect is shown, and what is chosen for each thing that one can ask for.

    Attributes
    ----------
    drawn
        Whether its figure is asked for.
    """

    case: Case
    claims: tuple[str, ...]
    chosen: Mapping[str, str]
    kind: str = "timeline"
    drawn: bool = False

    @classmethod
    def of(cls, case: Case, claims: tuple[str, ...], compared: tuple[str, str]) -> "Aspect":
        """Return the first aspect; ``compared`` are the parties that stand side by side first."""
        left, right = compared
        chosen = {"source": "", "concerned": "", "party": left, "left": left, "right": right}
        return cls(case, claims, chosen | {"officer": left})

    @property
    def undrawn(self) -> "Aspect":
        """The same without its figure."""
        return evolve(self, drawn=False)

    def regions(self, analysis: Analysis) -> Regions:
        """The choice of an aspect, and the aspect."""
        kind = KINDS[self.kind]
        labels = [(key, each.label) for key, each in KINDS.items()]
        fields = [self._field(name) for name in kind.asks]
        return {
            "aspects": aspect_choice(labels, self.kind, fields, "aspects"),
            REGION: kind.show(self, analysis),
        }

    def after(self, event: Mapping[str, Any]) -> "Aspect":
        """Return the aspect after ``event``; raise `BadEvent` if it is not one of its own."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _show(self, event: Event) -> "Aspect":
        return evolve(self, kind=known("aspect", event.target, KINDS), drawn=False)

    def _choose(self, event: Event) -> "Aspect":
        field = self._field(known("choice", event.target, KINDS[self.kind].asks))
        value = event.choice([key for key, _ in field.options])
        return evolve(self, chosen={**self.chosen, field.id: value}, drawn=False)

    def _draw(self, event: Event) -> "Aspect":
        known("figure", event.target, (REGION,))
        return evolve(self, drawn=True)

    def _field(self, name: str) -> Field:
        names = party_names(self.case)
        asked = [(key, names[key]) for key in parties(self.case, self.claims)]
        officers = [(party.id, party.name) for party in self.case.officers]
        label, options = {
            "source": ("Told by", sources(self.case)),
            "concerned": ("Concerning", concerned(self.case)),
            "party": ("Party", asked),
            "officer": ("Officer", officers),
            "left": ("On the left", asked),
            "right": ("On the right", asked),
        }[name]
        return Field(name, label, options, self.chosen[name])

    def _timeline(self, analysis: Analysis) -> str:
        chosen = self.chosen["source"], self.chosen["concerned"]
        return timeline(self.case, analysis.scenario, REGION, *chosen, self.drawn)

    def _evidence(self, analysis: Analysis) -> str:
        return evidence(self.case, analysis, self.chosen["party"], REGION)

    def _parties(self, analysis: Analysis) -> str:
        left, right = self.chosen["left"], self.chosen["right"]
        return comparison(self.case, (analysis, left), (analysis, right), REGION)

    def _record(self, analysis: Analysis) -> str:
        party, record = self.chosen["party"], shown(self.case, self.claims, RECORD)
        return comparison(self.case, (record, party), (analysis, party), REGION)

    def _lanes(self, analysis: Analysis) -> str:
        return lanes(self.case, analysis, self.chosen["party"], REGION)

    def _precedents(self, analysis: Analysis) -> str:
        readings = full_readings(self.case, analysis.scenario)
        year = analysis.scenario.year or self.case.record.conduct_year
        reader = readings[self.case.doctrine.precedent_reading]
        return precedent_map(self.case, self.chosen["officer"], year, reader, self.drawn, REGION)


@frozen
class Kind:
    """An aspect: its label, what it asks for, and how it is shown."""

    label: str
    asks: tuple[str, ...]
    show: Callable[[Aspect, Analysis], str]


KINDS: Mapping[str, Kind] = {
    "timeline": Kind("The incidents in time", ("source", "concerned"), Aspect._timeline),
    "evidence": Kind("The evidence of each side", ("party",), Aspect._evidence),
    "parties": Kind("Two parties side by side", ("left", "right"), Aspect._parties),
    "record": Kind("Beside the record", ("party",), Aspect._record),
    "lanes": Kind("How the claims are made up", ("party",), Aspect._lanes),
    "precedents": Kind("The precedents", ("officer",), Aspect._precedents),
}

STEPS: Mapping[str, Callable[[Aspect, Event], Aspect]] = {
    "show": Aspect._show,
    "choose": Aspect._choose,
    "draw": Aspect._draw,
}


def asks(event: Mapping[str, Any]) -> bool:
    """Return whether an event is one of an aspect's."""
    (act, *_) = event or [""]
    return act in STEPS and (act != "draw" or event[act] == REGION)
