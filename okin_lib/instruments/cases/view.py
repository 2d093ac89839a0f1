"""Cases side by side as a table: a column for each, a row for each question."""

from collections.abc import Iterator

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.cases.answers import Column, RecordAnswer
from okin_lib.instruments.cases.data import THIS_RECORD, CaseGrid, CaseGrids, CaseRow, Cell, given
from okin_lib.page.look import Seen
from okin_lib.page.passages import passages
from okin_lib.page.supposition import against_the_record
from okin_lib.page.template import render
from okin_lib.record.types import NO_PARTY


@frozen
class Head:
    """What stands over a column."""

    id: str
    short: str
    cite: str
    more: str = ""
    """At what stage it was decided, and what became of it."""


@frozen
class RowShown:
    """A question, with what is said to it of each decided case, and found of the record."""

    row: CaseRow
    said: dict[str, Markup]
    """By decided case, its passages; none where nothing is said."""
    answers: tuple[RecordAnswer, ...]


def cases_grid(seen: Seen, chosen: str, given: bool, covered: bool) -> str:
    """Return a grid of cases, with this record at what is supposed.

    Parameters
    ----------
    chosen
        The id of the grid; the first, if there is none such.
    given
        Whether no other can be chosen.
    covered
        Whether each answer of the record is covered until it is asked for.
    """
    grids = seen.case.study(CaseGrids).grids
    grid = next((each for each in grids if each.id == chosen), grids[0])
    column = Column.of(seen)
    rows = [_row(seen.case, row, column) for row in grid.rows]
    answers = [answer for row in rows for answer in row.answers]
    moved = sum(answer.moved for answer in answers)
    return render(
        "instruments/cases/cases",
        region=seen.region,
        grids=() if given else grids,
        grid=grid,
        heads=list(_heads(seen.case, grid)),
        rows=rows,
        record=THIS_RECORD,
        covered=covered,
        unfolded=seen.unfolded,
        moved=against_the_record(seen.scenario, [(moved, len(answers), "answers")]),
    )


def _heads(case: Case, grid: CaseGrid) -> Iterator[Head]:
    told_of = {each.id: each for each in case.study(CaseGrids).told_of}
    for name in grid.cases:
        if name == THIS_RECORD:
            yield Head(name, "This record", "as it is supposed, in this model")
        elif name in told_of:
            yield Head(name, told_of[name].short, told_of[name].quote)
        else:
            decided = case.precedents[name]
            more = "; ".join(filter(None, (f"Posture: {decided.posture}", decided.history)))
            yield Head(name, decided.short, f"{decided.name}, {decided.citation}", more)


def _row(case: Case, row: CaseRow, column: Column) -> RowShown:
    said = {name: _said(case, name, cell) for name, cell in row.said.items()}
    return RowShown(row, said, column.answers(row.record))


def _said(case: Case, name: str, cell: Cell) -> Markup:
    theirs = given(case.precedents[name]) if cell.factors else {}
    said = (*(theirs[factor] for factor in cell.factors), *cell.because)
    return passages(case, said, NO_PARTY)
