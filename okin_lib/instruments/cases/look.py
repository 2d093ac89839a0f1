"""A look at decided cases and this record on one grid, which one learners choose."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.cases.data import CaseGrids
from okin_lib.instruments.cases.view import cases_grid
from okin_lib.page.look import WHAT_IS_THE_LAW, Ask, Look, Options, Seen

_COVERED = "covered"


def _grids(case: Case, _: tuple[str, ...]) -> Options:
    return [("", "the first"), *((grid.id, grid.label) for grid in case.study(CaseGrids).grids)]


_GRID = Ask("cases", "Cases", _grids, within=True)
_COVER = Ask(
    "cover",
    "This record",
    lambda _case, _claims: [("", "shown"), (_COVERED, "covered until asked for")],
    within=True,
)


def _cases(seen: Seen) -> str:
    covered = seen.chosen[_COVER.id] == _COVERED
    return cases_grid(seen, seen.chosen[_GRID.id], _GRID.id in seen.given, covered)


CASES = Look("cases", "Cases on one grid", (_GRID, _COVER), _cases, "Cases", WHAT_IS_THE_LAW)
