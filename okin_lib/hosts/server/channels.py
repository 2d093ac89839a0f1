"""What joins a page of Voila to its kernel: so many sockets, which may send so much."""

from asyncio import Future
from contextlib import suppress
from typing import Any

from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import (  # type: ignore[import-untyped]
    VoilaKernelWebsocketHandler,
)

from okin_lib.hosts.server.pages import Ours
from okin_lib.hosts.server.sockets import LimitedSocket, Sockets
from okin_lib.hosts.shared.limits import Limits

LIMITS = Limits(frame=4_000_000, waiting=16_000_000, burst=1_000, rate=200)
"""A notebook of one's own may send a file, and draw; what it sends its own kernel computes."""


class Channels(Ours, VoilaKernelWebsocketHandler, LimitedSocket):  # type: ignore[misc]
    """The socket of a page that a kernel computes."""

    def initialize(self, sockets: Sockets) -> None:
        """Take what all of them have in common."""
        self.keep_to(sockets)

    @property
    def ping_timeout(self) -> int:
        """The milliseconds without a sign of the page after which it is cut.

        Jupyter first looks for one after an interval, when it has asked for none yet. Tornado asks
        as it connects, takes the number for seconds, and warns of more than an interval.
        """
        intervals = 1 if self.ws_connection is None else 3
        return intervals * int(self.ping_interval or 0)

    async def pre_get(self) -> None:
        """Say so where there is no such kernel, on which Jupyter fails, or where it has enough."""
        if self.kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        if not self._sockets.admit(self, self.kernel_id):
            raise HTTPError(503)
        await super().pre_get()

    def on_message(self, message: str | bytes) -> None:
        """Hand on a message, if it is one."""
        if not self.may_send(message):
            return
        try:
            super().on_message(message)
        except Exception:  # Jupyter takes apart whatever comes
            self.cut("it sent what is no message")

    def on_close(self) -> None:
        """Let it go; Jupyter says of this to nobody else."""
        super().on_close()
        self.end()

    def write_message(  # type: ignore[override]  # Voila's own leaves some unsent too
        self, message: bytes | str | dict[str, Any], binary: bool = False
    ) -> "Future[None] | None":
        """Send what the kernel says, as long as there is someone who hears it."""
        with suppress(WebSocketClosedError):
            written: Future[None] | None = super().write_message(message, binary)
            return written
        return None
