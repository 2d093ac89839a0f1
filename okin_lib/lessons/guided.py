"""A guided lesson: recall, a prediction that opens an exercise, another, a check, an exit."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.opinion.state import Reader
from okin_lib.lessons import questions
from okin_lib.lessons.check import RECALL, SelfCheck
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.lessons.leave import Leaving
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.predict import AGAIN, REGION, Prediction
from okin_lib.page.acting import Acting, routed, told_apart
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import BadEvent, Layout, Parts, RegionId, Regions, region_ids

OPENING, LIVE = region_ids("opening", "live")
SEALED = "This opens once you have committed your prediction above."


@frozen
class Guided:
    """A lesson: recall, predict, the exercise, predict again, check, exit, and the opinion.

    The recall and the second prediction are not in every lesson.
    """

    plan: LessonPlan
    prediction: Prediction
    exercise: Acting
    check: SelfCheck
    leaving: Leaving
    reader: Reader
    recall: SelfCheck | None = None
    again: Prediction | None = None

    @classmethod
    def of(cls, case: Case, plan: LessonPlan, code: str = "") -> "Guided":
        """Return the lesson at its start, a board at the scenario of the code."""
        ((name, its),) = plan.exercises.items()
        lesson = cls(
            plan,
            Prediction(case, plan.prediction),
            EXERCISES[name].start(case, its, code),
            SelfCheck(case, plan.checks),
            Leaving(case, plan.exit),
            Reader.of(case),
            SelfCheck(case, plan.recall, RECALL) if plan.recall else None,
            Prediction(case, plan.again, AGAIN) if plan.again else None,
        )
        told_apart(lesson.members)
        return lesson

    @property
    def members(self) -> Mapping[str, Acting]:
        """What a learner acts on, by the field that holds it, in the order in which it is met."""
        every = {
            "recall": self.recall,
            "prediction": self.prediction,
            "exercise": self._exercise,
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
        """The members that a learner can act on now."""
        closed = () if self.prediction.committed else ("exercise", "again")
        return {name: member for name, member in self.members.items() if name not in closed}

    def resumed(self, members: Mapping[str, Any]) -> "Guided":
        """Return the lesson with these members; raise `BadEvent` if a prediction would change."""
        after = evolve(self, **members)
        for was, now in ((self.prediction, after.prediction), (self.again, after.again)):
            if was and was.committed and was != now:
                raise BadEvent("a prediction is committed here, and it stays as it is")
        return after

    @property
    def parts(self) -> Parts:
        """The parts, each for one cell of a notebook."""
        own = {key: part for member in self.members.values() for key, part in member.parts.items()}
        return {"predict" if key == REGION else key: _headed(key, its) for key, its in own.items()}

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """What is switched, ticked or moved beside what comes of it."""
        return {"board": "desk", "framing": "screen", "dates": "screen"}

    def regions(self) -> Regions:
        """Every region; of what a prediction opens, only that it is closed until then."""
        plan, shown = self.plan, dict[RegionId, str]()
        for name, member in self._shown().items():
            shown |= member.regions() if name in self.opened else _sealed(member)
        opening = questions.opening(plan.title, plan.question, plan.goals, OPENING)
        return {OPENING: opening, **shown}

    def after(self, event: Mapping[str, Any]) -> "Guided":
        """Return the lesson after ``event``; raise `BadEvent` if none of its members takes it."""
        name = routed(self.members, event)
        if name not in self.opened:
            raise BadEvent("commit a prediction first: then this opens")
        after: dict[str, Any] = {name: self.members[name].after(event)}
        return evolve(self, **after)

    @property
    def _exercise(self) -> Acting:
        """The exercise, without what would answer a prediction that is yet to be made."""
        its = self.exercise
        if self.again is None or not isinstance(its, Board):
            return its
        shut = () if self.again.committed else self.again.question.opens
        return its.but(plan=self.plan.exercises["board"].closed(shut))

    def _shown(self) -> Mapping[str, Acting]:
        """The members, the check with what was written at first."""
        check = evolve(self.check, because=self.prediction.because)
        return {**self.members, "check": check}


def _headed(part: str, regions: tuple[RegionId, ...]) -> tuple[RegionId, ...]:
    """A part's regions, below what the lesson opens with where that is the first prediction."""
    return (OPENING, *regions) if part == REGION else regions


def _sealed(member: Acting) -> Regions:
    ((first, *others),) = member.parts.values()
    closed = {
        first: questions.sealed(first, SEALED),
        **{region: questions.sealed(region, "") for region in others},
    }
    return {**closed, LIVE: live_panel(LIVE, "")} if LIVE in others else closed
