"""The law on the day: events moved year by year, and what the law was when they happened."""

from collections.abc import Iterator

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.authorities.view import authorities_table
from okin_lib.instruments.later import view as later
from okin_lib.instruments.precedents.courts import view as courts
from okin_lib.instruments.precedents.dates import view as shown
from okin_lib.instruments.precedents.docket import view as docket
from okin_lib.instruments.precedents.stance import SWITCHES, known_stance, stance, usual_steps
from okin_lib.instruments.precedents.view import answered, established, switch_panel
from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.reasoning.established import Incident, Year, facing, law_in
from okin_lib.reasoning.established import incidents as by_incident
from okin_lib.reasoning.precedent import apart
from okin_lib.reasoning.scenario import scenario
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem
from okin_lib.record.types import PartyId

(
    WHEN, SWITCH_PANEL, LIVE, ESTABLISHED, CASES, YEARS, INCIDENTS, MAP, COURTS, DOCKET,
    AUTHORITIES, LATER,
) = REGIONS = region_ids(
    "when", "switches", "live", "established", "cases", "years", "incidents", "map", "courts",
    "docket", "authorities", "later",
)  # fmt: skip


@frozen
class DatesPlan:
    """Whose situation is moved from year to year."""

    party: PartyId


def wrong(plan: DatesPlan, case: Case) -> Iterator[Problem]:
    """Yield a problem if the case has no such officer."""
    yield from unknown("officer", [plan.party], [party.id for party in case.officers])


@frozen
class Dates(Acting):
    """A year, a reading of the precedents, and which of the panel's further steps are on."""

    keeps = ("year", "reader", "on", "drawn")

    case: Case
    plan: DatesPlan
    year: int
    reader: str
    on: frozenset[str] = frozenset()
    drawn: bool = False
    """Whether the figure is asked for."""

    @classmethod
    def of(cls, case: Case, plan: DatesPlan) -> "Dates":
        """Return the lesson at the record's own year, as the panel reads the precedents."""
        reader = case.defaults[case.doctrine.precedent_reading]
        return cls(case, plan, case.record.conduct_year, reader, usual_steps(case, reader))

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"dates": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan = self.case, self.plan
        year, every = _found(case, plan, self.year, self.reader, self.on)
        return {
            WHEN: shown.year_panel(case, self.year, WHEN),
            SWITCH_PANEL: switch_panel(case, self.reader, self.on, SWITCH_PANEL),
            LIVE: live_panel(LIVE, answered(case, year)),
            ESTABLISHED: established(case, year, ESTABLISHED),
            CASES: shown.cases(year, CASES),
            YEARS: shown.first_years(case, plan.party, YEARS),
            INCIDENTS: shown.incidents(case, every, INCIDENTS),
            MAP: shown.precedent_map(case, plan.party, self.year, self.reader, self.drawn, MAP),
            COURTS: courts.side_by_side(case, plan.party, COURTS),
            DOCKET: docket.two_orders(case, self.reader, DOCKET),
            AUTHORITIES: authorities_table(case, AUTHORITIES),
            LATER: later.cards(case, LATER),
        }

    def reading_as(self, reader: str) -> "Dates":
        """Return the lesson as another reader takes the precedents."""
        return evolve(self, reader=reader, on=usual_steps(self.case, reader, self.on))

    @property
    def found(self) -> Year:
        """Whether the right was clearly established in the year, and why."""
        year, _ = _found(self.case, self.plan, self.year, self.reader, self.on)
        return year

    def checked(self) -> "Dates":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        if self.year not in self.case.years:
            raise BadEvent(f"the years are {self.case.years[0]} to {self.case.years[-1]}")
        known_stance(self.case, self.reader, self.on)
        return self

    @step("year", "choice of year", (WHEN,))
    def _year(self, act: Act) -> "Dates":
        return evolve(self, year=int(act.choice([str(year) for year in self.case.years])))

    @step("step", "step", ("earlier", "later"))
    def _step(self, act: Act) -> "Dates":
        by = {"earlier": -1, "later": 1}[act.target]
        first, *_, last = self.case.years
        return evolve(self, year=min(max(self.year + by, first), last))

    @step("reading", "reading", lambda state: (state.case.doctrine.precedent_reading,))
    def _reading(self, act: Act) -> "Dates":
        values = [v.id for v in self.case.readings[act.among(self.case.readings)].values]
        return self.reading_as(act.choice(values))

    @step("switch", "switch", SWITCHES)
    def _switch(self, act: Act) -> "Dates":
        name = frozenset([act.target])
        return evolve(self, on=self.on | name if act.switch() else self.on - name)

    @step("reset", "thing to reset", ("dates",))
    def _reset(self, _act: Act) -> "Dates":
        return Dates.of(self.case, self.plan)

    @step("draw", "figure", (MAP,))
    def _draw(self, _act: Act) -> "Dates":
        return evolve(self, drawn=True)


EXERCISE = Exercise(DatesPlan, wrong, lambda case, plan, _: Dates.of(case, plan))


def _found(
    case: Case, plan: DatesPlan, year: int, reader: str, on: frozenset[str]
) -> tuple[Year, tuple[Incident, ...]]:
    situation = facing(case, scenario(case, year=year), plan.party)
    takes = stance(case, apart(case, reader), on)
    return (
        law_in(case, situation, takes, year, "clarity" in on),
        by_incident(case, situation, takes, year),
    )
