"""What each role may see and do of a class: nothing of an answer before it is shown."""

import pytest
from attrs import evolve
from hypothesis import given

from okin_lib.lessons.together.asked_of_all import by_id, offered
from okin_lib.lessons.together.desk import Desk
from okin_lib.lessons.together.screen import Screen
from okin_lib.lessons.together.seat import Seat
from okin_lib.page.regions import BadEvent
from tests.hosts.markup import SCRIPT
from tests.lessons.together.classes import (
    ACTS,
    CHOICES,
    EMPTY,
    PHONES,
    answered,
    asked,
    done,
    other_choices,
    step,
)
from tests.page.markup import ids, read, unlabelled

ONE, TWO, *_ = PHONES
WHY = "Because-of-page-430"


def screen(room):
    return "".join(Screen(room, "http://10.0.0.7:8866/class/BCDFHJ").regions().values())


def phone(room, of=ONE):
    return "".join(Seat(room, of).regions().values())


def desk(room):
    return "".join(Desk(room).regions().values())


@given(ACTS)
def test_what_is_projected_does_not_depend_on_any_answer_before_it_is_shown(acts):
    room = asked()
    for act in acts:
        room = step(room, act)
    if any(vote.is_shown for vote in room.poll.votes):
        return
    assert screen(room) == screen(evolve(room, polls=(*room.polls[:-1], other_choices(room.poll))))


@given(ACTS)
def test_a_phone_sees_its_own_answer_and_no_others_before_they_are_shown(acts):
    room = asked()
    for act in acts:
        room = step(room, act)
    if any(vote.is_shown for vote in room.poll.votes):
        return
    own = {vote_no: vote.ballots.get(ONE) for vote_no, vote in enumerate(room.poll.votes)}
    others = other_choices(room.poll)
    votes = tuple(
        evolve(vote, ballots={**vote.ballots, **({ONE: own[at]} if own[at] else {})})
        for at, vote in enumerate(others.votes)
    )
    other = evolve(room, polls=(*room.polls[:-1], evolve(others, votes=votes)))
    assert phone(room) == phone(other)


def test_the_desk_is_told_in_a_sentence_how_the_class_stands():
    def said(room):
        return read(Desk(room).regions()["live"]).text.strip()

    room = asked()
    told = [said(EMPTY), said(room)]
    for act in ("close-vote", "vote-again", "close-vote", "show", "reveal", "end"):
        room = answered(room, ONE, CHOICES[0]) if room.poll.vote.is_open else room
        room = done(room, act)
        told.append(said(room))
    assert told == [
        "Nothing is asked yet.",
        "The vote is open.",
        "The vote is closed.",
        "The second vote is open.",
        "The second vote is closed.",
        "The answers are on the screen.",
        "The board shows it.",
        "This class is over.",
    ]


def test_a_reason_is_for_the_desk_alone_until_it_is_picked():
    room = answered(asked(), ONE, CHOICES[0], WHY)
    assert WHY not in screen(room) + phone(room, TWO) + desk(room)
    room = done(room, "show")
    assert WHY in desk(room)
    assert WHY not in screen(room) + phone(room, TWO)
    room = done(room, "pick", "q1.1.1")
    assert WHY in screen(room)
    assert WHY not in screen(done(room, "put-away", "q1.1.1"))


@pytest.mark.parametrize("key", ["q1.1.1", "q1.1.9", "q2.1.1", "", SCRIPT])
def test_a_reason_of_an_open_vote_or_none_is_not_picked(key):
    with pytest.raises(BadEvent, match="no such reason"):
        done(answered(asked(), ONE, CHOICES[0], WHY), "pick", key)


def test_what_is_typed_is_text_wherever_it_shows():
    value = {"question": SCRIPT, "option-1": SCRIPT + "1", "option-2": SCRIPT + "2"}
    room = done(EMPTY, "pose", "own", value)
    room = done(answered(room, ONE, "o1", SCRIPT), "show")
    room = done(room, "pick", "q1.1.1")
    for html in (screen(room), phone(room), desk(room)):
        assert "<script>bad" not in html
        assert "&lt;script&gt;" in html


