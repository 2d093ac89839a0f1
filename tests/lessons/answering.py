"""What a learner does to see what the opinion says to an answer."""

from okin_lib.lessons.check import passages_of


def answer(lesson, question, choice):
    """The lesson with the question answered, and a passage chosen where one is asked for."""
    lesson = lesson.after({"commit": question.id, "value": {"choice": choice.id}})
    for passage in passages_of(question)[:1]:
        lesson = lesson.after({"cite": question.id, "value": {"passage": passage.page}})
    return lesson
