"""What a server's log holds of a message: its own words, and nothing that came from a visitor.

What a message is filled in with may be what somebody wrote, their address or their query, so only
numbers are told; what is safe to tell stands in the message itself. A message of a library that is
filled in with nothing may have been put together before: of that only its place is told. What an
exception says is left out too, and where it was raised is told in full.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from time import monotonic
from traceback import walk_tb
from typing import Any

from okin_lib.hosts.shared.limits import Bucket

VARIABLE = "OKIN_LOG"
"""In the environment of a kernel, the form of the log that it shares."""
OURS = "okin"
OF_A_KERNEL = (20, 0.2)
"""Warnings of a kernel at once, and in each second."""
TOLD = "told"
"""The attribute of a record that holds more of it, by name: all of it safe to tell."""


class TextLine(logging.Formatter):
    """A message as a line, for whoever watches a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and below it what was raised."""
        its = told(record)
        trace = its.pop("trace", [])
        head = [its.pop(name) for name in ("time", "level")]
        said = [its.pop("said")] if "said" in its else []
        line = " ".join([*head, *said, *(f"{name}={value}" for name, value in its.items())])
        return "\n".join([line, *(f"  {each}" for each in trace)])


class JsonLine(logging.Formatter):
    """A message as an object of JSON on one line, for a program that gathers logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return json.dumps(told(record))


FORMS: Mapping[str, type[logging.Formatter]] = {"text": TextLine, "json": JsonLine}


def of_a_kernel() -> type[logging.Formatter]:
    """Return the form of the log of the server that started this kernel."""
    return FORMS[os.environ.get(VARIABLE, "text")]


class Sparing(logging.Filter):
    """Lets so many warnings through, so that no visitor fills a disk, and counts the others.

    Parameters
    ----------
    together : int
        How many may come at once.
    rate : float
        How many come through in each second after that.
    clock : Callable
        What tells the seconds.
    """

    def __init__(self, together: int, rate: float, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._bucket = Bucket(together, rate, clock)
        self._left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is to be written; one after others that were not says so."""
        if record.levelno < logging.WARNING:
            return True
        if not self._bucket.take(1):
            self._left_out += 1
            return False
        if self._left_out:
            setattr(record, TOLD, {**getattr(record, TOLD, {}), "left_out": self._left_out})
            self._left_out = 0
        return True


def told(record: logging.LogRecord) -> dict[str, Any]:
    """Return what is told of a record, by name."""
    at = datetime.fromtimestamp(record.created, UTC)
    its: dict[str, Any] = {
        "time": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "level": record.levelname.lower(),
    }
    if record.name == OURS or record.args:
        its["said"] = _said(record)
    if record.name != OURS:
        its["where"] = f"{record.name}, {record.module}:{record.lineno}"
    its |= getattr(record, TOLD, {})
    if record.exc_info and record.exc_info[1]:
        its["trace"] = [*_trace(record.exc_info[1])]
    return its


def _said(record: logging.LogRecord) -> str:
    args = record.args if isinstance(record.args, tuple) else (record.args,)
    known = tuple(each if isinstance(each, int | float) else "…" for each in args)
    try:
        return str(record.msg) % known if record.args else str(record.msg)
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _trace(error: BaseException | None) -> Iterator[str]:
    """Yield what was raised and where, and then of what that came."""
    while error is not None:
        yield type(error).__qualname__
        for frame, line in walk_tb(error.__traceback__):
            yield f"{frame.f_code.co_filename}:{line} in {frame.f_code.co_name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
