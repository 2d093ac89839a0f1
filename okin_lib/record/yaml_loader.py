"""What reads the YAML that is used here: safe, plain, of bounded size, and quick where it can be.

PyYAML is kept: of what reads YAML with line numbers it is the quickest by far where libyaml is
present, and is pure Python where it is not, as in a browser.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

T = TypeVar("T")

DEEPEST = 50
"""How many lists and fields may stand within one another."""

MOST = 20_000
"""How many names and values a file may hold: what is read in a second or two."""


class Unused(Exception):
    """YAML that is sound, but not of the kind that is used here; it says what to do instead."""

    def __init__(self, where: Any, problem: str) -> None:
        super().__init__(problem)
        self.line: int = where.start_mark.line


class _PlainComposer(Composer):
    """Nodes without anchors, aliases and tags: each entry is read where it stands."""

    depth = 0
    count = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[attr-defined]
        problem = ""
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            problem = (
                "anchors (&), aliases (*) and tags (!) are not used here: write the value out, "
                "or put it in quotation marks"
            )
        if self.depth == DEEPEST:
            problem = "nested too deeply: close what is opened, or write it flatter"
        if self.count == MOST:
            problem = f"the file holds more than {MOST} names and values: make several files of it"
        if problem:
            raise Unused(event, problem)
        self.count += 1
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


class PlainLoader(_PlainComposer, yaml.SafeLoader):
    """All in Python."""


QuickLoader: type[Any] | None = None
"""The same on libyaml's parser, five times as fast; none where PyYAML was built without it."""

if yaml.__with_libyaml__:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]

    class _Quick(_PlainComposer, CParser, SafeConstructor, Resolver):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            _PlainComposer.__init__(self)
            SafeConstructor.__init__(self)
            Resolver.__init__(self)

    QuickLoader = _Quick

_APART = re.compile("[\t\ufeff\x85\u2028\u2029]|[|>][-+0-9]*#|[{[].*[?]", re.DOTALL)
"""What the two may not read alike: tabs, rare line breaks, and a question mark in brackets."""


def read(text: str, value: Callable[[Any], T]) -> T:
    """Return what ``value`` makes of a loader of ``text``: the quick one, if that is the same.

    What the quick one refuses is read again in Python. Its words and lines for what is broken
    are others, and those that are explained to an author are the same on every machine.

    Raises
    ------
    yaml.YAMLError
        If the text is not YAML.
    Unused
        If it is YAML of a kind that is not used here.
    """
    if QuickLoader and not _APART.search(text):
        with suppress(yaml.YAMLError, Unused):
            return value(QuickLoader(text))
    return value(PlainLoader(text))
