"""What a hostile page can do over the socket to its kernel, on a running server."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tornado.httpclient import HTTPClientError

from okin_lib.hosts.server.channels import LIMITS
from tests.hosts.kernel_client import V1, KernelPage, message, run
from tests.hosts.running import ENDS_WITHIN, Running, running
from tests.servers import kernels

NO_MESSAGE = [
    "{",
    "[]",
    "null",
    "[" * 100_000,
    '{"header": ' * 50_000,
    b"\x00\xff",
    b"\xff" * 200,
    '{"header": null, "channel": "shell"}',
    '{"header": 7, "channel": "shell"}',
]
WRITES = 1_000


@pytest.fixture(scope="module")
def voila() -> Iterator[Running]:
    with running("voila") as server:
        yield server


def asking(writes: Path) -> list[tuple[str, object]]:
    """What a notebook's front end asks of a kernel, and a page of ours must not."""
    code = f"open({str(writes)!r}, 'w')"
    user = {"user_expressions": {"x": code}, "silent": False, "store_history": False}
    return [
        ("execute_request", {"code": code, "allow_stdin": False, "stop_on_error": False, **user}),
        ("execute_request", {"code": "", "allow_stdin": False, "stop_on_error": False, **user}),
        ("inspect_request", {"code": code, "cursor_pos": 2, "detail_level": 1}),
        ("complete_request", {"code": code, "cursor_pos": len(code)}),
        ("history_request", {"hist_access_type": "tail", "n": 9, "raw": True, "output": True}),
        ("is_complete_request", {"code": code}),
        ("connect_request", {}),
        ("debug_request", {"type": "request", "seq": 1, "command": "initialize", "arguments": {}}),
        ("create_subshell_request", {}),
        ("interrupt_request", {}),
        ("input_reply", {"value": code, "status": "ok"}),
        ("apply_request", {"code": code}),
    ]


@pytest.mark.parametrize("subprotocol", ["", V1], ids=["json", "v1"])
def test_what_would_run_or_read_anything_in_a_kernel_is_not_handed_on(
    voila, tmp_path, subprotocol
):
    writes = tmp_path / "written"

    async def asked() -> list[str]:
        page = await KernelPage.opened(voila, subprotocol)
        for kind, content in asking(writes):
            for channel in ("shell", "control", "stdin", "iopub", "none"):
                await page.tell(kind, content, channel=channel)
        if not subprotocol:
            kind, content = asking(writes)[0]
            await page.send(message("comm_msg", content, msg_type=kind))
            await page.send(message("comm_msg", content, parent_header={"msg_type": kind}))
        assert await page.lives()
        await page.says_goodbye()
        return page.heard

    heard = run(asked())
    assert not writes.exists()
    answers = {
        each for each in heard if each.endswith("reply") or "exec" in each or "debug" in each
    }
    assert answers <= {"comm_info_reply", "kernel_info_reply"}


@pytest.mark.parametrize("site", ["https://evil.example", "null", "http://localhost:1"])
def test_a_page_of_another_site_joins_no_kernel_that_runs(voila, site):
    async def status() -> int:
        page = await KernelPage.opened(voila)
        with pytest.raises(HTTPClientError) as refused:
            await page.joined(Origin=site)
        assert await page.lives()
        await page.says_goodbye()
        return refused.value.code

    assert run(status()) == 403


@pytest.fixture
def new(voila):
    """A function that waits for something new to be said in the log; how often it was said."""
    before = len(voila.log.until(lambda _: True))

    def said(text: str, times: int = 1) -> int:
        def count(every: list[str]) -> int:
            return sum(text in each for each in every[before:])

        return count(voila.log.until(lambda every: count(every) >= times))

    return said


def test_what_is_no_message_ends_its_socket_with_one_line(voila, new):
    async def sent() -> None:
        page = await KernelPage.opened(voila)
        first = page.connection
        for told in NO_MESSAGE:
            await page.joined()
            await page.send(told)
            assert await page.is_cut(), told
        page.connection = first
        assert await page.lives()
        await page.says_goodbye()

    run(sent())
    why = "A page's socket was cut: it sent what is no message"
    assert new(why, len(NO_MESSAGE)) == len(NO_MESSAGE)


