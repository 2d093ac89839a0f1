"""Twice as many as there is room for: who has no place is told, and has one as others leave."""

import asyncio
from collections import Counter
from time import perf_counter

from engine import Engine
from in_a_kernel import InAKernel
from learner import LOST
from measured import met
from server import server
from tornado.httpclient import HTTPClientError

from okin_lib.hosts.server.room import COME_AGAIN

BOARD, FULL, OTHER = "have their board", "are told that the room is full", "had another answer"


async def fill(pages: int, engine: Engine) -> bool:
    """Play it, print how it went, and return whether each was answered in one of these ways."""
    with server("voila", "--pages", str(pages)) as at:
        learners = [InAKernel(at.url, engine, number) for number in range(2 * pages)]
        answers = await asyncio.gather(*(_asked(each) for each in learners))
        there, refused = (
            [each for each, answer in zip(learners, answers, strict=True) if answer == kind]
            for kind in (BOARD, FULL)
        )
        print(f"okin voila --pages {pages}: {2 * pages} pages at once")
        _report(answers, {BOARD: pages, FULL: pages})
        for each in there:
            await each.leave()
        began = perf_counter()
        late = await asyncio.gather(*(_asked_again(each) for each in refused[: len(there)]))
        print(f"  those were closed, and as many asked again for {perf_counter() - began:.1f} s")
        _report(late, {BOARD: len(there)})
        for each in refused:
            await each.leave()
    return OTHER not in {*answers, *late}


async def _asked(learner: InAKernel) -> str:
    try:
        return BOARD if await learner.ready() else OTHER
    except HTTPClientError as problem:
        if problem.code == 503 and problem.response.headers["Retry-After"] == COME_AGAIN:
            return FULL
        return _other(problem)
    except LOST as problem:
        return _other(problem)


def _other(problem: Exception) -> str:
    print(f"another answer: {problem!r}")
    return OTHER


async def _asked_again(learner: InAKernel) -> str:
    """Ask as often as a reader may who was told when to come again."""
    for _ in range(int(COME_AGAIN)):
        if (answer := await _asked(learner)) != FULL:
            return answer
        await asyncio.sleep(1)
    return FULL


def _report(answers: list[str], expected: dict[str, int]) -> None:
    found = Counter(answers)
    said = ", ".join(f"{count} {what}" for what, count in found.items())
    aimed_at = ", ".join(f"{count} {what}" for what, count in expected.items())
    print(f"  {said}   {met(aimed_at, found == expected)}", flush=True)
