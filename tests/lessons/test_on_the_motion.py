"""What the first lessons answer of evidence on the motion is what the model makes of it."""

from okin_lib.lessons.library import open_lesson
from okin_lib.reasoning.lens import lens
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import scenario
from tests.lessons.answering import committed


def test_of_her_two_answers_the_denied_one_alone_is_set_aside(case):
    presence = pose(case, scenario(case)).presence
    assert presence["okin-would-not-sign"] == "set-aside"
    assert presence["okin-declined-to-sign"] == "on"
    assert open_lesson("02_triable_is_not_proven").plan.again.answer == "second-only"


def test_what_varies_need_not_turn_and_what_turns_need_not_vary(case):
    stands = {each.dispute.id: each.overall for each in lens(case, scenario(case)).matters}
    assert stands["weber-on-new-year"] == "varies"
    assert stands["admission"] == "turns"


def test_whose_version_is_assumed_opens_with_the_second_prediction():
    lesson = open_lesson("02_triable_is_not_proven")
    before = committed(lesson, lesson.plan.prediction)
    assert "version" not in before.exercise.plan.readings
    after = committed(before, lesson.plan.again)
    assert "version" in after.exercise.plan.readings


def test_the_words_to_williams_come_through_okin_to_a_report(case):
    source = case.facts["sears-told-williams"].source
    assert source.told_through == ("Sears", "Okin")
    assert (source.written_by, source.form) == ("Douglas", "report")
    assert open_lesson("01_read_the_record").plan.prediction.answer == "douglas-wrote"
