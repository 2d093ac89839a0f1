"""The notes for whoever teaches a lesson: on its page, where asked for, and in a window apart."""

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.course.teaching import view
from okin_lib.course.teaching.data import Note, Teaching
from okin_lib.course.teaching.view import Pitfall
from okin_lib.doctrine.case import Case
from okin_lib.files.link_code import encode
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import plans
from okin_lib.lessons.misconceptions import Misconception, Misconceptions
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import RegionId
from okin_lib.page.template import render
from okin_lib.reasoning.scenario import scenario

REGION = RegionId("teaching")


@frozen
class Notes:
    """What a window apart shows of a lesson."""

    title: str
    question: str
    about: str
    note: Markup
    plans: Markup


def with_notes(lesson: Guided | Whole, apart: str) -> Guided | Whole:
    """Return the lesson with the notes before all else; as it is, if there are none on it.

    Parameters
    ----------
    apart
        The address of the notes in a window of their own.
    """
    case = load_case()
    teaching, plan = case.study(Teaching), lesson.plan
    its = teaching.note_of(plan.id)
    if its is None:
        return lesson
    shown = render(
        "course/teaching/region",
        region=REGION,
        title=plan.title,
        about=teaching.about,
        apart=apart,
        plans=view.plans(case, 3),
        note=note_of(case, its, 3, shown=False),
    )
    return evolve(lesson, taught={REGION: shown})


def note_of(case: Case, its: Note, level: int, shown: bool) -> Markup:
    """Return a note with the pitfalls of its notebook, as `view.note` does."""
    every = case.study(Misconceptions).misconceptions
    met = [_pitfall(case, each) for each in every if its.notebook in each.notebooks]
    return view.note(case, its, met, level, shown)


def _pitfall(case: Case, its: Misconception) -> Pitfall:
    by = its.shown_by
    if by is None:
        return Pitfall(its.says, its.rests_on, act=its.act)
    supposed = scenario(case, by.without, by.added, by.readings, by.year)
    return Pitfall(its.says, its.rests_on, code=encode(case, supposed))


def notes(lesson_id: str) -> Notes | None:
    """Return the notes on a lesson, all open; None if there are none of that id."""
    case = load_case()
    teaching = case.study(Teaching)
    its = teaching.note_of(lesson_id)
    plan = next((each for each in plans() if each.id == lesson_id), None)
    if its is None or plan is None:
        return None
    note = note_of(case, its, 2, shown=True)
    return Notes(plan.title, plan.question, teaching.about, note, view.plans(case, 3))
