"""Many learners: how they come, and how they act."""

import asyncio
from typing import TypeVar

from engine import Engine
from learner import Learner
from measured import Measured
from server import Server

Kind = TypeVar("Kind", bound=Learner)


async def arrive(
    kind: type[Kind], at: Server, engine: Engine, count: int, within: float
) -> tuple[list[Kind], Measured]:
    """Let learners come one after another; return those who are there, and how it went."""
    measured = Measured()
    learners = [kind(at.url, engine, number) for number in range(count)]

    async def come(number: int, learner: Kind) -> None:
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
