"""No question gives its answer away by where it stands, how long it is, or what it says."""

import re
from collections import Counter

import pytest

from okin_lib.lessons.library import lesson_ids, open_lesson

PLANS = [open_lesson(lesson_id).plan for lesson_id in lesson_ids()]
PREDICTIONS = [each for plan in PLANS for each in (plan.prediction, plan.again) if each]
OTHERS = [each for plan in PLANS for each in plan.questions if each not in PREDICTIONS]
MOST = 0.4
"""So much of the answers stand in one place, at the most."""
LONGER = 2.5
UNDECIDED = re.compile(r"(?:not|n't) (?:decide|settle|say)|^open\b|undecided|leaves? open", re.I)

by_question = pytest.mark.parametrize(
    "question", [*PREDICTIONS, *OTHERS], ids=lambda question: question.id
)


def place(question):
    return [choice.id for choice in question.choices].index(question.answer)


def says_undecided(choice):
    return bool(UNDECIDED.search(choice.label))


@by_question
def test_there_are_three_or_four_options_of_like_length(question):
    lengths = [len(choice.label) for choice in question.choices]
    assert len(lengths) in (3, 4)
    assert max(lengths) <= LONGER * min(lengths)


@by_question
def test_what_is_answered_is_led_to_by_no_misconception(question):
    assert not question.answer or not question.answers[question.answer].misconception


def test_each_prediction_has_an_answer():
    assert [each.id for each in PREDICTIONS if not each.answer] == []


@pytest.mark.parametrize("asked", [PREDICTIONS, OTHERS], ids=["predictions", "others"])
def test_the_answer_stands_in_no_place_too_often(asked):
    places = Counter(place(each) for each in asked if each.answer)
    assert max(places.values()) <= MOST * places.total()


def test_the_answer_is_not_the_longest_option_too_often():
    answered = [each for each in (*PREDICTIONS, *OTHERS) if each.answer]
    longest = [max(each.choices, key=lambda choice: len(choice.label)) for each in answered]
    right = sum(each.answer == choice.id for each, choice in zip(answered, longest, strict=True))
    assert right <= len(answered) / 2


def test_that_it_is_not_decided_is_right_at_most_a_third_of_the_time_and_wrong_as_often():
    right = [p.id for p in PREDICTIONS if p.answer and says_undecided(p.answers[p.answer])]
    offered = [p.id for p in PREDICTIONS if any(map(says_undecided, p.choices))]
    assert 3 * len(right) <= len(PREDICTIONS)
    assert len(offered) >= 2 * len(right)


def test_half_of_the_predictions_tempt():
    tempting = [p.id for p in PREDICTIONS if any(choice.misconception for choice in p.choices)]
    assert 2 * len(tempting) >= len(PREDICTIONS)
