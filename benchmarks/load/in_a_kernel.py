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


class OfAKernel(Learner):
    """One whose page a kernel of their own computes."""

    async def open_page(self, path: str) -> str:
        """Ask for the page, which starts its kernel, and return it."""
        url = f"{self.url}voila/render/{path}"
        answer = await AsyncHTTPClient().fetch(url, request_timeout=READY_WITHIN)
        html = answer.body.decode()
        self._session = uuid4().hex
        self.kernel = KERNEL.search(html)[1]
        self.cookies = answer.headers["Set-Cookie"]
        return html

    async def join_kernel(self) -> None:
        await self.joined(f"api/kernels/{self.kernel}/channels?session_id={self._session}")
        await self.tell("comm_info_request", {"target_name": "jupyter.widget"})

    async def tell(self, kind: str, content: object) -> None:
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

    async def tell_comm(self, comm: str, **data: object) -> None:
        await self.tell("comm_msg", {"comm_id": comm, "data": data})


class InAKernel(OfAKernel):
    """One whose lesson a kernel holds."""

    query = ""
    """Of the page's address, in which its scenario stands."""

    async def page(self) -> None:
        html = await self.open_page(f"{LESSON}.ipynb{self.query}")
        widgets = list(dict.fromkeys(WIDGET.findall(html)))
        if len(widgets) != len(PARTS):
            raise ConnectionError(f"{len(widgets)} of {len(PARTS)} parts came with the page")
        self._parts = dict(zip(widgets, PARTS, strict=True))
        self._comms = {part: comm for comm, part in self._parts.items()}
        self._states = asyncio.Queue()
        await self.join_kernel()
        for comm in widgets:
            await self.tell_comm(comm, method="request_state")
        for _ in widgets:
            await self._states.get()

    async def leave(self) -> None:
        """End the kernel, as a page does that is closed."""
        await super().leave()
        if not self._is_lost:
            await self.end_kernel()

    async def end_kernel(self) -> None:
        token = COOKIE.search(self.cookies)[1]
        await AsyncHTTPClient().fetch(
            f"{self.url}voila/api/shutdown/{self.kernel}",
            method="POST",
            body="",
            headers={"Cookie": f"_xsrf={token}", "X-XSRFToken": token},
        )

    async def send(self, part: str, message: object) -> None:
        await self.tell_comm(self._comms[part], method="custom", content=message)

    def take(self, frame: Any) -> None:
        if frame["msg_type"] != "comm_msg":
            return
        part, data = self._parts.get(frame["content"]["comm_id"]), frame["content"]["data"]
        if part and data["method"] == "custom":
            self.hear(part, data["content"])
        elif part and data["method"] == "update":
            self._states.put_nowait(part)
