"""A learner's page in Voila: the messages that its widgets send to a kernel of their own."""

import asyncio
import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from engine import LESSON, PARTS
from learner import READY_WITHIN, Learner
from tornado.httpclient import AsyncHTTPClient

COOKIE = re.compile("_xsrf=([^;]+)")
KERNEL = re.compile(r'"kernelId": ?"([0-9a-f-]{36})"')
WIDGET = re.compile(r'"model_id": ?"([0-9a-f]{32})"')


class InAKernel(Learner):
    """One whose lesson a kernel holds."""

    async def page(self) -> None:
        url = f"{self.url}voila/render/{LESSON}.ipynb"
        answer = await AsyncHTTPClient().fetch(url, request_timeout=READY_WITHIN)
        html = answer.body.decode()
        widgets = list(dict.fromkeys(WIDGET.findall(html)))
        if len(widgets) != len(PARTS):
            raise ConnectionError(f"{len(widgets)} of {len(PARTS)} parts came with the page")
        self._parts = dict(zip(widgets, PARTS, strict=True))
        self._comms = {part: comm for comm, part in self._parts.items()}
        self._session = uuid4().hex
        self._states = asyncio.Queue()
        self._kernel = KERNEL.search(html)[1]
        self._token = COOKIE.search(answer.headers["Set-Cookie"])[1]
        await self.joined(f"api/kernels/{self._kernel}/channels?session_id={self._session}")
        await self._tell("comm_info_request", {"target_name": "jupyter.widget"})
        for comm in widgets:
            await self._tell("comm_msg", {"comm_id": comm, "data": {"method": "request_state"}})
        for _ in widgets:
            await self._states.get()

    async def leave(self) -> None:
        """End the kernel, as a page does that is closed."""
        await super().leave()
        if self._is_lost:
            return
        await AsyncHTTPClient().fetch(
            f"{self.url}voila/api/shutdown/{self._kernel}",
            method="POST",
            body="",
            headers={"Cookie": f"_xsrf={self._token}", "X-XSRFToken": self._token},
        )

    async def send(self, part: str, message: object) -> None:
        data = {"method": "custom", "content": message}
        await self._tell("comm_msg", {"comm_id": self._comms[part], "data": data})

    def take(self, frame: Any) -> None:
        if frame["msg_type"] != "comm_msg":
            return
        part, data = self._parts.get(frame["content"]["comm_id"]), frame["content"]["data"]
        if part and data["method"] == "custom":
            self.hear(part, data["content"])
        elif part and data["method"] == "update":
            self._states.put_nowait(part)

    async def _tell(self, kind: str, content: object) -> None:
        header = {
            "msg_id": uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "version": "5.3",
            "date": datetime.now(UTC).isoformat(),
        }
        around = {"channel": "shell", "parent_header": {}, "metadata": {}, "buffers": []}
        await self.write({"header": header, "content": content, **around})
