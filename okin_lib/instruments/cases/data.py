"""Which cases stand side by side, what is asked of each, and what the opinion says of it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.precedents import Precedent
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support

THIS_RECORD = "record"
"""What stands among the cases for the record, of which all is found and nothing written."""


@frozen
class ToldOf:
    """A case that the opinion tells of and that is no precedent of the doctrine."""

    id: str
    short: str
    page: str
    quote: str
    """How the opinion cites it in full."""


@frozen
class Cell:
    """What the opinion says of one case to one question."""

    factors: tuple[FactorId, ...] = ()
    """Factors of the precedent that say it: their passages are the doctrine's."""
    because: tuple[Support, ...] = ()
    """What else says it."""
    unsaid: bool = False
    """Whether the opinion does not say."""


@frozen
class AskedOfRecord:
    """What answers a question for the record, in whatever is supposed of it."""

    elements: tuple[ElementId, ...] = ()
    factors: tuple[FactorId, ...] = ()


@frozen
class CaseRow:
    """A question that is put to each case of a grid."""

    label: str
    question: str
    said: dict[str, Cell]
    """By case, what the opinion says of it."""
    record: AskedOfRecord = AskedOfRecord()


@frozen
class CaseGrid:
    """Cases side by side."""

    id: str
    label: str
    cases: tuple[str, ...]
    """Ids of precedents, or of cases told of, or `THIS_RECORD`, in their order."""
    rows: tuple[CaseRow, ...]


@frozen(eq=False)
class CaseGrids:
    """Every grid, and the cases in them that are no precedents."""

    told_of: tuple[ToldOf, ...]
    grids: tuple[CaseGrid, ...]

    @property
    def cells(self) -> int:
        """How many cells are written."""
        return sum(len(row.said) for grid in self.grids for row in grid.rows)


def _wrong(found: CaseGrids, case: Case) -> Iterator[Problem]:
    names = [each.id for each in found.told_of]
    yield from misnamed("case", names)
    for name in names:
        if name in (*case.precedents, THIS_RECORD):
            remedy = "remove it here, and name it among the cases of a grid"
            yield Problem(place_of(name), f"'{name}' is one of the doctrine's own: {remedy}")
    yield from misnamed("grid", [grid.id for grid in found.grids])
    for grid in found.grids:
        yield from unknown("case", grid.cases, [*case.precedents, *names, THIS_RECORD])
        for row in grid.rows:
            yield from _row(row, grid, case)


def _row(row: CaseRow, grid: CaseGrid, case: Case) -> Iterator[Problem]:
    decided = [name for name in grid.cases if name != THIS_RECORD]
    yield from unknown("decided case of the grid", row.said, decided)
    for name in decided:
        if name not in row.said:
            remedy = "say what the opinion says of it, or that it is unsaid"
            yield Problem(place_of(row.label), f"'{row.label}' leaves out '{name}': {remedy}")
    for name, said in row.said.items():
        yield from _said(said, name, case.precedents.get(name))
    yield from unknown("element", row.record.elements, case.elements)
    yield from unknown("factor", row.record.factors, case.factors)
    if (row.record != AskedOfRecord()) != (THIS_RECORD in grid.cases):
        remedy = f"name its elements or factors, where '{THIS_RECORD}' is one of the cases only"
        yield Problem(place_of(row.label), f"'{row.label}' does not fit the record: {remedy}")


def _said(said: Cell, name: str, precedent: Precedent | None) -> Iterator[Problem]:
    if said.unsaid == bool(said.factors or said.because):
        remedy = "give the passages that say it, or say that it is unsaid, and not both"
        yield Problem(place_of(name), f"of '{name}' it is not clear what is said: {remedy}")
    theirs = given(precedent) if precedent else {}
    yield from unknown(f"factor of {name}", said.factors, theirs)
    copied = {support.text: factor for factor, support in theirs.items()}
    for support in said.because:
        if support.text in copied:
            remedy = f"name the factor '{copied[support.text]}'"
            yield Problem(place_of(support.text), f"the doctrine has this of '{name}': {remedy}")


def given(precedent: Precedent) -> dict[FactorId, Support]:
    """Return what the opinion says of each factor of a precedent, present or absent."""
    return {**precedent.factors, **precedent.absent}


GRIDS = Study(
    CaseGrids,
    "instruments/cases/data.yaml",
    _wrong,
    {
        "grids of cases": lambda found: len(found.grids),
        "cells of these": lambda found: found.cells,
    },
)
