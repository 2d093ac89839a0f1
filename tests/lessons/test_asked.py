"""What is drawn before a prediction says nothing of what is asked, and nothing of what follows."""

import re
from itertools import product
from typing import get_args

import pytest
from attrs import evolve

from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.propositions import beneath
from okin_lib.doctrine.statuses import Motion, Status
from okin_lib.lessons.asked import on_a_line, way_to
from okin_lib.lessons.library import lesson_ids, open_lesson
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.outcomes import MOTION
from okin_lib.page.words import how_it_stands
from tests.page.markup import read

ABOUT = {
    key: about
    for key in lesson_ids()
    if (about := open_lesson(key).prediction.question.about) is not None
}


@pytest.fixture(params=ABOUT)
def lesson(request):
    return open_lesson(request.param)


def found(case, party):
    return shown(case, tuple(case.claims), RECORD).findings_of(party)


def drawn(lesson):
    (figure,) = read(lesson.regions()["prediction"]).all("figure")
    return figure


def stations(lesson, place):
    return [item for item in drawn(lesson).all("li") if item.attrs.get("class") == place]


def words(case, its):
    every = product(its.values(), get_args(Status), (None, *case.record.sides))
    return {how_it_stands(case, evolve(one, status=s, lean=lean)) for one, s, lean in every}


def test_some_lesson_asks_of_a_point_on_a_line():
    assert "03_act_or_omission" in ABOUT


def test_what_is_asked_and_all_after_it_carry_no_word_of_how_they_stand(lesson):
    (asked,) = stations(lesson, "asked")
    about = ABOUT[lesson.plan.id]
    element = lesson.case.elements[about.element]
    name = element.short or element.label
    assert asked.text == f"{name} ? This is the question; what comes after it is not shown."
    assert not [item.text for item in stations(lesson, "after") if item.text]
    (end,) = stations(lesson, "end")
    assert end.text == "Does it go on?"
    for item in (asked, *stations(lesson, "after"), end):
        told = {node.attrs.get("data-s") for node in item.walk()}
        assert told == {None}
    known = " ".join(item.text for item in stations(lesson, "before"))
    for word in words(lesson.case, found(lesson.case, about.party)):
        assert word in known or not re.search(rf"\b{word}\b", drawn(lesson).text)
    assert not [motion for motion in get_args(Motion) if MOTION[motion] in drawn(lesson).text]


def test_the_drawing_is_the_same_however_the_rest_is_found(lesson):
    """It is made of what stands before the question alone."""
    about = ABOUT[lesson.plan.id]
    case, its = lesson.case, found(lesson.case, about.party)
    way = way_to(case, about.element, its)
    before = {point.slot.element.id for point in way.stops if point.place == "before"}
    within = {part for key in before for part in beneath(case.elements[key].parts, case.elements)}
    closed = {key for key, each in its.items() if each.status == "not-reached"}  # no way to it
    for status in get_args(Status):
        rest = its.keys() - before - within - closed
        assert about.element in rest
        other = {key: evolve(its[key], status=status) for key in rest}
        assert way_to(case, about.element, {**its, **other}) == way


def test_what_stands_before_it_stands_as_on_the_record(lesson):
    about = ABOUT[lesson.plan.id]
    its = found(lesson.case, about.party)
    way = way_to(lesson.case, about.element, its)
    before = [point for point in way.stops if point.place == "before"]
    assert before
    for point, item in zip(before, stations(lesson, "before"), strict=True):
        said = its[point.slot.element.id]
        assert item.text.endswith(how_it_stands(lesson.case, said))


def test_no_drawing_is_left_once_a_prediction_is_made(lesson):
    question = lesson.prediction.question
    value = {"choice": question.choices[0].id, "because": "so"}
    made = lesson.after({"commit": question.id, "value": value})
    assert not read(made.regions()["prediction"]).all("figure")


@pytest.mark.parametrize("lesson_id", [key for key in lesson_ids() if key not in ABOUT])
def test_a_prediction_about_no_point_has_no_drawing(lesson_id):
    assert not read(open_lesson(lesson_id).regions()["prediction"]).all("figure")


def test_what_is_no_element_of_a_claim_of_the_party_is_on_no_line(case):
    assert on_a_line(case, ElementId("implicit-sanction"), "douglas")
    assert not on_a_line(case, ElementId("implicit-sanction"), "village")
    assert not on_a_line(case, ElementId("unheard-of"), "douglas")
