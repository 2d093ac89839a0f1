"""A guided lesson: a prediction that opens an exercise, a self-check, an exit, the opinion."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.opinion.state import READING, Reader
from okin_lib.instruments.pivots.state import Pivots
from okin_lib.instruments.precedents.dates.state import Dates
from okin_lib.instruments.precedents.framing.state import Framing
from okin_lib.lessons import questions
from okin_lib.lessons.check import SelfCheck
from okin_lib.lessons.disputed import Disputed
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.predict import Prediction
from okin_lib.page.act import Event
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import BadEvent, Layout, Regions

SEALED = "This opens once you have committed your prediction above."

Exercise = Board | Framing | Dates | Pivots | Disputed


@frozen
class Guided:
    """A lesson of five parts: predict, the exercise, check, exit, and the opinion to turn to."""

    plan: LessonPlan
    prediction: Prediction
    exercise: Exercise
    check: SelfCheck
    reader: Reader

    @classmethod
    def of(cls, case: Case, plan: LessonPlan, code: str = "") -> "Guided":
        """Return the lesson at its start, a board at the scenario of the code."""
        return cls(
            plan,
            Prediction(case, plan.prediction),
            _exercise(case, plan, code),
            SelfCheck(case, plan.checks),
            Reader.of(case),
        )

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The five parts, each for one cell of a notebook."""
        return {
            "predict": ("opening", *self.prediction.parts["prediction"]),
            **self.exercise.parts,
            **self.check.parts,
            "exit": ("exit",),
            **self.reader.parts,
        }

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """What is switched, or ticked, beside what comes of it."""
        return {"board": "beside", "framing": "beside"}

    def regions(self) -> Regions:
        """Every region; the exercise's say only that it is closed until then."""
        plan = self.plan
        return {
            "opening": questions.opening(plan.title, plan.question, plan.goals, "opening"),
            **self.prediction.regions(),
            **(self.exercise.regions() if self.prediction.committed else self._sealed()),
            **self.check.regions(),
            "exit": questions.leaving(
                self.exercise.case, plan.exit.question, plan.exit.hints, "exit"
            ),
            **self.reader.regions(),
        }

    def after(self, event: Mapping[str, Any]) -> "Guided":
        """Return the lesson after ``event``; raise `BadEvent` if none of its parts knows it."""
        if READING & event.keys():
            return evolve(self, reader=self.reader.after(event))
        if "commit" not in event:
            if not self.prediction.committed:
                raise BadEvent("commit a prediction first: then this opens")
            return evolve(self, exercise=self.exercise.after(event))
        if Event.read(event, ("commit",)).target == self.plan.prediction.id:
            return evolve(self, prediction=self.prediction.after(event))
        return evolve(self, check=self.check.after(event))

    def _sealed(self) -> dict[str, str]:
        ((first, *others),) = self.exercise.parts.values()
        return {
            first: questions.sealed(first, SEALED),
            **{region: questions.sealed(region, "") for region in others},
            "live": live_panel("live", ""),
        }


def _exercise(case: Case, plan: LessonPlan, code: str) -> Exercise:
    if plan.board is not None:
        return Board.of(case, plan.board, code)
    if plan.framing is not None:
        return Framing.of(case, plan.framing)
    if plan.dates is not None:
        return Dates.of(case, plan.dates)
    if plan.pivots is not None:
        return Pivots.of(case, plan.pivots)
    assert plan.disputed is not None  # the file is refused without one of the five
    return Disputed(case, plan.disputed)
