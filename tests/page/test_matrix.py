"""The matrix: a cell for each finding, or for all whom one finding is about."""

import pytest

from okin_lib.page.claims import RECORD, shown
from okin_lib.page.matrix import matrix
from okin_lib.page.outline import outline
from okin_lib.page.states import blocks, cells
from okin_lib.page.words import listed, party_names
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import read
from tests.page.shown import analyze

FOUR = "Douglas, Lug, Weber and Williams"


def rows(html):
    """The rows of elements, by the element's name in full."""
    every = [row for body in read(html).all("tbody") for row in body.all("tr")]
    return {
        row.all("th")[0].attrs.get("aria-label") or row.all("th")[0].text: row for row in every
    }


def said(row):
    return [button.attrs["aria-label"] for button in row.all("button")]


def spans(row):
    return [int(cell.attrs.get("colspan", "1")) for cell in row.all("td")]


def test_collective_findings_are_one_cell(case, elements, record):
    implicit = [f for f in record.findings if f.element == "implicit-sanction"]
    was = {(finding.element, finding.party): finding for finding in implicit}
    assert [len(cell) for cell in cells(implicit, was)] == [4, 2]
    found = rows(matrix(case, record, record, "lug", False, "matrix"))
    assert {sum(spans(row)) for row in found.values()} == {6}
    assert set(found) == {element.label for element in elements}


def test_findings_of_one_officer_each_are_not_merged(case):
    """But for the two of whom the court said nothing: of each alone, too."""
    alone = analyze(case, scenario(case, readings={"attribution": "individual"}))
    (officers,) = blocks(case, alone, alone)
    named = {row.id: [state.span for state in row.states] for row in officers.rows}
    assert named["implicit-sanction"] == [1, 1, 1, 1, 2]
    assert named["awareness"] == [1, 1, 1, 1, 2]  # though the four stand alike


def test_officers_whose_conduct_counts_together_are_one_cell_off_the_record(
    case, record, without_football
):
    found = rows(matrix(case, without_football, record, "lug", False, "matrix"))
    assert spans(found["Implicit sanction"]) == [4, 2]
    assert said(found["Implicit sanction"])[0] == (
        f"Implicit sanction, {FOUR}: open, leaning to Okin. It was triable"
    )


def test_matrix_marks_what_changed_in_words_and_with_the_shape_of_what_it_was(
    case, record, without_football
):
    unchanged = read(matrix(case, record, record, "lug", False, "matrix"))
    changed = rows(matrix(case, without_football, record, "lug", False, "matrix"))
    assert "0 of" in unchanged.text
    assert not any(
        "It was" in button.attrs["aria-label"] for button in unchanged.all("button")[:-1]
    )
    row = changed["Implicit sanction"]
    assert [". It was triable" in each for each in said(row)] == [True, False]
    (ghost,) = [bead for mark in row.all("b") for bead in mark.all("i")]
    assert ghost.attrs["data-s"] == "triable"


def test_what_a_claim_needs_not_to_hold_is_drawn_as_what_that_comes_to(case, record):
    row = rows(matrix(case, record, record, "lug", False, "matrix"))["Qualified immunity"]
    assert said(row)[0] == f"Qualified immunity, {FOUR}: no, not immune"
    assert row.all("td")[0].attrs["data-s"] == "yes"


def test_the_same_answer_by_another_authority_is_marked(case, record):
    alone = analyze(case, scenario(case, readings={"attribution": "individual"}))
    row = rows(matrix(case, alone, record, "lug", False, "matrix"))["Awareness of the risk"]
    assert said(row)[1] == "Awareness of the risk, Lug: triable, on other ground"
    assert row.all("td")[1].all("span", class_="ground") or "ground" in str(
        row.all("span")[1].attrs
    )


def test_the_motion_says_what_it_was(case, record, without_football):
    (foot,) = read(matrix(case, without_football, record, "lug", False, "matrix")).all("tfoot")
    assert [cell.text for cell in foot.all("td")] == ["open It was: goes on", "ends"]
    assert spans(foot.all("tr")[0]) == [4, 2]


def test_what_makes_up_a_whole_stands_under_it(case):
    listed_so = [*outline(case, case.elements)]
    assert {key for key, _ in listed_so} == set(case.elements)
    assert len(listed_so) == len(case.elements)
    place = {key: n for n, (key, _) in enumerate(listed_so)}
    under = [key for key, part in listed_so if part]
    assert place["conscience"] + 1 == place["time-to-deliberate"] == place["awareness"] - 1
    assert "training-caused" in under
    assert not {"implicit-sanction", "violation", "comparator", "custom"} & set(under)


def test_a_cell_is_pressed_if_its_reason_is_shown(case, record):
    html = matrix(case, record, record, "weber", False, "matrix", "awareness")
    (pressed,) = read(html).all("button", aria_pressed="true")
    assert pressed.attrs["data-id"] == "awareness/douglas"
    elsewhere = matrix(case, record, record, "manion", False, "matrix", "awareness")
    (pressed,) = read(elsewhere).all("button", aria_pressed="true")
    assert pressed.attrs["data-id"] == "awareness/manion"


@pytest.mark.parametrize("readings", [{}, {"attribution": "individual"}])
def test_a_cell_is_a_shape_and_a_word_on_a_ground_of_its_state(case, readings):
    every = tuple(claim.id for claim in case.doctrine.claims)
    now, record = (shown(case, every, at) for at in (scenario(case, readings=readings), RECORD))
    html = matrix(case, now, record, "lug", False, "matrix")
    assert len(html.encode()) < 32_000
    for row in rows(html).values():
        for cell in row.all("td"):
            (button,) = cell.all("button")
            first, word = button.all("i")[0], button.all("span")[0]
            assert first.attrs["data-s"] == cell.attrs["data-s"]
            assert word.text


def test_every_cell_says_whom_it_is_about(case, record):
    names = party_names(case)
    (officers,) = blocks(case, record, record)
    found = rows(matrix(case, record, record, "lug", False, "matrix"))
    for row in officers.rows:
        who = [listed(names[party] for party in state.parties) for state in row.states]
        label = case.elements[row.id].label
        for sentence, parties in zip(said(found[label]), who, strict=True):
            assert sentence.startswith(f"{label}, {parties}: ")
