"""Cases side by side as HTML: each cell sourced or unsaid, and the record's is found."""

import pytest

from okin_lib.instruments.cases.data import CaseGrids, given
from okin_lib.instruments.cases.view import cases_grid
from okin_lib.page.look import Seen
from tests.instruments.supposed import hostile
from tests.instruments.tables import SUPPOSED, assert_tables_hold_as_blocks
from tests.page.markup import assert_only_text, read
from tests.reasoning.courtroom import ask

EVERY = ("act-or-omission", "conscience", "framing")


def shown(case, grid, *, claims=None, given=False, covered=False, **supposed):
    looked_at = tuple(case.claims) if claims is None else claims
    seen = Seen(case, looked_at, ask(case, **supposed).scenario, {}, False, "g", unfolded=True)
    return cases_grid(seen, grid, given, covered)


def cell(html, label, case):
    (found,) = row_of(html, label).all("td", data_label=case)
    return found


def row_of(html, label):
    (found,) = [
        each
        for each in read(html).all("tr")
        if any(span.text == label for span in each.all("span", **{"class": "label"}))
    ]
    return found


@pytest.mark.parametrize("supposed", SUPPOSED)
@pytest.mark.parametrize("grid", EVERY)
def test_tables_keep_their_meaning_even_as_blocks(case, grid, supposed):
    html = shown(case, grid, **supposed)
    assert_tables_hold_as_blocks(html)
    assert_tables_hold_as_blocks(shown(case, grid, covered=True, **supposed))


def test_the_grids_are_those_of_the_file_and_the_first_stands_where_none_is_chosen(case):
    assert tuple(grid.id for grid in case.study(CaseGrids).grids) == EVERY
    assert shown(case, "") == shown(case, EVERY[0])
    checked = read(shown(case, "framing")).all("input", data_id="cases")
    assert [each.attrs["value"] for each in checked if "checked" in each.attrs] == ["framing"]
    assert not read(shown(case, "framing", given=True)).all("input", data_id="cases")


def test_each_cell_has_its_passages_or_says_that_the_opinion_does_not_say(case):
    for grid in case.study(CaseGrids).grids:
        html = shown(case, grid.id)
        for each in grid.rows:
            cells = row_of(html, each.label).all("td")
            assert len(cells) == len(grid.cases)
            for name, found in zip(grid.cases, cells, strict=True):
                said = each.said.get(name)
                unsaid = said is not None and said.unsaid
                assert ("The opinion does not say." in found.text) == unsaid
                assert bool(found.all("blockquote")) != unsaid
                assert bool(found.all("button", data_act="read")) != unsaid


def test_what_the_doctrine_has_of_a_precedent_is_shown_in_its_words(case):
    theirs = given(case.precedents["dwares"])
    dwares = cell(shown(case, "act-or-omission"), "Conduct", "Dwares")
    assert [quote.text for quote in dwares.all("blockquote")] == [
        theirs["affirmative-interaction"].quote,
        theirs["present-at-assault"].quote,
    ]
    assert "Inferred, not stated" in cell(shown(case, "framing"), "Knowledge", "Dwares").text


def test_a_case_that_is_no_precedent_here_stands_under_the_opinions_citation(case):
    heads = read(shown(case, "conscience")).all("th", scope="col")
    assert [head.all("span", **{"class": "case"})[0].text for head in heads[1:]] == [
        "Lewis", "Matican", "Pena", "This record",
    ]  # fmt: skip
    assert "Matican v. City of New York, 524 F.3d 151" in heads[2].text
    assert "Posture: motion to dismiss" in heads[3].text


def test_the_column_of_the_record_follows_a_switch_and_says_what_it_was(case):
    on = shown(case, "conscience")
    assert "nothing is switched" in read(on).text
    assert not read(on).all("mark")
    at_every_visit = shown(case, "conscience", added=["danger-at-every-visit"])
    for label in ("Time", "Competing duty", "Result"):
        assert "triable (decided)" in cell(on, label, "This record").text
        now = cell(at_every_visit, label, "This record")
        assert "no genuine issue" in now.all("mark")[0].text
        assert "was triable on the record" in now.text
        assert row_of(at_every_visit, label).attrs["class"] == "changed"
    assert "class" not in row_of(at_every_visit, "Knowledge").attrs
    assert cell(on, "Time", "Matican").text == cell(at_every_visit, "Time", "Matican").text


def test_a_factor_of_the_record_says_present_or_absent_and_what_it_was(case):
    off_duty = shown(case, "framing", added=["officers-off-duty"])
    capacity = cell(off_duty, "Capacity", "This record")
    assert capacity.all("mark")[0].text == "absent"
    assert "was present on the record" in capacity.text


def test_two_of_whom_the_court_does_not_say_it_are_told_apart(case):
    time = cell(shown(case, "conscience"), "Time", "This record")
    assert "Douglas, Lug, Weber and Williams ◆ triable (decided)" in time.text
    assert "Manion and O'Dell – not stated" in time.text
    assert [page.text for page in time.all("p")[1].all("button")] == ["437"]


def test_of_a_claim_that_is_not_looked_at_nothing_is_told(case):
    html = shown(case, "conscience", claims=("equal-protection",))
    assert cell(html, "Time", "This record").text == "Not asked on this page."
    assert cell(html, "Time", "Pena").all("blockquote")


def test_covered_the_record_opens_answer_by_answer_and_the_decided_cases_stand(case):
    html = shown(case, "conscience", covered=True)
    for label in ("Time", "Result"):
        cover = cell(html, label, "This record").all("details")[0]
        assert "open" not in cover.attrs
        assert cover.all("summary")[0].text == f"Uncover: {label}"
        assert cover.text == cell(html, label, "This record").text
    assert cell(html, "Time", "Lewis").all("blockquote")


def test_two_renderings_are_equal(case):
    assert shown(case, "framing", without=["C39"]) == shown(case, "framing", without=["C39"])


def test_hostile_data_are_escaped(case):
    for grid in EVERY:
        assert_only_text(shown(hostile(case), grid))
