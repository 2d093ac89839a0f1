"""What the log of a server holds, in either form: nothing of a visitor's."""

import json
import logging
import re
import threading
from collections.abc import Callable, Iterator

import pytest

from okin_lib.hosts.log_lines import FORMS, Sparing
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.session import Session
from okin_lib.lessons.library import start
from tests.hosts.conftest import BOARD

SECRET = "what-a-learner-wrote"
UNTOLD = (SECRET, "127.0.0.1", "localhost", "Cookie", "session=")


class Kept(logging.Handler):
    """Keeps what is logged, in this thread or another: a server logs once it has answered."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.setFormatter(FORMS[form]())
        self.said = threading.Condition()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        with self.said:
            self.lines += self.format(record).splitlines()
            self.said.notify_all()

    def until(self, text: str) -> list[str]:
        with self.said:
            assert self.said.wait_for(lambda: text in "\n".join(self.lines), 20)
            return self.lines


@pytest.fixture(params=FORMS)
def lines(request, monkeypatch) -> Iterator[Callable[..., list[str]]]:
    """A function that returns what is logged until a text is, as a server of this form has it."""
    handler = Kept(request.param)
    root, ours = logging.getLogger(), logging.getLogger("okin")
    monkeypatch.setattr(root, "handlers", [*root.handlers, handler])
    monkeypatch.setattr(ours, "level", logging.INFO)
    ours.manager._clear_cache()
    yield lambda text="": handler.until(text)
    ours.manager._clear_cache()


def test_a_request_is_told_without_who_asked_and_what_for(serving, lines):
    with serving(Options(shared=True)) as server:
        asked = {"Cookie": f"session={SECRET}", "User-Agent": SECRET, "Referer": SECRET}
        assert server.ask(f"/10_whole_board?s={SECRET}", headers=asked).status == 200
        assert server.ask(f"/{SECRET}", headers=asked).status == 404
    found, lost = lines("404")
    assert "/10_whole_board" in found
    assert "200" in found
    assert "404" in lost
    assert not [each for each in UNTOLD if each in found + lost]


def test_a_kernel_that_anyone_could_join_by_its_id_is_not_named(served, lines):
    served.ask("/voila/api/shutdown/12345678-1234-1234-1234-123456789012", "POST")
    served.ask("/api/kernels/12345678-1234-1234-1234-123456789012")
    assert "12345678-" not in "".join(lines("404"))


def test_a_request_that_fails_here_is_an_error_with_where_and_no_word_of_it(
    served, lines, monkeypatch
):
    def fails(*_):
        raise KeyError(SECRET)

    monkeypatch.setattr("okin_lib.hosts.server.pages.is_ahead_of_time", fails)
    address = f"/{BOARD}?s={SECRET}"
    assert served.ask(address, headers={"Cookie": f"session={SECRET}"}).status == 500
    said = "\n".join(lines("10_whole_board.ipynb"))
    assert "KeyError" in said
    assert re.search(r"pages\.py:\d+ in get", said)
    assert "error" in said.lower()
    assert not [each for each in UNTOLD if each in said]


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "event", "seq": 1, "event": {"toggle": SECRET, "value": True}},
        {"kind": "event", "seq": 1, "event": {"code": "board", "value": {"code": SECRET}}},
        {"kind": "event", "seq": 1, "event": {SECRET: SECRET}},
        {"kind": "file", "seq": 1, "name": SECRET, "fields": {}},
        {"kind": "keeping", "state": {"version": SECRET}},
        {"kind": SECRET},
        {"kind": "event", "seq": 1, "event": {"choose": "implicit-sanction"}, SECRET: 1},
    ],
)
def test_what_is_refused_is_told_without_what_it_was(lines, message):
    Session(start("10_whole_board")).join("board", lambda _: None)(message)
    assert len(lines()) == 1
    assert SECRET not in "".join(lines())


def test_a_step_that_fails_is_told_without_what_was_done(lines, monkeypatch):
    session = Session(start("10_whole_board"))

    def fails(_lesson, event):
        raise ValueError(str(event))

    monkeypatch.setattr(type(session.lesson), "after", fails)
    event = {"code": "board", "value": {"code": SECRET}}
    session.join("board", lambda _: None)({"kind": "event", "seq": 1, "event": event})
    said = "\n".join(lines())
    assert "ValueError" in said
    assert re.search(r"session\.py:\d+ in _step", said)
    assert SECRET not in said


def record(name: str, message: object, *args: object) -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, __file__, 7, message, args, None)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (record("okin", "All of %d", 3), "All of 3"),
        (record("okin", "Refused: %s, %.5r", SECRET, SECRET), "Refused: …, '…'"),
        (record("okin", "It took 5 %"), "It took 5 %"),
        (record("okin", "%d %s", SECRET, 1), "%d %s"),
        (record("okin", "On %.500r", {"a": SECRET}), "On '…'"),
        (record("tornado.general", "Bad %s", SECRET), "Bad …"),
        (record("tornado.general", f"Put together: {SECRET}"), None),
    ],
)
def test_of_what_a_message_is_filled_in_with_only_numbers_are_told(made, said):
    told = json.loads(FORMS["json"]().format(made))
    assert told.get("said") == said
    assert (told["level"], told["time"][-1]) == ("warning", "Z")
    assert (made.name == "okin") or told["where"].endswith("test_log:7")
    line = FORMS["text"]().format(made)
    assert SECRET not in line
    assert "\n" not in line


def test_so_many_warnings_are_written_and_of_the_others_how_many_there_were():
    now = [0.0]
    sparing = Sparing(3, 1, lambda: now[0])
    made = [record("okin", "Cut") for _ in range(10)]
    assert [sparing.filter(each) for each in made] == [True] * 3 + [False] * 7
    asked = record("okin", "request")
    asked.levelno = logging.INFO
    assert sparing.filter(asked)
    now[0] = 100
    last = record("okin", "Cut")
    assert sparing.filter(last)
    assert json.loads(FORMS["json"]().format(last))["left_out"] == 7
