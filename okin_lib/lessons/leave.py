"""The question that a lesson ends with, and what is written in answer."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.lesson_file import Exit
from okin_lib.lessons.receipts.receipt import LONGEST_NAME
from okin_lib.page.act import Act
from okin_lib.page.acting import step
from okin_lib.page.passages import passages
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions
from okin_lib.page.template import render
from okin_lib.page.unfolding import Unfolding
from okin_lib.record.types import NO_PARTY

REGION = RegionId("exit")
LONGEST = 5000


@frozen
class Leaving(Unfolding):
    """A question to leave with, and the answer as far as it is written."""

    keeps = ("text", "unfolded")
    boxes_in = REGION

    case: Case
    asked: Exit
    text: str = ""
    unfolded: bool = False

    @property
    def parts(self) -> Parts:
        """The one part of it."""
        return {REGION: (REGION,)}

    def regions(self) -> Regions:
        """The question, the answer, and passages to draw on."""
        return {
            REGION: render(
                "lessons/exit",
                asked=self.asked,
                text=self.text,
                unfolded=self.unfolded,
                longest=LONGEST,
                longest_name=LONGEST_NAME,
                passages=passages(self.case, self.asked.hints, NO_PARTY),
                region=REGION,
            )
        }

    @step("write", "answer", (REGION,))
    def _write(self, act: Act) -> "Leaving":
        return self.but(text=act.text(LONGEST))

    def checked(self) -> "Leaving":
        """Return it; raise `BadEvent` if it could not be written so."""
        if len(self.text) > LONGEST:
            raise BadEvent(f"the answer is longer than {LONGEST} characters")
        return self
