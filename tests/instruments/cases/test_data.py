"""What the file of the grids may not say, and what it must."""

import pytest

from okin_lib.instruments.cases.data import GRIDS, THIS_RECORD, CaseGrids
from tests.doctrine.study import refused

FIRST = "cases: [deshaney, dwares, record]"
PASSIVE = "factors: [purely-passive]"
SILENT = "deshaney: {unsaid: true}"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("over an extended period of time", "over a long period of time", "word for word"),
        ('page: "429"', 'page: "428"', "stands on 429"),
        ("523 U.S. 833", "523 U.S. 834", "word for word"),
        (FIRST, "cases: [deshany, dwares, record]", "did you mean 'deshaney'?"),
        (FIRST, "cases: [deshaney, dwares]", "does not fit the record"),
        (PASSIVE, "factors: [purely-pasive]", "did you mean 'purely-passive'?"),
        (PASSIVE, "factors: [known-victim]", "no factor of deshaney 'known-victim'"),
        ("elements: [affirmative-conduct]", "elements: [affirmative]", "no element 'affirmative'"),
        ("[intentional-violence, reckless-harm]", "[intent]", "no factor 'intent'"),
        (f"          {SILENT}\n", "", "'Words' leaves out 'deshaney'"),
        (SILENT, "hemphill: {unsaid: true}", "no decided case of the grid 'hemphill'"),
        (SILENT, "deshaney: {unsaid: false}", "give the passages that say it"),
        (SILENT, "deshaney: {unsaid: true, factors: [purely-passive]}", "and not both"),
        ("id: conscience", "id: act-or-omission", "taken"),
        ("id: lewis", "id: matican", "taken"),
        ("id: lewis", "id: dwares", "one of the doctrine's own"),
        ("What was alleged went on for long.", "No approval in words was alleged.", "name the"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(GRIDS, case, tmp_path, old, new)


def test_each_case_of_a_grid_answers_each_of_its_questions_or_is_said_not_to(case):
    for grid in case.study(CaseGrids).grids:
        for row in grid.rows:
            assert [*row.said] == [name for name in grid.cases if name != THIS_RECORD]
            for said in row.said.values():
                assert said.unsaid != bool(said.factors or said.because)


def test_where_the_opinion_tells_nothing_of_a_case_nothing_is_said(case):
    (grid,) = (grid for grid in case.study(CaseGrids).grids if "matican" in grid.cases)
    assert [row.label for row in grid.rows if not row.said["matican"].unsaid] == [
        "Competing duty",
        "Result",
    ]


def test_what_is_written_of_a_case_stands_where_the_opinion_discusses_it(case):
    for grid in case.study(CaseGrids).grids:
        for row in grid.rows:
            for said in row.said.values():
                assert all(427 <= int(each.page[:3]) <= 437 for each in said.because)
