"""The law on a date: the year, the cases decided by then, and when the right was established."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Establishing
from okin_lib.instruments.precedents.dates.points import Point, points
from okin_lib.instruments.precedents.view import answer_by
from okin_lib.page.figure import figure_panel
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import day, listed
from okin_lib.reasoning.established import Incident, Year, facing, first_year
from okin_lib.reasoning.precedent import apart, read_together
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


def cases(year: Year, region: RegionId) -> str:
    """Return the precedents decided by a year, and those not yet decided."""
    return render("instruments/precedents/dates/cases", year=year, region=region)


# It asks of every year on every reading, and no click on its page changes it.
@lru_cache(maxsize=8)
def first_years(case: Case, party: PartyId, region: RegionId) -> str:
    """Return the year from which the right was established on each reading, and by which case."""
    rows, together = list(_first_years(case, party)), case.doctrine.together
    return render(
        "instruments/precedents/dates/years",
        rows=rows,
        wording=case.study(Establishing).wording,
        years=case.years,
        reading=case.readings[case.doctrine.precedent_reading].label,
        cases=listed(case.precedents[name].short for name in together.of),
        region=region,
    )


def _first_years(case: Case, party: PartyId) -> Iterator[tuple[str, bool, str, str]]:
    situation = facing(case, Scenario(), party)
    for value in case.readings[case.doctrine.precedent_reading].values:
        for together in (False, True):
            takes = apart(case, value.id)
            found = first_year(case, situation, read_together(case, takes) if together else takes)
            by = listed(p.name for p in found.found.by) if found else "none"
            by += "; in part as supposed" if found and found.found.supposed else ""
            year = str(found.year) if found else "in none of these years"
            yield value.label, together, year, by


def incidents(case: Case, every: Sequence[Incident], region: RegionId) -> str:
    """Return how the law stood for each incident, by its own year."""
    rows = [
        (
            each.event.title,
            day(each.event.date),
            each.stood.year,
            answer_by(case, each.stood),
        )
        for each in every
    ]
    found = case.study(Establishing)
    return render(
        "instruments/precedents/dates/incidents",
        rows=rows,
        wording=found.wording,
        notes=passages(case, found.date_notes, NO_PARTY),
        region=region,
    )


def precedent_map(
    case: Case, party: PartyId, year: int, reader: str, drawn: bool, region: RegionId
) -> str:
    """Return each precedent by date and closeness, as a table and, if asked for, a figure."""
    found = points(case, party, year, reader)
    figure = figure_panel(region, drawn, map_figure, found, year, case.years)
    return render(
        "instruments/precedents/dates/map", points=found, year=year, figure=figure, region=region
    )


def map_figure(found: tuple[Point, ...], year: int, years: range) -> "Drawing":
    """Return each precedent by date and closeness, over ``years``, as a figure."""
    from okin_lib.instruments.precedents.dates.figure import draw

    return draw(found, year, years, f"Precedents by date and closeness, for conduct in {year}")
