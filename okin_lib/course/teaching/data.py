"""The notes for whoever teaches: plans of a class, and for each notebook what to ask and show."""

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import get_args

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Side, Support


@frozen
class Timed:
    """What is done in a class, and for how long."""

    minutes: int
    do: str


@frozen
class ClassPlan:
    """A class of some length, minute by minute."""

    title: str
    minutes: int
    steps: tuple[Timed, ...]
    after: str = ""
    """The title of the plan that comes first, if one does."""


@frozen
class Skill:
    """What is learnt across the notebooks: where it is practised, and where assessed."""

    text: str
    practised: tuple[str, ...] = ()
    assessed: tuple[str, ...] = ()


@frozen
class ForExample:
    """What can be said for one side of an invented example."""

    side: str
    text: str


@frozen
class Note:
    """What to know and ask when one notebook is taught."""

    notebook: str
    """The id of its lesson."""
    needs: str
    """What a class knows before it."""
    project: str
    """What to show to all."""
    toggles: tuple[str, ...]
    prompts: tuple[str, ...]
    contested: tuple[Support, ...]
    """On what those who know the case differ."""
    cold_calls: tuple[str, ...]
    wrong: tuple[Support, ...] = ()
    """What else goes wrong than what readers often take to be so, with the passage against it."""
    answers: dict[Side, Support] = {}
    """The best that each side can say at the end, on a passage of its own."""
    example: tuple[ForExample, ...] = ()
    """The same, where the notebook is about an invented example."""


@frozen(eq=False)
class Teaching:
    """All that whoever teaches has."""

    about: str
    """What the notes are, and what hides them."""
    plans: tuple[ClassPlan, ...]
    during: tuple[str, ...]
    """What holds in a class of any length."""
    skills: tuple[Skill, ...]
    notes: tuple[Note, ...]

    @property
    def notebooks(self) -> tuple[str, ...]:
        """Every notebook that has a note."""
        return tuple(note.notebook for note in self.notes)

    def note_of(self, notebook: str) -> Note | None:
        """Return the note on a notebook, if there is one."""
        return next((note for note in self.notes if note.notebook == notebook), None)


def length(found: Teaching, plan: ClassPlan) -> int:
    """Return the minutes of all its steps, and of the plan before it that comes first."""
    before = takewhile(lambda each: each is not plan, found.plans)
    first = next((each for each in before if each.title == plan.after), None)
    return (length(found, first) if first else 0) + sum(step.minutes for step in plan.steps)


def _wrong(found: Teaching, _case: Case) -> Iterator[Problem]:
    yield from _plans(found)
    for name, times in Counter(found.notebooks).items():
        if times > 1:
            yield Problem(place_of(name), f"'{name}' has {times} notes: make one of them")
    for skill in found.skills:
        yield from unknown("notebook", (*skill.practised, *skill.assessed), found.notebooks)
    for note in found.notes:
        yield from _sides(note)


def _plans(found: Teaching) -> Iterator[Problem]:
    titles = [plan.title for plan in found.plans]
    for index, plan in enumerate(found.plans):
        yield from unknown("plan before it", [plan.after] if plan.after else [], titles[:index])
        if (taken := length(found, plan)) != plan.minutes:
            said = f"its steps take {taken} minutes, and it says {plan.minutes}"
            yield Problem(place_of(plan.title), f"{said}: let them be the same")


def _sides(note: Note) -> Iterator[Problem]:
    place = place_of(note.notebook)
    if not note.example and any(side not in note.answers for side in get_args(Side)):
        yield Problem(place, "a side has no answer: give one for each, or an example")
    quoted = Counter((each.page, each.quote) for each in note.answers.values())
    for (page, _), times in quoted.items():
        if times > 1:
            yield Problem(place, f"both sides quote the same words (at {page}): find others")


TEACHING = Study(
    Teaching,
    "course/teaching/data.yaml",
    _wrong,
    {"notes for whoever teaches": lambda found: len(found.notes)},
)
