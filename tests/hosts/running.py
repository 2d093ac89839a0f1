"""A server in a process of its own, with what it logged."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from attrs import field, frozen

ENDS_WITHIN = 40
CHANGED = """
from okin_lib.hosts.server import {modules}
{changes}
from okin_lib.cli import main
main()
"""


@frozen
class Log:
    """What a server wrote on standard error, line by line, each an object of JSON."""

    lines: list[dict[str, Any]] = field(factory=list)
    others: list[str] = field(factory=list)
    """Lines that are no JSON: there are to be none."""
    said: threading.Condition = field(factory=threading.Condition)

    def take(self, line: str) -> None:
        with self.said:
            try:
                self.lines.append(json.loads(line))
            except ValueError:
                self.others.append(line)
            self.said.notify_all()

    def until(self, holds: Callable[[list[str]], object]) -> list[str]:
        """Wait until this holds of all that is said, requests aside; return that."""

        def said() -> list[str]:
            return [
                each.get("said", each.get("where")) for each in self.lines if "method" not in each
            ]

        with self.said:
            assert self.said.wait_for(lambda: holds(said()), ENDS_WITHIN), said()
            return said()


@frozen
class Running:
    """A server, its address, and its log."""

    process: subprocess.Popen[str]
    url: str
    log: Log

    @property
    def port(self) -> int:
        return urlsplit(self.url).port

    def get(self, path: str) -> str:
        with urlopen(self.url + path, timeout=60) as answer:
            return answer.read().decode()


@contextmanager
def running(*command: str, **changes: object) -> Iterator[Running]:
    """Run ``okin`` with this command.

    Parameters
    ----------
    **changes
        What is otherwise in it, as ``module__NAME``: it waits less long.
    """
    run = [sys.executable, "-u", "-m", "okin_lib"]
    if changes:
        named = {name.replace("__", "."): value for name, value in changes.items()}
        modules = ", ".join({name.partition(".")[0] for name in named})
        lines = "\n".join(f"{name} = {value!r}" for name, value in named.items())
        run = [sys.executable, "-u", "-c", CHANGED.format(modules=modules, changes=lines)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    log = Log()
    with subprocess.Popen([*run, *command, "--log", "json"], **pipes) as process:
        reading = threading.Thread(target=lambda: [*map(log.take, process.stderr)], daemon=True)
        reading.start()
        try:
            yield Running(process, process.stdout.readline().split()[1], log)
        finally:
            process.terminate()
            try:
                process.wait(ENDS_WITHIN)
            finally:
                process.kill()
            reading.join()
        assert not log.others, log.others
