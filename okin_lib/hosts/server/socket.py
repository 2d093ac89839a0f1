"""The socket of a page whose lessons this process holds."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketClosedError

from okin_lib.hosts.server.sockets import LimitedSocket, Sockets
from okin_lib.hosts.shared.frames import take
from okin_lib.hosts.shared.multiplex import Multiplex

PING_EVERY = 30
"""Seconds: a page that vanished is let go after twice as many."""
COME_AGAIN = "5"
COMPRESSION = {"compression_level": 4, "mem_level": 5}
"""A click sends mostly markup; by default each socket would keep twice the memory for it."""


class LessonSocket(LimitedSocket):
    """Joins a page to its lessons; nothing of what is sent is logged here."""

    def initialize(self, sockets: Sockets, origins: tuple[str, ...]) -> None:
        """Take what all sockets have in common."""
        self.keep_to(sockets)
        self._origins = origins
        self._lessons = Multiplex(self._send)

    @property
    def ping_interval(self) -> float:
        """The seconds between looks whether the page is there."""
        return PING_EVERY

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

    def open(self) -> None:
        """Wait for a page to say how it was opened."""
        self.set_nodelay(True)
        IOLoop.current().call_later(self._limits.opens_within, self._cut_if_mute)

    def on_message(self, message: str | bytes) -> None:
        """Take a frame, or say what is wrong with it."""
        if self.may_send(message):
            take(self._lessons, message, self._send)

    def end(self) -> None:
        """Let the page's lessons go."""
        super().end()
        self._lessons = Multiplex(self._send)

    def _send(self, frame: Mapping[str, Any]) -> None:
        with suppress(WebSocketClosedError):  # it closes
            self.write_message(json.dumps(frame))
        if _is_refusal(frame):
            self._bucket.take(self._limits.refused)

    def _cut_if_mute(self) -> None:
        if not self._is_over and not self._lessons.is_open:
            self.cut("it did not say how its page was opened")


def _is_refusal(frame: Mapping[str, Any]) -> bool:
    return "refused" in frame or frame.get("message", {}).get("kind") == "error"
