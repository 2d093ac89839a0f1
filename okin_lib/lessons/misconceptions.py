"""What readers often take to be so and is not, each with what shows it."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.lessons import demonstration
from okin_lib.lessons.demonstration import Demonstration
from okin_lib.record.checks import misnamed
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support


@frozen
class Misconception:
    """What is taken to be so, in a reader's words, and the passage that it runs into."""

    id: str
    says: str
    notebooks: tuple[str, ...]
    """The ids of the lessons that meet it."""
    rests_on: Support
    shown_by: Demonstration | None = None
    """What is switched to show it, and what is then found."""
    act: str = ""
    """What to do to see it, where nothing that is switched shows it."""


@frozen(eq=False)
class Misconceptions:
    """All of them, in the order in which the notebooks meet them."""

    misconceptions: tuple[Misconception, ...]

    @property
    def notebooks(self) -> tuple[str, ...]:
        """Every notebook that is named."""
        return tuple(name for each in self.misconceptions for name in each.notebooks)


def _wrong(found: Misconceptions, case: Case) -> Iterator[Problem]:
    yield from misnamed("misconception", [each.id for each in found.misconceptions])
    for each in found.misconceptions:
        if (each.shown_by is None) != bool(each.act):
            remedy = "give either shown_by or act"
            yield Problem(place_of(each.id), f"what shows '{each.id}'? {remedy}")
        if each.shown_by:
            yield from demonstration.wrong(each.shown_by, case)


MISCONCEPTIONS = Study(
    Misconceptions,
    "lessons/course/misconceptions.yaml",
    _wrong,
    {"misconceptions": lambda found: len(found.misconceptions)},
)
