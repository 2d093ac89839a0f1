"""YAML as a lawyer edits it, read into plain values that remember their file and line."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from okin_lib.record.placed import Block, DataError, Items, Place, Problem, Text, brief
from okin_lib.record.plainly import explained
from okin_lib.record.yaml_loader import Unused, read

LARGEST = 1_000_000
"""How many bytes a file may have."""

_TEXT = "tag:yaml.org,2002:str"
_LONGEST = 40


def read_text(root: Path, file: str) -> str:
    """Return the text of ``file`` in the folder ``root``, or raise `DataError`."""
    try:
        with (root / file).open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except FileNotFoundError:
        message = "there is no such file"
    except (OSError, ValueError) as error:  # a folder, a file closed to us, an impossible name
        message = f"the file cannot be read ({getattr(error, 'strerror', error)}): name another"
    else:
        return text_of(content, file)
    raise DataError([Problem(Place(file, 1), message)])


def text_of(content: bytes, file: str, largest: int = LARGEST) -> str:
    """Return the text that the content of a file is, or raise `DataError`, naming ``file``.

    Parameters
    ----------
    largest
        How many bytes it may have.
    """
    line = 1
    try:
        if len(content) <= largest:
            return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        message = f"the file is larger than {_size(largest)}: keep only what is to be read"
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = (
            f"not UTF-8 text at byte {error.start}: save the file as plain text in UTF-8, and "
            "not as a document of a word processor"
        )
    raise DataError([Problem(Place(file, line), message)])


def read_yaml(root: Path, file: str) -> Block:
    """Return the mapping that ``file`` in the folder ``root`` holds, or raise `DataError`."""
    return parse(read_text(root, file), file)


@lru_cache(maxsize=256)
def parse(text: str, file: str) -> Block:
    """Return the mapping that YAML ``text`` holds; raise `DataError`, naming ``file``.

    The result is shared by all who parse the same text, and never to be written to.
    """
    try:
        value = read(text, lambda loader: _Reader(loader, file).read())
    except Unused as error:
        raise DataError([Problem(Place(file, error.line + 1), str(error))]) from None
    except yaml.YAMLError as error:
        line, what = explained(error, text)
        raise DataError([Problem(Place(file, line + 1), f"not YAML: {what}")]) from None
    if value is None:
        raise DataError([Problem(Place(file, 1), "the file is empty: write its fields in it")])
    if not isinstance(value, Block):
        raise DataError([Problem(Place(file, 1), f"{_NO_FIELDS}, and not {_held(value)}")])
    return value


_NO_FIELDS = "the file must hold fields, as in 'title: A case'"


def _size(count: int) -> str:
    return f"{count // LARGEST} MB" if count >= LARGEST else f"{count // 1000} kB"


def _held(value: Any) -> str:
    return "a list: take away the hyphen that begins it" if isinstance(value, list) else "one text"


class _Reader:
    """One file's YAML, turned into values with places."""

    def __init__(self, loader: Any, file: str) -> None:
        self.file = file
        self.loader = loader

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
        written: dict[str, str] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node)
            if not isinstance(key, Text):
                raise Unused(key_node, f"a field's name must be text, not {key!s:.80}: quote it")
            if key in entries:
                raise Unused(key_node, f"{brief(key)} is given twice here: remove one")
            entries[key] = self.value(value_node)
            if isinstance(value_node, yaml.ScalarNode) and value_node.tag != _TEXT:
                written[key] = value_node.value
        return Block(entries.items(), self.place(node), written)

    def scalar(self, node: yaml.Node) -> Any:
        if node.tag == _TEXT:
            return Text(node.value, self.place(node))
        if len(node.value) > _LONGEST:  # a number of many parts takes minutes to work out
            raise Unused(node, _in_quotes(node))
        try:
            return self.loader.construct_object(node)
        except (ValueError, OverflowError) as error:
            problem = f"{brief(node.value)} is not what it looks like: {error}"
        except yaml.constructor.ConstructorError:
            problem = _in_quotes(node)
        raise Unused(node, problem)

    def place(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1)


def bare(text: str) -> str:
    """Return what YAML would take ``text`` for without quotation marks: bool, int, str, ..."""
    tag = yaml.SafeLoader("").resolve(  # type: ignore[no-untyped-call]
        yaml.ScalarNode, text, (True, False)
    )
    return str(tag).rpartition(":")[2]


def _in_quotes(node: yaml.Node) -> str:
    return f"YAML takes {brief(str(node.value))} for something else: put it in quotation marks"
