"""The socket of a page whose lessons this process holds."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from tornado.ioloop import IOLoop
from tornado.websocket import WebSocketClosedError

from okin_lib.hosts.messages import Send
from okin_lib.hosts.server.slow_lane import SlowLane
from okin_lib.hosts.server.sockets import LimitedSocket, Sockets
from okin_lib.hosts.shared.frames import Receiver, take
from okin_lib.hosts.shared.limits import Bucket
from okin_lib.hosts.shared.multiplex import Multiplex
from okin_lib.page.costly import NotHere, others_waiting

PING_EVERY = 30
"""Seconds: a page that vanished is let go after twice as many."""
COME_AGAIN = "5"
COMPRESSION = {"compression_level": 4, "mem_level": 5}
"""A click sends mostly markup; by default each socket would keep twice the memory for it."""
SIGN_OF_LIFE = 3
"""Seconds after which a page that waits is told that it is not forgotten: by `line.js` it would
take the server for lost."""

Frame = Mapping[str, Any]
Result = TypeVar("Result")


class LessonSocket(LimitedSocket):
    """Joins a page to its lessons; nothing of what is sent is logged here.

    One frame is taken after another, and others have their turn between them. What takes long is
    done beside the loop, and who has taken much time waits before they are heard again.
    """

    def initialize(self, sockets: Sockets, origins: tuple[str, ...], lane: SlowLane) -> None:
        """Take what all sockets have in common."""
        self.keep_to(sockets)
        self._origins, self._lane = origins, lane
        self._time = Bucket(self._limits.seconds, self._limits.share)
        self._answers: list[Frame] = []

    def page(self, *_where: str) -> Receiver:
        """Return what takes the frames of the page of that address."""
        return Multiplex(self._answers.append)

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

    def open(self, *where: str) -> None:
        """Wait for a page to say how it was opened."""
        self._page = self.page(*where)
        self.set_nodelay(True)
        IOLoop.current().call_later(self._limits.opens_within, self._cut_if_mute)

    async def on_message(self, message: str | bytes) -> None:
        """Take a frame, or say what is wrong with it."""
        if not self.may_send(message):
            return
        try:
            took = await self._took(message)
        except TimeoutError:
            self.cut("a step took too long")
            return
        for frame in self._answers:
            self._send(frame)
        self._answers.clear()
        if owed := self._time.spend(took):
            await self._waits(asyncio.create_task(asyncio.sleep(owed)))
        else:
            await asyncio.sleep(0)

    async def _took(self, message: str | bytes) -> float:
        """Take a frame, beside the others if it takes long; return how many seconds it took."""
        try:
            with others_waiting():
                return self._timed(message, self._answers.append)
        except NotHere:
            self._answers.clear()
            taking = self._lane.run(
                partial(self._timed, message, self._answers.append), self._limits.step
            )
            return await self._waits(asyncio.create_task(taking))

    def _timed(self, message: str | bytes, send: Send) -> float:
        """Take a frame, unless its page has gone meanwhile."""
        began = monotonic()
        if not self._is_over:
            take(self._page, message, send)
        return monotonic() - began

    async def _waits(self, task: "asyncio.Task[Result]") -> Result:
        """Tell the page every so often that the server is there, until a task is done."""
        while not (await asyncio.wait({task}, timeout=SIGN_OF_LIFE))[0]:
            self._send({"opened": True})
        return await task

    def end(self) -> None:
        """Let the page go."""
        super().end()
        self._page.leave()

    def _send(self, frame: Frame) -> None:
        with suppress(WebSocketClosedError):  # it closes
            self.write_message(json.dumps(frame))
        if _is_refusal(frame):
            self._bucket.take(self._limits.refused)

    def _cut_if_mute(self) -> None:
        if not self._is_over and not self._page.is_open:
            self.cut("it did not say how its page was opened")


def _is_refusal(frame: Frame) -> bool:
    return "refused" in frame or frame.get("message", {}).get("kind") == "error"
