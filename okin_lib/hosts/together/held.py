"""One class that this process holds: its pages, and what each is told, when."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from attrs import evolve

from okin_lib.hosts.messages import Send
from okin_lib.hosts.session import Session
from okin_lib.hosts.together.board import Projected
from okin_lib.hosts.together.entered import Entered, WayIn, in_frames
from okin_lib.hosts.together.keys import Keys
from okin_lib.hosts.together.projection import their_board
from okin_lib.lessons.together import desk, screen, seat
from okin_lib.lessons.together.classroom import LASTS, Classroom
from okin_lib.lessons.together.desk import Desk, Wanted
from okin_lib.lessons.together.kept_class import with_ballots
from okin_lib.lessons.together.screen import Screen
from okin_lib.lessons.together.seat import Seat
from okin_lib.lessons.together.vote import PhoneId
from okin_lib.page.regions import BadEvent

TOLD_WITHIN = 0.1
"""Seconds in which what happened is gathered before others than who acted are told of it."""
Later = Callable[[float, Callable[[], None]], object]
Over = Callable[[], object]


class HeldClass:
    """A class, and the pages that are in it.

    Parameters
    ----------
    keys : Keys
        What opens it.
    room : Classroom
        The class at its start, or as it was kept.
    way_in : Callable
        What says how phones come in.
    later : Callable
        What does something after so many seconds.
    over : Callable
        What is done once it is over.
    """

    def __init__(
        self, keys: Keys, room: Classroom, way_in: Callable[[], WayIn], later: Later, over: Over
    ) -> None:
        self.keys, self.room, self.way_in = keys, room, way_in
        self.projected = Projected()
        self._later, self._over = later, over
        self._pages: list[Entered] = []
        self._is_due = False
        self._board = their_board(None)
        self._told: object = None  # what phones were last told of the class itself

    @property
    def is_over(self) -> bool:
        """Whether it is closed, or has lasted too long."""
        return self.room.is_over(datetime.now(UTC))

    def phone(self, token: str, send: Send) -> tuple[Entered, str]:
        """Let a phone in; return its page, and the token that it shows from now on."""
        if self.keys.phone(token) is None:
            token = self.keys.token()
        phone = self.keys.phone(token)
        assert phone is not None
        self._go_on(self.room.joined(phone))
        seated = self._seen(Seat(self.room, phone))
        return self._entered(seated, seat.PART, send, phone), token

    def screen(self, send: Send) -> Entered:
        """Let a page in that is projected."""
        way = self.way_in()
        return self._entered(Screen(self.room, way.address, way.qr), screen.PART, send)

    def desk(self, send: Send) -> Entered:
        """Let the page of whoever teaches in."""
        return self._entered(Desk(self.room, self.projected.listed), desk.PART, send)

    def take_up(self, vote_id: str, data: object) -> None:
        """Take the ballots of a vote that the desk's page had kept."""
        self._told = None
        self._go_on(with_ballots(self.room, vote_id, data))

    def receive(self, page: Entered, message: object) -> None:
        """Take a message of a page, which acts on the class as it is now."""
        self._end_if_over()
        self._refresh(page)
        page.receive(message)

    def leave(self, page: Entered) -> None:
        """Let a page go."""
        self._pages.remove(page)
        if page.phone and all(other.phone != page.phone for other in self._pages):
            self._go_on(self.room.left(page.phone))

    def _entered(
        self, lesson: Any, part: str, send: Send, phone: PhoneId | None = None
    ) -> Entered:
        if not self._pages:
            left = self.room.begun + LASTS - datetime.now(UTC)
            self._later(left.total_seconds(), self._end_if_over)
        session: Session[Any] = Session(lesson)
        page = Entered(session, send, session.join(part, in_frames(send)), phone)
        session.listen(partial(self._acted, page))
        self._pages.append(page)
        self.tell_soon()
        return page

    def _end_if_over(self) -> None:
        if self.is_over and not self.room.is_closed:
            self._go_on(self.room.closed())

    def _acted(self, page: Entered, after: Any) -> None:
        if isinstance(after, Desk) and after.wish:
            self._grant(page, after, after.wish)
        elif after.room is not self.room:
            self._step(page, after.room)

    def _step(self, page: Entered, room: Classroom) -> None:
        """Go on from what an act on a page led to."""
        before, self.room = self.room, room
        if self.room.is_revealed and not before.is_revealed:
            poll = self.room.polls[-1]
            if not self._is_done(page, lambda: self.projected.reveal(poll)):
                self.room = before
                self._refresh(page)
        self.tell_soon()

    def _grant(self, page: Entered, after: Desk, wish: Wanted) -> None:
        """Do with what is projected what the desk wants."""
        page.session.take(self._seen(evolve(after, wish=None)))
        if wish.act == "lead":
            self.projected.lead(int(wish.what))
            self.tell_soon()
        elif self._is_done(page, lambda: self.projected.put(wish.what)):
            self._go_on(self.room.with_front("page"))

    def _is_done(self, page: Entered, act: Callable[[], Mapping[str, Any]]) -> bool:
        """Act on the board that leads, or tell the desk why not."""
        try:
            turn = act()
        except BadEvent as problem:
            page.send({"message": {"kind": "error", "seq": None, "message": str(problem)}})
            return False
        self._tell_screens(turn)
        return True

    def _seen(self, lesson: Any) -> Any:
        """Return what a page shows, of the class as it is now."""
        if isinstance(lesson, Desk):
            return evolve(lesson, room=self.room, screens=self.projected.listed)
        if isinstance(lesson, Seat):
            return evolve(lesson, room=self.room, board=self._board)
        return evolve(lesson, room=self.room)

    def _refresh(self, page: Entered) -> None:
        lesson = page.session.lesson
        listed = isinstance(lesson, Desk) and lesson.screens != self.projected.listed
        if lesson.room is not self.room or listed:
            page.session.take(self._seen(lesson))

    def _tell_screens(self, frame: Mapping[str, Any]) -> None:
        for page in self._pages:
            if isinstance(page.session.lesson, Screen):
                page.send(frame)

    def _go_on(self, room: Classroom) -> None:
        self.room = room
        self.tell_soon()

    def tell_soon(self) -> None:
        """Tell every page before long what it has not been told."""
        if not self._is_due:
            self._is_due = True
            self._later(TOLD_WITHIN, self._tell)

    def _tell(self) -> None:
        """Tell every page that it concerns what the class has come to."""
        self._is_due = False
        projection = self.projected.projection
        self._board = their_board(projection)
        common = seat.common(self.room), self._board
        told, self._told = self._told, common
        follows = self.room.mode == "follow" and not self.room.is_closed
        for page in [*self._pages]:
            if page.phone:
                if told != common:
                    page.session.take(self._seen(page.session.lesson))
                page.follow(projection if follows else None)
            else:
                self._refresh(page)
            if isinstance(page.session.lesson, Desk):
                page.keep(self.room)
        if self.room.is_closed:
            self._over()
