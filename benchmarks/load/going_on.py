"""Learners who see that what computes their page is gone, and go on where they were."""

import asyncio
import re
from contextlib import suppress
from random import random
from time import perf_counter
from typing import Any

from engine import LESSON, Digests, begun
from in_a_kernel import InAKernel
from learner import LOST, READY_WITHIN, Learner, OfSharedProcess
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError

from okin_lib.files.link import query

FIRST_WAIT, LONGEST_WAIT = 0.5, 5
"""Seconds, as `line.js` has them."""
RELOADS_AFTER = 1
"""Seconds: no reader is quicker."""
ON_WITHIN = 120
CODE = re.compile('data-code="([^"]*)"')
ENDED = {"restarting", "dead"}


class GoingOn(Learner):
    """One who asks again for what was not answered, once they are back."""

    def __init__(self, *who: Any) -> None:
        super().__init__(*who)
        self.gone_at: list[float] = []
        self.back_at: list[float] = []
        self.wrong = 0
        self.is_live = asyncio.Event()
        self._going_on: asyncio.Task[None] | None = None

    async def back(self) -> bool:
        """Go on; return whether all is as it was."""
        raise NotImplementedError

    async def ready(self) -> bool:
        right = await super().ready()
        self.is_live.set()
        return right

    async def act(self) -> bool:
        async with asyncio.timeout(ON_WITHIN), self._turn:
            while True:
                await self.is_live.wait()
                try:
                    right = await self.toggled(self.acts + 1)
                except WebSocketClosedError:
                    self.gone()
                else:
                    self.acts += 1
                    return right

    def gone(self) -> None:
        super().gone()
        if self.is_live.is_set():
            self.gone_at.append(perf_counter())
            self.is_live.clear()
            self._going_on = asyncio.create_task(self._go_on())

    async def leave(self) -> None:
        if self._going_on:
            self._going_on.cancel()
        await super().leave()

    async def _go_on(self) -> None:
        try:
            self.wrong += not await self.back()
        except LOST as problem:
            print(f"one did not come back: {problem!r}")
        else:
            self.back_at.append(perf_counter())
            self.is_live.set()


class Reconnects(GoingOn, OfSharedProcess):
    """One whose page comes back by itself, with the state that it was last given."""

    def __init__(self, *who: Any) -> None:
        super().__init__(*who)
        self._states: dict[str, Any] = {}

    def take(self, frame: Any) -> None:
        message = frame.get("message", {})
        if "state" in message:
            self._states = {LESSON: message["state"]}
        super().take(frame)

    async def back(self) -> bool:
        wait = FIRST_WAIT
        while True:
            await asyncio.sleep(wait * (0.5 + random()))
            wait = min(2 * wait, LONGEST_WAIT)
            try:
                async with asyncio.timeout(READY_WITHIN):
                    await self.open_lessons(self._states)
                    return await self.greeted(self.engine.returned(self.fact, self.acts))
            except LOST:
                continue


class Reloads(GoingOn, InAKernel):
    """One who opens their page anew, whose address has their scenario."""

    def __init__(self, *who: Any) -> None:
        super().__init__(*who)
        self._shown = self._code = ""
        self._walk = None

    def take(self, frame: Any) -> None:
        if frame["msg_type"] == "status" and frame["content"]["execution_state"] in ENDED:
            self.gone()
        super().take(frame)

    def hear(self, part: str, message: Any) -> None:
        for region in message.get("regions", {}).values():
            if found := CODE.search(region):
                self._shown = found[1]
        super().hear(part, message)

    async def toggled(self, number: int) -> bool:
        right = await super().toggled(number)
        self._code = self._shown
        return right

    def expected(self, number: int) -> Digests:
        if self._walk:
            return self._walk.toggled(self.fact, number)
        return super().expected(number)

    async def back(self) -> bool:
        await asyncio.sleep(RELOADS_AFTER)
        self.hang_up()
        with suppress(HTTPClientError):  # it has ended
            await self.end_kernel()
        self.query, self._walk = query(self._code) if self._code else "", begun(self._code)
        async with asyncio.timeout(READY_WITHIN):
            await self.page()
            return await self.greeted(self._walk.hello()) and self._shown == self._code
