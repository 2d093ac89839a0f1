"""What a student's phone sees of a class, and what it can do: answer, and nothing else."""

from collections.abc import Mapping
from typing import ClassVar

from attrs import evolve, frozen

from okin_lib.lessons.installed import load_case
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.counted import shown_to_all
from okin_lib.lessons.together.sides import SideFound, is_page, tasks
from okin_lib.lessons.together.spoken import to_phone
from okin_lib.lessons.together.vote import LONGEST_REASON, Ballot, PhoneId
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.regions import Layout, Mistake, Parts, Regions, region_ids
from okin_lib.page.template import nothing, render

PART = "class"
LIVE, ASKED, SHOWN, SIDES, BOARD = region_ids("live", "asked", "shown", "sides", "their-board")


@frozen
class TheirBoard:
    """Where a phone has a board of its own, under what it is served under."""

    own: str = ""
    """The address of a board on the record; empty where it is not known."""
    take: str = ""
    """That of a board with what the projected one supposes; empty where none is projected."""


def common(room: Classroom) -> object:
    """Return what of a class all phones are told, so that they need not be told of all else."""
    poll = room.poll
    votes = [(vote.is_open, vote.is_shown) for vote in poll.votes] if poll else []
    halves = room.sides and (room.sides.lesson, room.sides.elements, room.sides.is_shown)
    return room.is_closed, poll and poll.id, votes, room.mode, halves


@frozen
class Seat(Acting):
    """A class as one phone has it."""

    room: Classroom
    phone: PhoneId
    board: TheirBoard = TheirBoard()
    layouts: ClassVar[Mapping[str, Layout]] = {}

    @property
    def parts(self) -> Parts:
        """The one part of a phone's page."""
        return {PART: (LIVE, ASKED, SHOWN, SIDES, BOARD)}

    def regions(self) -> Regions:
        """What was asked, the phone's own answer, and what all may see."""
        poll = None if self.room.is_closed else self.room.poll
        own = poll.vote.ballots.get(self.phone) if poll else None
        return {
            LIVE: live_panel(LIVE, to_phone(self.room, self.phone)),
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
            SIDES: self._sides(),
            BOARD: render(
                "lessons/together/their_board", room=self.room, board=self.board, region=BOARD
            ),
        }

    def _sides(self) -> str:
        sides = None if self.room.is_closed else self.room.sides
        side = sides.of.get(self.phone) if sides else None
        if sides is None or side is None:
            return nothing(SIDES)
        return render(
            "lessons/together/sides_phone",
            case=sides.task.case,
            sides=sides,
            side=side,
            name=sides.task.case.record.sides[side].label,
            own=sides.found.get(self.phone),
            region=SIDES,
        )

    @step("found", "board", lambda seat: [seat.room.sides.lesson] if seat.room.sides else [])
    def _found(self, act: Act) -> "Seat":
        task = tasks()[act.target]
        switch = known("switch", act.field("switch"), task.switches)
        page = act.field("page")
        if not is_page(task.case, page):
            first, *_, last = task.case.opinion.pages
            raise Mistake(f"there is no such page: they run from {first} to {last}")
        return evolve(self, room=self.room.found(self.phone, SideFound(switch, page)))

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
