"""What there is to do in an exercise, what stands beside it, and the account given of it."""

import pytest

from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent, Mistake
from tests.lessons.answering import answer
from tests.page.markup import read

COMMIT = {"commit": "without-football", "value": {"choice": "undecided", "because": "my reason"}}
LAST = "failures-left"


@pytest.fixture
def lesson():
    return open_lesson("03_act_or_omission")


@pytest.fixture
def opened(lesson):
    return lesson.after(COMMIT)


def test_before_the_prediction_no_task_is_there(lesson):
    assert read(lesson.regions()["tasks"]).text == ""
    with pytest.raises(BadEvent, match="prediction first"):
        lesson.after({"task": LAST})


def test_one_task_is_shown_at_a_time(opened):
    for at, event in enumerate([None, {"task": "in-words"}, {"task": LAST}]):
        now = opened.after(event) if event else opened
        html = now.regions()["tasks"]
        shown = [part for part in html.split('<div class="task"')[1:] if part.startswith(">")]
        assert len(shown) == 1
        assert ("Next task" in shown[0]) == (at < 2)
        assert ("Previous task" in shown[0]) == (at > 0)


def test_a_task_that_there_is_not_is_refused_with_the_nearest(opened):
    with pytest.raises(BadEvent, match=LAST):
        opened.after({"task": "failures-lef"})


def test_a_task_is_set_on_the_board(opened):
    assert 'data-act="suppose" data-id="omissions-only"' in opened.regions()["tasks"]
    assert "football-talk" in opened.after({"suppose": "omissions-only"}).exercise.scenario.without


def test_what_was_seen_is_named_then_why_beside_what_was_written_first(opened):
    assert "my reason" not in opened.regions()["named"]
    question = opened.plan.named
    named = answer(opened, question, question.answers["acts-implicit"])
    html = named.regions()["named"]
    assert "my reason" in html
    assert "Would you write it so now?" not in html
    said = named.after({"write": "named", "value": "<b>because it speaks</b>"})
    assert "&lt;b&gt;because it speaks&lt;/b&gt;" in said.regions()["named"]
    assert said.leaving.text == ""


def test_what_is_written_has_an_end(opened):
    with pytest.raises(BadEvent, match="1000"):
        opened.after({"write": "named", "value": "x" * 1001})


def test_the_passage_comes_after_the_answer(opened):
    with pytest.raises(Mistake, match="answer the question first"):
        opened.after({"cite": "which-wire", "value": {"passage": "429"}})
