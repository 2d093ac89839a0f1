"""The socket of a page whose lessons this process holds: what it may send, and how much."""

import json
import logging
from asyncio import Future
from collections.abc import Mapping
from typing import Any

from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from okin_lib.hosts.shared.frames import Receiver, take
from okin_lib.hosts.shared.limits import Bucket, Limits
from okin_lib.hosts.shared.multiplex import Multiplex

log = logging.getLogger("okin")

PING_EVERY = 30
"""Seconds: a page that vanished is let go after twice as many."""
COME_AGAIN = "5"
POLICY_VIOLATION = 1008
COMPRESSION = {"compression_level": 4, "mem_level": 5}
"""A click sends mostly markup; by default each socket would keep twice the memory for it."""


class Sockets:
    """Those that are open, and how they are limited.

    Parameters
    ----------
    limits : Limits
        How much each may take, and how many there may be.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._open: set[object] = set()

    def admit(self, socket: object) -> bool:
        """Let a socket in, if there is room."""
        if len(self._open) >= self.limits.sockets:
            return False
        self._open.add(socket)
        if len(self._open) == self.limits.sockets:
            log.warning("The room is full: %d pages are connected", len(self._open))
        return True

    def leave(self, socket: object) -> None:
        """Let a socket go."""
        self._open.discard(socket)


class LessonSocket(WebSocketHandler):
    """Joins a page to its lessons; nothing of what is sent is logged here."""

    def initialize(self, sockets: Sockets, origins: tuple[str, ...]) -> None:
        """Take what all sockets have in common."""
        self._sockets, self._origins = sockets, origins
        self._limits = sockets.limits
        self._bucket = Bucket(self._limits.burst, self._limits.rate)
        self._waiting = 0
        self._is_over = False

    def page(self, *_where: str) -> Receiver:
        """Return what takes the frames of the page of that address."""
        return Multiplex(self._send)

    @property
    def ping_interval(self) -> float:
        """The seconds between looks whether the page is there."""
        return PING_EVERY

    @property
    def max_message_size(self) -> int:
        """The bytes of which nothing more is read; what is larger than allowed is said before."""
        return 2 * self._limits.frame

    def check_origin(self, origin: str) -> bool:
        """Whether a page of that site may connect: one of this server's, or of its proxy's."""
        return origin.lower() in self._origins or super().check_origin(origin)

    def get_compression_options(self) -> dict[str, Any]:
        """Return how what is sent is compressed."""
        return COMPRESSION

    def prepare(self) -> None:
        """Ask to come again where there is no room."""
        if not self._sockets.admit(self):
            self.set_status(503)
            self.set_header("Retry-After", COME_AGAIN)
            self.finish()

    def open(self, *where: str) -> None:
        """Wait for a page to say how it was opened."""
        self._page = self.page(*where)
        self.set_nodelay(True)
        IOLoop.current().call_later(self._limits.opens_within, self._cut_if_mute)

    def on_message(self, message: str | bytes) -> None:
        """Take a frame, or say what is wrong with it."""
        if self._is_over:
            return
        if len(message) > self._limits.frame:
            self._cut("it sent a frame that is too large")
        elif not self._bucket.take(1):
            self._cut("it sent more than a page does")
        else:
            take(self._page, message, self._send)

    def on_finish(self) -> None:
        """Let it go where it was not let in as a socket."""
        if self.ws_connection is None:
            self._sockets.leave(self)

    def on_close(self) -> None:
        """Let the page go."""
        self._end()

    def _send(self, frame: Mapping[str, Any]) -> None:
        if self._is_over:
            return
        text = json.dumps(frame)
        self._waiting += len(text)
        if self._waiting > self._limits.waiting:
            self._cut("it does not read")
            return
        try:
            written = self.write_message(text)
        except WebSocketClosedError:  # it closes
            return
        written.add_done_callback(lambda done: self._written(done, len(text)))
        if _is_refusal(frame):
            self._bucket.take(self._limits.refused)

    def _written(self, done: "Future[None]", size: int) -> None:
        self._waiting -= size
        if not done.cancelled():
            done.exception()  # it closed meanwhile

    def _cut_if_mute(self) -> None:
        if not self._is_over and not self._page.is_open:
            self._cut("it did not say how its page was opened")

    def _cut(self, why: str) -> None:
        """End it, with one line for the log."""
        log.warning("A page's socket was cut: %s", why)
        self.close(POLICY_VIOLATION)
        self._end()

    def _end(self) -> None:
        self._is_over = True
        self._sockets.leave(self)
        self._page.leave()


def _is_refusal(frame: Mapping[str, Any]) -> bool:
    return "refused" in frame or frame.get("message", {}).get("kind") == "error"
