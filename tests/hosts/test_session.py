"""A lesson and its pages, without Jupyter and without a browser."""

import logging
from base64 import b64decode
from collections.abc import Callable
from functools import partial

import pytest
from attrs import frozen

from okin_lib.hosts.keeping import Keeping
from okin_lib.hosts.messages import LARGEST_MESSAGE, BadMessage, check
from okin_lib.hosts.session import FILE_FAILED, KEEPING_FAILED, STEP_FAILED, Session
from okin_lib.lessons.library import start
from okin_lib.page.on_demand import OnDemand
from tests.browser.stub.stub_lesson import StubLesson


class Desk:
    """A session with both parts of the stub open, and what each page was sent."""

    def __init__(self):
        self.session = Session(StubLesson())
        self.sent = {"controls": [], "findings": []}
        self.pages = {
            part: self.session.join(part, sent.append) for part, sent in self.sent.items()
        }

    def does(self, event, seq=1):
        self.pages["controls"]({"kind": "event", "seq": seq, "event": event})


@pytest.fixture
def desk():
    return Desk()


def test_a_part_is_laid_out_as_its_lesson_says_and_otherwise_stacked():
    session = Session(StubLesson())
    assert (session.layout("controls"), session.layout("findings")) == ("beside", "stacked")


def test_each_page_gets_the_changed_regions_it_holds_and_no_others(desk):
    desk.does({"toggle": "talk", "value": False}, seq=7)
    (answer,), (news,) = desk.sent.values()
    assert (answer["kind"], answer["seq"]) == ("regions", 7)
    assert answer["regions"].keys() == {"live", "facts"}
    assert news["seq"] is None
    assert news["regions"].keys() == {"verdict"}


def test_the_page_that_asks_is_answered_even_with_nothing(desk):
    desk.does({"choose": "reading", "value": "narrow"}, seq=1)
    desk.does({"choose": "reading", "value": "narrow"}, seq=2)
    assert desk.sent["controls"][-1] == {"kind": "regions", "seq": 2, "regions": {}}
    assert desk.sent["findings"] == []


def test_hello_is_answered_with_the_part_as_it_is_now(desk):
    desk.does({"toggle": "talk", "value": False})
    desk.pages["findings"]({"kind": "hello"})
    regions = desk.sent["findings"][-1]["regions"]
    assert list(regions) == ["verdict", "passage"]
    assert "was Triable" in regions["verdict"]


def test_a_ping_is_answered(desk):
    desk.pages["controls"]({"kind": "ping", "n": 3})
    assert desk.sent["controls"] == [{"kind": "pong", "n": 3}]


def logged(caplog):
    """What we logged ourselves: a library may have something to say at any time."""
    return [each for each in caplog.records if each.name == "okin"]


def test_a_step_that_raises_leaves_a_traceback_and_changes_nothing(desk, caplog):
    before = desk.session.regions("controls")
    desk.does({"fail": "x"}, seq=4)
    assert desk.sent["controls"] == [{"kind": "error", "seq": 4, "message": STEP_FAILED}]
    assert desk.sent["findings"] == []
    assert desk.session.regions("controls") == before
    (record,) = logged(caplog)
    assert record.levelno == logging.ERROR
    assert record.exc_info[0] is ZeroDivisionError


def test_an_event_that_the_lesson_refuses_says_why(desk, caplog):
    desk.does({"toggle": "no such thing", "value": True}, seq=5)
    (answer,) = desk.sent["controls"]
    assert (answer["kind"], answer["seq"]) == ("error", 5)
    assert "no such thing" in answer["message"]
    assert "no such thing" in caplog.text


def asked(desk, name, **fields):
    desk.pages["controls"]({"kind": "file", "seq": 8, "name": name, "fields": fields})
    return desk.sent["controls"][-1]


