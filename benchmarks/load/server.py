"""The server that is asked: a process of its own, as anyone starts it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from attrs import frozen


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


@contextmanager
def server(*command: str) -> Iterator[Server]:
    """Run ``okin`` with a command, and what it is told."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "okin_lib", *command], stdout=subprocess.PIPE, text=True
    ) as process:
        line = next(line for line in process.stdout if "http" in line)
        threading.Thread(target=process.stdout.read, daemon=True).start()
        try:
            yield Server(line.split()[1], psutil.Process(process.pid))
        finally:
            process.terminate()
