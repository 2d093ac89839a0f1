"""The same work for each of many things, in order, in this process or shared out among others."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 50  # things that are sent at once: a tenth of a second's work, so that little is lost
AHEAD = 3  # chunks for each process that wait or are at work: what is done is not to pile up


def in_order(work: Callable[[T], R], things: Iterable[T], processes: int) -> Iterator[tuple[T, R]]:
    """Yield each thing with what ``work`` makes of it, in their order.

    Parameters
    ----------
    work
        A function that can be sent: of a module, or a part of one.

    Raises
    ------
    RuntimeError
        If a process ends before its work is done.
    """
    if processes == 1:
        return ((thing, work(thing)) for thing in things)
    return _shared_out(partial(_each, work), things, processes)


def _shared_out(
    work: Callable[[list[T]], list[R]], things: Iterable[T], processes: int
) -> Iterator[tuple[T, R]]:
    waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
    # Started afresh, as everywhere but on Linux: a kernel has threads, and is not to be forked.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_leave_interrupts)
    try:
        for chunk in _chunks(iter(things)):
            waiting.append((chunk, pool.submit(work, chunk)))
            if len(waiting) > AHEAD * processes:
                yield from _done(*waiting.popleft())
        while waiting:
            yield from _done(*waiting.popleft())
    except BrokenProcessPool as error:
        raise RuntimeError(
            "a process ended before its work was done: it was killed, perhaps for want of memory, "
            "or the script that asks for processes does so outside `if __name__ == '__main__':`"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _done(chunk: list[T], made: Future[list[R]]) -> Iterator[tuple[T, R]]:
    return zip(chunk, made.result(), strict=True)


def _chunks(things: Iterator[T]) -> Iterator[list[T]]:
    while chunk := list(islice(things, CHUNK)):
        yield chunk


def _each(work: Callable[[T], R], chunk: list[T]) -> list[R]:
    return [work(thing) for thing in chunk]


def _leave_interrupts() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the one that ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
