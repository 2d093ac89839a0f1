"""What phones follow of a projected board: it is all there, whatever that page has asked for."""

import pytest

from okin_lib.hosts.session import Session
from okin_lib.hosts.together.projection import projected
from okin_lib.lessons.library import lesson_ids, start
from okin_lib.lessons.predict import Prediction
from tests.page.markup import read


def open_lesson(lesson_id):
    lesson = start(lesson_id)
    for member in lesson.members.values():
        if isinstance(member, Prediction):
            choice = member.question.choices[0].id
            value = {"choice": choice, "because": "so"}
            lesson = lesson.after({"commit": member.question.id, "value": value})
    return lesson


@pytest.mark.parametrize("lesson_id", [*lesson_ids(), "10_whole_board"])
def test_each_board_that_is_followed_has_its_circuit_and_every_party(lesson_id):
    followed = projected(Session(open_lesson(lesson_id)))
    if followed is None:
        pytest.skip("what is done in this lesson is no board")
    assert read(followed.regions["circuit"]).all("ol")
    assert read(followed.regions["strip"]).all("input")
