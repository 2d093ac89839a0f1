"""A guided lesson: a prediction opens an exercise, of which a learner then gives account."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.files.link_code import encode
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.opinion.state import PANE, Reader
from okin_lib.lessons import predict, questions
from okin_lib.lessons.check import Naming, SelfCheck
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.lessons.leave import Leaving
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.look import Looking, tabs_of
from okin_lib.lessons.members import (
    WORDS,
    asking,
    refuse_another_prediction,
    reminded,
    to_be_made,
    unaided,
    words,
)
from okin_lib.lessons.predict import Prediction
from okin_lib.lessons.receipts import making
from okin_lib.lessons.tasks import REGION as TASKS
from okin_lib.lessons.tasks import Tasks
from okin_lib.page.acting import Acting, files_of, routed, told_apart
from okin_lib.page.changes import live_panel
from okin_lib.page.download import Files
from okin_lib.page.on_demand import OnDemand, makers_of, together
from okin_lib.page.regions import (
    BadEvent,
    Layout,
    Parts,
    Regions,
    begun_with,
    region_ids,
)

OPENING, LIVE = region_ids("opening", "live")
SEALED = "This opens once you have committed your {} above."
AT_ANY_TIME = ("leaving", "reader")
"""What no prediction closes."""


@frozen
class Guided:
    """A lesson: what a learner meets in it, and the opinion; what is None it does not have."""

    plan: LessonPlan
    prediction: Prediction
    exercise: Acting
    check: SelfCheck
    leaving: Leaving
    reader: Reader
    recall: SelfCheck | None = None
    again: Prediction | None = None
    tasks: Tasks | None = None
    looks: Looking | None = None
    named: Naming | None = None
    taught: Regions = {}
    """What stands before all else for whoever teaches, where that is asked for."""

    @classmethod
    def of(cls, case: Case, plan: LessonPlan, code: str = "") -> "Guided":
        """Return the lesson at its start, a board at the scenario of the code."""
        ((name, its),) = plan.exercises.items()
        exercise, looks = EXERCISES[name].start(case, its, code), _looks(case, plan)
        asks = asking(case, plan, predict.OPENING)
        lesson = cls(plan, exercise=exercise, looks=looks, reader=Reader.of(case), **asks)
        told_apart(lesson.members)
        return lesson._as_open()

    @property
    def members(self) -> Mapping[str, Acting]:
        """What a learner acts on, by the field that holds it, in the order in which it is met."""
        every = {
            "recall": self.recall,
            "prediction": self.prediction,
            "tasks": self.tasks,
            "exercise": self.exercise,
            "looks": self.looks,
            "named": self.named,
            "again": self.again,
            "check": self.check,
            "leaving": self.leaving,
            "reader": self.reader,
        }
        return {name: member for name, member in every.items() if member is not None}

    @property
    def case(self) -> Case:
        """What it is about."""
        return self.reader.case

    @property
    def opened(self) -> Mapping[str, Acting]:
        """The members that a learner can act on now: as far as the first prediction to be made."""
        members, last = self.members, to_be_made(self.members)
        if not last:
            return members
        names = [*members]
        reached = (*names[: names.index(last) + 1], *AT_ANY_TIME)
        return {name: members[name] for name in reached}

    def resumed(self, members: Mapping[str, Any]) -> "Guided":
        """Return the lesson with these members; raise `BadEvent` if a prediction would change."""
        after = evolve(self, **members)
        refuse_another_prediction(self.members, after.members)
        return after._as_open()

    @property
    def parts(self) -> Parts:
        """The parts, each for one cell of a notebook."""
        own = {key: part for each in self.members.values() for key, part in each.parts.items()}
        own["predict"] = (OPENING, *own["predict"])
        for exercise in self.exercise.parts if self.tasks else ():
            own[exercise] = (*own.pop(TASKS), *own[exercise])
        own[PANE] = (*own[PANE], WORDS)
        return begun_with(self.taught, own)

    @property
    def embedded(self) -> Collection[str]:
        """The parts that stand in a page of another site: what opens the exercise, and that."""
        return {"predict", *self.exercise.parts, PANE}

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """What is switched, ticked or moved beside what comes of it."""
        return {"board": "desk", "framing": "screen", "dates": "screen"}

    @property
    def files(self) -> Files:
        """The receipt, and the files of the members that are open."""
        opened, its = self.opened.values(), self.exercise
        scenario = encode(self.case, its.in_a_code) if isinstance(its, Board) else ""
        receipt = making.files(self.plan, self.case.record.law, opened, scenario)
        return {**receipt, **files_of(opened)}

    def regions(self) -> Regions:
        """Every region; of what a prediction opens, only that it is closed until then."""
        plan, opened = self.plan, self.opened
        opening = (self.case, plan.title, plan.question, plan.goals, OPENING)
        makers = {**together(self.taught, lambda: self.taught)}
        makers[OPENING] = partial(questions.opening, *opening)
        awaited = "second prediction" if self.prediction.committed else "prediction"
        for name, member in reminded(unaided(self.members)).items():
            sealed = partial(_sealed, member, awaited if name != "tasks" else "")
            makers |= makers_of(member, member.regions if name in opened else sealed)
        closed = frozenset(self.members.keys() - opened.keys())
        return OnDemand({**makers, WORDS: partial(words, self.case, plan, closed)})

    def after(self, event: Mapping[str, Any]) -> "Guided":
        """Return the lesson after ``event``; raise `BadEvent` if none of its members takes it."""
        name = routed(self.members, event)
        if name not in self.opened:
            raise BadEvent("commit a prediction first: then this opens")
        after: dict[str, Any] = {name: self.members[name].after(event)}
        lesson = evolve(self, **after)
        return lesson._as_open() if name in ("exercise", "again") else lesson

    def _as_open(self) -> "Guided":
        """The lesson, without what would answer a prediction that is yet to be made.

        What stands beside a board is of what is supposed on it.
        """
        shut = self.again.question.opens if self.again and not self.again.committed else ()
        ((name, given),) = self.plan.exercises.items()
        its = EXERCISES[name].closed(self.exercise, given, shut)
        looks = self.looks and isinstance(its, Board) and self.looks.seen(its.case, its.scenario)
        return evolve(self, exercise=its, looks=looks or self.looks)


def _looks(case: Case, plan: LessonPlan) -> Looking | None:
    if plan.looks is None:
        return None
    board = plan.exercises.get("board")
    claims = tuple(case.claims) if board is None else board.claims
    tabs = tabs_of(plan.looks.show)
    its = plan.looks
    return Looking.of(case, claims, its.compared, tabs, its.chosen | its.given, [*its.given])


def _sealed(member: Acting, awaited: str) -> Regions:
    ((first, *others),) = member.parts.values()
    closed = {
        first: questions.sealed(first, SEALED.format(awaited) if awaited else ""),
        **{region: questions.sealed(region, "") for region in others},
    }
    return {**closed, LIVE: live_panel(LIVE, "")} if LIVE in others else closed
