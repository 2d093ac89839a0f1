"""What the bench memo says of itself: its questions, its posture, its spaces, how it is read."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Support

Seat = Literal["plaintiff", "officers", "judge"]
"""For whom a memo is written: a side, or whoever decides between them."""
Sued = Literal["officer", "municipality"]
"""Of whom its questions are."""


@frozen
class Prompt:
    """What is said to whoever writes."""

    text: str
    seats: tuple[Seat, ...] = ()
    """For whom they write, where it is not said to everyone."""


@frozen
class Space:
    """A heading under which nothing is filled in, and what is to be written there."""

    heading: str
    prompts: tuple[Prompt, ...]


def said_to(seat: Seat, prompts: Iterable[Prompt]) -> list[str]:
    """Return the texts of those prompts that are for the seat."""
    return [each.text for each in prompts if not each.seats or seat in each.seats]


@frozen
class Criterion:
    """What a reader of the finished memo looks for, and how much of the whole it is."""

    points: int
    text: str


@frozen(eq=False)
class Capstone:
    """The memo but for what a scenario makes of it.

    A text has ``{party}`` for the officer's name, ``{municipality}`` for the employer's.
    """

    title: str
    notice: str
    """What it is not."""
    changes: int
    """How many changes of the record are asked for."""
    claims: dict[Sued, tuple[str, ...]]
    """The claims that it is about."""
    seats: dict[Seat, str]
    """For whom it is written, in words."""
    questions: dict[Sued, tuple[str, ...]]
    posture: tuple[Support, ...]
    rule: tuple[Support, ...]
    """Passages on the rule beyond those that the findings rest on."""
    spaces: tuple[Space, ...]
    rubric: tuple[Criterion, ...]
    rubric_notes: tuple[Prompt, ...]


def _wrong(found: Capstone, case: Case) -> Iterator[Problem]:
    for claims in found.claims.values():
        yield from unknown("claim", claims, case.claims)
    place = place_of(found.title)
    for seat in get_args(Seat):
        if seat not in found.seats or not all(said_to(seat, s.prompts) for s in found.spaces):
            yield Problem(place, f"something is not said for '{seat}': say it for every seat")
    for asked in get_args(Sued):
        if asked not in found.claims or asked not in found.questions:
            yield Problem(place, f"nothing is asked of '{asked}': give its claims and questions")
    for text in _texts(found):
        try:
            text.format(party="", municipality="")
        except (LookupError, ValueError, AttributeError):
            remedy = "{party} and {municipality} are the only braces"
            yield Problem(place_of(text), f"the text has braces that nothing fills: {remedy}")


def _texts(found: Capstone) -> Iterator[str]:
    """Yield each text in which names are filled in."""
    yield from found.seats.values()
    for questions in found.questions.values():
        yield from questions
    for space in found.spaces:
        yield from (prompt.text for prompt in space.prompts)


CAPSTONE = Study(
    Capstone,
    "course/memo/data.yaml",
    _wrong,
    {"criteria of the bench memo": lambda found: len(found.rubric)},
)
