"""The lesson on what came of the decision: it closes nothing, for nothing in it answers."""

import pytest

from okin_lib.lessons.library import open_lesson
from tests.lessons.answering import committed
from tests.page.markup import read


@pytest.fixture
def lesson():
    lesson = open_lesson("09_then_and_since")
    return committed(lesson, lesson.plan.prediction)


def test_nothing_is_said_to_have_opened_where_nothing_was_closed(lesson):
    made = read(committed(lesson, lesson.plan.again).regions()["again"]).text
    assert "is open now" not in made
    assert "what each side would quote" in made


def test_a_card_of_later_law_says_that_nobody_has_verified_it(lesson):
    asked = lesson.after({"show": "later"})
    cards = read(asked.regions()["later"]).all("article")
    assert cards
    assert all("Not verified" in card.text for card in cards)


def test_the_last_of_the_years_can_be_chosen(lesson):
    moved = lesson.after({"year": "when", "value": "2012"})
    assert "For conduct in 2012" in read(moved.regions()["live"]).text
