"""The law on the day: events moved year by year, and what the law was when they happened."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.courts import view as courts
from okin_lib.instruments.precedents.dates import view as shown
from okin_lib.instruments.precedents.docket import view as docket
from okin_lib.instruments.precedents.later import view as later
from okin_lib.instruments.precedents.view import answered, established, switch_panel
from okin_lib.lessons.lesson_file import DatesPlan
from okin_lib.page.act import Event, known
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import Regions
from okin_lib.reasoning.established import Incident, Year, facing, law_in, read_together
from okin_lib.reasoning.established import incidents as by_incident
from okin_lib.reasoning.precedent import Stance, stance_of
from okin_lib.reasoning.scenario import scenario

REGIONS = (
    "when", "switches", "live", "established", "cases", "years", "incidents", "map", "courts",
    "docket", "later",
)  # fmt: skip
SWITCHES = ("together", "clarity")


@frozen
class Dates:
    """A year, a reading of the precedents, and which of the panel's further steps are on.

    Attributes
    ----------
    drawn
        Whether the figure is asked for.
    """

    case: Case
    plan: DatesPlan
    year: int
    reader: str
    on: frozenset[str] = frozenset()
    drawn: bool = False

    @classmethod
    def of(cls, case: Case, plan: DatesPlan) -> "Dates":
        """Return the lesson at the record's own year, as the panel reads the precedents."""
        reader = case.defaults[case.doctrine.precedent_reading]
        return cls(case, plan, case.record.conduct_year, reader)

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part."""
        return {"dates": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan = self.case, self.plan
        year, every = _found(case, plan, self.year, self.reader, self.on)
        return {
            "when": shown.year_panel(case, self.year, "when"),
            "switches": switch_panel(case, self.reader, self.on, "switches"),
            "live": live_panel("live", answered(case, year)),
            "established": established(case, year, "established"),
            "cases": shown.cases(year, "cases"),
            "years": shown.first_years(case, plan.party, "years"),
            "incidents": shown.incidents(case, every, "incidents"),
            "map": shown.precedent_map(
                case, plan.party, self.year, self.reader, self.drawn, "map"
            ),
            "courts": courts.side_by_side(case, plan.party, "courts"),
            "docket": docket.two_orders(case, self.reader, "docket"),
            "later": later.cards(case, "later"),
        }

    def after(self, event: Mapping[str, Any]) -> "Dates":
        """Return the lesson after ``event``; raise `BadEvent` if it is not one of its own."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _year(self, event: Event) -> "Dates":
        known("choice of year", event.target, ("when",))
        return evolve(self, year=int(event.choice([str(year) for year in self.case.years])))

    def _step(self, event: Event) -> "Dates":
        by = {"earlier": -1, "later": 1}[known("step", event.target, ("earlier", "later"))]
        years = self.case.years
        return evolve(self, year=min(max(self.year + by, years[0]), years[-1]))

    def _reading(self, event: Event) -> "Dates":
        reading = known("reading", event.target, (self.case.doctrine.precedent_reading,))
        values = [value.id for value in self.case.readings[reading].values]
        return evolve(self, reader=event.choice(values))

    def _switch(self, event: Event) -> "Dates":
        name = known("switch", event.target, SWITCHES)
        return evolve(self, on=self.on | {name} if event.switch() else self.on - {name})

    def _reset(self, event: Event) -> "Dates":
        known("thing to reset", event.target, ("dates",))
        return Dates.of(self.case, self.plan)

    def _draw(self, event: Event) -> "Dates":
        known("figure", event.target, ("map",))
        return evolve(self, drawn=True)


STEPS: Mapping[str, Callable[[Dates, Event], Dates]] = {
    "year": Dates._year,
    "step": Dates._step,
    "reading": Dates._reading,
    "switch": Dates._switch,
    "reset": Dates._reset,
    "draw": Dates._draw,
}


@lru_cache(maxsize=128)
def _found(
    case: Case, plan: DatesPlan, year: int, reader: str, on: frozenset[str]
) -> tuple[Year, tuple[Incident, ...]]:
    situation = facing(case, scenario(case, year=year), plan.party)
    takes = _view(case, reader, on)
    return (
        law_in(case, situation, takes, year, "clarity" in on),
        by_incident(case, situation, takes, year),
    )


def _view(case: Case, reader: str, on: frozenset[str]) -> Stance:
    takes = stance_of(case, reader)
    return read_together(case, takes) if "together" in on else takes