def test_a_file_is_made_of_the_state_as_it_is_and_of_what_is_typed_and_changes_nothing(desk):
    desk.does({"toggle": "talk", "value": False})
    before = desk.session.lesson
    answer = asked(desk, "items.txt", title="Mine")
    assert b64decode(answer.pop("base64")) == b"Mine: report, trainer"
    assert answer == {"kind": "file", "seq": 8, "name": "own-items.txt", "type": "text/plain"}
    assert desk.session.lesson is before
    assert len(desk.sent["findings"]) == 1


def test_a_file_that_there_is_not_is_refused_by_name(desk):
    answer = asked(desk, "item.txt")
    assert (answer["kind"], answer["seq"]) == ("error", 8)
    assert "'item.txt'" in answer["message"]
    assert "did you mean 'items.txt'?" in answer["message"]


def test_a_file_that_cannot_be_made_leaves_a_traceback(desk, caplog):
    assert asked(desk, "failing.txt") == {"kind": "error", "seq": 8, "message": FILE_FAILED}
    (record,) = logged(caplog)
    assert record.exc_info[0] is ZeroDivisionError


def test_what_anyone_may_do_by_mistake_is_said_and_is_no_warning(caplog):
    said = []
    board = start("10_whole_board").board
    page = Session(board).join("board", said.append)
    page({"kind": "event", "seq": 1, "event": {"code": "board", "value": {"code": "mistyped"}}})
    assert "Nothing was opened" in said[0]["message"]
    assert [each for each in logged(caplog) if each.levelno >= logging.WARNING] == []


def test_a_supposition_that_is_refused_is_said_and_its_box_stays_as_it_was(caplog):
    said = []
    board = start("10_whole_board").board
    session = Session(board)
    page = session.join("board", said.append)
    (one, (other, *_)) = next(
        (h, [*h.excludes]) for h in board.case.hypotheticals.values() if h.excludes
    )
    for seq, fact in enumerate((one.id, other)):
        page({"kind": "event", "seq": seq, "event": {"toggle": fact, "value": True}})
    assert [each["kind"] for each in said] == ["regions", "error"]
    assert said[1]["message"].startswith("Nothing was changed: ")
    assert session.regions("board")["hypotheticals"] == said[0]["regions"]["hypotheticals"]
    assert [each for each in logged(caplog) if each.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    "content",
    [
        None,
        "hello",
        [],
        {},
        {"kind": "hello", "more": 1},
        {"kind": "ping"},
        {"kind": "ping", "n": "1"},
        {"kind": "event", "seq": 1, "event": "toggle"},
        {"kind": "event", "seq": None, "event": {}},
        {"kind": "event", "seq": 1, "event": {}, "extra": {}},
        {"kind": "regions", "seq": 1, "regions": {"live": "<p>"}},
        {"kind": "event", "seq": 1, "event": {"toggle": "x" * LARGEST_MESSAGE}},
        {"kind": "event", "seq": 1, "event": {"toggle": {1, 2}}},
        {"kind": "file", "seq": 1, "name": "items.txt"},
        {"kind": "file", "seq": 1, "name": None, "fields": {}},
        {"kind": "file", "seq": 1, "name": "items.txt", "fields": {"title": 1}},
        {"kind": "file", "seq": 1, "name": "items.txt", "fields": {}, "path": "/etc/passwd"},
    ],
)
def test_what_no_page_of_ours_sends_is_refused_and_logged(desk, caplog, content):
    with pytest.raises(BadMessage):
        check(content)
    desk.pages["controls"](content)
    (answer,) = desk.sent["controls"]
    assert answer["kind"] == "error"
    assert answer["seq"] == (content.get("seq") if isinstance(content, dict) else None)
    assert "Refused a message" in caplog.text


def test_a_message_nested_without_end_is_refused():
    deep = {}
    for _ in range(100_000):
        deep = {"a": deep}
    with pytest.raises(BadMessage):
        check({"kind": "event", "seq": 1, "event": deep})


