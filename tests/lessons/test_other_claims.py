"""The lesson on the other claims: what is shown is of the claim that was moved, and says which."""

import pytest

from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent
from tests.lessons.answering import committed
from tests.page.markup import read

CONTACTS_OFF = {"toggle": "dozen-contacts", "value": False}
TRAINERS_OFF = {"toggle": "williams-and-weber-trained", "value": False}


@pytest.fixture
def board():
    lesson = open_lesson("08_the_other_claims")
    return committed(lesson, lesson.plan.prediction)


def said(lesson, region):
    return read(lesson.regions()[region]).text


def tile(lesson, party):
    (label,) = read(lesson.regions()["strip"]).all("label", id=f"strip-tile-{party}")
    return label.text


def test_the_sentence_names_the_claim_that_is_drawn(board):
    assert "the claim of equal protection against all eight parties ends" in said(board, "live")
    moved = board.after(CONTACTS_OFF)
    assert "the claim of municipal liability against Village goes on" in said(moved, "live")


def test_a_party_stands_with_the_claim_that_is_drawn(board):
    assert tile(board, "village") == "Village ends"
    assert tile(board.after(CONTACTS_OFF), "village") == "Village goes on, other ground"


def test_one_ruling_stands_as_one_though_its_parts_rest_on_different_ground(board):
    (row,) = read(board.regions()["strip"]).all("p")
    assert row.text.endswith("one ruling for eight")


def test_who_taught_is_not_switched_before_it_is_predicted(board):
    with pytest.raises(BadEvent, match="unknown fact"):
        board.after(TRAINERS_OFF)
    made = committed(board, board.plan.again)
    assert "specific training deficiency is open" in said(made.after(TRAINERS_OFF), "live")


def test_two_municipalities_stand_side_by_side(board):
    assert {"Village", "Town"} <= set(said(board, "aspect").split())


def test_a_reading_keeps_its_capitals_within_a_sentence(board):
    read_so = board.after({"reading": "eagleston", "value": "as-urged"})
    assert said(read_so, "live").startswith("As Okin urged (declined, 439), ")
