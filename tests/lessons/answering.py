"""What a learner does to see what the opinion says to an answer, and to have all open."""

from attrs import evolve

from okin_lib.lessons.check import passages_of
from okin_lib.lessons.dates_tables import LABELS
from okin_lib.lessons.library import open_lesson

BECAUSE = "So it is, as <i>I</i> read it"


def answer(lesson, question, choice):
    """The lesson with the question answered, and a passage chosen where one is asked for."""
    lesson = lesson.after({"commit": question.id, "value": {"choice": choice.id}})
    for passage in passages_of(question)[:1]:
        lesson = lesson.after({"cite": question.id, "value": {"passage": passage.page}})
    return lesson


def committed(lesson, prediction):
    """The lesson with the prediction committed, by its first choice."""
    value = {"choice": prediction.choices[0].id, "because": BECAUSE}
    return lesson.after({"commit": prediction.id, "value": value})


def predicted(lesson):
    """The lesson with each prediction made: everything in it is open."""
    for member in (lesson.prediction, lesson.again):
        if member:
            lesson = committed(lesson, member.question)
    return lesson


def dated(code=""):
    """The law on the day at a code, with everything open and every table to be asked for."""
    lesson = predicted(open_lesson("06_law_on_the_day", code))
    plan = evolve(lesson.exercise.plan, tables=tuple(LABELS))
    return evolve(lesson, exercise=lesson.exercise.but(plan=plan))
