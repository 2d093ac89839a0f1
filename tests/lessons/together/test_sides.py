"""A class in two halves: each phone is in one, and what a half found is counted by what it is."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.lessons.together.desk import Desk
from okin_lib.lessons.together.kept_class import outline, restored
from okin_lib.lessons.together.kept_parts import BadClass
from okin_lib.lessons.together.screen import Screen
from okin_lib.lessons.together.seat import Seat
from okin_lib.lessons.together.sides import SIDES, moved_by, tasks
from okin_lib.page.regions import BadEvent
from tests.hosts.markup import SCRIPT
from tests.lessons.together.classes import EMPTY, PHONES, SPLIT, done, found
from tests.page.markup import ids, read, unlabelled

LESSON = "03_act_or_omission"
SWITCHES = [*tasks()[LESSON].switches]


def split(phones=PHONES):
    room = EMPTY
    for phone in phones:
        room = room.joined(phone)
    return done(room, "split", "now", SPLIT)


def of_side(room, side):
    return next(phone for phone in PHONES if room.sides.of[phone] == side)


def screen(room):
    return "".join(Screen(room).regions().values())


@given(st.lists(st.sampled_from(PHONES), unique=True), st.permutations(PHONES))
def test_each_phone_is_in_one_half_and_neither_has_two_more(first, later):
    room = split(first)
    for phone in later:
        before = room
        room = room.joined(phone)
        assert all(room.sides.of[each] == side for each, side in before.sides.of.items())
        sizes = Counter(room.sides.of.values())
        assert abs(sizes[SIDES[0]] - sizes[SIDES[1]]) <= 1
    assert room.sides.of.keys() == {*PHONES}


@given(st.lists(st.tuples(st.sampled_from(PHONES), st.sampled_from(SWITCHES))))
def test_what_each_phone_found_last_is_counted_once_for_its_half(every):
    room = split()
    for phone, switch in every:
        room = found(room, phone, switch)
    last = dict(every)
    for side in SIDES:
        its = Counter(last[phone] for phone in last if room.sides.of[phone] == side)
        labels = {tasks()[LESSON].switches[switch].label: count for switch, count in its.items()}
        assert {each.label: each.count for each in room.sides.of_side(side)} == labels


def test_what_was_found_is_on_no_screen_before_it_is_shown():
    room = split()
    one = found(room, of_side(room, "officers"), "football")
    other = found(room, of_side(room, "officers"), "training", "431")
    assert screen(one) == screen(other) != screen(room)
    shown = screen(done(one, "show-sides"))
    assert "The football conversation" in shown
    assert "open, leaning to Okin" in shown
    with pytest.raises(BadEvent, match="nothing is looked for"):
        found(done(one, "show-sides"), PHONES[0], "football")


def test_a_phone_is_told_its_side_and_what_it_found():
    room = split()
    officers = of_side(room, "officers")
    html = Seat(found(room, officers, "football"), officers).regions()["sides"]
    assert "You argue for the officers" in html
    assert "Implicit sanction" in html
    assert 'value="430"' in html
    assert "Explicit sanction" in Seat(room, of_side(room, "plaintiff")).regions()["sides"]


def test_a_switch_that_moves_nothing_is_said_to():
    assert moved_by(LESSON, "implicit-sanction", "training") == ("triable", "triable")
    room = split()
    room = done(found(room, of_side(room, "officers"), "training"), "show-sides")
    assert "the same" in screen(room)


NOT_FOUND = [
    {"switch": "no-such", "page": "430"},
    {"switch": "football", "page": "99"},
    {"switch": "football", "page": "430 and more"},
    {"switch": "football", "page": SCRIPT},
    {"switch": "football"},
    "football",
]


@pytest.mark.parametrize("value", NOT_FOUND, ids=range(len(NOT_FOUND)))
def test_what_is_no_switch_or_no_page_is_refused(value):
    with pytest.raises(BadEvent):
        Seat(split(), PHONES[0]).after({"found": LESSON, "value": value})


def test_who_is_in_no_half_finds_nothing():
    with pytest.raises(BadEvent):
        Seat(EMPTY, PHONES[0]).after({"found": LESSON, "value": {}})
    with pytest.raises(BadEvent, match="nothing is looked for"):
        found(split(PHONES[:2]), PHONES[5], "football")


NOT_SPLIT = [
    {"plaintiff": f"{LESSON}:implicit-sanction"},
    {**SPLIT, "officers": "04_shocks_the_conscience:implicit-sanction"},
    {**SPLIT, "officers": f"{LESSON}:no-such"},
    {**SPLIT, "officers": "06_law_on_the_day:implicit-sanction"},
    None,
]


@pytest.mark.parametrize("value", NOT_SPLIT, ids=range(len(NOT_SPLIT)))
def test_a_class_is_split_over_one_board_and_elements_of_it(value):
    with pytest.raises(BadEvent):
        done(EMPTY, "split", "now", value)


def test_the_halves_are_the_same_again_from_what_was_kept():
    room = found(split(), PHONES[0], "football", "430-31")
    again = restored(json.loads(json.dumps(outline(room))))
    assert again.sides == room.sides
    for damage in (
        {"lesson": "no-such"},
        {"of": {"p": "judge"}},
        {"found": {PHONES[0]: ["football", "99"]}},
        {"elements": {}},
        {"is_shown": 1},
    ):
        kept = json.loads(json.dumps(outline(room)))
        kept["sides"] |= damage
        with pytest.raises(BadClass):
            restored(kept)


def test_each_page_is_sound():
    room = split()
    room = found(room, of_side(room, "officers"), "football")
    for each in (
        room,
        done(room, "show-sides"),
        done(room, "one-class"),
        done(room, "mode", "follow"),
    ):
        pages = (
            screen(each),
            *("".join(seat.regions().values()) for seat in (Desk(each), Seat(each, PHONES[0]))),
        )
        for html in pages:
            root = read(f"<main>{html}</main>")
            assert len(set(ids(root))) == len(ids(root))
            assert not unlabelled(root)
