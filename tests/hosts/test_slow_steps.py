"""A step that takes long holds up nobody else, and one that takes too long is ended."""

import threading

import pytest

from okin_lib.files.opening import acts
from okin_lib.hosts.server import socket
from okin_lib.hosts.shared.limits import Bucket
from okin_lib.page.costly import costly
from tests.hosts.socket_client import BOARD, Mirror, Reader, greeted, run, told
from tests.hosts.test_socket_hostile import cut

FILE = """\
title: One change
scenarios:
  - suppose: No football.
    without: [football-talk]
    expect: []
"""
OPENS = {"openfile": "board", "value": {"text": FILE}}
DRAWS = {"draw": "matrix"}
FRAMES = 150


def event(act: dict, seq: int = 1) -> dict:
    return {"kind": "event", "seq": seq, "event": act}


@pytest.fixture
def slow(monkeypatch):
    """Reading a case file takes until this is set."""
    done, real = threading.Event(), acts.answered

    @costly(1)
    def waits(*of):
        assert done.wait(20)
        return real(*of)

    monkeypatch.setattr(acts, "answered", waits)
    yield done
    done.set()


@pytest.mark.parametrize(("part", "act"), [("board", OPENS), ("more", DRAWS)])
def test_what_takes_long_shows_the_same(held, part, act):
    async def asked() -> None:
        mirror, reader = Mirror(BOARD), await Reader.opened(held.port)
        await greeted(reader, mirror)
        await told(reader, mirror, part, event(act))
        await told(reader, mirror, "board", event({"choose": "explicit-sanction"}, 2))

    run(asked())


def test_while_it_is_made_others_are_answered_and_who_waits_is_told_so(held, slow, monkeypatch):
    monkeypatch.setattr(socket, "SIGN_OF_LIFE", 0.01)

    async def asked() -> None:
        one, other = [await Reader.opened(held.port) for _ in range(2)]
        await one.tell(BOARD, "board", event(OPENS))
        assert await one.hears() == {"opened": True}
        assert await other.lives()
        slow.set()
        while (frame := await one.hears()) == {"opened": True}:
            pass
        assert "From your case file" in frame["message"]["regions"]["live"]

    run(asked())


def test_what_takes_too_long_is_ended_with_one_line_and_others_go_on(limited, caplog, monkeypatch):
    real, ended = acts.answered, threading.Event()

    @costly(1)
    def never(_case, text):
        try:
            while text != FILE:
                pass
        finally:
            ended.set()
        return real(_case, text)

    monkeypatch.setattr(acts, "answered", never)
    served = limited(step=0.2)

    async def asked() -> None:
        one, other = [await Reader.opened(served.port) for _ in range(2)]
        text = {"openfile": "board", "value": {"text": "another"}}
        await one.tell(BOARD, "board", event(text))
        assert await one.hears_all() == []
        await other.tell(BOARD, "board", event(OPENS))
        assert "case-file" in (await other.hears())["message"]["regions"]

    run(asked())
    assert cut(caplog) == ["a step took too long"]
    assert ended.wait(20)


def test_who_sends_many_at_once_is_heard_in_turn_with_others(limited, monkeypatch):
    taken, real = [], socket.take
    monkeypatch.setattr(socket, "take", lambda *of: (taken.append(of[0]), real(*of)))
    served = limited(seconds=1_000)

    async def asked() -> int:
        one, other = [await Reader.opened(served.port) for _ in range(2)]
        taken.clear()
        for number in range(FRAMES):
            act = {"toggle": "football-talk", "value": bool(number % 2)}
            await one.tell(BOARD, "board", event(act, number))
        assert await other.lives()
        return len(taken)

    assert run(asked()) < FRAMES


def test_who_has_taken_much_time_waits_until_none_is_owed():
    now = [0.0]
    bucket = Bucket(4, 0.25, lambda: now[0])
    assert [bucket.spend(3), bucket.spend(2), bucket.spend(100)] == [0, 4, 16]
    now[0] = 16
    assert bucket.spend(0) == 0