@pytest.mark.parametrize(
    ("size", "why"), [(LIMITS.frame + 1, "it sent a frame that is too large"), (9_000_000, "")]
)
def test_a_message_that_is_too_large_ends_its_socket(voila, new, size, why):
    async def sent() -> None:
        page, other = [await KernelPage.opened(voila) for _ in range(2)]
        await page.send("A" * size)
        assert await page.is_cut()
        assert await other.lives()
        await page.says_goodbye()
        await other.says_goodbye()

    run(sent())
    assert not why or new(why) == 1


@pytest.mark.long
def test_1000_random_trait_writes_change_nothing_and_fill_no_log(voila, new):
    chance = random.Random(86)

    async def written() -> None:
        page, other = [await KernelPage.opened(voila) for _ in range(2)]
        before = await page.state()
        names = [*before, "_esm", "comm", "keys", "layout", "__class__", "x" * 200]
        values = [None, 1, "alert(1)", [], {}, {"live": "<script>"}, "IPY_MODEL_x", 1e308, True]
        for _ in range(WRITES):
            state = {chance.choice(names): chance.choice(values) for _ in range(3)}
            data = {"method": "update", "state": state, "buffer_paths": []}
            content = {"comm_id": chance.choice(page.widgets), "data": data}
            await page.tell("comm_msg", content)
            await asyncio.sleep(1 / LIMITS.rate)
        assert await page.state() == before
        assert await other.lives()
        await page.says_goodbye()
        await other.says_goodbye()

    run(written())
    assert 1 <= new("Refused to let the page write") < 100


@pytest.mark.long
def test_more_messages_than_a_page_sends_end_the_socket(voila, new):
    async def sent() -> None:
        page, other = [await KernelPage.opened(voila) for _ in range(2)]
        for _ in range(3 * LIMITS.burst):
            await page.tell("comm_msg", {"comm_id": "none", "data": {}})
        assert await page.is_cut()
        assert await other.lives()
        await page.says_goodbye()
        await other.says_goodbye()

    run(sent())
    assert new("it sent more than a page does") == 1


@pytest.mark.long
def test_a_page_that_never_reads_is_cut(voila, new):
    async def unread() -> None:
        page, other = [await KernelPage.opened(voila) for _ in range(2)]
        data = {"method": "request_state"}
        for number in range(900):
            comm = page.widgets[number % len(page.widgets)]
            await page.tell("comm_msg", {"comm_id": comm, "data": data})
        assert await asyncio.to_thread(new, "it does not read") == 1
        assert await other.lives()
        await page.says_goodbye()
        await other.says_goodbye()

    run(unread())


@pytest.mark.long
def test_a_kernel_has_no_more_sockets_than_pages_need(voila, new):
    async def joined() -> None:
        page, other = [await KernelPage.opened(voila) for _ in range(2)]
        for _ in range(LIMITS.of_one - 1):
            await page.joined()
        with pytest.raises(HTTPClientError) as refused:
            await page.joined()
        assert refused.value.code == 503
        assert await page.lives()
        assert await other.lives()
        await page.says_goodbye()
        await other.says_goodbye()

    run(joined())
    assert new("A kernel has 8 sockets: it is joined by no more") == 1


@pytest.mark.long
def test_who_says_goodbye_ends_a_kernel_at_once_and_who_vanished_after_a_while():
    async def pages(server: Running) -> None:
        page, vanished = [await KernelPage.opened(server) for _ in range(2)]
        assert await page.lives()
        assert await vanished.lives()
        assert len(kernels(server.process.pid)) == 2
        await page.says_goodbye()
        while len(kernels(server.process.pid)) > 1:
            await asyncio.sleep(0.05)
        vanished.connection.close()

    with running("voila", policy__LEFT=1, policy__BETWEEN_LOOKS=1) as server:
        run(pages(server))
        assert psutil.wait_procs(kernels(server.process.pid), timeout=ENDS_WITHIN)[1] == []
