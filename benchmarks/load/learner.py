"""A learner's page without a browser: what it sends, and whether what it hears is right."""

import asyncio
import json
from asyncio import Queue, Task
from contextlib import suppress
from typing import Any

from engine import LESSON, PART, PARTS, Digests, Engine, digest, toggle
from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

PING_EVERY = 3
"""Seconds, as `heartbeat.js` has it."""
READY_WITHIN, ANSWERED_WITHIN = 90, 20

# What a page that goes wrong can raise; anything else is a fault of this program.
LOST = (TimeoutError, OSError, HTTPClientError, WebSocketClosedError)


class Learner:
    """Who toggles one fact, again and again."""

    asking = PARTS
    """The parts that ask whether what computes them is there."""

    def __init__(self, url: str, engine: Engine, number: int) -> None:
        self.url, self.engine = url, engine
        self.fact = engine.facts[number % len(engine.facts)]
        self.acts = 0
        self.socket: WebSocketClientConnection | None = None
        self._is_lost = True  # until it is ready, and once an answer has not come
        self._heard: Queue[str | None] = Queue()
        self._turn = asyncio.Lock()
        self._listening: Task[None] | None = None
        self._pinging: Task[None] | None = None

    async def page(self) -> None:
        """Ask for the page, and join what computes it."""
        raise NotImplementedError

    async def send(self, part: str, message: object) -> None:
        raise NotImplementedError

    def take(self, frame: Any) -> None:
        raise NotImplementedError

    async def ready(self) -> bool:
        """Open the page; return whether each part shows what it should."""
        async with asyncio.timeout(READY_WITHIN):
            await self.page()
            right = await self.greeted(self.engine.hello)
            self._is_lost = False
            self._pinging = asyncio.create_task(self._ping())
            return right

    async def act(self) -> bool:
        """Toggle; return whether all that is heard is what it should be."""
        async with asyncio.timeout(ANSWERED_WITHIN), self._turn:
            if self._is_lost:
                raise ConnectionError("what it asked before was not answered")
            self._is_lost = True
            right = await self.toggled(self.acts + 1)
            self.acts += 1
            self._is_lost = False
            return right

    async def greeted(self, expected: Digests) -> bool:
        """Show every part; return whether they are as expected."""
        for part in PARTS:
            await self.send(part, {"kind": "hello"})
        return await self._hears(expected)

    async def toggled(self, number: int) -> bool:
        """Toggle once more; return whether the answer is right."""
        await self.send(PART, toggle(self.fact, number))
        return await self._hears(self.expected(number))

    def expected(self, number: int) -> Digests:
        """Return what is to be heard then."""
        return self.engine.toggled(self.fact, number)

    async def leave(self) -> None:
        if self._pinging:
            self._pinging.cancel()
        self.hang_up()

    def hang_up(self) -> None:
        """Hear nothing more of what was joined."""
        if self._listening:
            self._listening.cancel()
        if self.socket:
            self.socket.close()

    async def joined(self, path: str) -> None:
        """Connect as a browser does."""
        self.hang_up()
        url = self.url.replace("http", "ws", 1) + path
        self.socket = await websocket_connect(url, compression_options={})
        self._heard = Queue()
        self._listening = asyncio.create_task(self._listen())

    async def write(self, frame: object) -> None:
        await self.socket.write_message(json.dumps(frame))

    def hear(self, part: str, message: Any) -> None:
        if message["kind"] != "pong":
            self._heard.put_nowait(digest(part, message))

    def gone(self) -> None:
        """Take note that nothing more is heard."""
        self._heard.put_nowait(None)

    async def _hears(self, expected: Digests) -> bool:
        queue, heard = self._heard, []
        for _ in expected:
            heard.append(await queue.get())
            if heard[-1] is None:
                raise WebSocketClosedError
        return heard == expected

    async def _listen(self) -> None:
        while (text := await self.socket.read_message()) is not None:
            if isinstance(text, str):
                self.take(json.loads(text))
        self.gone()

    async def _ping(self) -> None:
        number = 0
        while True:
            await asyncio.sleep(PING_EVERY)
            number += 1
            for part in self.asking:
                with suppress(WebSocketClosedError):  # what it asks next tells
                    await self.send(part, {"kind": "ping", "n": number})


class OfSharedProcess(Learner):
    """One whose lesson the server holds: over its one line, one part asks for all."""

    asking = PARTS[:1]

    async def page(self) -> None:
        await AsyncHTTPClient().fetch(f"{self.url}{LESSON}", request_timeout=READY_WITHIN)
        await self.open_lessons({})

    async def open_lessons(self, states: dict[str, Any]) -> None:
        """Join the server, to go on from the states of lessons that it gave."""
        await self.joined("socket")
        await self.write({"open": {"query": "", "states": states}})

    async def send(self, part: str, message: object) -> None:
        await self.write({"lesson": LESSON, "part": part, "message": message})

    def take(self, frame: Any) -> None:
        if "message" in frame:
            self.hear(frame["part"], frame["message"])
