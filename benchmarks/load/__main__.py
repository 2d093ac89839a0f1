"""A class, a thousand, and a class in Voila: real pages of a real server, each answer compared.

python benchmarks/load [--learners 1000] [--seconds 120]
python benchmarks/load --class [--phones 300]

With fewer learners as many come in a second, and each acts as often. Every page asks as often as
one in a browser does whether the server is there. The program that plays the learners takes
about as much of the machine as the server. With --class the phones of one class answer within ten
seconds, and nothing else is played. Exits with 1 if an answer was wrong, or lost.
"""

import argparse
import asyncio
import math
import os
import resource
import sys
import time

from attrs import frozen
from engine import Engine
from in_a_class import meet
from in_a_kernel import InAKernel
from learner import Learner, OfSharedProcess
from measured import Measured, Target, learners_cost, report
from server import Server, server
from tornado.httpclient import AsyncHTTPClient

PHONES, ANSWER_WITHIN = 300, 10
LEARNERS, SECONDS, TOGGLES = 1000, 120, 80
"""Of so many learners, as many acts a second, of all together, for so long."""


@frozen
class Way:
    """How learners are served, how many come in how many seconds, and what is aimed at."""

    command: str
    learner: type[Learner]
    groups: tuple[tuple[int, float], ...]
    target: Target


WAYS = (
    Way("serve", OfSharedProcess, ((100, 10), (LEARNERS, 60)), Target(1000, 100, 0.5)),
    Way("voila", InAKernel, ((60, 60),), Target(5000, 200, 34)),
)


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


async def serve(way: Way, engine: Engine, scale: float, seconds: float) -> list[Measured]:
    """Let a server have its learners, print how it goes, and return what was measured."""
    said, every, found = f"okin {way.command}:", [], []
    with server(way.command) as at:
        (first,), _ = await arrive(way.learner, at, engine, 1, 0)
        await first.leave()
        for of_all, within in way.groups:
            count, span, before = math.ceil(of_all * scale), within * scale, at.megabytes()
            spent = at.seconds()
            came, ready = await arrive(way.learner, at, engine, count, span)
            report(f"{said} {count} learners within {span:.1f} s", "ready", ready, way.target)
            print(f"  {(at.seconds() - spent) / count:.3f} s of a core a learner who comes")
            learners_cost(before, at.megabytes(), count, way.target)
            every += came
            found.append(ready)
        rate = TOGGLES * count / LEARNERS
        theirs, ours, began = at.seconds(), time.process_time(), time.perf_counter()
        acts = await act(every, rate, seconds)
        span = (time.perf_counter() - began) / 100
        theirs, ours = (at.seconds() - theirs) / span, (time.process_time() - ours) / span
        said = f"{said} {len(every)} together, {rate:.1f} toggles a second, {seconds} s"
        report(said, "toggle", acts, way.target)
        print(f"  of a core the server took {theirs:.0f} %, who plays the learners {ours:.0f} %")
        print(f"  at this rate a core would do for {len(every) * 100 / theirs:.0f} learners")
        for each in every:
            await each.leave()
    return [*found, acts]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=LEARNERS)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("--class", dest="together", action="store_true")
    parser.add_argument("--phones", type=int, default=PHONES)
    asked = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    AsyncHTTPClient.configure(None, max_clients=LEARNERS)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} as this began")
    is_counted = asyncio.run(meet(asked.phones, ANSWER_WITHIN))
    if asked.together:
        return not is_counted
    scale, seconds = asked.learners / LEARNERS, asked.seconds
    engine = Engine(math.ceil(TOGGLES / LEARNERS * seconds) + 1)
    ran = [asyncio.run(serve(way, engine, scale, seconds)) for way in WAYS]
    return not is_counted or any(each.failed or each.wrong for found in ran for each in found)


if __name__ == "__main__":
    sys.exit(main())
