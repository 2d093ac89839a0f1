"""A page of Voila without a browser: what it sends to its kernel, and what it hears."""

import asyncio
import json
import re
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any
from uuid import uuid4

from jupyter_client.session import json_packer
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError, websocket_connect

from tests.hosts.running import Running

COOKIE = re.compile("_xsrf=([^;]+)")
KERNEL = re.compile(r'"kernelId": ?"([0-9a-f-]{36})"')
WIDGET = re.compile(r'"model_id": ?"([0-9a-f]{32})"')
BOARD = "voila/render/10_whole_board.ipynb"
ANSWERED_WITHIN = 60
V1 = "v1.kernel.websocket.jupyter.org"
connections: list[WebSocketClientConnection] = []


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Run what a test does with pages; nothing waits for ever, and all sockets are closed."""

    async def bounded() -> Any:
        try:
            return await asyncio.wait_for(coroutine, 4 * ANSWERED_WITHIN)
        finally:
            while connections:
                connection = connections.pop()
                connection.close()
                while await connection.read_message() is not None:
                    pass

    return asyncio.run(bounded())


def message(kind: str, content: object, **more: Any) -> dict[str, Any]:
    """A message as a page sends it."""
    header = {
        "msg_id": uuid4().hex,
        "msg_type": kind,
        "session": "page",
        "username": "",
        "version": "5.3",
        "date": "2026-01-01T00:00:00Z",
    }
    around = {"channel": "shell", "parent_header": {}, "metadata": {}, "buffers": []}
    return {"header": header, "content": content, **around, **more}


class KernelPage:
    """A page that a kernel computes, and its socket."""

    def __init__(self, server: Running, html: str, token: str) -> None:
        self.server, self.token = server, token
        self.kernel = KERNEL.search(html)[1]
        self.widgets = list(dict.fromkeys(WIDGET.findall(html)))
        self.heard: list[str] = []

    @classmethod
    async def opened(cls, server: Running, subprotocol: str = "") -> "KernelPage":
        """Ask for the page, and join its kernel."""
        answer = await AsyncHTTPClient().fetch(server.url + BOARD, request_timeout=ANSWERED_WITHIN)
        token = COOKIE.search(answer.headers["Set-Cookie"])[1]
        page = cls(server, answer.body.decode(), token)
        await page.joined(subprotocol)
        return page

    async def joined(self, subprotocol: str = "", **headers: str) -> WebSocketClientConnection:
        """Go on over one more socket to its kernel, and return it."""
        address = f"api/kernels/{self.kernel}/channels?session_id={uuid4().hex}"
        url = self.server.url.replace("http", "ws", 1) + address
        asked = HTTPRequest(url, headers=headers, request_timeout=ANSWERED_WITHIN)
        self.connection = await websocket_connect(asked, subprotocols=[subprotocol])
        connections.append(self.connection)
        return self.connection

    async def send(self, told: object) -> None:
        text = told if isinstance(told, str | bytes) else json.dumps(told)
        with suppress(WebSocketClosedError, StreamClosedError):  # what is heard then tells
            await self.connection.write_message(text, binary=isinstance(text, bytes))

    async def tell(self, kind: str, content: object, **more: Any) -> None:
        """Send a message in the form that the socket speaks."""
        told = message(kind, content, **more)
        if self.connection.selected_subprotocol == V1:
            channel = told.pop("channel")
            told = serialize_msg_to_ws_v1(told, channel, json_packer)
        await self.send(told)

    async def hears(self, kind: str) -> Any:
        """Return the content of the next message of a kind; None once the socket is closed."""
        while read := await asyncio.wait_for(self.connection.read_message(), ANSWERED_WITHIN):
            if isinstance(read, bytes) and self.connection.selected_subprotocol == V1:
                _, (header, _, _, content, *_) = deserialize_msg_from_ws_v1(read)
                its, content = json.loads(header), json.loads(content)
            else:
                told = json.loads(read)
                its, content = told["header"], told["content"]
            self.heard.append(its["msg_type"])
            if its["msg_type"] == kind:
                return content
        self.connection.close()
        connections.remove(self.connection)
        return None

    async def is_cut(self) -> bool:
        """Wait until its socket is closed."""
        return await self.hears("no such kind") is None

    async def lives(self) -> bool:
        """Whether its kernel answers."""
        await self.tell("comm_info_request", {"target_name": "jupyter.widget"})
        answer = await self.hears("comm_info_reply")
        return answer is not None and {*self.widgets} <= answer["comms"].keys()

    async def state(self) -> Any:
        """What the kernel says of the first widget."""
        data = {"method": "request_state"}
        await self.tell("comm_msg", {"comm_id": self.widgets[0], "data": data})
        while (said := await self.hears("comm_msg"))["data"].get("method") != "update":
            pass
        return said["data"]["state"]

    async def says_goodbye(self) -> HTTPResponse:
        """End its kernel, as a page does that is closed."""
        url = f"{self.server.url}voila/api/shutdown/{self.kernel}"
        headers = {"Cookie": f"_xsrf={self.token}", "X-XSRFToken": self.token}
        return await AsyncHTTPClient().fetch(url, method="POST", body="", headers=headers)
