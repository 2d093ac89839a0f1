"""A row as CSV: it reads back as it was, and no cell of it is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.files.csv_line import csv_line

HOSTILE = st.one_of(
    st.text(),
    st.text(alphabet="=+-@\t\r\n ＝＋－＠'\",;A1"),
    st.sampled_from(["=cmd|' /C calc'!A0", '=HYPERLINK("http://a.example")', "@SUM(1)", "\t=1"]),
)


def back(line: str) -> list[str]:
    (row,) = csv.reader(StringIO(line, newline=""))
    return row


@given(st.lists(HOSTILE, min_size=1).filter(lambda cells: cells != [""]))
def test_a_row_reads_back_and_no_cell_runs(cells):
    row = back(csv_line(cells))
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
    for cell in row:
        assert not cell.startswith(("\t", "\r", "\n"))
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("cell", ["", "-", "a=b", "1-2", "'quoted'", "café", "two\nlines"])
def test_what_is_no_formula_is_as_it_was(cell):
    assert back(csv_line([cell, "x"])) == ["'-" if cell == "-" else cell, "x"]


def test_numbers_are_numbers():
    assert csv_line([-1, 2.5, None, True]) == "-1,2.5,,True\n"
