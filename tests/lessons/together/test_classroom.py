"""A class is a value: no answer is lost or counted twice, whatever is done in whatever order."""

from datetime import timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.lessons.together import classroom
from okin_lib.lessons.together.counted import known_to_desk, shown_to_all
from okin_lib.lessons.together.seat import Seat
from okin_lib.page.regions import BadEvent
from tests.lessons.together.classes import (
    ACTS,
    BEGAN,
    CHOICES,
    EMPTY,
    PHONES,
    QUESTION,
    Given,
    answered,
    asked,
    done,
    step,
)

ONE, TWO, *_ = PHONES


@given(ACTS)
def test_each_vote_has_the_last_answer_of_each_phone_and_no_other(acts):
    room, model = asked(), [{}]
    for act in acts:
        before, room = room, step(room, act)
        if len(room.polls) > len(before.polls) or len(room.poll.votes) > len(before.poll.votes):
            model.append({})
        elif isinstance(act, Given) and before.poll.vote.is_open:
            model[-1][act.phone] = (act.choice, act.because)
    votes = [vote for poll in room.polls for vote in poll.votes]
    found = [
        {phone: (ballot.choice, ballot.because) for phone, ballot in vote.ballots.items()}
        for vote in votes
    ]
    assert found == model


@given(ACTS)
def test_a_distribution_sums_to_those_who_answered_and_the_moves_to_those_who_did_twice(acts):
    room = asked()
    for act in acts:
        room = step(room, act)
    for poll in room.polls:
        found = known_to_desk(poll)
        if found is None:
            continue
        closed = [vote for vote in poll.votes if not vote.is_open]
        assert list(found.answered) == [len(vote.ballots) for vote in closed]
        for number, total in enumerate(found.answered):
            shares = [option.shares[number] for option in found.options]
            assert sum(share.count for share in shares) == total
            assert {share.of for share in shares} == {total}
        if len(closed) == 2:
            first, second = (vote.ballots.keys() for vote in closed)
            assert found.twice == len(first & second)


@given(ACTS)
def test_a_vote_that_is_shown_is_closed_and_takes_no_answer(acts):
    room = asked()
    for act in acts:
        room = step(room, act)
        assert not any(vote.is_open and vote.is_shown for p in room.polls for vote in p.votes)
        assert all(not vote.is_open for poll in room.polls[:-1] for vote in poll.votes)
    shown = done(room, "show")
    with pytest.raises(BadEvent, match="that vote is closed"):
        answered(shown, ONE, CHOICES[0])


def test_who_sleeps_after_an_answer_is_still_in_the_room():
    room = asked(EMPTY.joined(ONE).joined(TWO))
    room = answered(room, ONE, CHOICES[0]).left(ONE)
    assert (room.in_room, len(room.present)) == (2, 1)
    assert room.left(TWO).in_room == 1


def test_a_phone_that_joins_twice_is_one():
    assert EMPTY.joined(ONE).joined(ONE).in_room == 1


def test_a_full_class_says_so(monkeypatch):
    monkeypatch.setattr(classroom, "MOST_PHONES", 1)
    room = EMPTY.joined(ONE)
    assert room.joined(ONE) == room
    with pytest.raises(BadEvent, match="is full"):
        room.joined(TWO)


@pytest.mark.parametrize(
    ("after", "over"), [(timedelta(0), False), (timedelta(hours=2.9), False), (3, True)]
)
def test_it_ends_after_three_hours(after, over):
    after = after if isinstance(after, timedelta) else timedelta(hours=after)
    assert EMPTY.is_over(BEGAN + after) is over
    assert EMPTY.closed().is_over(BEGAN)


def test_the_second_vote_stands_beside_the_first_with_who_moved():
    room = asked()
    for phone, choice in zip(PHONES, CHOICES[:3], strict=False):
        room = answered(room, phone, choice)
    room = done(done(room, "close-vote"), "vote-again")
    assert shown_to_all(room.poll) is None
    for phone in PHONES[:2]:
        room = answered(room, phone, CHOICES[1])
    found = shown_to_all(done(room, "show").poll)
    assert found.votes == ("First vote", "Second vote")
    assert [[share.count for share in option.shares] for option in found.options] == [
        [1, 0],
        [1, 2],
        [1, 0],
        [0, 0],
    ]
    assert (found.stayed, [each.count for each in found.moved]) == (1, [1])


def test_a_first_vote_that_was_shown_stands_alone_while_the_second_is_open():
    room = done(answered(asked(), ONE, CHOICES[0]), "show")
    room = answered(done(room, "vote-again"), ONE, CHOICES[1])
    found = shown_to_all(room.poll)
    assert (found.answered, found.moved) == ((1,), ())


def test_a_new_question_closes_the_vote_before_it():
    room = asked(asked())
    assert [poll.vote.is_open for poll in room.polls] == [False, True]
    assert [poll.id for poll in room.polls] == ["q1", "q2"]


def test_an_answer_to_a_vote_of_before_is_not_counted():
    room = asked()
    late = {"answer": room.poll.vote_id, "value": {"choice": CHOICES[0]}}
    with pytest.raises(BadEvent, match="that vote is closed"):
        Seat(asked(room), ONE).after(late)


def test_only_so_many_questions_are_asked(monkeypatch):
    monkeypatch.setattr(classroom, "MOST_POLLS", 1)
    with pytest.raises(BadEvent, match="1 questions at most"):
        asked(asked())


def test_what_is_revealed_is_shown_and_gives_way_to_the_board():
    room = done(answered(asked(), ONE, CHOICES[2]), "reveal")
    assert (room.front, room.poll.is_revealed, room.poll.vote.is_shown) == ("page", True, True)
    assert (room.poll.most_chosen, room.poll.reveal.supposes) == (CHOICES[2], "football-off")
    unrevealed = evolve(room, polls=(evolve(room.poll, reveal=None),))
    with pytest.raises(BadEvent, match="no board"):
        done(unrevealed, "reveal")


@given(st.permutations(range(len(PHONES))))
def test_the_order_in_which_phones_answer_changes_no_count(order):
    room = asked()
    for place in order:
        room = answered(room, PHONES[place], CHOICES[place % len(CHOICES)])
    counts = done(room, "close-vote").poll.vote.counts
    assert [counts[choice] for choice in CHOICES] == [2, 2, 1, 1]
    assert asked(room, QUESTION).polls[0].vote.counts == counts
