"""What was kept is taken up, and the scenario of a link stands before the one that was left."""

import pytest

from okin_lib.files.link_code import encode
from okin_lib.files.place_code import coded
from okin_lib.lessons import taken_up
from okin_lib.lessons.kept import BadState, kept
from okin_lib.lessons.library import start
from okin_lib.lessons.taken_up import LINK_FIRST, NO_LINK, Address
from okin_lib.reasoning.scenario import scenario

BOARD, DATES, WHOLE = "03_act_or_omission", "06_law_on_the_day", "10_whole_board"
FOOTBALL = {"toggle": "football-talk", "value": False}


def supposed(lesson):
    return sorted(lesson.members["board"].scenario.without)


@pytest.fixture
def link(case):
    """The code of the record without the football conversation."""
    return encode(case, scenario(case, ["football-talk"]))


@pytest.fixture
def left(case):
    """The whole board, with another fact left out and a page of the opinion open."""
    lesson = start(WHOLE).supposing(scenario(case, ["car-reported-stolen"]))
    return lesson.after({"page": "opinion", "value": "430"})


def test_without_a_link_it_is_as_it_was_left(left):
    found = Address(WHOLE).taken_up(kept(left))
    assert (found.notice, kept(found.lesson)) == ("", kept(left))


def test_a_link_stands_before_what_was_supposed_and_all_else_is_as_it_was_left(left, link):
    found = Address(WHOLE, link).taken_up(kept(left))
    assert (found.notice, supposed(found.lesson)) == (LINK_FIRST, ["football-talk"])
    assert found.lesson.reader.page == "430"


def test_a_link_to_what_was_left_anyway_changes_nothing_and_says_nothing(link):
    lesson = start(WHOLE).after(FOOTBALL).after({"page": "opinion", "value": "430"})
    found = Address(WHOLE, link).taken_up(kept(lesson))
    assert (found.notice, kept(found.lesson)) == ("", kept(lesson))


def test_a_link_where_nothing_was_supposed_needs_no_word(link):
    found = Address(WHOLE, link).taken_up(kept(start(WHOLE)))
    assert (found.notice, supposed(found.lesson)) == ("", ["football-talk"])


def test_a_link_that_cannot_be_read_says_so_beside_what_was_left(left):
    found = Address(WHOLE, "hack").taken_up(kept(left))
    assert (found.notice, supposed(found.lesson)) == (NO_LINK, supposed(left))
    alone = Address(WHOLE, "hack").taken_up(kept(start(WHOLE)))
    assert alone.lesson.board.unread


def test_a_link_waits_behind_a_prediction_that_is_yet_to_be_made(link):
    found = Address(BOARD, link).taken_up(kept(start(BOARD)))
    value = {"choice": "fails", "because": "so"}
    lesson = found.lesson.after({"commit": "without-football", "value": value})
    assert sorted(lesson.exercise.scenario.without) == ["football-talk"]


def test_a_link_to_a_year_stands_before_the_year_that_was_left(case):
    lesson = start(DATES)
    for question in (lesson.prediction.question, lesson.again.question):
        value = {"choice": question.choices[0].id, "because": "so"}
        lesson = lesson.after({"commit": question.id, "value": value})
    lesson = lesson.after({"year": "when", "value": "1995"})
    link = coded(case, "2006", lesson.exercise.reader, lesson.exercise.on)
    found = Address(DATES, link).taken_up(kept(lesson))
    assert (found.notice, found.lesson.exercise.year) == (LINK_FIRST, 2006)


def test_a_failure_is_told_as_what_cannot_be_taken_up_is_and_logged(monkeypatch, caplog, left):
    monkeypatch.setattr(taken_up, "restored", lambda *_: 1 / 0)
    with pytest.raises(BadState, match="This cannot be taken up"):
        Address(WHOLE).taken_up(kept(left))
    assert [each.exc_info[0] for each in caplog.records if each.name == "okin"] == [
        ZeroDivisionError
    ]
