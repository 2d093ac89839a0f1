"""Which kinds of case have been decided: a cell for each way in which they can differ."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.precedents import Axis, Precedent


@frozen
class Combination:
    """A decided case in its cell."""

    name: str
    year: int
    barred: bool
    """Whether it was held that the right was not established before it."""

    @property
    def notice(self) -> str:
        """What was held on notice, in words."""
        return "not established before it" if self.barred else "established"


Cells = Mapping[tuple[int, ...], Sequence[Combination]]
"""The decided cases by cell: a pole (0 or 1) on each axis."""


def occupied(case: Case, axes: Sequence[Axis]) -> Cells:
    """Return the decided cases in each cell.

    A case that does not say where it stands on one of the axes is in none.
    """
    cells: dict[tuple[int, ...], tuple[Combination, ...]] = {}
    for precedent in case.doctrine.precedents:
        if precedent.binding and precedent.violation == "yes":
            places = [_pole(precedent, axis) for axis in axes]
            if None not in places:
                cell = tuple(place for place in places if place is not None)
                barred = precedent.immunity == "granted"
                kept = Combination(precedent.short, precedent.year, barred)
                cells[cell] = (*cells.get(cell, ()), kept)
    return cells


def _pole(precedent: Precedent, axis: Axis) -> int | None:
    for place, pole in enumerate(axis.poles):
        if pole.factor in precedent.factors:
            return place
    return None
