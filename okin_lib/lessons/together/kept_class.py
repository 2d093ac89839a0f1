"""A class as the page of whoever teaches keeps it, so that it outlasts the server's process.

The ballots of each vote are apart from all else: what grows is then kept piece by piece.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from attrs import asdict, evolve

from okin_lib.lessons.together.asked_of_all import LONGEST_OPTION, LONGEST_QUESTION, MOST
from okin_lib.lessons.together.classroom import MOST_PHONES, MOST_POLLS, Classroom
from okin_lib.lessons.together.kept_parts import BadClass, text
from okin_lib.lessons.together.kept_sides import outlined, sides_of
from okin_lib.lessons.together.vote import (
    LONGEST_REASON,
    MOST_VOTES,
    Ballot,
    Option,
    PhoneId,
    Poll,
    Reveal,
    Vote,
)

MOST_READ = 2 * MOST_VOTES * MOST_PHONES


def outline(room: Classroom) -> Mapping[str, Any]:
    """Return the class without its ballots."""
    return {
        "code": room.code,
        "begun": room.begun.isoformat(),
        "front": room.front,
        "mode": room.mode,
        "sides": outlined(room.sides),
        "polls": [_outlined(poll) for poll in room.polls],
    }


def ballots(room: Classroom) -> Mapping[str, Mapping[str, list[str]]]:
    """Return the ballots of each vote, by its id and their phones."""
    return {
        f"{poll.id}.{number}": {
            phone: [ballot.choice, ballot.because] for phone, ballot in vote.ballots.items()
        }
        for poll in room.polls
        for number, vote in enumerate(poll.votes, 1)
    }


def restored(data: object) -> Classroom:
    """Return the class of an outline; its ballots are yet to come.

    Raises
    ------
    BadClass
        If it is none.
    """
    match data:
        case {
            "code": str(code),
            "begun": str(begun),
            "front": "join" | "question" | "page" | "sides" as front,
            "mode": "explore" | "follow" as mode,
            "sides": sides,
            "polls": list(polls),
        } if len(data) == 6 and len(polls) <= MOST_POLLS:  # type: ignore[arg-type]
            try:
                since = datetime.fromisoformat(begun)
            except ValueError as problem:
                raise BadClass("it does not say when it began") from problem
            if since.tzinfo is None:
                raise BadClass("it does not say when it began")
            every = tuple(_poll(number, each) for number, each in enumerate(polls, 1))
            return Classroom(
                code, since, polls=every, front=front, mode=mode, sides=sides_of(sides)
            )
    raise BadClass("it is of no known form")


def with_ballots(room: Classroom, vote_id: str, data: object) -> Classroom:
    """Return the class with the ballots that were kept of a vote; one that came since stands.

    Raises
    ------
    BadClass
        If there is no such vote, or they are not ballots of it.
    """
    polls = list(room.polls)
    for at, poll in enumerate(polls):
        for number, vote in enumerate(poll.votes):
            if vote_id == f"{poll.id}.{number + 1}":
                given = {**dict(_ballots(poll, data)), **vote.ballots}
                votes = list(poll.votes)
                votes[number] = evolve(vote, ballots=given)
                polls[at] = evolve(poll, votes=tuple(votes))
                return evolve(room, polls=tuple(polls))
    raise BadClass("it has no such vote")


def _outlined(poll: Poll) -> Mapping[str, Any]:
    told = asdict(poll)
    votes = [{"is_open": each.is_open, "is_shown": each.is_shown} for each in poll.votes]
    return {
        **told,
        "votes": votes,
        "picked": list(poll.picked),
        "read": list(poll.read),
        "options": list(told["options"]),
    }


def _poll(number: int, data: object) -> Poll:
    match data:
        case {
            "id": str(key),
            "question": str(question),
            "options": list(options),
            "source": str(source),
            "reveal": reveal,
            "votes": list(votes),
            "picked": list(picked),
            "read": list(read),
            "is_revealed": bool(is_revealed),
        } if (
            key == f"q{number}"
            and max(len(question), len(source)) <= 2 * LONGEST_QUESTION
            and 1 <= len(votes) <= MOST_VOTES
            and 1 <= len(options) <= 2 * MOST
            and max(len(picked), len(read)) <= MOST_READ
        ):
            return Poll(
                key,
                question,
                tuple(map(_option, options)),
                source,
                None if reveal is None else _reveal(reveal),
                tuple(map(_vote, votes)),
                tuple(map(text, picked)),
                tuple(map(text, read)),
                is_revealed,
            )
    raise BadClass("a question in it is of no known form")


def _option(data: object) -> Option:
    match data:
        case {"id": str(key), "label": str(label)} if len(label) <= 2 * LONGEST_OPTION:
            return Option(text(key), label)
    raise BadClass("an answer that it offers is of no known form")


def _reveal(data: object) -> Reveal:
    match data:
        case {"lesson": lesson, "question": question, "supposes": supposes}:
            return Reveal(text(lesson), text(question), text(supposes))
    raise BadClass("what it reveals is of no known form")


def _vote(data: object) -> Vote:
    match data:
        case {"is_open": bool(is_open), "is_shown": bool(is_shown)} if not is_open & is_shown:
            return Vote({}, is_open, is_shown)
    raise BadClass("a vote in it is of no known form")


def _ballots(poll: Poll, data: object) -> Iterator[tuple[PhoneId, Ballot]]:
    if not isinstance(data, dict) or len(data) > MOST_PHONES:
        raise BadClass("the ballots of a vote are of no known form")
    offered = {option.id for option in poll.options}
    for phone, ballot in data.items():
        match ballot:
            case [str(choice), str(because)] if (
                choice in offered and len(because) <= LONGEST_REASON
            ):
                yield PhoneId(text(phone)), Ballot(choice, because)
            case _:
                raise BadClass("a ballot in it is of no known form")
