"""No question gives its answer away by where it stands, how long it is, or what it says."""

import re
from collections import Counter

import pytest

from okin_lib.lessons.library import plans

PLANS = plans()
PREDICTIONS = [each for plan in PLANS for each in (plan.prediction, plan.again) if each]
OTHERS = [each for plan in PLANS for each in plan.questions if each not in PREDICTIONS]
KINDS = {
    "recall": [each for plan in PLANS for each in plan.recall],
    "prediction": [plan.prediction for plan in PLANS if plan.prediction],
    "named": [plan.named for plan in PLANS if plan.named],
    "again": [plan.again for plan in PLANS if plan.again],
    "checks": [each for plan in PLANS for each in plan.checks],
}
MOST, LEAST = 0.45, 0.15
"""So much of the answers stand in one place, at the most and at the least."""
LONGER, FAR = 2.5, 1.3
UNDECIDED = re.compile(
    r"(?:not|n't) (?:decide|settle|say)|^open\b|undecided|(?:leave|turn)s? open", re.I
)

by_question = pytest.mark.parametrize(
    "question", [*PREDICTIONS, *OTHERS], ids=lambda question: question.id
)


def place(question):
    return [choice.id for choice in question.choices].index(question.answer)


def others(question):
    return [choice for choice in question.choices if choice.id != question.answer]


def is_longest(question):
    label = question.answers[question.answer].label
    return all(len(label) > len(choice.label) for choice in others(question))


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


@pytest.mark.parametrize("kind", KINDS)
def test_of_each_kind_the_answer_stands_in_every_place_and_in_none_too_often(kind):
    places = Counter(place(each) for each in KINDS[kind] if each.answer)
    assert max(places.values()) <= MOST * places.total()
    assert min(places[each] for each in range(3)) >= LEAST * places.total()


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_in_no_lesson_is_the_answer_mostly_the_longest_option(plan):
    answered = [each for each in plan.questions if each.answer]
    assert 2 * sum(map(is_longest, answered)) <= len(answered)


@by_question
def test_no_answer_is_far_longer_than_each_other_option(question):
    if question.answer:
        *_, longest = sorted(len(each.label) for each in others(question))
        assert len(question.answers[question.answer].label) <= FAR * longest


def test_that_it_is_not_decided_is_right_at_most_a_third_of_the_time_and_wrong_as_often():
    right = [p.id for p in PREDICTIONS if p.answer and says_undecided(p.answers[p.answer])]
    offered = [p.id for p in PREDICTIONS if any(map(says_undecided, p.choices))]
    assert 3 * len(right) <= len(PREDICTIONS)
    assert len(offered) >= 2 * len(right)


def test_half_of_the_predictions_tempt():
    tempting = [p.id for p in PREDICTIONS if any(choice.misconception for choice in p.choices)]
    assert 2 * len(tempting) >= len(PREDICTIONS)
