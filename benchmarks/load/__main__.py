"""A class, a thousand, and a class in Voila: real pages of a real server, each answer compared.

python benchmarks/load [--learners 1000] [--seconds 120]

With fewer learners as many come in a second, and each acts as often. Every page asks as often as
one in a browser does whether the server is there. The program that plays the learners takes
about as much of the machine as the server. Exits with 1 if an answer was wrong, or lost.
"""

import argparse
import asyncio
import math
import os
import resource
import sys

from engine import Engine
from in_a_kernel import InAKernel
from learner import Learner, OfSharedProcess
from measured import Measured, Target, learners_cost, report
from server import Server, server
from tornado.httpclient import AsyncHTTPClient

LEARNERS, SECONDS = 1000, 120
ARRIVE_WITHIN, TOGGLES = 60, 80
"""Seconds in which so many come; and how many acts there are in each second, of all together."""
SHARED = Target(ready=1000, toggle=100, megabytes=0.5)
FEW = 0.1
"""Of the learners, as many come before the others: a class, in a sixth of the time."""
IN_VOILA = 0.06
"""And as many have a page in Voila."""
VOILA = Target(ready=5000, toggle=200, megabytes=34)


async def arrive(kind: type[Learner], at: Server, engine: Engine, count: int, within: float):
    """Let learners come one after another; return those who are there, and how it went."""
    measured = Measured()
    learners = [kind(at.url, engine, number) for number in range(count)]

    async def come(number: int, learner: Learner) -> None:
        await asyncio.sleep(number * within / count)
        await measured.of(learner.ready())

    await asyncio.gather(*(come(*each) for each in enumerate(learners)))
    return learners, measured


async def act(learners: list[Learner], rate: float, seconds: float) -> Measured:
    """Let them toggle in turn, whether or not those before were answered."""
    measured, began = Measured(), asyncio.get_running_loop().time()
    acts = []
    for number in range(round(rate * seconds)):
        await asyncio.sleep(began + number / rate - asyncio.get_running_loop().time())
        acts.append(asyncio.create_task(measured.of(learners[number % len(learners)].act())))
    await asyncio.gather(*acts)
    return measured


async def go(
    kind: type[Learner], command: str, engine: Engine, scale: float, seconds: float
) -> list[Measured]:
    """Let a server have its learners, print how it goes, and return what was measured."""
    groups, target = (
        (((FEW, ARRIVE_WITHIN / 6), (1, ARRIVE_WITHIN)), SHARED)
        if kind is OfSharedProcess
        else (((IN_VOILA, ARRIVE_WITHIN),), VOILA)
    )
    with server(command) as at:
        (first,), _ = await arrive(kind, at, engine, 1, 0)
        await first.leave()
        every: list[Learner] = []
        found: list[Measured] = []
        for share, within in groups:
            count, before = math.ceil(share * scale * LEARNERS), at.megabytes()
            came, measured = await arrive(kind, at, engine, count, within * scale)
            every += came
            report(
                f"okin {command}: {count} within {within * scale:.1f} s", "ready", measured, target
            )
            learners_cost(at.megabytes() - before, count, target)
            found.append(measured)
        rate = TOGGLES * count / LEARNERS
        found.append(await act(every, rate, seconds))
        said = f"{len(every)} together: {rate:.1f} toggles a second for {seconds} s"
        report(f"okin {command}: {said}", "toggle", found[-1], target)
        for each in every:
            await each.leave()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=LEARNERS)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    asked = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    AsyncHTTPClient.configure(None, max_clients=LEARNERS)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} as this began")
    scale, seconds = asked.learners / LEARNERS, asked.seconds
    engine = Engine(math.ceil(TOGGLES / LEARNERS * seconds) + 1)
    found = asyncio.run(go(OfSharedProcess, "serve", engine, scale, seconds))
    found += asyncio.run(go(InAKernel, "voila", engine, scale, seconds))
    return any(each.failed or each.wrong for each in found)


if __name__ == "__main__":
    sys.exit(main())
