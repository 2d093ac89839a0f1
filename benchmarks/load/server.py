"""The server that is asked: a process of its own, as anyone starts it."""

import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from attrs import frozen

ADDRESS = re.compile(r"http\S+")


@frozen
class Server:
    """A running server: where it is, and what it takes."""

    url: str
    process: psutil.Process

    def megabytes(self) -> float:
        """Return the memory that it and its kernels have, and share with nobody."""
        return sum(each.memory_full_info().uss for each in self._all()) / 1e6

    def seconds(self) -> float:
        """Return how long they have computed."""
        times = [each.cpu_times() for each in self._all()]
        return sum(each.user + each.system for each in times)

    def _all(self) -> list[psutil.Process]:
        return [self.process, *self.process.children(recursive=True)]

    def kernels(self) -> list[psutil.Process]:
        """Return its kernels: where they are forked, another process has them."""
        children = self.process.children()
        return [each for child in children for each in child.children()] or children


@contextmanager
def listening(command: Sequence[str | Path], **more: Any) -> Iterator[Server]:
    """Run a server that says at which address it listens, and let nothing of it stay."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more) as process:
        line = next(line for line in process.stdout if "http" in line)
        threading.Thread(target=process.stdout.read, daemon=True).start()
        at = Server(ADDRESS.search(line)[0], psutil.Process(process.pid))
        try:
            yield at
        finally:
            process.terminate()


@contextmanager
def server(*command: str) -> Iterator[Server]:
    """Run ``okin`` with a command, and what it is told."""
    with listening([sys.executable, "-u", "-m", "okin_lib", *command]) as at:
        yield at


def free_port() -> str:
    """Return a port that no server takes which looks for one by itself."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return str(probe.getsockname()[1])
