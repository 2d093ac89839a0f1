"""The guided lesson: predict, commit, reveal; check oneself; leave with a question."""

import re

import pytest

from okin_lib.files.link_code import encode
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import lesson_ids, open_lesson
from okin_lib.page.regions import BadEvent, changed
from okin_lib.reasoning.scenario import UnknownName
from tests.lessons.answering import answer, committed, predicted
from tests.page.markup import ids, pages, read, unlabelled

COMMIT = {
    "commit": "without-football",
    "value": {"choice": "undecided", "because": "one record was decided"},
}
FOOTBALL_OFF = {"toggle": "football-talk", "value": False}
HOSTILE = """<script>alert(1)</script>" onfocus="alert(2)"""


@pytest.fixture
def lesson():
    return open_lesson("03_act_or_omission")


def test_there_is_the_lesson():
    assert "03_act_or_omission" in lesson_ids()


def test_another_is_refused_with_the_nearest():
    with pytest.raises(UnknownName, match="03_act_or_omission"):
        open_lesson("act-of-omission")


def test_its_parts_are_those_of_the_notebook(lesson):
    assert list(lesson.parts) == [
        *("recall", "predict", "board", "looks", "named", "again", "check", "exit", "opinion")
    ]
    assert {key for part in lesson.parts.values() for key in part} == set(lesson.regions())


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_no_region_stands_in_two_parts(lesson_id):
    regions = [region for part in open_lesson(lesson_id).parts.values() for region in part]
    assert len(set(regions)) == len(regions)


def test_before_the_prediction_the_board_shows_nothing(lesson):
    shown = [read(lesson.regions()[key]).text for key in lesson.parts["board"]]
    assert [text for text in shown if text] == [
        "This opens once you have committed your prediction above."
    ]
    with pytest.raises(BadEvent, match="prediction first"):
        lesson.after(FOOTBALL_OFF)


def test_a_code_opens_no_board_before_the_prediction_and_one_after(lesson):
    off = lesson.after(COMMIT).after(FOOTBALL_OFF)
    entered = {"code": "board", "value": {"code": encode(off.case, off.exercise.scenario)}}
    with pytest.raises(BadEvent, match="prediction first"):
        lesson.after(entered)
    assert lesson.after(COMMIT).after(entered).regions() == off.regions()


def test_the_board_opens_on_commit(lesson):
    opened = lesson.after(COMMIT)
    news = changed(lesson.regions(), opened.regions())
    opened_by_it = {"named", "again", "words", *lesson.parts["board"], *lesson.parts["looks"]}
    assert set(news) == {"prediction", "check", *opened_by_it}
    waits = "This opens once you have committed your second prediction above."
    assert read(news["check"]).text == waits
    assert "football-talk" in news["facts"]
    assert "open" in opened.after(FOOTBALL_OFF).regions()["live"]


def test_a_prediction_is_locked(lesson):
    opened = lesson.after(COMMIT)
    with pytest.raises(BadEvent, match="committed"):
        opened.after({**COMMIT, "value": {"choice": "fails", "because": "I changed my mind"}})
    html = opened.after(FOOTBALL_OFF).regions()["prediction"]
    assert "one record was decided" in html
    assert "<form" not in html


def test_what_the_opinion_says_comes_after_the_commit_when_it_is_asked_for(lesson):
    assert "blockquote" not in lesson.regions()["prediction"]
    committed = lesson.after(COMMIT)
    assert "blockquote" not in committed.regions()["prediction"]
    assert "blockquote" in committed.after({"unfold": "prediction"}).regions()["prediction"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (None, "choice|because"),
        ("undecided", "choice|because"),
        ({}, "choice|because"),
        ({"choice": "undecided"}, "because"),
        ({"choice": "undecided", "because": "   "}, "because"),
        ({"choice": "undecided", "because": 3}, "because"),
        ({"because": "so"}, "choice"),
        ({"choice": "undecidet", "because": "so"}, "undecided"),
        ({"choice": "undecided", "because": "so " * 200}, "longer"),
    ],
)
def test_a_prediction_needs_a_choice_and_a_reason(lesson, value, names):
    with pytest.raises(BadEvent, match=names):
        lesson.after({"commit": "without-football", "value": value})


def test_a_hostile_reason_is_text(lesson):
    event = {"commit": "without-football", "value": {"choice": "fails", "because": HOSTILE}}
    html = lesson.after(event).regions()["prediction"]
    assert "<script" not in html
    assert HOSTILE in read(html).text


def test_self_check_answers_with_reason_quotation_and_page(lesson):
    lesson = predicted(lesson)
    for question in lesson.plan.checks:
        for choice in question.choices:
            (root,) = read(answer(lesson, question, choice).regions()["check"]).all(
                "div", id=f"check-{question.id}"
            )
            assert "hidden" not in root.attrs
            assert choice.feedback in root.text
            assert len(root.all("blockquote")) == len(choice.because) > 0
            assert all(cite.text.startswith("4") for cite in root.all("cite"))


def test_an_answer_can_be_changed_and_leaves_the_rest(lesson):
    lesson = predicted(lesson)
    first, *_ = lesson.plan.checks
    one, two, *_ = first.choices
    once = lesson.after({"commit": first.id, "value": {"choice": one.id}})
    twice = once.after({"commit": first.id, "value": {"choice": two.id}})
    assert set(changed(once.regions(), twice.regions())) == {"check"}
    (chosen,) = [n for n in read(twice.regions()["check"]).all("input") if "checked" in n.attrs]
    assert chosen.attrs["value"] == two.id


