"""Plain values that remember their file and line, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from typing import Any, Self

from attrs import frozen

NOTHING: Mapping[str, str] = {}
_BRIEF = 80


@frozen(order=True)
class Place:
    """A line of a file, as messages name it."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@frozen(order=True)
class Problem:
    """What is wrong in the data, where, and what to do about it."""

    place: Place
    message: str

    def __str__(self) -> str:
        return "".join(
            c if c.isprintable() else c.encode("unicode_escape").decode()
            for c in f"{self.place}: {self.message}"
        )


class DataError(ValueError):
    """The data are not as they must be; the message has one line for each problem."""

    problems: tuple[Problem, ...]
    """What is wrong, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def refuse(problems: Iterable[Problem]) -> None:
    """Raise a `DataError` if there are any problems."""
    if found := tuple(problems):
        raise DataError(found)


class Text(str):
    """Text that knows where it was written."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> Self:
        """Return ``text``, written at ``place``."""
        self = super().__new__(cls, text)
        self.place = place
        return self


class Block(dict[str, Any]):
    """A mapping that knows where it begins; its keys are `Text`."""

    written: Mapping[str, str]
    """By key: how a bare word was written that YAML takes for something else."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Any]],
        place: Place,
        written: Mapping[str, str] = NOTHING,
    ) -> None:
        super().__init__(entries)
        self.place = place
        self.written = written

    def having(self, key: str, value: Any) -> "Block":
        """Return a copy in which ``key`` is ``value``."""
        return Block({**self, key: value}.items(), self.place, self.written)

    def place_of(self, key: str) -> Place:
        """Return the line on which ``key`` is written."""
        written = next((written for written in self if written == key), None)
        return self.place if written is None else place_of(written)


class Items(list[Any]):
    """A list that knows where it begins, and where each of its entries does."""

    def __init__(self, entries: Iterable[Any], places: Iterable[Place], place: Place) -> None:
        super().__init__(entries)
        self.places = tuple(places)
        self.place = place

    def place_of(self, index: int) -> Place:
        """Return the line on which the entry at ``index`` begins."""
        return self.places[index]


def place_of(value: Any) -> Place:
    """Return where ``value``, which must come from YAML, was written."""
    place = value.place
    assert isinstance(place, Place)
    return place


def brief(text: str) -> str:
    """Return ``text`` in quotation marks, shortened to what a message can hold."""
    words = " ".join(text.split())
    return f"'{words}'" if len(words) <= _BRIEF else f"'{words[:_BRIEF]}...'"
