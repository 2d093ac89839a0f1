"""What a hostile page can do over its socket: be refused in words, or be cut with one line."""

import asyncio
import gc
import json
import weakref
from unittest.mock import patch

import pytest
from tornado.httpclient import HTTPClientError

from okin_lib.hosts.session import Session
from okin_lib.hosts.shared import multiplex
from okin_lib.hosts.shared.begun import opened
from okin_lib.hosts.shared.limits import Limits
from okin_lib.lessons.taken_up import Address
from tests.hosts.conftest import PROXY
from tests.hosts.socket_client import BOARD, Mirror, Reader, greeted, run, told

DEEP = "[" * 100_000
HELLO = {"lesson": BOARD, "part": "board", "message": {"kind": "hello"}}
NOT_OURS = [
    "",
    "{",
    b"\x00\xff",
    "null",
    "[]",
    DEEP,
    '{"open": ' * 20_000,
    "9" * 10_000,
    {},
    {"open": {"query": "", "states": {}}},
    {"open": {"query": "", "states": []}},
    {"open": {"query": 1, "states": {}}},
    {"opened": True},
    {**HELLO, "more": 1},
    {**HELLO, "lesson": "../../etc/passwd"},
    {**HELLO, "lesson": "no_such"},
    {**HELLO, "lesson": [BOARD]},
    {**HELLO, "part": "no such"},
    {"lesson": BOARD, "message": {}},
]


@pytest.mark.parametrize("frame", NOT_OURS, ids=range(len(NOT_OURS)))
def test_a_frame_that_no_page_of_ours_sends_is_refused_in_words(held, frame):
    async def refused() -> object:
        reader = await Reader.opened(held.port)
        await reader.send(frame)
        answer = await reader.hears()
        assert await reader.lives()
        return answer

    (said,) = run(refused()).values()
    assert said.startswith("Frame refused: ")


FORGED = [
    None,
    "hello",
    {"kind": "execute", "code": "1"},
    {"kind": "event", "seq": 1, "event": "toggle"},
    {"kind": "event", "seq": 1, "event": {"unheard-of": "x", "value": 1}},
    {"kind": "event", "seq": 1, "event": {"toggle": "football-talk", "value": "yes"}},
    {"kind": "event", "seq": 1, "event": {"toggle": ["football-talk"], "value": True}},
    {"kind": "event", "seq": 1, "event": {"toggle": "x" * 150_000, "value": True}},
    {"kind": "event", "seq": 1, "event": {"toggle": "\ud800", "value": True}},
    {"kind": "file", "seq": 1, "name": "../../etc/passwd", "fields": {}},
    {"kind": "keeping", "do": "delete"},
    {"kind": "keeping", "state": DEEP},
    {"kind": "keeping", "state": json.loads("[" * 900 + "]" * 900)},
]


@pytest.mark.parametrize("message", FORGED, ids=range(len(FORGED)))
def test_a_forged_message_changes_nothing_and_is_said(held, message):
    async def answered() -> None:
        mirror = Mirror(BOARD)
        reader = await Reader.opened(held.port)
        await greeted(reader, mirror)
        before = mirror.shown
        await told(reader, mirror, "board", message)
        said = mirror.frames[-1]["message"]
        assert said["kind"] == "error" or said.get("taken") is False
        assert mirror.shown == before
        assert await reader.lives()

    run(answered())


def test_nothing_comes_before_the_page_says_how_it_was_opened(held):
    async def answer() -> object:
        reader = await Reader.of(held.port)
        await reader.send(HELLO)
        return await reader.hears()

    assert "out of turn" in run(answer())["refused"]


@pytest.mark.parametrize(
    ("site", "status"),
    [("https://evil.example", 403), ("null", 403), ("http://localhost:1", 403), (PROXY, None)],
)
def test_a_page_of_another_site_is_not_joined(held, site, status):
    async def joined() -> int | None:
        try:
            await (await Reader.of(held.port, Origin=site)).close()
        except HTTPClientError as error:
            return error.code
        return None

    assert run(joined()) == status


