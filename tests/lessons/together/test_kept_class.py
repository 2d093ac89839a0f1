"""What the page of whoever teaches keeps of a class, and what can be made of it again."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.lessons.together.desk import Desk
from okin_lib.lessons.together.kept_class import (
    BadClass,
    ballots,
    outline,
    restored,
    with_ballots,
)
from okin_lib.lessons.together.vote import Ballot
from okin_lib.page.download import Order
from tests.lessons.together.classes import (
    ACTS,
    CHOICES,
    EMPTY,
    PHONES,
    answered,
    asked,
    done,
    step,
)

ONE, TWO, *_ = PHONES
ORDER = Order({}, datetime(2026, 1, 5, 10, tzinfo=UTC), "1.2.3")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


def again(room):
    made = restored(json.loads(json.dumps(outline(room))))
    for vote, data in json.loads(json.dumps(ballots(room))).items():
        made = with_ballots(made, vote, data)
    return made


@given(ACTS)
def test_a_class_is_the_same_again_from_what_was_kept(acts):
    room = asked()
    for act in acts:
        room = step(room, act)
    assert again(room) == room


def test_an_answer_that_came_since_stands():
    before = answered(answered(asked(), ONE, CHOICES[0]), TWO, CHOICES[0])
    since = answered(restored(outline(before)), ONE, CHOICES[1])
    found = with_ballots(since, "q1.1", ballots(before)["q1.1"])
    assert found.poll.vote.ballots == {ONE: Ballot(CHOICES[1]), TWO: Ballot(CHOICES[0])}


@given(JSON)
def test_what_is_no_class_is_refused_and_never_fails_otherwise(data):
    with pytest.raises(BadClass):
        restored(data)
    with pytest.raises(BadClass):
        with_ballots(asked(), "q1.1", data if data != {} else None)


DAMAGES = [
    {"code": 1},
    {"begun": "yesterday"},
    {"begun": "2026-01-05T09:00:00"},
    {"polls": {}},
    {"more": 1},
    {"polls": [{"id": "q1"}]},
    {"polls": [None]},
]


@pytest.mark.parametrize("damage", DAMAGES, ids=range(len(DAMAGES)))
def test_a_damaged_outline_is_refused(damage):
    with pytest.raises(BadClass):
        restored({**outline(asked()), **damage})


@pytest.mark.parametrize(
    "damage",
    [
        {"id": "q2"},
        {"votes": []},
        {"votes": [{"is_open": True, "is_shown": True}]},
        {"options": [{"id": 1, "label": "x"}]},
        {"question": "x" * 2_000},
        {"reveal": "all"},
        {"picked": [1]},
        {"is_revealed": 1},
    ],
    ids=str,
)
def test_a_damaged_question_is_refused(damage):
    kept = json.loads(json.dumps(outline(asked())))
    kept["polls"][0] |= damage
    with pytest.raises(BadClass):
        restored(kept)


@pytest.mark.parametrize(
    ("vote", "data"),
    [
        ("q1.2", {}),
        ("q1.1", {"p1": ["no-such", ""]}),
        ("q1.1", {"p1": [CHOICES[0], "x" * 201]}),
        ("q1.1", {"p" * 101: [CHOICES[0], ""]}),
        ("q1.1", {"p1": CHOICES[0]}),
        ("q1.1", []),
    ],
)
def test_damaged_ballots_are_refused(vote, data):
    with pytest.raises(BadClass):
        with_ballots(asked(), vote, data)


def made(room, name):
    return Desk(room).files[name](ORDER)


def test_the_table_has_counts_of_each_vote_with_cells_that_run_nothing():
    value = {"question": "=1+1", "option-1": "@this", "option-2": "that"}
    room = done(EMPTY, "pose", "own", value)
    room = answered(answered(room, ONE, "o1", "=secret"), TWO, "o2")
    room = done(done(room, "close-vote"), "vote-again")
    room = done(answered(answered(room, ONE, "o2"), TWO, "o2"), "show")
    text = made(room, "class.csv").data.decode()
    rows = list(csv.reader(StringIO(text)))
    assert rows[1] == ["1", "", "'=1+1", "First vote", "'@this", "1", "2"]
    assert rows[4] == ["1", "", "'=1+1", "Second vote", "that", "2", "2"]
    assert rows[-1] == ["1", "", "'=1+1", "'@this", "that", "1", "2"]
    assert "secret" not in text
    assert ONE not in text


def test_the_page_for_the_record_has_counts_and_what_all_could_read():
    room = answered(answered(asked(), ONE, CHOICES[0], "read out"), TWO, CHOICES[0], "unread")
    room = done(done(room, "close-vote"), "pick", "q1.1.1")
    room = done(done(room, "vote-again"), "show")
    assert room.poll.picked == ()
    page = made(room.closed(), "class.html").data.decode()
    assert "2 of 2" in page
    assert "read out" in page
    assert "unread" not in page
    assert "2026-01-05 10:00 UTC" in page


def test_a_vote_that_is_open_is_in_neither():
    room = answered(asked(), ONE, CHOICES[0])
    assert "No vote was closed" in made(room, "class.html").data.decode()
    assert made(room, "class.csv").data.decode().count("\n") == 1
    assert evolve(room).poll.vote.is_open
