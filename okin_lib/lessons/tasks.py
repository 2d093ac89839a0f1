"""What there is to do in an exercise, one thing at a time."""

from collections.abc import Sequence

from attrs import frozen

from okin_lib.lessons.lesson_file import Task
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import Parts, RegionId, Regions
from okin_lib.page.template import render

REGION = RegionId("tasks")


def _ids(tasks: "Tasks") -> list[str]:
    return [task.id for task in tasks.tasks]


@frozen
class Tasks(Acting):
    """Things to do, and the one that a learner is at."""

    keeps = ("at",)

    tasks: tuple[Task, ...]
    at: str

    @property
    def parts(self) -> Parts:
        """The one part of it."""
        return {REGION: (REGION,)}

    def regions(self) -> Regions:
        """The task that a learner is at; the others wait beside it."""
        return {REGION: render("lessons/tasks", tasks=self.tasks, at=self.at, region=REGION)}

    @step("task", "task", _ids)
    def _turn(self, act: Act) -> "Tasks":
        return self.but(at=act.target)

    def fitted(self, start: "Tasks") -> "tuple[Tasks, Sequence[str]]":
        """Return it; at its start, where there is no such task any more."""
        return (self if self.at in _ids(self) else start), ()

    def checked(self) -> "Tasks":
        """Return it; raise `BadEvent` if there is no such task."""
        known("task", self.at, _ids(self))
        return self
