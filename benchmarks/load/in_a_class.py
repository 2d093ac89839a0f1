"""A class whose phones answer together: each is counted once, and the screen is hardly behind."""

import asyncio
import json
import re
from collections.abc import Callable
from statistics import quantiles
from time import perf_counter
from typing import Any

from learner import ANSWERED_WITHIN, READY_WITHIN
from server import Server, server
from tornado.websocket import WebSocketClientConnection, websocket_connect

QUESTION = "03_act_or_omission:without-football"
CHOICES = ("fails", "undecided", "still-triable", "only-douglas")
ANSWERED = re.compile(r"<b>(\d+) answered</b>")
COUNTED = re.compile(r"(\d+) of (\d+) \(\d+ %\)</span></span>")
BEHIND = 1000
"""Milliseconds that the screen may be behind, at the 95th percentile."""


class ClassPage:
    """A page of a class without a browser, and the regions that it was last sent."""

    def __init__(self, url: str, **greeting: object) -> None:
        self.url, self.greeting = url, greeting
        self.regions: dict[str, str] = {}
        self.heard = asyncio.Event()
        self.socket: WebSocketClientConnection | None = None

    async def come(self) -> None:
        """Enter, and hear how the class stands."""
        self.socket = await websocket_connect(self.url, compression_options={})
        self.listening = asyncio.create_task(self._listen())
        await self.socket.write_message(json.dumps(self.greeting))
        await self.act({"kind": "hello"})
        async with asyncio.timeout(READY_WITHIN):
            await self.until(lambda: bool(self.regions))

    async def act(self, message: object) -> None:
        await self.socket.write_message(json.dumps({"message": message}))

    async def does(self, act: str, target: str = "now", value: object = None) -> None:
        await self.act({"kind": "event", "seq": 1, "event": {act: target, "value": value}})

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(ANSWERED_WITHIN):
            while not holds():
                self.heard.clear()
                await self.heard.wait()

    async def _listen(self) -> None:
        while (text := await self.socket.read_message()) is not None:
            self.take(json.loads(text))
            self.heard.set()

    def take(self, frame: Any) -> None:
        self.regions |= frame.get("message", {}).get("regions", {})


class TimedScreen(ClassPage):
    """The screen, and when it first showed that so many had answered."""

    def __init__(self, url: str) -> None:
        super().__init__(url, **{"as": "screen"})
        self.at: list[float] = []

    def take(self, frame: Any) -> None:
        super().take(frame)
        found = ANSWERED.search(self.regions.get("class-strip", ""))
        while found and len(self.at) < int(found[1]):
            self.at.append(perf_counter())


async def meet(count: int, seconds: float) -> bool:
    """Play a class, print how it went, and return whether all was right."""
    with server("serve", "--class", "--ip", "127.0.0.1") as at:
        return await _play(at, count, seconds)


async def _play(at: Server, count: int, seconds: float) -> bool:
    base, _, secret = at.url.partition("/desk#")
    url = f"{base.replace('http', 'ws', 1)}/socket"
    desk, screen = (
        ClassPage(url, **{"as": "desk", "secret": secret, "kept": None}),
        TimedScreen(url),
    )
    phones = [ClassPage(url, **{"as": "phone", "token": ""}) for _ in range(count)]
    await desk.come()
    await screen.come()
    await asyncio.gather(*(phone.come() for phone in phones))
    began = perf_counter()
    await desk.does("ask", QUESTION)
    await asyncio.gather(*(p.until(lambda p=p: "q1.1" in p.regions["asked"]) for p in phones))
    asked = (perf_counter() - began) * 1000
    sent = await _answered(phones, seconds)
    await screen.until(lambda: len(screen.at) >= count)
    await desk.does("close-vote")
    await desk.until(lambda: "Show the answers" in desk.regions["now"] and _counts(desk) != [])
    return _report(count, seconds, asked, sent, screen.at, _counts(desk))


async def _answered(phones: list[ClassPage], seconds: float) -> list[float]:
    """Let each answer at its moment; return the moments."""
    sent: list[float] = []

    async def answer(number: int, phone: ClassPage) -> None:
        await asyncio.sleep(number * seconds / len(phones))
        sent.append(perf_counter())
        value = {"choice": CHOICES[number % 4], "because": f"the reason of number {number}"}
        await phone.does("answer", "q1.1", value)
        await phone.until(lambda: "data-answered" in phone.regions["asked"])

    await asyncio.gather(*(answer(*each) for each in enumerate(phones)))
    return sent


def _counts(desk: ClassPage) -> list[int]:
    return [int(found[1]) for found in COUNTED.finditer(desk.regions["now"])]


def _report(
    count: int,
    seconds: float,
    asked: float,
    sent: list[float],
    shown: list[float],
    counts: list[int],
) -> bool:
    behind = [(late - early) * 1000 for early, late in zip(sent, shown, strict=True)]
    slow = quantiles(behind, n=20)[-1]
    expected = [len(range(place, count, 4)) for place in range(4)]
    right = counts == expected
    print(f"okin serve --class: {count} phones answer within {seconds:g} s")
    print(f"  all were asked within {asked:.0f} ms")
    print(
        f"  the screen was behind by {slow:.0f} ms at the 95th percentile   "
        f"target: under {BEHIND} ms: {'met' if slow < BEHIND else 'missed'}"
    )
    said = "each counted once" if right else f"counted {counts}, not {expected}"
    print(f"  {said}   target: none lost, none double: {'met' if right else 'missed'}", flush=True)
    return right
