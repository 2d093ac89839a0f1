"""What is projected of a class: how many are there, and what whoever teaches lets all see."""

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from attrs import frozen
from markupsafe import Markup

from okin_lib.lessons.installed import load_case
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.counted import shown_to_all
from okin_lib.lessons.together.sides import Sides, names
from okin_lib.lessons.together.vote import Ballot, Poll
from okin_lib.page.acting import Acting
from okin_lib.page.regions import Layout, Parts, Regions, region_ids
from okin_lib.page.template import nothing, render

PART = "class"
NO_CODE = Markup("")
STRIP, ASKED = region_ids("class-strip", "class-asked")


@frozen
class Screen(Acting):
    """A class as all see it together; nothing can be done to it from there."""

    room: Classroom
    address: str = ""
    """Where phones open it."""
    qr: Markup = NO_CODE
    """The same as a QR code."""
    layouts: ClassVar[Mapping[str, Layout]] = {}

    @property
    def parts(self) -> Parts:
        """The one part that stands above a notebook's page."""
        return {PART: (STRIP, ASKED)}

    def regions(self) -> Regions:
        """How many there are; and the question, with what is shown of its answers."""
        room, poll = self.room, self.room.poll
        strip = render(
            "lessons/together/strip", room=room, poll=poll, address=self.address, region=STRIP
        )
        return {STRIP: strip, ASKED: self._in_front(poll)}

    def _in_front(self, poll: Poll | None) -> str:
        if self.room.is_closed or self.room.front == "page":
            return nothing(ASKED)
        if self.room.front == "sides" and self.room.sides:
            return _sides(self.room.sides)
        if poll is None or self.room.front == "join":
            where = {"address": self.address, "qr": self.qr}
            return render("lessons/together/join", room=self.room, region=ASKED, **where)
        return render(
            "lessons/together/on_screen",
            case=load_case(),
            poll=poll,
            found=shown_to_all(poll),
            picked=_picked(self.room),
            region=ASKED,
        )


def _sides(sides: Sides) -> str:
    looking, found = Counter(sides.of.values()), (sides.of[phone] for phone in sides.found)
    return render(
        "lessons/together/sides_screen",
        sides=sides,
        names=names(sides.task.case),
        looking=looking,
        counted=Counter(found),
        region=ASKED,
    )


def _picked(room: Classroom) -> list[Ballot]:
    poll = room.poll
    found = [poll.reason(key) for key in poll.picked] if poll else []
    return [each for each in found if each is not None]
