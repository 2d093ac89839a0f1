"""A row as a line of CSV that no spreadsheet runs anything of."""

import csv
from collections.abc import Iterable
from io import StringIO

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet would run, in either width."""
UNSEEN = ("\t", "\r", "\n")
"""What one may skip before that."""


def csv_line(cells: Iterable[object]) -> str:
    """Return a line of CSV; what a spreadsheet would run as a formula stands after `'`."""
    text = StringIO()
    # It quotes what the end of a line has, and either of the two would begin a row of its own.
    csv.writer(text, lineterminator="\r\n").writerow(map(_safe, cells))
    return text.getvalue().removesuffix("\r\n") + "\n"


def _safe(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    runs = cell.startswith(UNSEEN) or cell.lstrip().startswith(FORMULA)
    return f"'{cell}" if runs else cell
