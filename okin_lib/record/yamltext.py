"""YAML as a lawyer edits it: plain values that remember their file and line."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

import yaml
from attrs import frozen


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
        return f"{self.place}: {self.message}"


class DataError(ValueError):
    """The data are not as they must be; the message has one line for each problem.

    Attributes
    ----------
    problems
        What is wrong, in order of file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


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

    def __init__(self, entries: Iterable[tuple[str, Any]], place: Place) -> None:
        super().__init__(entries)
        self.place = place

    def having(self, key: str, value: Any) -> "Block":
        """Return a copy in which ``key`` is ``value``."""
        return Block({**self, key: value}.items(), self.place)

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


def read_text(root: Path, file: str) -> str:
    """Return the text of ``file`` in the folder ``root``, or raise `DataError`."""
    try:
        return (root / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        message = "there is no such file"
    except UnicodeDecodeError as error:
        message = f"not UTF-8 text: {error.reason} at byte {error.start}"
    raise DataError([Problem(Place(file, 1), message)])


def read_yaml(root: Path, file: str) -> Block:
    """Return the mapping that ``file`` in the folder ``root`` holds, or raise `DataError`."""
    return parse(read_text(root, file), file)


@lru_cache(maxsize=256)
def parse(text: str, file: str) -> Block:
    """Return the mapping that YAML ``text`` holds; raise `DataError`, naming ``file``.

    The result is shared by all who parse the same text, and never to be written to.
    """
    try:
        value = _Reader(text, file).read()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        place = Place(file, mark.line + 1 if mark else 1)
        raise DataError([Problem(place, f"not YAML: {what}")]) from None
    except RecursionError:
        raise DataError([Problem(Place(file, 1), "nested too deeply")]) from None
    if not isinstance(value, Block):
        raise DataError([Problem(Place(file, 1), "the file must hold fields, as in 'id: value'")])
    return value


class _Reader:
    """One file's YAML, turned into values with places."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.loader = _PlainLoader(text)

    def read(self) -> Any:
        node = self.loader.get_single_node()
        return None if node is None else self.value(node)

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.block(node)
        if isinstance(node, yaml.SequenceNode):
            places = map(self.place, node.value)
            return Items(map(self.value, node.value), places, self.place(node))
        return self.scalar(node)

    def block(self, node: yaml.MappingNode) -> Block:
        entries: dict[Text, Any] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node)
            if not isinstance(key, Text):
                raise _error(key_node, f"a field's name must be text, not {key!r}: quote it")
            if key in entries:
                raise _error(key_node, f"{key!r} is given twice here: remove one")
            entries[key] = self.value(value_node)
        return Block(entries.items(), self.place(node))

    def scalar(self, node: yaml.Node) -> Any:
        if node.tag == "tag:yaml.org,2002:str":
            return Text(node.value, self.place(node))
        try:
            return self.loader.construct_object(node)
        except (ValueError, OverflowError) as error:
            raise _error(node, f"{node.value!r} is not what it looks like: {error}") from None

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1)


class _PlainLoader(yaml.SafeLoader):
    """Safe YAML without anchors, aliases and tags: each entry is read where it stands."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(
                problem="anchors (&), aliases (*) and tags (!) are not used here: write the "
                "value out, or quote it",
                problem_mark=event.start_mark,
            )
        return super().compose_node(parent, index)


def _error(node: yaml.Node, problem: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
