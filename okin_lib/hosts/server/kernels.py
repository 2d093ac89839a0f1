"""The kernels of the pages: how long each is kept."""

import logging
from datetime import timedelta
from typing import Any

import zmq
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from jupyter_server.utils import ensure_async
from traitlets import Integer, default

from okin_lib.hosts.log_lines import OURS
from okin_lib.hosts.server.room import Room

log = logging.getLogger(OURS)


class Kernel(ServerKernelManager):
    """The kernel of one page.

    It is spoken to through sockets in a folder of ours where the system has them. A port is
    chosen before the kernel listens on it, and another program may take it meanwhile: the
    kernel then ends as it starts, and the page waits in vain.
    """

    @default("transport")
    def _that_nobody_else_takes(self) -> str:
        file = self.connection_file.encode()  # a socket's name is one longer: -ipc-5 for .json
        fits = 0 < len(file) < zmq.IPC_PATH_MAX_LEN
        return "ipc" if zmq.has("ipc") and fits else "tcp"

    async def _async_interrupt_kernel(self) -> None:
        """Do nothing: Jupyter interrupts a kernel before it ends it, which the kernel logs."""


class Kernels(Room):
    """Kernels that end when no page needs them.

    A page ends its own as it closes. One that closed without a word, as on a telephone, may
    come back for a while; one that never came is waited for less long.
    """

    never_joined_timeout = Integer(40, config=True)
    """Seconds: with the interval between looks, within a minute."""

    @default("kernel_manager_class")
    def _ended_without_a_word(self) -> str:
        return f"{Kernel.__module__}.{Kernel.__name__}"

    @default("transport_encryption")
    def _others_on_this_machine_do_not_listen(self) -> str:
        return "auto"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._joined: set[str] = set()

    def notify_connect(self, kernel_id: str) -> None:
        """Note that a page has joined."""
        self._joined.add(kernel_id)
        super().notify_connect(kernel_id)  # type: ignore[no-untyped-call]

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End the kernel if no page needs it. That is no reason for a warning."""
        if self._is_over(kernel_id, self._kernels[kernel_id]):
            log.info("A kernel ends: no page needs it")
            await ensure_async(self.shutdown_kernel(kernel_id))  # type: ignore[no-untyped-call]

    def _is_over(self, kernel_id: str, kernel: Any) -> bool:
        if kernel.execution_state == "dead":
            return True
        if self._kernel_connections.get(kernel_id) or kernel.execution_state == "busy":
            return False
        if not kernel.trait_has_value("last_activity"):  # it starts
            return False
        joined = kernel_id in self._joined
        longest = self.cull_idle_timeout if joined else self.never_joined_timeout
        return bool(utcnow() - kernel.last_activity > timedelta(seconds=longest))

    async def _remove_kernel_when_ready(self, kernel_id: str, kernel_awaitable: Any) -> None:
        ending: Any = super()._remove_kernel_when_ready
        await ending(kernel_id, kernel_awaitable)
        self._joined.discard(kernel_id)