def test_there_are_three_questions_and_no_scores(lesson):
    assert len(lesson.plan.checks) == 3
    said = " ".join(
        choice.feedback.lower() for question in lesson.plan.checks for choice in question.choices
    )
    for word in ("correct", "wrong", "incorrect", "score", "points"):
        assert word not in said


@pytest.mark.parametrize(
    "event",
    [
        {"commit": "omision", "value": {"choice": "never"}},
        {"commit": "omission", "value": {"choice": "nevr"}},
        {"commit": "omission", "value": None},
        {"commit": "omission", "toggle": "football-talk"},
        {"commit": 3},
    ],
)
def test_what_is_not_an_answer_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


@pytest.mark.parametrize("events", [(), (COMMIT,), (COMMIT, FOOTBALL_OFF)])
def test_markup_is_sound_and_every_control_is_labelled(lesson, events):
    for event in events:
        lesson = lesson.after(event)
    root = pages(lesson.regions(), lesson.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
    assert all(node.attrs.get("id") for node in root.all("details"))


AGAIN = {
    "commit": "nothing-reached-him",
    "value": {"choice": "too-many", "because": "there are so many"},
}
UNKNOWN = {"suppose": "omissions-unknown", "value": ""}


def test_a_second_prediction_waits_for_the_first_and_stays_once_made(lesson):
    assert "form" not in lesson.regions()["again"]
    with pytest.raises(BadEvent, match="commit a prediction first"):
        lesson.after(AGAIN)
    made = lesson.after(COMMIT).after(AGAIN)
    assert "there are so many" in made.regions()["again"]
    with pytest.raises(BadEvent, match="stays as it is"):
        made.after(AGAIN)


def test_what_would_answer_it_opens_once_it_is_made(lesson):
    before = lesson.after(COMMIT)
    assert "omissions-unknown" not in "".join(before.regions().values())
    with pytest.raises(BadEvent, match="unknown supposition"):
        before.after(UNKNOWN)
    with pytest.raises(BadEvent, match="unknown fact"):
        before.after({"toggle": "nothing-reached-sears", "value": True})
    made = before.after(AGAIN)
    assert "omissions-unknown" in made.regions()["bar"]
    assert "nothing of them known to Sears" in made.after(UNKNOWN).regions()["live"]


def test_a_fact_of_the_record_is_not_switched_before_either_also_among_all_facts():
    lesson = open_lesson("01_read_the_record")
    plan = lesson.plan
    board = committed(lesson, plan.prediction).after({"every": "facts"})
    before = board.after({"unfold": "stabbing-call"})
    switch = {"toggle": "feet-shown", "value": False}
    assert "feet-shown" not in before.regions()["facts-stabbing-call"]
    with pytest.raises(BadEvent, match="unknown fact"):
        before.after(switch)
    made = committed(before, plan.again)
    assert "feet-shown" in made.regions()["facts-stabbing-call"]
    assert "feet-shown" in made.after(switch).exercise.scenario.without


def test_what_was_learnt_is_recalled_without_a_passage_to_choose():
    lesson = open_lesson("05_framing_the_right")
    assert next(iter(lesson.parts)) == "recall"
    question = lesson.plan.recall[0]
    answered = answer(lesson, question, question.choices[1])
    assert question.choices[1].feedback in read(answered.regions()["recall"]).text
    assert changed(lesson.regions(), answered.regions()).keys() == {"recall"}


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_what_stands_before_a_prediction_does_not_answer_it(lesson_id):
    plan = open_lesson(lesson_id).plan
    told = [plan.title, plan.question, plan.outcome, *plan.goals]
    assert not [text for text in told if re.search("not decide|undecided|leaves? open", text)]


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_of_what_a_lesson_gives_nothing_else_can_be_chosen(lesson_id):
    lesson = predicted(open_lesson(lesson_id))
    if lesson.looks is None:
        return
    for key, value in lesson.plan.looks.given.items():
        every = {option for option, _ in LOOKS[key].asks[0].options(lesson.case, ())}
        assert value in every
        for other in every - {value}:
            with pytest.raises(BadEvent):
                lesson.after({"choose": key, "value": other})


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_the_words_of_a_question_are_explained_once_it_is_open(lesson_id):
    """Else which words a lesson explains would tell what its closed questions are about."""

    def explained(lesson):
        return {each.attrs["id"] for each in read(lesson.regions()["words"]).all("div")}

    at_first = open_lesson(lesson_id)
    for lesson in (at_first, predicted(at_first)):
        shown = map(read, lesson.regions().values())
        opens = {each for page in shown for each in page.all("button", **{"class": "term"})}
        assert {each.attrs["popovertarget"] for each in opens} <= explained(lesson)
    assert explained(at_first) <= explained(predicted(at_first))


def test_some_lesson_explains_more_once_all_is_open():
    every = [open_lesson(lesson_id) for lesson_id in lesson_ids()]
    assert any(
        len(each.regions()["words"]) < len(predicted(each).regions()["words"]) for each in every
    )


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_what_an_answer_at_the_end_can_draw_on_waits_for_the_last_prediction(lesson_id):
    lesson = open_lesson(lesson_id)
    if not isinstance(lesson, Guided):
        return
    assert "exit-hints" not in lesson.regions()["exit"]
    assert "exit-hints" in predicted(lesson).regions()["exit"]
