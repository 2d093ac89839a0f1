"""One lesson, the pages that show it, and the messages between them; no Jupyter here."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from attrs import frozen

from okin_lib.page.regions import BadEvent, Layout, Lesson, Mistake, RegionId, Regions, changed

log = logging.getLogger("okin")

LARGEST_MESSAGE = 100_000
STEP_FAILED = "This step failed, so nothing was changed. The details are in the log."

Message = Mapping[str, Any]
Send = Callable[[Message], None]
L = TypeVar("L", bound=Lesson)


class BadMessage(ValueError):
    """A message that no page of ours sends; the text names what was wrong."""


def check(content: object) -> Message:
    """Return ``content`` if it is a message from a page; raise `BadMessage` if it is not.

    Whoever holds the page can send anything, so nothing is taken on trust. What an event
    may hold is for the lesson to say.
    """
    if not isinstance(content, dict):
        raise BadMessage("it is not an object")
    if _size(content) > LARGEST_MESSAGE:
        raise BadMessage(f"it is larger than {LARGEST_MESSAGE} characters")
    match content:
        case {"kind": "hello", **rest}:
            pass
        case {"kind": "ping", "n": int(), **rest}:
            pass
        case {"kind": "event", "seq": int(), "event": dict(), **rest}:
            pass
        case _:
            raise BadMessage("it is of no known kind, or lacks a part of the right type")
    if rest:
        raise BadMessage(f"it has a part that its kind does not have: {min(map(str, rest))!r}")
    return content


def _size(content: object) -> int:
    try:
        return len(json.dumps(content))
    except (TypeError, ValueError, RecursionError) as problem:
        raise BadMessage("it is not JSON") from problem


@frozen(eq=False)
class Page:
    """Where one part of a lesson shows."""

    part: str
    send: Send


class Session(Generic[L]):
    """The current state of one lesson, the pages that show its parts, and who else follows it.

    Parameters
    ----------
    lesson : Lesson
        Its state at the start.
    """

    def __init__(self, lesson: L) -> None:
        self._lesson = lesson
        self._regions = lesson.regions()
        self._pages: list[Page] = []
        self._listeners: list[Callable[[L], None]] = []

    @property
    def lesson(self) -> L:
        """The lesson as it is now."""
        return self._lesson

    def regions(self, part: str) -> dict[RegionId, str]:
        """Return the regions of ``part`` as they are now, in order."""
        return self._of(part, self._regions)

    def layout(self, part: str) -> Layout:
        """Return how the regions of ``part`` stand."""
        return self._lesson.layouts.get(part, "stacked")

    def join(self, part: str, send: Send) -> Callable[[object], None]:
        """Show ``part`` on a page that ``send`` reaches; return what takes the page's messages."""
        page = Page(part, send)
        self._pages.append(page)
        return partial(self._receive, page)

    def listen(self, listener: Callable[[L], None]) -> None:
        """Call ``listener`` with the lesson after each step, once the pages are told of it."""
        self._listeners.append(listener)

    def take(self, lesson: L) -> None:
        """Go on from another state of the lesson, which no page asked for."""
        self._go_on(lesson, lesson.regions())

    def _of(self, part: str, regions: Regions) -> dict[RegionId, str]:
        parts = self._lesson.parts
        if part not in parts:
            raise ValueError(f"This lesson has no part {part!r}; its parts are {', '.join(parts)}")
        return {key: regions[key] for key in parts[part] if key in regions}

    def _receive(self, page: Page, content: object) -> None:
        try:
            message = check(content)
        except BadMessage as problem:
            log.warning("Refused a message from the page: %s", problem)
            page.send({"kind": "error", "seq": None, "message": f"Message refused: {problem}."})
            return
        match message:
            case {"kind": "hello"}:
                page.send({"kind": "regions", "seq": None, "regions": self.regions(page.part)})
            case {"kind": "ping", "n": n}:
                page.send({"kind": "pong", "n": n})
            case {"seq": seq, "event": event}:
                self._step(page, seq, event)

    def _step(self, page: Page, seq: int, event: Message) -> None:
        try:
            after = self._lesson.after(event)
            regions = after.regions()
        except BadEvent as problem:
            level = logging.INFO if isinstance(problem, Mistake) else logging.WARNING
            log.log(level, "Refused an event: %s", problem)
            page.send({"kind": "error", "seq": seq, "message": str(problem)})
        except Exception:
            log.exception("A step failed, on the event %.500r", event)
            page.send({"kind": "error", "seq": seq, "message": STEP_FAILED})
        else:
            self._go_on(after, regions, page, seq)

    def _go_on(
        self, after: L, regions: Regions, asked: Page | None = None, seq: int | None = None
    ) -> None:
        news = changed(self._regions, regions)
        self._lesson, self._regions = after, regions
        self._broadcast(asked, seq, news)
        for listener in self._listeners:
            listener(after)

    def _broadcast(self, answered: Page | None, seq: int | None, news: Regions) -> None:
        """Answer the page that asked, even with nothing; tell the others what concerns them."""
        for page in self._pages:
            concerned = self._of(page.part, news)
            if page is answered:
                page.send({"kind": "regions", "seq": seq, "regions": concerned})
            elif concerned:
                page.send({"kind": "regions", "seq": None, "regions": concerned})
