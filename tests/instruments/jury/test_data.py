"""The questions for a jury: of every element that is none of others, each in words that hold."""

import pytest

from okin_lib.instruments.jury.data import JURY, Remand
from tests.doctrine.study import refused


def test_every_element_of_fact_without_a_question_is_made_of_others(case):
    made = {"violation", "unequal-protection", "predicate", "training"}
    asked_of = {question.element for question in case.study(Remand).questions}
    facts = {element.id for element in case.doctrine.elements if element.kind == "fact"}
    assert facts - asked_of == made


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("element: awareness", "element: awarenes", "did you mean 'awareness'?"),
        ("element: awareness", "element: immunity", "for the court"),
        ("element: awareness", "element: disregard", "asked twice"),
        ("Did {party} know", "Did he know", "does not name its party"),
        ("Did {party} know", "Did {officer} know", "does not name its party"),
        ("Did {party} know", "Did {party know", "does not name its party"),
        ("Did {party} know", "Did {party.id} know", "does not name its party"),
        ("counts for {party}, and what", "counts, and what", "not name its party"),
        ("roles: [municipality]", "roles: [town]", "must be one of"),
        ("a willful disregard", "the willful disregard", "432"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(JURY, case, tmp_path, old, new)


def test_the_ladder_of_culpability_has_its_rungs_in_order(case):
    said = [rung.text.partition(":")[0] for rung in case.study(Remand).ladder]
    assert said == [
        "Harm intended",
        "Harm by recklessness",
        "Of these officers, who had time to deliberate",
        "Harm by negligence",
    ]
    assert {rung.page for rung in case.study(Remand).ladder} == {"431", "432"}
