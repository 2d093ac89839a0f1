"""The sockets of a server: how many there may be, what each may take, and how all close."""

import asyncio
import logging
from asyncio import Future
from contextlib import suppress
from typing import Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from okin_lib.hosts.log_lines import OURS
from okin_lib.hosts.shared.limits import Bucket, Limits

log = logging.getLogger(OURS)

POLICY_VIOLATION, SERVICE_RESTART = 1008, 1012


class Sockets:
    """Those that are open, and how they are limited.

    Parameters
    ----------
    limits : Limits
        How much each may take, and how many there may be.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._open: dict[WebSocketHandler, str] = {}
        self._is_closed = False
        self._is_empty = asyncio.Event()

    def __len__(self) -> int:
        return len(self._open)

    def admit(self, socket: WebSocketHandler, to: str = "") -> bool:
        """Let a socket in, if there is room.

        Parameters
        ----------
        to : str
            The kernel that it joins, if it joins one.
        """
        if self._is_closed or len(self._open) >= self.limits.sockets:
            return False
        same = sum(each == to for each in self._open.values()) if to else 0
        if same >= self.limits.of_one:
            return False
        self._open[socket] = to
        if len(self._open) == self.limits.sockets:
            log.warning("The room is full: %d pages are connected", len(self._open))
        if same + 1 == self.limits.of_one:
            log.warning("A kernel has %d sockets: it is joined by no more", same + 1)
        return True

    def leave(self, socket: WebSocketHandler) -> None:
        """Let a socket go."""
        self._open.pop(socket, None)
        if not self._open:
            self._is_empty.set()

    async def close(self, within: float) -> None:
        """Let none in any more, tell those that are open, and wait until they have gone.

        Parameters
        ----------
        within : float
            The seconds after which they are not waited for.
        """
        self._is_closed = True
        self._is_empty.clear()
        for each in [*self._open]:
            each.close(SERVICE_RESTART)
        with suppress(TimeoutError):
            if self._open:
                await asyncio.wait_for(self._is_empty.wait(), within)


class LimitedSocket(WebSocketHandler):
    """A socket that is cut, with one line in the log, where its page takes more than it may."""

    _sockets: Sockets
    _bucket: Bucket
    _waiting = 0
    _is_over = False

    def keep_to(self, sockets: Sockets) -> None:
        """Be one of these, and keep to their limits."""
        self._sockets = sockets
        self._bucket = Bucket(self._limits.burst, self._limits.rate)

    @property
    def _limits(self) -> Limits:
        return self._sockets.limits

    @property
    def max_message_size(self) -> int:
        """The bytes of which nothing more is read; what is larger than allowed is said before."""
        return 2 * self._limits.frame

    def may_send(self, message: str | bytes) -> bool:
        """Whether a frame is to be taken; if it is too much, the socket is cut."""
        if self._is_over:
            return False
        if len(message) > self._limits.frame:
            self.cut("it sent a frame that is too large")
        elif not self._bucket.take(1 + len(message) // self._limits.counts):
            self.cut("it sent more than a page does")
        return not self._is_over

    def write_message(
        self, message: bytes | str | dict[str, Any], binary: bool = False
    ) -> "Future[None]":
        """Send a message, unless too much waits already for a page that does not read."""
        size = len(message)
        self._waiting += size
        if not self._is_over and self._waiting > self._limits.waiting:
            self.cut("it does not read")
        if self._is_over:
            raise WebSocketClosedError
        written = super().write_message(message, binary)
        written.add_done_callback(lambda done: self._written(done, size))
        return written

    def _written(self, done: "Future[None]", size: int) -> None:
        self._waiting -= size
        if not done.cancelled():
            done.exception()  # it closed meanwhile

    def cut(self, why: str) -> None:
        """End it, with one line for the log, which quotes nothing that was sent."""
        log.warning(f"A page's socket was cut: {why}")
        self.close(POLICY_VIOLATION)
        self.end()

    def end(self) -> None:
        """Take nothing more, and leave its place."""
        self._is_over = True
        self._sockets.leave(self)

    def on_finish(self) -> None:
        """Let it go where it was not let in as a socket."""
        if self.ws_connection is None:
            self._sockets.leave(self)

    def on_close(self) -> None:
        """Let it go."""
        super().on_close()
        self.end()
