"""The matrix: a cell for each finding, or for all whom one finding is about."""

from okin_lib.page.matrix import matrix
from okin_lib.page.states import cells
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import read
from tests.page.shown import analyze


def test_collective_findings_are_one_cell(case, elements, record):
    implicit = [f for f in record.findings if f.element == "implicit-sanction"]
    was = {(finding.element, finding.party): finding for finding in implicit}
    assert [len(cell) for cell in cells(implicit, was)] == [4, 1, 1]
    (officers,) = read(matrix(case, record, record, "lug", False, "matrix")).all("table")
    widths = {
        row.children[0].text: sum(int(cell.attrs.get("colspan", "1")) for cell in row.all("td"))
        for row in officers.all("tr")
        if row.all("td")
    }
    assert set(widths.values()) == {6}
    assert set(widths) == {element.label for element in elements}


def test_findings_of_one_officer_each_are_not_merged(case):
    alone = analyze(case, scenario(case, readings={"attribution": "individual"}))
    implicit = [f for f in alone.findings if f.element == "implicit-sanction"]
    was = {(finding.element, finding.party): finding for finding in implicit}
    assert [len(cell) for cell in cells(implicit, was)] == [1] * 6


def test_matrix_marks_what_changed_in_words(case, record, without_football):
    unchanged = read(matrix(case, record, record, "lug", False, "matrix"))
    changed = read(matrix(case, without_football, record, "lug", False, "matrix"))
    assert "0 of" in unchanged.text
    assert "was " not in unchanged.text
    (row,) = [row for row in changed.all("tr") if "Implicit sanction" in row.text]
    assert row.text.count("was ◆ triable") == 4


def test_a_state_is_sign_word_and_class(case, record):
    for node in read(matrix(case, record, record, "lug", False, "matrix")).walk():
        if (node.attrs.get("class") or "").startswith("state "):
            (sign,) = node.all("span", aria_hidden="true")
            assert sign.text
            assert node.text.removeprefix(sign.text).strip()