def test_no_names_are_asked_for_and_no_phone_is_told_apart():
    room = done(answered(asked(EMPTY.joined(ONE)), ONE, CHOICES[0], WHY), "show")
    assert ONE not in screen(room) + desk(room) + phone(room)


FORGED = [
    {"ask": "03_act_or_omission:without-football"},
    {"show": "now"},
    {"close-vote": "now"},
    {"pick": "q1.1.1"},
    {"end": "now"},
    {"reveal": "now"},
    {"pose": "own", "value": {"question": "x", "option-1": "a", "option-2": "b"}},
]


@pytest.mark.parametrize("event", FORGED, ids=lambda event: next(iter(event)))
def test_a_phone_and_a_screen_take_no_act_of_the_desk(event):
    room = asked()
    for seat in (Seat(room, ONE), Screen(room)):
        with pytest.raises(BadEvent):
            seat.after(event)


MADE_UP = [
    {"answer": "q1.1"},
    {"answer": "q1.1", "value": {"choice": "no-such"}},
    {"answer": "q1.1", "value": {"choice": ["fails"]}},
    {"answer": "q1.2", "value": {"choice": CHOICES[0]}},
    {"answer": "q9.1", "value": {"choice": CHOICES[0]}},
    {"answer": SCRIPT, "value": {"choice": CHOICES[0]}},
    {"answer": "q1.1", "value": {"choice": CHOICES[0], "because": "x" * 201}},
    {"answer": ["q1.1"], "value": {"choice": CHOICES[0]}},
    {"answer": "q1.1", "value": {"choice": CHOICES[0]}, "phone": TWO},
    {},
]


@pytest.mark.parametrize("event", MADE_UP, ids=range(len(MADE_UP)))
def test_an_answer_that_is_none_is_refused(event):
    with pytest.raises(BadEvent):
        Seat(asked(), ONE).after(event)


def test_before_anything_is_asked_and_after_the_end_nothing_is_answered():
    for room in (EMPTY, asked().closed()):
        with pytest.raises(BadEvent, match="nothing is asked"):
            Seat(room, ONE).after({"answer": "q1.1", "value": {"choice": CHOICES[0]}})
    with pytest.raises(BadEvent, match="over"):
        done(EMPTY.closed(), "show")


NOT_QUESTIONS = [
    {"question": "Which?", "option-1": "this"},
    {"question": "", "option-1": "this", "option-2": "that"},
    {"question": "Which?", "option-1": "this", "option-2": "this"},
    {"question": "x" * 401, "option-1": "this", "option-2": "that"},
    {"question": "Which?", "option-1": "x" * 201, "option-2": "that"},
    "Which?",
]


@pytest.mark.parametrize("value", NOT_QUESTIONS, ids=range(len(NOT_QUESTIONS)))
def test_a_question_of_ones_own_has_two_answers_at_least(value):
    with pytest.raises(BadEvent):
        done(EMPTY, "pose", "own", value)


def test_a_question_of_ones_own_has_the_answers_that_were_typed():
    named = {f"option-{n}": text for n, text in enumerate(["a", "", "c", "d", "e"], 1)}
    poll = done(EMPTY, "pose", "own", {"question": "Which  one?", **named}).poll
    assert (poll.question, [each.label for each in poll.options]) == (
        "Which one?",
        ["a", "c", "d", "e"],
    )
    assert poll.reveal is None


def test_every_question_of_a_notebook_can_be_asked():
    assert len(by_id()) == sum(len(lesson.polls) for lesson in offered())
    for key in by_id():
        room = asked(EMPTY, key)
        assert room.poll.question == by_id()[key].question


@pytest.mark.parametrize("asks", [False, True])
def test_each_page_is_sound(asks):
    room = answered(asked(EMPTY.joined(ONE)), ONE, CHOICES[0], WHY) if asks else EMPTY
    rooms = [room, done(room, "show") if asks else room.closed()]
    for each in rooms:
        for html in (screen(each), phone(each), phone(each, TWO), desk(each)):
            root = read(f"<main>{html}</main>")
            assert len(set(ids(root))) == len(ids(root))
            assert not unlabelled(root)
