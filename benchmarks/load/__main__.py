"""A class, a thousand, and a class in Voila: real pages of a real server, each answer compared.

python benchmarks/load [--learners 1000] [--seconds 120]
python benchmarks/load --class [--phones 300]
python benchmarks/load --faults
python benchmarks/load --cap

It takes the folder above on PYTHONPATH, as `make loadtest` has it.

With fewer learners as many come in a second, and each acts as often. Every page asks as often as
one in a browser does whether the server is there. The program that plays the learners takes
about as much of the machine as the server. Beside Voila with our kernels stands Voila as it comes,
with `interact` and a figure: nothing is aimed at there. Then the server, and kernels, are killed
while learners work; and twice as many come as there is room for. With --class the phones of one
class answer within ten seconds. With one of the last three options nothing else is played. Exits
with 1 if an answer was wrong, or lost, but for Voila as it comes.
"""

import argparse
import asyncio
import math
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial

from attrs import frozen
from cap import fill
from crowd import act, arrive
from engine import Engine
from faults import FAULTS, suffer
from in_a_class import meet
from in_a_kernel import InAKernel
from learner import Learner, OfSharedProcess
from measured import Measured, Target, learners_cost, report
from server import Server, server
from stock import WithInteract, stock_voila
from tornado.httpclient import AsyncHTTPClient

from okin_lib.hosts.server.options import PAGES

PHONES, ANSWER_WITHIN = 300, 10
LEARNERS, SECONDS, TOGGLES = 1000, 120, 80
"""Of so many learners, as many acts a second, of all together, for so long."""
RATE = TOGGLES / LEARNERS


@frozen
class Way:
    """How learners are served, how many come in how many seconds, and what is aimed at."""

    said: str
    starts: Callable[[], AbstractContextManager[Server]]
    learner: type[Learner]
    groups: tuple[tuple[int, float], ...]
    target: Target | None = None


WAYS = (
    Way(
        "okin serve",
        partial(server, "serve"),
        OfSharedProcess,
        ((100, 10), (LEARNERS, 60)),
        Target(1000, 100, 0.5),
    ),
    Way(
        "okin voila",
        partial(server, "voila"),
        InAKernel,
        ((PAGES, 60),),
        Target(5000, 200, 34),
    ),
    Way("Voila as it comes, interact", stock_voila, WithInteract, ((PAGES, 60),)),
)


async def serve(way: Way, engine: Engine, scale: float, seconds: float) -> list[Measured]:
    """Let a server have its learners, print how it goes, and return what was measured."""
    every, found = [], []
    with way.starts() as at:
        (first,), _ = await arrive(way.learner, at, engine, 1, 0)
        await first.leave()
        for of_all, within in way.groups:
            count, span, before = math.ceil(of_all * scale), within * scale, at.megabytes()
            spent = at.seconds()
            came, ready = await arrive(way.learner, at, engine, count, span)
            report(f"{way.said}: {count} learners within {span:.1f} s", "ready", ready, way.target)
            print(f"  {(at.seconds() - spent) / count:.3f} s of a core a learner who comes")
            learners_cost(before, at.megabytes(), count, way.target)
            every += came
            found.append(ready)
        rate = RATE * count
        theirs, ours, began = at.seconds(), time.process_time(), time.perf_counter()
        acts = await act(every, rate, seconds)
        span = (time.perf_counter() - began) / 100
        theirs, ours = (at.seconds() - theirs) / span, (time.process_time() - ours) / span
        said = f"{way.said}: {len(every)} together, {rate:.1f} toggles a second, {seconds} s"
        report(said, "toggle", acts, way.target)
        print(f"  of a core the server took {theirs:.0f} %, who plays the learners {ours:.0f} %")
        print(f"  at this rate a core would do for {len(every) * 100 / theirs:.0f} learners")
        for each in every:
            await each.leave()
    return [*found, acts]


def play(asked: argparse.Namespace) -> Iterator[bool]:
    """Play what is asked for, and yield of each whether no answer was wrong or lost."""
    is_whole = not (asked.together or asked.faults or asked.cap)
    scale, seconds = asked.learners / LEARNERS, asked.seconds
    if is_whole or asked.together:
        yield asyncio.run(meet(asked.phones, ANSWER_WITHIN))
    if asked.together:
        return
    engine = Engine(math.ceil(RATE * seconds) + 2)
    for way in WAYS if is_whole else ():
        found = asyncio.run(serve(way, engine, scale, seconds))
        yield way.target is None or not any(each.is_bad for each in found)
    for fault in FAULTS if is_whole or asked.faults else ():
        yield asyncio.run(suffer(fault, engine, scale, RATE, seconds))
    if is_whole or asked.cap:
        yield asyncio.run(fill(math.ceil(PAGES * scale), engine))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=LEARNERS)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument("--class", dest="together", action="store_true")
    alone.add_argument("--faults", action="store_true")
    alone.add_argument("--cap", action="store_true")
    parser.add_argument("--phones", type=int, default=PHONES)
    asked = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    AsyncHTTPClient.configure(None, max_clients=LEARNERS)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} as this began")
    return not all([*play(asked)])


if __name__ == "__main__":
    sys.exit(main())