def test_whoever_listens_is_told_of_each_step_once_the_pages_know_it(desk):
    heard = []
    desk.session.listen(lambda lesson: heard.append((lesson.on, len(desk.sent["findings"]))))
    desk.does({"toggle": "talk", "value": False})
    desk.does({"toggle": "no such thing", "value": True})
    assert heard == [(frozenset({"report", "trainer"}), 1)]


def test_what_is_taken_from_outside_is_shown_on_every_page_that_it_concerns(desk):
    heard = []
    desk.session.listen(heard.append)
    lesson = desk.session.lesson.after({"toggle": "talk", "value": False})
    desk.session.take(lesson)
    (controls,), (findings,) = desk.sent.values()
    assert (controls["seq"], controls["regions"].keys()) == (None, {"live", "facts"})
    assert (findings["seq"], findings["regions"].keys()) == (None, {"verdict"})
    assert desk.session.lesson is lesson
    assert heard == [lesson]
    desk.does({"toggle": "talk", "value": True})
    assert desk.session.lesson.on == frozenset({"talk", "report", "trainer"})


def test_an_unknown_part_is_named_with_those_there_are(desk):
    with pytest.raises(ValueError, match="no part 'nothing'; its parts are controls, findings"):
        desk.session.regions("nothing")


@frozen
class Slow(StubLesson):
    """The stub, which makes each region once it is asked for, and tells what it makes."""

    told: Callable[[str], None] = str

    def regions(self):
        every = super().regions()
        return OnDemand({key: partial(self._made, key, html) for key, html in every.items()})

    def _made(self, key, html):
        self.told(key)
        return html


def off_in(session, sent):
    """Switch an item off on the page of the controls, whose messages come to ``sent``."""
    does = session.join("controls", sent)
    does({"kind": "event", "seq": 1, "event": {"toggle": "talk", "value": False}})


def test_the_page_that_asks_is_answered_before_what_others_show_is_made():
    happened = []
    session = Session(Slow(told=happened.append))
    happened.clear()
    off_in(session, lambda message: happened.append(message["kind"]))
    assert happened == ["live", "facts", "predict", "regions", "verdict", "passage"]


def test_a_step_is_taken_back_if_what_others_show_of_it_cannot_be_made(caplog):
    def fails(key):
        if key == "verdict" and answered:
            raise ZeroDivisionError("on purpose")

    answered, shown = [], []
    session = Session(Slow(told=fails))
    session.join("findings", shown.append)
    before, lesson = session.regions("controls"), session.lesson
    off_in(session, answered.append)
    answer, back, error = answered
    assert (answer["seq"], *answer["regions"]) == (1, "live", "facts")
    assert back["regions"] == {key: before[key] for key in answer["regions"]}
    assert error == {"kind": "error", "seq": None, "message": STEP_FAILED}
    assert (shown, session.lesson, session.regions("controls")) == ([], lesson, before)
    (record,) = logged(caplog)
    assert record.exc_info[0] is ZeroDivisionError


class Failing(Keeping):
    """Keeps nothing, since it fails at whatever it is asked to do."""

    def joined(self, _send):
        raise ZeroDivisionError("on purpose")

    told = went_on = lambda self, *_: self.joined(None)


@pytest.mark.parametrize(
    ("message", "answered"),
    [
        ({"kind": "hello"}, ["regions", "error"]),
        ({"kind": "keeping", "state": {}}, ["error"]),
        (
            {"kind": "event", "seq": 1, "event": {"toggle": "talk", "value": False}},
            ["regions", "error"],
        ),
    ],
)
def test_what_fails_to_be_kept_ends_nothing_and_is_said(caplog, message, answered):
    said = []
    page = Session(StubLesson(), Failing()).join("controls", said.append)
    page(message)
    assert [each["kind"] for each in said] == answered
    assert said[-1] == {"kind": "error", "seq": None, "message": KEEPING_FAILED}
    (record,) = logged(caplog)
    assert record.exc_info[0] is ZeroDivisionError
    page({"kind": "ping", "n": 1})
    assert said[-1] == {"kind": "pong", "n": 1}
