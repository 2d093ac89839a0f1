"""Rows as lines of CSV, and a file of them that was left half written."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from okin_lib.api.shown import Cell

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def csv_line(cells: Iterable[Cell]) -> str:
    """Return a line of CSV; what a spreadsheet would run as a formula stands after `'`."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerow(map(_safe, cells))
    return text.getvalue()


def kept_lines(path: Path, heads: Iterable[str]) -> int:
    """Cut off a last line that is torn, and return how many are left.

    Parameters
    ----------
    heads
        How each line must begin.

    Raises
    ------
    ValueError
        If one begins otherwise, or there are more; the file is then left as it is.
    """
    kept = end = 0
    expected = iter(heads)
    with path.open("r+b") as file:
        for line in file:
            head, whole = next(expected, "").encode(), line.endswith(b"\n")
            if not head or not (line.startswith(head) or (not whole and head.startswith(line))):
                raise ValueError(
                    f"{path}, line {kept + 1}: another sweep wrote it, or another version of the "
                    "law: name another file, or begin anew without resume"
                )
            if whole:
                kept, end = kept + 1, end + len(line)
        file.truncate(end)
    return kept


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
