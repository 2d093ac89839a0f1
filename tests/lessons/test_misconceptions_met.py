"""Each misconception is met: some question offers the answer that it leads to."""

from okin_lib.lessons.library import plans
from okin_lib.lessons.misconceptions import Misconceptions

CHOICES = [
    (plan.id, choice.misconception)
    for plan in plans()
    for question in plan.questions
    for choice in question.choices
    if choice.misconception
]


def test_each_is_met_by_a_question(case):
    met = {misconception for _, misconception in CHOICES}
    every = [each.id for each in case.study(Misconceptions).misconceptions]
    assert [each for each in every if each not in met] == []


def test_each_is_met_where_it_is_said_to_be(case):
    said = {each.id: each.notebooks for each in case.study(Misconceptions).misconceptions}
    assert [each for each in CHOICES if each[0] not in said[each[1]]] == []
