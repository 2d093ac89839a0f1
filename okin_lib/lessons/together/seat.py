"""What a student's phone sees of a class, and what it can do: answer, and nothing else."""

from collections.abc import Mapping
from typing import ClassVar

from attrs import evolve, frozen

from okin_lib.lessons.installed import load_case
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.counted import shown_to_all
from okin_lib.lessons.together.vote import LONGEST_REASON, Ballot, PhoneId, Poll
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import Layout, Mistake, Parts, Regions, region_ids
from okin_lib.page.template import render

PART = "class"
LIVE, ASKED, SHOWN = region_ids("live", "asked", "shown")
OVER = "This class is over. Nothing of it is kept."
WAITS = "You are in. When a question is asked, it stands here."
OPEN = "A question is asked: answer below."
AGAIN = "The same question is asked again: answer below."
TAKEN = "Your answer has arrived."
CLOSED = "The vote is closed."
BEFORE = "The answers are before the class."


def common(room: Classroom) -> object:
    """Return what of a class all phones are told, so that they need not be told of all else."""
    poll = room.poll
    votes = [(vote.is_open, vote.is_shown) for vote in poll.votes] if poll else []
    return room.is_closed, poll and poll.id, votes


@frozen
class Seat(Acting):
    """A class as one phone has it."""

    room: Classroom
    phone: PhoneId
    layouts: ClassVar[Mapping[str, Layout]] = {}

    @property
    def parts(self) -> Parts:
        """The one part of a phone's page."""
        return {PART: (LIVE, ASKED, SHOWN)}

    def regions(self) -> Regions:
        """What was asked, the phone's own answer, and what all may see."""
        poll = None if self.room.is_closed else self.room.poll
        own = poll.vote.ballots.get(self.phone) if poll else None
        return {
            LIVE: live_panel(LIVE, self._said(poll, own)),
            ASKED: render(
                "lessons/together/asked",
                case=load_case(),
                poll=poll,
                own=own,
                longest=LONGEST_REASON,
                region=ASKED,
            ),
            SHOWN: render(
                "lessons/together/shown",
                case=load_case(),
                poll=poll,
                found=shown_to_all(poll) if poll else None,
                region=SHOWN,
            ),
        }

    def _said(self, poll: Poll | None, own: Ballot | None) -> str:
        if self.room.is_closed:
            return OVER
        if poll is None:
            return WAITS
        if poll.vote.is_shown:
            return BEFORE
        if not poll.vote.is_open:
            return CLOSED
        if own:
            return TAKEN
        return AGAIN if len(poll.votes) > 1 else OPEN

    @step("answer", "vote")
    def _answer(self, act: Act) -> "Seat":
        poll = self.room.poll
        if poll is None or self.room.is_closed:
            raise Mistake("nothing is asked now")
        choice = known("option", act.field("choice"), [each.id for each in poll.options])
        because = ""
        if isinstance(act.value, Mapping) and str(act.value.get("because", "")).strip():
            because = act.field("because")
        if len(because) > LONGEST_REASON:
            raise Mistake(f"a reason has at most {LONGEST_REASON} characters")
        return evolve(
            self, room=self.room.answered(self.phone, act.target, Ballot(choice, because))
        )
