"""A guided lesson: a prediction that opens an exercise, a self-check, an exit, the opinion."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.state import Reader
from okin_lib.lessons import questions
from okin_lib.lessons.check import SelfCheck
from okin_lib.lessons.instruments import EXERCISES
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.predict import Prediction
from okin_lib.page.acting import Acting, routed, told_apart
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import BadEvent, Layout, Parts, Regions, region_ids

OPENING, LIVE, EXIT = region_ids("opening", "live", "exit")
SEALED = "This opens once you have committed your prediction above."


@frozen
class Guided:
    """A lesson of five parts: predict, the exercise, check, exit, and the opinion to turn to."""

    plan: LessonPlan
    prediction: Prediction
    exercise: Acting
    check: SelfCheck
    reader: Reader

    @classmethod
    def of(cls, case: Case, plan: LessonPlan, code: str = "") -> "Guided":
        """Return the lesson at its start, a board at the scenario of the code."""
        ((name, its),) = plan.exercises.items()
        lesson = cls(
            plan,
            Prediction(case, plan.prediction),
            EXERCISES[name].start(case, its, code),
            SelfCheck(case, plan.checks),
            Reader.of(case),
        )
        told_apart(lesson.members)
        return lesson

    @property
    def members(self) -> Mapping[str, Acting]:
        """What a learner acts on, by the field that holds it."""
        return {
            "prediction": self.prediction,
            "exercise": self.exercise,
            "check": self.check,
            "reader": self.reader,
        }

    @property
    def case(self) -> Case:
        """What it is about."""
        return self.reader.case

    @property
    def opened(self) -> Mapping[str, Acting]:
        """The members that a learner can act on now."""
        closed = () if self.prediction.committed else ("exercise",)
        return {name: member for name, member in self.members.items() if name not in closed}

    def resumed(self, members: Mapping[str, Any]) -> "Guided":
        """Return the lesson with these members; raise `BadEvent` if a prediction would change."""
        after = evolve(self, **members)
        if self.prediction.committed and after.prediction != self.prediction:
            raise BadEvent("a prediction is committed here, and it stays as it is")
        return after

    @property
    def parts(self) -> Parts:
        """The five parts, each for one cell of a notebook."""
        return {
            "predict": (OPENING, *self.prediction.parts["prediction"]),
            **self.exercise.parts,
            **self.check.parts,
            "exit": (EXIT,),
            **self.reader.parts,
        }

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """What is switched, ticked or moved beside what comes of it."""
        return {"board": "desk", "framing": "screen", "dates": "screen"}

    def regions(self) -> Regions:
        """Every region; the exercise's say only that it is closed until then."""
        plan = self.plan
        return {
            OPENING: questions.opening(plan.title, plan.question, plan.goals, OPENING),
            **self.prediction.regions(),
            **(self.exercise.regions() if self.prediction.committed else self._sealed()),
            **self.check.regions(),
            EXIT: questions.leaving(self.case, plan.exit, EXIT),
            **self.reader.regions(),
        }

    def after(self, event: Mapping[str, Any]) -> "Guided":
        """Return the lesson after ``event``; raise `BadEvent` if none of its members takes it."""
        name = routed(self.members, event)
        if name == "exercise" and not self.prediction.committed:
            raise BadEvent("commit a prediction first: then this opens")
        after: dict[str, Any] = {name: self.members[name].after(event)}
        return evolve(self, **after)

    def _sealed(self) -> Regions:
        ((first, *others),) = self.exercise.parts.values()
        return {
            first: questions.sealed(first, SEALED),
            **{region: questions.sealed(region, "") for region in others},
            LIVE: live_panel(LIVE, ""),
        }
