"""A reader's page without a browser: what it sends over the socket, and what it hears."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from okin_lib.hosts.session import Session
from okin_lib.hosts.shared.begun import opened
from okin_lib.lessons.taken_up import Address

T = TypeVar("T")
BOARD = "10_whole_board"
ANSWERED_WITHIN = 20
readers: "list[Reader]" = []


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run what a test does with sockets; nothing waits for ever, and all are closed at the end."""

    async def bounded() -> T:
        try:
            return await asyncio.wait_for(coroutine, 4 * ANSWERED_WITHIN)
        finally:
            while readers:
                await readers.pop().close()

    return asyncio.run(bounded())


class Reader:
    """A page of one lesson, connected to a server."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self.connection = connection
        self.is_closed = False
        readers.append(self)

    @classmethod
    async def of(cls, port: int, at: str = "socket", **headers: str) -> "Reader":
        """Connect; what it is a page of is not said yet."""
        url = f"ws://localhost:{port}/{at}"
        return cls(await websocket_connect(HTTPRequest(url, headers=headers)))

    @classmethod
    async def opened(cls, port: int, query: str = "", states: object = None) -> "Reader":
        """Connect, and say how the page was opened."""
        reader = await cls.of(port)
        await reader.send({"open": {"query": query, "states": states or {}}})
        assert await reader.hears() == {"opened": True}
        return reader

    async def send(self, frame: object) -> None:
        text = frame if isinstance(frame, str | bytes) else json.dumps(frame)
        with suppress(WebSocketClosedError):  # what is heard then tells
            await self.connection.write_message(text, binary=isinstance(text, bytes))

    async def tell(self, lesson: str, part: str, message: object) -> None:
        await self.send({"lesson": lesson, "part": part, "message": message})

    async def hears(self) -> Any:
        """Return the next frame, or None once the socket is closed."""
        text = await asyncio.wait_for(self.connection.read_message(), ANSWERED_WITHIN)
        self.is_closed = text is None
        return None if text is None else json.loads(text)

    async def hears_all(self) -> list[Any]:
        """Return every frame until the socket is closed."""
        frames = []
        while not self.is_closed:
            frames.append(await self.hears())
        return frames[:-1]

    async def lives(self) -> bool:
        """Whether it is answered."""
        await self.tell("00_start_here", "board", {"kind": "ping", "n": 7})
        frame = await self.hears()
        return frame is not None and frame["message"] == {"kind": "pong", "n": 7}

    async def close(self) -> None:
        self.connection.close()
        await self.hears_all()


class Mirror:
    """The same lesson in this process, and the frames that its page would be sent."""

    def __init__(self, lesson: str) -> None:
        self.lesson = lesson
        self.session: Session = opened(Address(lesson))
        self.frames: list[object] = []
        self.parts = {part: self._join(part) for part in self.session.lesson.parts}

    def _join(self, part: str) -> Callable[[object], None]:
        said = {"lesson": self.lesson, "part": part}
        return self.session.join(part, lambda it: self.frames.append({**said, "message": it}))

    @property
    def shown(self) -> dict[str, str]:
        return dict(self.session.lesson.regions())

    def states(self) -> dict[str, object]:
        """The last state that the page was given, by its lesson, if it was given one."""
        messages = [each["message"] for each in self.frames]
        kept = [each["state"] for each in messages if "state" in each]
        return {self.lesson: kept[-1]} if kept else {}


async def told(reader: Reader, mirror: Mirror, part: str, message: object) -> None:
    """Send both the same: what is heard is the same, in the same order, to the letter."""
    before = len(mirror.frames)
    mirror.parts[part](message)
    await reader.tell(mirror.lesson, part, message)
    for frame in mirror.frames[before:]:
        assert await reader.hears() == json.loads(json.dumps(frame))


async def greeted(reader: Reader, mirror: Mirror) -> None:
    """Show every part of the lesson."""
    for part in mirror.parts:
        await told(reader, mirror, part, {"kind": "hello"})
