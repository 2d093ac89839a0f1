"""The lessons of one page over one connection; no server here.

from a page  {open: {query, states: {lesson: state}}}, once, and then {lesson, part, message}
to it        {opened: true}, and then {lesson, part, message}

A message is one that goes between a page and its session. The states are those that a connection
before this one gave, if there was one: the lessons go on from them, whatever the query says.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from okin_lib.hosts.lasting import InBrowser
from okin_lib.hosts.messages import BadMessage, Message, Send
from okin_lib.hosts.query import address
from okin_lib.hosts.session import KEEPING_FAILED, Session
from okin_lib.hosts.shared.begun import opened
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.kept import BadState
from okin_lib.lessons.library import plans
from okin_lib.lessons.whole import Whole

log = logging.getLogger("okin")


class Multiplex:
    """Holds the lessons that a page shows, for as long as it is connected.

    Parameters
    ----------
    send : Send
        What reaches the page.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._query: str | None = None
        self._states: dict[str, Any] = {}
        self._sessions: dict[str, Session[Guided | Whole]] = {}
        self._parts: dict[tuple[str, str], Callable[[object], None]] = {}
        self._news: dict[str, Message] = {}

    @property
    def is_open(self) -> bool:
        """Whether the page has said how it was opened."""
        return self._query is not None

    def receive(self, frame: object) -> None:
        """Take what the page sends.

        Raises
        ------
        BadMessage
            If no page of ours sends it; what is inside a message is for its session to refuse.
        """
        match frame:
            case {"open": {"query": str(query), "states": dict(states), **more}, **rest} if not (
                more or rest or self.is_open
            ):
                self._query, self._states = query, states
                self._send({"opened": True})
            case {"lesson": str(lesson), "part": str(part), "message": message, **rest} if (
                self.is_open and not rest
            ):
                self._part(lesson, part)(message)
            case _:
                raise BadMessage("it is of no known form, or comes out of turn")

    @property
    def sessions(self) -> Mapping[str, Session[Guided | Whole]]:
        """The session of each lesson that the page shows, by its id."""
        return self._sessions

    def leave(self) -> None:
        """Let the page's lessons go."""
        self._sessions.clear()
        self._parts.clear()

    def _part(self, lesson: str, part: str) -> Callable[[object], None]:
        if (lesson, part) not in self._parts:
            self._parts[lesson, part] = self._joined(lesson, part)
        return self._parts[lesson, part]

    def _joined(self, lesson: str, part: str) -> Callable[[object], None]:
        if lesson not in {plan.id for plan in plans()}:
            raise BadMessage("there is no such lesson")
        if lesson not in self._sessions:
            self._sessions[lesson] = self._session(lesson)
            self._states.pop(lesson, None)
        session = self._sessions[lesson]
        if part not in session.lesson.parts:
            raise BadMessage("its lesson has no such part")

        def send(message: Any) -> None:
            self._send({"lesson": lesson, "part": part, "message": message})

        if news := self._news.pop(lesson, None):
            send(news)
        return session.join(part, send)

    def _session(self, lesson: str) -> Session[Guided | Whole]:
        asked = address(lesson, self._query or "")
        if lesson not in self._states:
            return opened(asked)
        try:
            found = evolve(asked, code="").taken_up(self._states[lesson])
            session = Session(found.lesson, InBrowser(asked, goes_on=True))
        except BadState as error:
            self._news[lesson] = _error(str(error))
            return opened(asked)
        except Exception:
            log.exception("A lesson could not go on from its state")
            self._news[lesson] = _error(KEEPING_FAILED)
            return opened(asked)
        if found.notice:
            self._news[lesson] = {"kind": "keeping", "lesson": lesson, "said": found.notice}
        return session


def _error(said: str) -> Message:
    return {"kind": "error", "seq": None, "message": said}
