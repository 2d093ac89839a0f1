"""What a learner does in a lesson lasts: in a file of theirs, or in their browser.

to a page    {kind: "keeping", lesson, ...}, with one of
             asks: whether the page is to send what it has of the lesson
             state: what to keep in its browser
             taken: whether what it sent was taken up; said: what is to be known of that, or,
             without taken, of what the lesson went on from
             and with both of these predicted: whether every prediction is committed
             folder: {said, may, warns}, where the lesson is kept beside its notebook
from it      {kind: "keeping", state}  {kind: "keeping", do: "keep" or "delete"}
"""

from collections.abc import Mapping
from typing import Any

from okin_lib.hosts.keeping import Keeping
from okin_lib.hosts.kept_file import Elsewhere, KeptFile, NotKept
from okin_lib.hosts.messages import Message, Send
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.kept import BadState, kept
from okin_lib.lessons.members import to_be_made
from okin_lib.lessons.taken_up import Address
from okin_lib.lessons.whole import Whole

Lesson = Guided | Whole

TOLD_IN = frozenset({"recall", "predict", "exit", "more"})

BEGUN = (
    "What you left here was not taken up, since you have begun anew: reload the page to have it."
)

NOTHING = "Nothing is kept yet. What you do will be kept in {path}, beside the notebook."
KEPT = "Kept in {path}, beside the notebook, and nowhere else."
TAKEN = (
    "This is where you left off, as kept in {path}. To begin anew: delete it, restart the kernel."
)
DELETED = "Deleted. What is shown here lasts until the kernel stops; the next begins anew."
NOT_DELETED = "Not deleted: {why}."
NOT_KEPT = "What you do now is not kept: {why}. It lasts until the kernel stops."
REFUSED = "{why} It was left in {path} as it is, and what you do now is not kept."
ELSEWHERE = (
    "What you do now is not kept: another window or notebook has gone on with this lesson, or "
    "deleted it, and {path} was left as it is. Restart the kernel to go on from there."
)

DELETE = {"delete": "Delete what is kept here"}
KEEP = {"keep": "Keep it again"}
INSTEAD = {"keep": "Keep what is shown here instead"}


class InBrowser(Keeping[Lesson]):
    """Lets the page keep the lesson in its browser, and takes up what it has.

    Parameters
    ----------
    address : Address
        How the lesson was opened.
    goes_on : bool
        Whether a page that was here before goes on with it: then it is not asked what it has.
    """

    told_in = TOLD_IN

    def __init__(self, address: Address, goes_on: bool = False) -> None:
        self._address = address
        self._asked = self._begun = goes_on

    def joined(self, send: Send) -> None:
        """Ask the first page for what its browser has: it has it for the others too."""
        self._tell(send, asks=not self._asked)
        self._asked = True

    def told(self, message: Message, _state: Lesson, send: Send) -> Lesson | None:
        """Take up what the page has."""
        if "state" not in message:
            return super().told(message, _state, send)
        if self._begun:
            self._tell(send, taken=False, said=BEGUN)
            return None
        try:
            found = self._address.taken_up(message["state"])
        except BadState as error:
            self._tell(send, taken=False, said=str(error))
            return None
        self._tell(send, taken=True, said=found.notice, predicted=_predicted(found.lesson))
        return found.lesson

    def went_on(self, state: Lesson, send: Send) -> None:
        """Have the page keep the lesson."""
        self._begun = True
        self._tell(send, state=kept(state), predicted=_predicted(state))

    def _tell(self, send: Send, **what: Any) -> None:
        send({"kind": "keeping", "lesson": self._address.lesson_id, **what})


def _predicted(lesson: Lesson) -> bool:
    return not to_be_made(lesson.members)


class InFolder(Keeping[Lesson]):
    """Keeps the lesson in a file beside the notebook of the learner.

    Parameters
    ----------
    address : Address
        How the lesson was opened.
    file : KeptFile
        The file.
    """

    told_in = TOLD_IN

    def __init__(self, address: Address, file: KeptFile) -> None:
        self._address, self._file = address, file
        self._looked = False
        self._stopped = False  # what is in the file may not be written over
        self._says: dict[str, Any] = {}

    def joined(self, send: Send) -> Lesson | None:
        """Take up what is kept, once the first page has come."""
        found = None if self._looked else self._taken_up()
        self._looked = True
        self._tell(send)
        return found

    def told(self, message: Message, state: Lesson, send: Send) -> Lesson | None:
        """Delete what is kept, or keep the lesson again."""
        match message:
            case {"do": "delete"}:
                self._delete()
            case {"do": "keep"}:
                self._keep(state, over=True)
            case _:
                return super().told(message, state, send)
        self._tell(send)
        return None

    def went_on(self, state: Lesson, send: Send) -> None:
        """Keep the lesson, and say what has changed of where it is."""
        self._looked = True
        before = self._says
        if not self._stopped:
            self._keep(state)
        if self._says != before:
            self._tell(send)

    def _taken_up(self) -> Lesson | None:
        found = None
        try:
            data = self._file.read()
            found = None if data is None else self._address.taken_up(data)
        except NotKept as error:
            self._say(NOT_KEPT, why=error, warns=True, stops=True)
        except BadState as error:
            self._say(REFUSED, DELETE, why=error, warns=True, stops=True)
        else:
            if found:
                said = f"{found.notice} {TAKEN}".strip()
                self._say(said, DELETE, warns=bool(found.notice))
            else:
                self._say(NOTHING)
        return found.lesson if found else None

    def _keep(self, lesson: Lesson, over: bool = False) -> None:
        try:
            self._file.write(kept(lesson), over)
        except Elsewhere:
            self._say(ELSEWHERE, INSTEAD, warns=True, stops=True)
        except NotKept as error:
            self._say(NOT_KEPT, why=error, warns=True)
        else:
            self._say(KEPT, DELETE)

    def _delete(self) -> None:
        try:
            self._file.delete()
        except NotKept as error:
            self._say(NOT_DELETED, DELETE, why=error, warns=True)
        else:
            self._say(DELETED, KEEP, stops=True)

    def _say(
        self,
        said: str,
        may: Mapping[str, str] | None = None,
        why: object = "",
        warns: bool = False,
        stops: bool = False,
    ) -> None:
        self._stopped = stops
        text = said.format(path=self._file.shown, why=why)
        self._says = {"said": text, "may": may or {}, "warns": warns}

    def _tell(self, send: Send) -> None:
        send({"kind": "keeping", "lesson": self._address.lesson_id, "folder": self._says})
