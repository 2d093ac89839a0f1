"""A lesson as it was kept, under an address that may say otherwise of what is supposed in it."""

import logging

from attrs import frozen

from okin_lib.lessons.guided import Guided
from okin_lib.lessons.kept import BadState, Restored, restored
from okin_lib.lessons.library import start
from okin_lib.lessons.teaching import with_notes
from okin_lib.lessons.whole import Whole

LINK_FIRST = (
    "The link that you opened is shown in place of what you supposed here before; all else is as "
    "you left it."
)
NO_LINK = (
    "The link that you opened is to the record, or could not be read: what you see is what you "
    "left here."
)

log = logging.getLogger("okin")


@frozen
class Address:
    """What an address asks for: a lesson, and the code of what is supposed in it, if any."""

    lesson_id: str
    code: str = ""
    notes: str = ""
    """Where the notes for whoever teaches stand apart, where they are shown in it."""

    def opened(self) -> Guided | Whole:
        """Return the lesson at its start, with what the code says."""
        return self._start(self.code)

    def taken_up(self, data: object) -> Restored:
        """Return the lesson as it was kept, but for what the code says.

        Raises
        ------
        BadState
            As `restored` does, and where it fails: what was kept is then left as it is.
        """
        try:
            return self._found(data)
        except BadState:
            raise
        except Exception as error:
            log.exception("What was kept of %s could not be taken up", self.lesson_id)
            raise BadState("it failed", "the details are in the log") from error

    def _found(self, data: object) -> Restored:
        at_first = self._start("")
        found = restored(at_first, data)
        if not self.code:
            return found
        asked = self.opened()
        first, says, left = map(_linked, (at_first, asked, found.lesson))
        if first != says == left:
            return found
        if first == says != left:
            return _also(found, NO_LINK)
        others = {name: asked.members[name].beside(found.lesson.members[name]) for name in says}
        linked = Restored(found.lesson.resumed(others), found.notice)
        return _also(linked, LINK_FIRST) if first != left else linked

    def _start(self, code: str) -> Guided | Whole:
        lesson = start(self.lesson_id, code)
        return with_notes(lesson, self.notes) if self.notes else lesson


def _linked(lesson: Guided | Whole) -> dict[str, list[object]]:
    """What a code says of each member of which it says anything."""
    return {
        name: [getattr(member, field) for field in member.linked]
        for name, member in lesson.members.items()
        if member.linked
    }


def _also(found: Restored, notice: str) -> Restored:
    """The same, with one more thing to be told."""
    return Restored(found.lesson, " ".join(filter(None, (found.notice, notice))))