def test_a_failing_step_is_said_and_touches_nobody_else(held, caplog):
    def fails(_lesson: object, _event: object) -> object:
        raise ZeroDivisionError

    async def failing() -> None:
        mirror = Mirror(BOARD)
        one, other = [await Reader.opened(held.port) for _ in range(2)]
        await greeted(other, mirror)
        event = {"kind": "event", "seq": 1, "event": {"toggle": "football-talk", "value": False}}
        with patch.object(type(mirror.session.lesson), "after", fails):
            await one.tell(BOARD, "board", event)
            assert "This step failed" in (await one.hears())["message"]["message"]
        assert await one.lives()
        await told(other, mirror, "board", event)

    run(failing())
    assert "A step failed" in caplog.text


def cut(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Why each socket was cut, as the log says."""
    said = [each.getMessage() for each in caplog.records if each.name == "okin"]
    return [each.partition("was cut: ")[2] for each in said if "was cut" in each]


@pytest.mark.parametrize(
    ("size", "why"), [(500_000, ["it sent a frame that is too large"]), (5_000_000, [])]
)
def test_a_frame_that_is_too_large_ends_its_socket_alone(held, caplog, size, why):
    """A frame that is larger still is not even read."""

    async def sent() -> None:
        one, other = [await Reader.opened(held.port) for _ in range(2)]
        await one.send("A" * size)
        assert await one.hears_all() == []
        assert await other.lives()

    run(sent())
    assert cut(caplog) == why


def test_more_frames_than_a_page_sends_end_the_socket_with_one_line(held, caplog):
    async def sent() -> int:
        one, other = [await Reader.opened(held.port) for _ in range(2)]
        for _ in range(300):
            await one.tell(BOARD, "board", {"kind": "ping", "n": 1})
        heard = len(await one.hears_all())
        assert await other.lives()
        return heard

    assert Limits().burst <= run(sent()) + 1 < 300
    assert cut(caplog) == ["it sent more than a page does"]


def test_refusals_count_for_more_so_that_the_log_stays_short(held, caplog):
    async def sent() -> int:
        reader = await Reader.opened(held.port)
        for _ in range(100):
            await reader.tell(BOARD, "board", {"kind": "unheard-of"})
        return len(await reader.hears_all())

    assert run(sent()) < 50
    assert len(cut(caplog)) == 1


def test_a_page_that_never_reads_is_cut_and_others_are_answered(limited, caplog):
    served = limited(waiting=1_000_000, burst=10_000)

    async def unread() -> None:
        mute, other = [await Reader.opened(served.port) for _ in range(2)]
        for _ in range(400):
            await mute.send(HELLO)
        while not cut(caplog):
            await asyncio.sleep(0)
        assert await other.lives()
        await other.close()

    run(unread())
    assert cut(caplog) == ["it does not read"]


def test_the_room_is_full_until_one_leaves(limited):
    served = limited(sockets=3)

    async def entered() -> None:
        readers = [await Reader.opened(served.port) for _ in range(3)]
        with pytest.raises(HTTPClientError) as refused:
            await Reader.of(served.port)
        assert refused.value.code == 503
        assert refused.value.response.headers["Retry-After"] == "5"
        assert await readers[0].lives()
        await readers.pop().close()
        readers.append(await Reader.opened(served.port))

    run(entered())


def test_500_idle_sockets_are_cut_and_a_reader_among_them_is_answered(limited, caplog):
    served = limited(opens_within=1)

    async def idle() -> None:
        readers = await asyncio.gather(*(Reader.of(served.port) for _ in range(500)))
        reader = await Reader.opened(served.port)
        assert await reader.lives()
        for each in readers:
            assert await each.hears_all() == []
        assert await reader.lives()

    run(idle())
    assert cut(caplog) == ["it did not say how its page was opened"] * 500


def test_a_closed_page_lets_its_lessons_go(held, monkeypatch):
    sessions = []

    def noted(address: Address) -> Session:
        session = opened(address)
        sessions.append(weakref.ref(session))
        return session

    monkeypatch.setattr(multiplex, "opened", noted)

    async def closes() -> None:
        reader = await Reader.opened(held.port)
        assert await reader.lives()
        assert sessions[0]() is not None
        await reader.close()
        while sessions[0]():
            gc.collect()
            await asyncio.sleep(0)

    run(closes())
