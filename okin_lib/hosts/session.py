"""One lesson, the pages that show it, and what goes between them; no Jupyter here."""

import logging
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from os import urandom
from typing import Generic, TypeVar

from attrs import frozen

from okin_lib.hosts.keeping import Keeping
from okin_lib.hosts.messages import BadMessage, Message, Send, check
from okin_lib.page.act import known
from okin_lib.page.download import Order
from okin_lib.page.regions import BadEvent, Layout, Lesson, Mistake, RegionId, Regions, changed

log = logging.getLogger("okin")

STEP_FAILED = "This step failed, so nothing was changed. The details are in the log."
FAILED = "A step failed, on the event %.500r"
FILE_FAILED = "This file could not be made. The details are in the log."
KEEPING_FAILED = "What is kept here could not be taken up, or kept. The details are in the log."

L = TypeVar("L", bound=Lesson)


@frozen(eq=False)
class Page:
    """Where one part of a lesson shows."""

    part: str
    send: Send


def _refuse(page: Page, seq: int, problem: BadEvent) -> None:
    level = logging.INFO if isinstance(problem, Mistake) else logging.WARNING
    log.log(level, "Refused an event: %s", problem)
    page.send({"kind": "error", "seq": seq, "message": str(problem)})


def _guarded(page: Page, act: Callable[[], None]) -> None:
    """Do what no page waits for; a failure ends neither the session nor what joins it."""
    try:
        act()
    except Exception:
        log.exception("What is kept could not be taken up, or kept")
        page.send({"kind": "error", "seq": None, "message": KEEPING_FAILED})


class Session(Generic[L]):
    """The current state of one lesson, the pages that show its parts, and who else follows it.

    Parameters
    ----------
    lesson : Lesson
        Its state at the start.
    keeping : Keeping
        Where what is done in it lasts; by default nowhere.
    regions : Regions
        The regions of that state, where they are known.
    """

    def __init__(
        self, lesson: L, keeping: Keeping[L] | None = None, regions: Regions | None = None
    ) -> None:
        self._keeping = keeping or Keeping()
        self._lesson = lesson
        self._regions = dict(lesson.regions() if regions is None else regions)
        self._pages: list[Page] = []
        self._listeners: list[Callable[[L], None]] = []
        self.key = urandom(8).hex()  # no other kernel has a session of the same

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

    def tells(self, part: str) -> bool:
        """Whether a page of ``part`` says where what is done lasts."""
        return part in self._keeping.told_in

    def join(self, part: str, send: Send) -> Callable[[object], None]:
        """Show ``part`` on a page that ``send`` reaches; return what takes the page's messages."""
        page = Page(part, send)
        self._pages.append(page)
        return partial(self._receive, page)

    def listen(self, listener: Callable[[L], None]) -> None:
        """Call ``listener`` with the lesson after each step, once the pages are told of it."""
        self._listeners.append(listener)

    def take(self, lesson: L, lasts: bool = False) -> None:
        """Go on from another state, which no page asked for; keep it if it ``lasts``."""
        self._go_on(lesson, dict(lesson.regions()))
        for page in self._pages[:1] if lasts else ():
            _guarded(page, partial(self._keeping.went_on, lesson, page.send))

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
            asked = content.get("seq") if isinstance(content, dict) else None
            seq = asked if isinstance(asked, int) else None  # a page waits for what it asked
            page.send({"kind": "error", "seq": seq, "message": f"Message refused: {problem}."})
            return
        match message:
            case {"kind": "hello"}:
                page.send({"kind": "regions", "seq": None, "regions": self.regions(page.part)})
                _guarded(page, lambda: self._resume(self._keeping.joined(page.send)))
            case {"kind": "ping", "n": n}:
                page.send({"kind": "pong", "n": n})
            case {"kind": "keeping", **told}:
                state = self._lesson
                _guarded(page, lambda: self._resume(self._keeping.told(told, state, page.send)))
            case {"seq": seq, "event": event}:
                self._step(page, seq, event)
            case {"seq": seq, "name": name, "fields": fields}:
                self._make(page, seq, name, fields)

    def _resume(self, lesson: L | None) -> None:
        if lesson is not None:
            self.take(lesson)

    def _step(self, page: Page, seq: int, event: Message) -> None:
        """Answer the page that asked, even with nothing, before all is made that others show."""
        try:
            after = self._lesson.after(event)
            regions = after.regions()
            answer = changed(self._regions, self._of(page.part, regions))
        except BadEvent as problem:
            _refuse(page, seq, problem)
        except Exception:
            log.exception(FAILED, event)
            page.send({"kind": "error", "seq": seq, "message": STEP_FAILED})
        else:
            page.send({"kind": "regions", "seq": seq, "regions": answer})
            try:
                every = dict(regions)
            except Exception:
                log.exception(FAILED, event)
                self._take_back(page, answer)
            else:
                self._go_on(after, every, page)

    def _take_back(self, page: Page, answer: Regions) -> None:
        """Show again what stood before a step of which not all could be made."""
        before = {key: self._regions[key] for key in answer}
        page.send({"kind": "regions", "seq": None, "regions": before})
        page.send({"kind": "error", "seq": None, "message": STEP_FAILED})

    def _make(self, page: Page, seq: int, name: str, fields: Mapping[str, str]) -> None:
        try:
            files = self._lesson.files
            make = files[known("file", name, files)]
            made = make(Order(fields, datetime.now(UTC), version("okin")))
        except BadEvent as problem:
            _refuse(page, seq, problem)
        except Exception:
            log.exception("The file %.100r could not be made", name)
            page.send({"kind": "error", "seq": seq, "message": FILE_FAILED})
        else:
            base64 = b64encode(made.data).decode()
            its = {"name": made.name, "type": made.type, "base64": base64}
            page.send({"kind": "file", "seq": seq, **its})

    def _go_on(self, after: L, regions: dict[RegionId, str], answered: Page | None = None) -> None:
        news = changed(self._regions, regions)
        moved = after != self._lesson  # a page asks anew for what stands open on it
        self._lesson, self._regions = after, regions
        parts = after.parts
        for page in self._pages:
            concerned = {key: news[key] for key in parts[page.part] if key in news}
            if concerned and page is not answered:
                page.send({"kind": "regions", "seq": None, "regions": concerned})
        for listener in self._listeners:
            listener(after)
        if moved and answered:
            _guarded(answered, partial(self._keeping.went_on, after, answered.send))
