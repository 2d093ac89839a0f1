"""What the lessons on the officers close, offer and name is there."""

import json

import pytest

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent
from tests.lessons.answering import committed, predicted
from tests.reasoning.courtroom import VILLAGE

CONSCIENCE, OFFICERS = "04_shocks_the_conscience", "07_officer_by_officer"
CLOSED = [
    (CONSCIENCE, {"bundle": "their-training", "value": False}),
    (CONSCIENCE, {"toggle": "officers-trained", "value": False}),
    (CONSCIENCE, {"suppose": "no-training-in-evidence"}),
    (OFFICERS, {"bundle": "words-of-manion", "value": True}),
    (OFFICERS, {"suppose": "words-by-douglas"}),
]
LOOKS = {CONSCIENCE: (), OFFICERS: ("Two parties", "Who knew what")}


@pytest.mark.parametrize(("lesson_id", "act"), CLOSED)
def test_what_answers_the_second_prediction_waits_for_it(lesson_id, act):
    lesson = open_lesson(lesson_id)
    with pytest.raises(BadEvent):
        committed(lesson, lesson.plan.prediction).after(act)
    assert predicted(lesson).after(act).exercise.scenario != lesson.exercise.scenario


@pytest.mark.parametrize("lesson_id", LOOKS)
def test_the_controls_that_prose_and_tasks_name_are_there(lesson_id):
    lesson = predicted(open_lesson(lesson_id))
    cells = json.loads((notebooks() / f"{lesson_id}.ipynb").read_text("utf-8"))["cells"]
    prose = " ".join("".join("".join(cell["source"]) for cell in cells).split())
    assert "take each alone" in prose
    assert "take each alone" in "".join(lesson.exercise.regions().values())
    tabs = "".join(lesson.looks.regions().values())
    assert all(label in tabs for label in LOOKS[lesson_id])


def test_an_officers_own_part_can_be_left_out(case):
    switches = open_lesson(OFFICERS).plan.exercises["board"].switches
    for party in ("douglas", "lug", "weber", "manion"):
        assert all(party in case.facts[fact].concerns for fact in switches[f"of-{party}"].facts)


def test_all_that_the_four_were_told_and_shown_is_left_out_together(case):
    board = open_lesson(CONSCIENCE).plan.exercises["board"]
    known = [
        each for each in case.doctrine.factors if each.id in ("told-of-violence", "saw-signs")
    ]
    assert set(board.switches["told-and-shown"].facts) == {
        fact
        for each in known
        for fact in each.arises.any_of
        if set(VILLAGE) & set(case.facts[fact].concerns)
    }
