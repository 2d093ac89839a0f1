"""The law on the day: events moved year by year, and what the law was when they happened."""

from collections.abc import Iterator

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.link import NOT_OPENED, query
from okin_lib.files.place_code import coded, decoded
from okin_lib.instruments.docket.view import in_brief
from okin_lib.instruments.precedents.stance import known_stance, usual_steps
from okin_lib.instruments.precedents.steps import ReadsPrecedents
from okin_lib.instruments.precedents.view import answered, further_steps
from okin_lib.instruments.years import view as drawn_years
from okin_lib.instruments.years.in_lesson import YearsPlan, wrong
from okin_lib.lessons.dates_tables import LABELS, MAP, law_of, tables
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.asked import asked_for, choice_of
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Mistake, Parts, Regions, region_ids
from okin_lib.page.trail import Trail
from okin_lib.reasoning.established import Year
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem

WHEN, LIVE, LAW, ESTABLISHED, ORDERS, ASKED = SHOWN = region_ids(
    "when", "live", "law", "established", "orders", "asked"
)
Where = tuple[int, str, frozenset[str]]


@frozen
class Dates(ReadsPrecedents[Where]):
    """A year, a reading of the precedents, and which of the panel's further steps are on."""

    tables = LABELS
    figure = MAP
    keeps = ("year", "reader", "on", "table", "drawn")
    linked = ("year", "reader", "on")

    plan: YearsPlan
    year: int
    reader: str

    @classmethod
    def of(cls, case: Case, plan: YearsPlan, code: str = "") -> "Dates":
        """Return the lesson at the code, else at the record's own year, as the panel reads."""
        reader = case.defaults[case.doctrine.precedent_reading]
        start = cls(case, plan, case.record.conduct_year, reader, on=usual_steps(case, reader))
        if not code:
            return start
        try:
            year, read, on = decoded(case, code, 3)
            where = (int(year), read, frozenset(filter(None, on.split("_"))))
            return start._at(where, Trail()).checked()
        except ValueError as error:
            return evolve(start, notice=NOT_OPENED.format(why=error))

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"dates": (*SHOWN, *LABELS)}

    def regions(self) -> Regions:
        """Every region; a table only if it is asked for."""
        case, place = self.case, self._place
        code = coded(case, str(self.year), self.reader, self.on)
        bears = "" if self._where == self._start else code
        ticks = further_steps(case, self.reader, self.on, WHEN)
        answers = [(line.reader, answered(case, line.now[0])) for line in place.lines]
        return {
            WHEN: drawn_years.when(place, ticks, bears, query(code), self.notice, WHEN),
            LIVE: live_panel(LIVE, drawn_years.headline(place)),
            LAW: drawn_years.chart(place, LAW),
            ESTABLISHED: drawn_years.reasons(place, answers, ESTABLISHED),
            ORDERS: in_brief(case, self.reader, ORDERS),
            ASKED: choice_of(self.offered, self.table, ASKED),
            **asked_for(
                tables(case, self.plan.party, self.year, self.reader, self.on, self.drawn),
                self.table,
            ),
        }

    def reading_as(self, reader: str) -> "Dates":
        """Return the lesson as another reader takes the precedents."""
        return self._to((self.year, reader, usual_steps(self.case, reader, self.on)))

    @property
    def found(self) -> Year:
        """Whether the right was clearly established in the year, and why."""
        return law_of(self.case, self.plan.party, self.year, self.reader, self.on)

    @property
    def _place(self) -> drawn_years.AtYear:
        return drawn_years.AtYear(
            self.case, self.plan, self.year, self.reader, self.on, self.found, self._closed
        )

    @property
    def _closed(self) -> frozenset[int]:
        return self.plan.closed_years(self.shut)

    @property
    def _where(self) -> Where:
        return self.year, self.reader, self.on

    @property
    def _start(self) -> Where:
        return Dates.of(self.case, self.plan)._where

    def _at(self, where: Where, trail: Trail[Where]) -> "Dates":
        year, reader, on = where
        return evolve(self, year=year, reader=reader, on=on, trail=trail, notice="")

    def _with_steps(self, on: frozenset[str]) -> "Dates":
        return self._to((self.year, self.reader, on))

    def _in(self, year: int) -> "Dates":
        return self._to((year, self.reader, self.on))

    def checked(self) -> "Dates":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        if self.year not in self.case.years:
            raise BadEvent(f"the years are {self.case.years[0]} to {self.case.years[-1]}")
        known_stance(self.case, self.reader, self.on)
        known("table", self.table, ("", *self.plan.tables))
        return self

    @step("year", "choice of year", (WHEN,))
    def _year(self, act: Act) -> "Dates":
        year = int(act.choice([str(year) for year in self.case.years]))
        if year in self._closed:
            raise Mistake("These years open once you have predicted again.")
        return self._in(year)

    @step("step", "step", ("earlier", "later"))
    def _step(self, act: Act) -> "Dates":
        years = [year for year in self.case.years if year not in self._closed]
        on = {
            "earlier": [year for year in reversed(years) if year < self.year],
            "later": [year for year in years if year > self.year],
        }[act.target]
        return self._in(on[0]) if on else self


def _wrong(plan: YearsPlan, case: Case) -> Iterator[Problem]:
    yield from wrong(plan, case)
    yield from unknown("table", plan.tables, LABELS)


EXERCISE = Exercise(
    YearsPlan,
    _wrong,
    Dates.of,
    closable=lambda plan: (*plan.tables, *plan.spans),
    closed=Dates.closed,
)
