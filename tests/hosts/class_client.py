"""The pages of a class without a browser: a phone, a desk and a screen, over their sockets."""

import asyncio
from typing import Any

from tests.hosts.conftest import Met
from tests.hosts.socket_client import Reader

QUESTION = "03_act_or_omission:without-football"
CHOICES = ["fails", "undecided", "still-triable", "only-douglas"]


class OfClass(Reader):
    """A page of a class, and all the regions that it was last sent."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection)
        self.shown: dict[str, str] = {}
        self.errors: list[str] = []
        self.board: dict[str, str] = {}
        self.keeps: dict[str, Any] = {}
        self.over = False
        self.token = ""
        self.waits = ""
        self.frames: list[Any] = []

    @classmethod
    async def entered(cls, met: Met, code: str = "", **greeting: object) -> "OfClass":
        """Connect, say what it is, and hear what comes of that."""
        page = await cls.of(met.port, f"class/{code or met.code}/socket")
        await page.send(greeting)
        await page.until(lambda: page.frames)
        if not page.waits:
            await page.act({"kind": "hello"})
            await page.until(lambda: page.shown)
        return page

    @classmethod
    async def phone(cls, met: Met, token: str = "", code: str = "") -> "OfClass":
        return await cls.entered(met, code, **{"as": "phone", "token": token})

    @classmethod
    async def screen(cls, met: Met) -> "OfClass":
        return await cls.entered(met, **{"as": "screen"})

    @classmethod
    async def desk(
        cls, met: Met, secret: str | None = None, kept: object = None, code: str = ""
    ) -> "OfClass":
        said = met.secret if secret is None else secret
        return await cls.entered(met, code, **{"as": "desk", "secret": said, "kept": kept})

    async def act(self, message: object) -> None:
        await self.send({"message": message})

    async def does(self, act: str, target: str = "now", value: object = None) -> None:
        event = {act: target, "value": value}
        await self.act({"kind": "event", "seq": 1, "event": event})

    async def answers(self, vote: str, choice: str, because: str = "") -> None:
        await self.does("answer", vote, {"choice": choice, "because": because})

    async def until(self, holds: Any) -> None:
        """Hear what comes until something holds."""
        while not holds():
            frame = await self.hears()
            assert frame is not None, "the socket was closed"
            self.take(frame)

    async def shows(self, region: str, text: str) -> None:
        await self.until(lambda: text in self.shown.get(region, ""))

    async def pings(self) -> None:
        """Hear all that was on its way."""
        pongs = len([each for each in self.frames if _is_pong(each)])
        await self.act({"kind": "ping", "n": 1})
        await self.until(lambda: len([e for e in self.frames if _is_pong(e)]) > pongs)

    def take(self, frame: Any) -> None:
        self.frames.append(frame)
        self.token = frame.get("joined", {}).get("token", self.token)
        self.waits = frame.get("waits", "" if "joined" in frame else self.waits)
        if "keep" in frame:
            self._keep(frame["keep"])
        if "board" in frame:
            self.board = self.board | frame["board"]["regions"] if frame["board"] else {}
        message = frame.get("message", {})
        if message.get("kind") == "error":
            self.errors.append(message["message"])
        self.shown |= message.get("regions", {})

    def _keep(self, kept: Any) -> None:
        self.over = kept is None
        if kept:
            ballots = self.keeps.get("ballots", {}) | kept["ballots"]
            self.keeps = {"outline": kept["outline"], "ballots": ballots}


def _is_pong(frame: Any) -> bool:
    return frame.get("message", {}).get("kind") == "pong"


async def phones(met: Met, count: int) -> list[OfClass]:
    return await asyncio.gather(*(OfClass.phone(met) for _ in range(count)))
