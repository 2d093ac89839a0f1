"""Kernels forked from one process that has imported what each of them needs.

A kernel that starts from nothing takes a second of a core, nearly all of it to import. Python's
own fork server is that process: it has one thread and no sockets, and ends with its server.
"""

import os
import signal
import sys
from asyncio import sleep
from collections.abc import Mapping
from multiprocessing import current_process, forkserver, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Any

from attrs import frozen
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

POSSIBLE = sys.platform == "linux"
ATTEMPTS, BETWEEN_ATTEMPTS = 20, 0.05
"""And the seconds between them: a process that is killed takes some milliseconds to end."""
PRELOADED = "okin_lib.hosts.server.preloaded"


def prepare() -> None:
    """Start the process that kernels are forked from, with the environment as it is now."""
    get_context("forkserver").set_forkserver_preload([PRELOADED])
    forkserver.ensure_running()


@frozen
class _Forked:
    """A forked process, as Jupyter knows those that it starts itself."""

    process: BaseProcess
    stdin = stdout = stderr = None

    @property
    def pid(self) -> int | None:
        return self.process.pid

    def poll(self) -> int | None:
        return self.process.exitcode

    def wait(self) -> int | None:
        self.process.join()
        return self.process.exitcode

    def send_signal(self, number: int) -> None:
        if self.pid and self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


class ForkedProvisioner(LocalProvisioner):
    """What Jupyter asks for a kernel's process."""

    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel that ``cmd`` would start."""
        self.cwd = kwargs.get("cwd", Path.cwd())
        kernel = await _started(cmd, _plain(kwargs["env"]), self.cwd)
        self.process, self.pid = _Forked(kernel), kernel.pid
        return self.connection_info


async def _started(*command: Any) -> BaseProcess:
    """Return the forked process. While the fork server is ending, it can be asked and answers not.

    Raises
    ------
    OSError, EOFError
        If none answers, and none can be started.
    """
    for left in reversed(range(ATTEMPTS)):
        # A daemon: one that the server, as it ends, does not wait for.
        kernel = get_context("forkserver").Process(target=_run, args=command, daemon=True)
        try:
            kernel.start()
            break
        except (OSError, EOFError):
            if not left:
                raise
            await sleep(BETWEEN_ATTEMPTS)
    return kernel


def _plain(env: Mapping[str, str]) -> dict[str, str]:
    """What names are but text: Voila's are of a type that would import all of Voila."""
    return {str.__str__(name): value for name, value in env.items()}


def _run(cmd: list[str], env: dict[str, str], cwd: str | Path) -> None:
    """Be the kernel that ``cmd`` would start; start it where a source has changed meanwhile."""
    from okin_lib.hosts.server.kernel_app import ForkedKernelApp
    from okin_lib.hosts.server.preloaded import are_as_read

    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    if not are_as_read():
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))  # by one of them the fork server is kept
        os.execve(cmd[0], cmd, {**env, "JPY_PARENT_PID": str(os.getppid())})
    Thread(target=_end_with_the_server, daemon=True).start()
    current_process().daemon = False  # it may have children of its own
    options = cmd[cmd.index("-f") :]
    # The parent is the fork server, and of no account: 1 is the parent that nobody watches.
    ForkedKernelApp.launch_instance(argv=[*options, "--IPKernelApp.parent_handle=1"])


def _end_with_the_server() -> None:
    parent_process().join()  # type: ignore[union-attr]
    os._exit(1)
