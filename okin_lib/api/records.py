"""A sequence of values that is a table too."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from okin_lib.api.shown import Cell, Record, Recorded, Shown, as_json, part
from okin_lib.files.csv_line import csv_line

if TYPE_CHECKING:
    from pandas import DataFrame

T = TypeVar("T", bound=Recorded)
WIDEST = 48  # of a column in a terminal: what is longer is cut there, and nowhere else


class Records(Shown, Sequence[T], Generic[T]):
    """Values of one kind, in order; a table where one is asked for.

    Parameters
    ----------
    values
        What it holds.
    title
        What the table is called.

    Examples
    --------
    >>> import okin_lib as okin
    >>> okin.claims.records()
    Claims (4)
    id                   label
    due-process          Due process
    qualified-immunity   Qualified immunity
    equal-protection     Equal protection
    municipal-liability  Municipal liability
    """

    def __init__(self, values: Iterable[T], title: str) -> None:
        self._values = tuple(values)
        self.title = title

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Records[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Records[T]":
        if isinstance(place, slice):
            return Records(self._values[place], self.title)
        return self._values[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and self._values == other._values

    def __hash__(self) -> int:
        return hash(self._values)

    def to_records(self) -> list[Record]:
        """Return a row for each value, by the name of its columns."""
        return [value.to_record() for value in self._values]

    def to_json(self) -> str:
        """Return the rows as JSON."""
        return as_json(self.to_records())

    def to_csv(self, path: "str | Path | None" = None) -> str:
        """Return the rows as CSV, and write them to ``path`` if one is given.

        A cell that a spreadsheet would run as a formula stands after an apostrophe.
        """
        rows = self.to_records()
        lines = [rows[0] if rows else [], *(row.values() for row in rows)]
        text = "".join(map(csv_line, lines))
        if path is not None:
            Path(path).write_text(text, encoding="utf-8")
        return text

    def to_frame(self) -> "DataFrame":
        """Return the rows as a data frame of pandas.

        Raises
        ------
        ImportError
            If pandas, which this library does not need, is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise ImportError("a data frame needs pandas: pip install pandas") from error
        return DataFrame(self.to_records())

    def __str__(self) -> str:
        rows = self.to_records()
        if not rows:
            return f"{self.title}: none"
        columns = {key: [key, *(_cut(row[key]) for row in rows)] for key in rows[0]}
        wide = {key: max(map(len, cells)) for key, cells in columns.items()}
        lines = (
            "  ".join(cells[n].ljust(wide[key]) for key, cells in columns.items()).rstrip()
            for n in range(len(rows) + 1)
        )
        return "\n".join([f"{self.title} ({len(rows)})", *lines])

    def _repr_html_(self) -> str:
        return part("records", title=self.title, rows=self.to_records())


def _cut(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
