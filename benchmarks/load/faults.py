"""What happens to learners at work while the server, or kernels, are killed.

Each time all have gone on, and after a while that is drawn by lot, the server is killed, and
started again on its port; or with `okin voila` the kernels of a third of the pages are killed.
"""

import asyncio
import math
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from random import sample, uniform
from statistics import median
from time import perf_counter

from attrs import define, field, frozen
from crowd import act, arrive
from engine import Engine
from going_on import ON_WITHIN, GoingOn, Reconnects, Reloads
from learner import LOST
from measured import Measured, met, report_answers
from server import Server, free_port, server

TIMES = 3
SEEN_WITHIN, BETWEEN_LOOKS = 10, 0.1
"""Seconds."""


@define
class Killed:
    """A server of which something is killed, when it was, and of how many pages."""

    command: str
    servers: ExitStack
    port: str = field(factory=free_port)
    at: Server = field(init=False)
    moments: list[float] = field(factory=list)
    pages: int = 0

    def __attrs_post_init__(self) -> None:
        self.at = self.servers.enter_context(server(self.command, "--port", self.port))

    async def kill(self, learners: Sequence[GoingOn]) -> None:
        """Kill it, or a part of it."""
        raise NotImplementedError


class KilledServer(Killed):
    """All of it, which is started again."""

    async def kill(self, learners: Sequence[GoingOn]) -> None:
        self.moments.append(perf_counter())
        self.at.process.kill()
        self.pages += len(learners)
        again = server(self.command, "--port", self.port)
        self.at = await asyncio.to_thread(self.servers.enter_context, again)


class KilledKernels(Killed):
    """The kernels of a third of the pages."""

    async def kill(self, learners: Sequence[GoingOn]) -> None:
        kernels = {each: str(each.net_connections("unix")) for each in self.at.kernels()}
        chosen = sample(learners, math.ceil(len(learners) / 3))
        self.moments.append(perf_counter())
        for process, sockets in kernels.items():
            if any(each.kernel in sockets for each in chosen):
                process.kill()
        self.pages += len(chosen)


@frozen
class Fault:
    """What is killed, who had it, how many come in how many seconds, and how they go on."""

    said: str
    command: str
    kind: type[Killed]
    learner: type[GoingOn]
    count: int
    within: float
    on: str


FAULTS = (
    Fault(
        "okin serve, killed and started again",
        *("serve", KilledServer, Reconnects, 1000, 60, "without doing anything"),
    ),
    Fault(
        "okin voila, the kernels of a third of the pages killed",
        *("voila", KilledKernels, Reloads, 60, 60, "after one reload"),
    ),
)


async def suffer(fault: Fault, engine: Engine, scale: float, rate: float, seconds: float) -> bool:
    """Play it, print how it went, and return whether no answer was lost or wrong.

    Parameters
    ----------
    rate
        The toggles in a second of each learner.
    """
    count = math.ceil(fault.count * scale)
    with ExitStack() as servers:
        its = fault.kind(fault.command, servers)
        learners, came = await arrive(fault.learner, its.at, engine, count, fault.within * scale)
        killing = asyncio.create_task(_kill(its, learners, seconds))
        answers = await act(learners, rate * count, seconds)
        await killing
        await asyncio.gather(*(answers.of(each.act()) for each in learners))
        answers.failed += came.failed
        answers.wrong += came.wrong + sum(each.wrong for each in learners)
        print(f"{fault.said} {TIMES} times, {count} learners at work for {seconds} s")
        _report(fault, its, learners, answers)
        for each in learners:
            with suppress(*LOST):  # its kernel may be gone
                await each.leave()
    return not answers.is_bad


async def _kill(its: Killed, learners: Sequence[GoingOn], seconds: float) -> None:
    for _ in range(TIMES):
        await asyncio.sleep(uniform(0, 2 * seconds / (TIMES + 1)))
        with suppress(TimeoutError):
            async with asyncio.timeout(ON_WITHIN):
                while sum(len(each.back_at) for each in learners) < its.pages:
                    await asyncio.sleep(BETWEEN_LOOKS)
        await its.kill(learners)


def _report(fault: Fault, its: Killed, learners: Sequence[GoingOn], answers: Measured) -> None:
    seen = since(its.moments, [at for each in learners for at in each.gone_at])
    back = since(its.moments, [at for each in learners for at in each.back_at])
    all_saw = len(seen) == its.pages and max(seen, default=0) < SEEN_WITHIN
    print(
        f"  {len(seen)} of {its.pages} pages saw it, the last after {max(seen, default=0):.1f} s"
        f"   {met(f'each within {SEEN_WITHIN} s', all_saw)}"
    )
    print(
        f"  {len(back)} were back {fault.on}, the median after {median(back or [0]):.1f} s,"
        f" the last after {max(back, default=0):.1f} s   {met('each', len(back) == its.pages)}"
    )
    report_answers(answers)


def since(kills: Sequence[float], moments: Sequence[float]) -> list[float]:
    """Return how long before each moment something was last killed."""
    return [moment - max(kill for kill in kills if kill <= moment) for moment in moments]
