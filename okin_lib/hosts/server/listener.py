"""What listens: what a connection may ask for, how long it may take, and how all ends."""

import asyncio
import logging
import os
import shutil
import signal
from collections.abc import Iterable
from contextlib import suppress
from errno import EADDRINUSE
from types import FrameType
from typing import Any

from attrs import evolve
from jupyter_core.utils import run_sync
from jupyter_server.utils import ensure_async
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.iostream import IOStream
from tornado.web import Application
from voila.app import Voila  # type: ignore[import-untyped]

from okin_lib.hosts.log_lines import OURS
from okin_lib.hosts.server.channels import LIMITS as KERNEL_LIMITS
from okin_lib.hosts.server.open_files import share_of
from okin_lib.hosts.server.pages import ENDING, READY
from okin_lib.hosts.server.sockets import Sockets
from okin_lib.hosts.shared.limits import Limits

log = logging.getLogger(OURS)

LONGEST_HEAD = 120 * 1024
"""Bytes of a request before its body. Tornado's own 64 kB hang up on a hostile link; with more,
the board refuses it in words. Linux hands a kernel no variable of more than 128 kB."""
LARGEST_BODY = 64 * 1024
"""Bytes: no page of ours sends one."""
LARGEST_READ = 10_000_000
"""Bytes that are read of a connection at once: no frame is larger."""
HEARD_WITHIN = 20
"""Seconds that a connection may take to ask for something, and then for something else."""
CONNECTIONS = 1_000
"""At once, sockets aside."""
GONE_WITHIN, ENDED_WITHIN = 3, 8
"""Seconds that pages are waited for to hear that the server ends; and kernels, to end."""


class Listener(HTTPServer):
    """Takes requests, so many and so large, and none that is asked for too slowly."""

    def initialize(self, app: Application, most: int) -> None:  # type: ignore[override]
        """Take what answers them.

        Parameters
        ----------
        most
            How many connections there may be.
        """
        super().initialize(
            app,
            max_header_size=LONGEST_HEAD,
            max_body_size=LARGEST_BODY,
            max_buffer_size=LARGEST_READ,
            idle_connection_timeout=HEARD_WITHIN,
            body_timeout=HEARD_WITHIN,
        )
        self._most = most

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Take a connection, if there is room for it."""
        if len(self._connections) < self._most:
            super().handle_stream(stream, address)
            return
        log.warning("There are %d connections: one more was refused", self._most)
        stream.close()

    def listen_at_one_of(self, ports: Iterable[int], ip: str) -> int:
        """Listen at the first port that is free, and return it; raise `OSError` if none is."""
        for port in ports:
            try:
                self.listen(port, ip)
            except OSError as error:
                if error.errno != EADDRINUSE:
                    raise
            else:
                return port
        raise OSError(EADDRINUSE, os.strerror(EADDRINUSE))


class Listening(Voila):  # type: ignore[misc]
    """Voila, which ends in order: none is let in, who is there is told, and kernels end."""

    listener: Listener
    most_connections: int
    of_lessons: Sockets
    of_kernels: Sockets
    is_ending = False

    def make_room(self, pages: int) -> None:
        """See how many there is room for: sockets of lessons and of kernels, and connections."""
        lessons, kernels = Limits(), KERNEL_LIMITS
        share = share_of(lessons.sockets + CONNECTIONS, pages)
        self.of_lessons = Sockets(evolve(lessons, sockets=int(lessons.sockets * share)))
        self.of_kernels = Sockets(kernels)
        self.most_connections = int(CONNECTIONS * share)

    def health(self) -> dict[str, Any]:
        """Return what the server says of itself."""
        return {
            "status": ENDING if self.is_ending else READY,
            "pages": len(self.of_lessons),
            "kernels": self.kernel_manager.taken,
            "places": self.kernel_manager.places,
        }

    def start(self) -> None:
        """Serve until told to end."""
        signal.signal(signal.SIGINT, self._handle_signal_stop)
        super().start()

    def listen(self) -> None:
        """Listen, and open a browser if that was asked for."""
        self.ioloop = IOLoop.current()
        self.listener = Listener(self.app, self.most_connections)
        self.bind()
        if self.open_browser:
            self.launch_browser()
        try:
            self.ioloop.start()
        finally:
            self.stop()

    def bind(self) -> None:
        """Listen at the first port that is free."""
        ports = self.random_ports(self.port, self.port_retries + 1)
        self.port: int = self.listener.listen_at_one_of(ports, self.ip)

    def _handle_signal_stop(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)  # a second one ends it at once
        IOLoop.current().add_callback_from_signal(self.end)

    async def end(self) -> None:
        """Let none in, tell who is there, end the kernels, and return from `start`."""
        if self.is_ending:
            return
        self.is_ending = True
        log.info("ending")
        self.listener.stop()
        both = (self.of_lessons, self.of_kernels)
        await asyncio.gather(*(each.close(GONE_WITHIN) for each in both))
        with suppress(TimeoutError):
            ending = ensure_async(self.kernel_manager.shutdown_all())
            await asyncio.wait_for(ending, ENDED_WITHIN)
        await self.listener.close_all_connections()
        log.info("ended")
        self.ioloop.stop()

    def stop(self) -> None:
        """Leave nothing behind: kernels that have not ended are killed."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        shutil.rmtree(self.connection_dir, ignore_errors=True)
