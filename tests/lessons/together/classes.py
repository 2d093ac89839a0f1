"""Classes for tests, and the acts that can be done in one, drawn by hypothesis."""

from datetime import UTC, datetime

from attrs import evolve, frozen
from hypothesis import strategies as st

from okin_lib.lessons.together.asked_of_all import by_id
from okin_lib.lessons.together.classroom import Classroom
from okin_lib.lessons.together.desk import Desk
from okin_lib.lessons.together.seat import Seat
from okin_lib.lessons.together.vote import PhoneId, Poll
from okin_lib.page.regions import BadEvent

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
EMPTY = Classroom("BCDFHJ", BEGAN)
PHONES = [PhoneId(f"p{number}") for number in range(6)]
QUESTION = "03_act_or_omission:without-football"
CHOICES = [option.id for option in by_id()[QUESTION].options]


def asked(room: Classroom = EMPTY, question: str = QUESTION) -> Classroom:
    return Desk(room).after({"ask": question}).room


def done(room: Classroom, act: str, target: str = "now", value: object = None) -> Classroom:
    return Desk(room).after({act: target, "value": value}).room


def answered(room: Classroom, phone: PhoneId, choice: str, because: str = "") -> Classroom:
    value = {"choice": choice, "because": because}
    return Seat(room, phone).after({"answer": room.poll.vote_id, "value": value}).room


SPLIT = {
    "plaintiff": "03_act_or_omission:explicit-sanction",
    "officers": "03_act_or_omission:implicit-sanction",
}


def found(room: Classroom, phone: PhoneId, switch: str, page: str = "430") -> Classroom:
    value = {"switch": switch, "page": page}
    return Seat(room, phone).after({"found": room.sides.lesson, "value": value}).room


@frozen
class Given:
    """An answer of a phone, to be given to whatever vote is open."""

    phone: PhoneId
    choice: str
    because: str


@frozen
class Ordered:
    """What whoever teaches does."""

    act: str
    target: str = "now"


ANSWERS = st.builds(
    Given, st.sampled_from(PHONES), st.sampled_from(CHOICES), st.sampled_from(["", "so it seems"])
)
ORDERS = st.sampled_from(
    [
        Ordered("close-vote"),
        Ordered("vote-again"),
        Ordered("show"),
        Ordered("reveal"),
        Ordered("front", "page"),
        Ordered("front", "question"),
        Ordered("ask", QUESTION),
    ]
)
ACTS = st.lists(st.one_of(ANSWERS, ANSWERS, ANSWERS, ORDERS), max_size=40)


def step(room: Classroom, act: Given | Ordered) -> Classroom:
    """Return the class after an act; as it was, if it is refused."""
    try:
        if isinstance(act, Given):
            return answered(room, act.phone, act.choice, act.because)
        return done(room, act.act, act.target)
    except BadEvent:
        return room


def other_choices(poll: Poll) -> Poll:
    """Return the poll as it would stand had everyone chosen, and said, something else."""
    turned = dict(zip(CHOICES, [*CHOICES[1:], CHOICES[0]], strict=True))
    votes = tuple(
        evolve(
            vote,
            ballots={
                phone: evolve(ballot, choice=turned[ballot.choice], because="another word")
                for phone, ballot in vote.ballots.items()
            },
        )
        for vote in poll.votes
    )
    return evolve(poll, votes=votes)
