"""A self-check asks one question at a time, and the others wait as they were left."""

import pytest

from okin_lib.lessons.check import passages_of
from okin_lib.lessons.library import lesson_ids, open_lesson
from okin_lib.page.regions import BadEvent, Mistake
from tests.lessons.answering import BECAUSE, answer, committed, predicted
from tests.page.markup import read


@pytest.fixture(params=lesson_ids())
def lesson(request):
    return predicted(open_lesson(request.param))


def shown(lesson):
    return [
        part
        for part in read(lesson.regions()["check"]).all("div")
        if "stage" in (part.attrs.get("class") or "") and "hidden" not in part.attrs
    ]


def test_the_first_is_asked_at_first_and_each_says_which_of_how_many_it_is(lesson):
    questions = lesson.plan.checks
    for number, question in enumerate(questions, 1):
        at = lesson.after({"ask": question.id, "value": ""}) if number > 1 else lesson
        (asked,) = shown(at)
        assert question.question in asked.text
        assert asked.all("h3")[0].text == f"Check yourself: {number} of {len(questions)}"
        assert asked.all("h3")[0].attrs["tabindex"] == "-1"


def test_from_each_one_goes_to_the_next_and_the_one_before(lesson):
    ids = [question.id for question in lesson.plan.checks]
    for before, here, after in zip(["", *ids], ids, [*ids[1:], ""], strict=False):
        (asked,) = shown(lesson.after({"ask": here, "value": ""}))
        turns = asked.all("button", data_act="ask")
        assert [turn.attrs["data-id"] for turn in turns] == [key for key in (before, after) if key]


def test_an_answer_waits_while_another_is_asked(lesson):
    first, second, *_ = lesson.plan.checks
    answered = answer(lesson, first, first.choices[0])
    away = answered.after({"ask": second.id, "value": ""})
    assert first.choices[0].feedback not in shown(away)[0].text
    back = away.after({"ask": first.id, "value": ""})
    assert first.choices[0].feedback in shown(back)[0].text
    assert back.regions() == answered.regions()


def test_what_the_opinion_says_opens_once_a_passage_is_chosen(lesson):
    for question in lesson.plan.checks:
        for choice in question.choices:
            event = {"commit": question.id, "value": {"choice": choice.id}}
            asked = lesson.after(event)
            (stage,) = shown(asked)
            passages = passages_of(question)
            assert (choice.feedback in stage.text) == (not passages)
            for passage in passages:
                assert passage.quote in stage.text
                cited = asked.after({"cite": question.id, "value": {"passage": passage.page}})
                assert choice.feedback in shown(cited)[0].text


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_readers_are_said_to_differ_only_where_no_answer_is_marked(lesson_id):
    fresh, own = open_lesson(lesson_id), predicted(open_lesson(lesson_id))
    for region, questions in (("recall", fresh.plan.recall), ("check", fresh.plan.checks)):
        for question in questions:
            for passage in passages_of(question):
                to = {"commit": question.id, "value": {"choice": question.choices[0].id}}
                cite = {"cite": question.id, "value": {"passage": passage.page}}
                said = read(own.after(to).after(cite).regions()[region]).text
                assert ("Readers differ here" in said) == (not question.answer), question.id
                if question.answer and passage.page == question.decided_by.page:
                    assert (
                        f"You chose {passage.page}: on this question this model does too." in said
                    )


def test_a_passage_is_chosen_for_an_answer_and_from_those_shown(lesson):
    question = next(each for each in lesson.plan.checks if passages_of(each))
    cite = {"cite": question.id, "value": {"passage": passages_of(question)[0].page}}
    with pytest.raises(Mistake, match="answer the question first"):
        lesson.after(cite)
    answered = lesson.after({"commit": question.id, "value": {"choice": question.choices[0].id}})
    with pytest.raises(BadEvent, match="unknown passage"):
        answered.after({"cite": question.id, "value": {"passage": "415"}})


def test_what_was_written_at_first_comes_back(lesson):
    question = lesson.plan.checks[0]
    (stage,) = shown(answer(lesson, question, question.choices[0]))
    assert BECAUSE in stage.text


def test_none_is_asked_or_answered_until_each_prediction_is_made(lesson):
    first, *others = lesson.plan.checks
    at_first = open_lesson(lesson.plan.id)
    for lesson in (at_first, committed(at_first, at_first.plan.prediction)):
        checks = read(lesson.regions()["check"]).text
        assert not any(each.question in checks for each in (first, *others))
        with pytest.raises(BadEvent, match="commit a prediction first"):
            answer(lesson, first, first.choices[0])


def test_a_question_that_is_not_there_is_not_asked(lesson):
    with pytest.raises(BadEvent, match="unknown question"):
        lesson.after({"ask": "elephant", "value": ""})
