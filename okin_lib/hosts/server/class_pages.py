"""The pages of a class, and the sockets that join them to it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated

from okin_lib.hosts.front import join
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.pages import Unswayed
from okin_lib.hosts.server.socket import LessonSocket
from okin_lib.hosts.session import Session
from okin_lib.hosts.shared.frames import Receiver
from okin_lib.hosts.shared.page import page
from okin_lib.hosts.still import laid_out
from okin_lib.hosts.together.classes import Classes
from okin_lib.hosts.together.entrance import Entrance
from okin_lib.hosts.together.keys import LENGTH, LETTERS
from okin_lib.hosts.together.screen_lessons import ScreenLessons
from okin_lib.lessons.together import desk, screen, seat
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.vote import PhoneId

CODE = rf"class/([{LETTERS}]{{{LENGTH}}})"
SCREEN = r"([0-9a-f]{16})"
SCRIPTS = ("phone.js", "screen.js", "desk.js")
NOT_LETTERS = re.compile(rf"[^{LETTERS}]")
NO_PHONE = PhoneId("")
BEFORE = datetime.min.replace(tzinfo=UTC)


def scripts() -> dict[str, str]:
    """Return what joins each page to its class, by name."""
    return {name: join.script(name) for name in SCRIPTS}


class ClassSocket(LessonSocket):
    """Joins a page to its class."""

    def initialize(  # type: ignore[override]
        self, classes: Classes, **common: Any
    ) -> None:
        """Take the classes, and what all sockets have in common."""
        super().initialize(**common)
        self._classes = classes

    def page(self, code: str) -> Receiver:  # type: ignore[override]
        """Return what takes the frames of the page."""
        return Entrance(self._classes, code, self._send)

    async def _took(self, message: str | bytes) -> float:
        """Take a frame here, whatever it takes: what all are told at once is not taken back."""
        return self._timed(message, self._send)


class ScreenSocket(ClassSocket):
    """Joins a page that is projected to its lessons."""

    def page(self, code: str, screen_id: str) -> Receiver:  # type: ignore[override]
        """Return what takes the frames of the page."""
        return ScreenLessons(self._classes, code, screen_id, self._send)


class ClassPage(Unswayed, JupyterHandler):  # type: ignore[misc]
    """A page of a class, as it is for everyone until it is joined."""

    def initialize(self, folder: Path, classes: Classes) -> None:
        """Take the folder of the notebooks, and the classes."""
        self._folder, self._classes = folder, classes

    async def head(self, *where: str) -> None:
        """Answer as `get` does; the body is not sent."""
        await self.get(*where)

    def send(self, template: str, **its: Any) -> None:
        """Answer with a page that nobody keeps: what it shows is of now."""
        self.set_header("Cache-Control", "no-store")
        self.write(self.render_template(template, **its))  # type: ignore[no-untyped-call]


class ComePage(ClassPage):
    """Where a code is typed."""

    @authenticated
    async def get(self, _path: str = "") -> None:
        """Send the page, or lead to that of the class."""
        typed = self.get_query_argument("code", "").upper()
        code = NOT_LETTERS.sub("", typed)
        if len(code) == LENGTH:
            self.redirect(url_path_join(self.base_url, "class", code))
            return
        self.send("come.html", wrong=typed[: LENGTH * 2])


class PhonePage(ClassPage):
    """What a student opens."""

    @authenticated
    async def get(self, code: str) -> None:
        """Send it; no cookie is set, and to whom it is sent is not noted."""
        shown = _before(seat.Seat(_none(code), NO_PHONE), seat.PART)
        self.send("phone.html", code=code, shown=shown)


class DeskPage(ClassPage):
    """What whoever teaches opens; what lets them lead is not in it."""

    @authenticated
    async def get(self, code: str) -> None:
        """Send it."""
        shown = _before(desk.Desk(_none(code)), desk.PART)
        self.send("desk.html", code=code, shown=shown, way=self._classes.way_in(code))


class ScreenPage(ClassPage):
    """A notebook that is projected to a class; nothing that leads the class is in it."""

    @authenticated
    async def get(self, code: str, name: str) -> None:
        """Send it."""
        path = self._folder / f"{name}.ipynb"
        if not path.is_file():
            raise HTTPError(404)
        shown = _before(screen.Screen(_none(code)), screen.PART)
        its = {"code": code, "screen_id": token_hex(8), "shown": shown}
        self.send("screen.html", notebook=page(path, ""), **its)


def handlers(
    folder: Path, options: Options, classes: Classes, common: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Return what answers at the addresses of classes.

    Parameters
    ----------
    common
        What all sockets have in common.
    """
    joined = {"classes": classes, **common}
    shown = {"folder": folder, "classes": classes}
    every: list[tuple[str, Any, dict[str, Any]]] = [
        (r"class()", ComePage, shown),
        (CODE, PhonePage, shown),
        (f"{CODE}/desk", DeskPage, shown),
        (rf"{CODE}/screen/([\w-]+)", ScreenPage, shown),
        (f"{CODE}/socket", ClassSocket, joined),
        (f"{CODE}/lessons/{SCREEN}", ScreenSocket, joined),
    ]
    return [(url_path_join(options.base_url, at), of, its) for at, of, its in every]


def _none(code: str) -> Classroom:
    """Return a class of which nothing is known yet."""
    return Classroom(code, BEFORE)


def _before(lesson: Any, part: str) -> Any:
    return laid_out(Session(lesson), part)
