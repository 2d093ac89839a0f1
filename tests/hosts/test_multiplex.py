"""The lessons of one page over one connection, without a server."""

from unittest.mock import patch

from okin_lib.hosts.session import KEEPING_FAILED
from okin_lib.hosts.shared.multiplex import Multiplex
from okin_lib.lessons.kept import kept
from okin_lib.lessons.library import start
from okin_lib.lessons.whole import Whole

BOARD = "10_whole_board"


def connected(states, *messages):
    """What a page of the whole board is sent that comes back with these states."""
    sent = []
    page = Multiplex(sent.append)
    page.receive({"open": {"query": "", "states": states}})
    for message in messages:
        page.receive({"lesson": BOARD, "part": "board", "message": message})
    return [each["message"] for each in sent[1:]]


def test_what_was_left_out_of_a_state_is_said_and_is_no_error():
    left = kept(start(BOARD).after({"toggle": "football-talk", "value": False}))
    left["members"]["gone"] = {}
    said, shown, asked = connected({BOARD: left}, {"kind": "hello"})
    assert said == {
        "kind": "keeping",
        "lesson": BOARD,
        "said": "What is no longer here was left out: gone.",
    }
    assert "Without the football conversation" in shown["regions"]["live"]
    assert asked["asks"] is False


def test_a_state_of_which_nothing_can_be_shown_is_said_and_the_lesson_begins():
    left = kept(start(BOARD).after({"toggle": "football-talk", "value": False}))
    connected({}, {"kind": "hello"})  # the lesson as it begins is known from here on
    with patch.object(Whole, "regions", lambda _: 1 / 0):
        error, shown, asked = connected({BOARD: left}, {"kind": "hello"})
    assert error == {"kind": "error", "seq": None, "message": KEEPING_FAILED}
    assert shown["kind"] == "regions"
    assert asked["asks"] is True
