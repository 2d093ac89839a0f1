"""A memo as a value: sections of paragraphs, lists, tables and spaces, whatever file shows it.

Every text in it is one that any of these files can hold: on one line, and with each character
that would not show as an escape.
"""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from attrs import field, frozen

from okin_lib.files.stream import visible


def plain(text: str) -> str:
    """Return the text on one line, with each character that would not show as an escape."""
    return " ".join(visible(text).split())


def _plainly(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(plain, texts))


@frozen
class Said:
    """A text, and the passage that it stands on, if it has one."""

    kind: ClassVar = "said"
    text: str = field(default="", converter=plain)
    mark: str = field(default="", converter=plain)
    """What stands before the text, to be seen first: what it is, or that it is invented."""
    quote: str = field(default="", converter=plain)
    pages: tuple[str, ...] = field(default=(), converter=_plainly)
    """Where it stands: the pin of each passage."""
    by: str = field(default="", converter=plain)
    """Whose words the quotation is, and of what weight."""

    @property
    def where(self) -> str:
        """The pages, and whose words stand there, as it follows a text or a quotation."""
        within = "; ".join(filter(None, (", ".join(self.pages), self.by)))
        return f"({within})" if within else ""

    @property
    def passage(self) -> str:
        """The text with its passage, as one."""
        quoted = f"“{self.quote}”" if self.quote else ""
        return " ".join(filter(None, (self.text, quoted, self.where)))


@frozen
class Points:
    """A list."""

    kind: ClassVar = "points"
    points: tuple[Said, ...]


@frozen
class Rows:
    """A table, whose first cell in each row says what the row is about."""

    kind: ClassVar = "rows"
    caption: str = field(converter=plain)
    heads: tuple[str, ...] = field(converter=_plainly)
    rows: tuple[tuple[Said, ...], ...]


@frozen
class Blank:
    """A space to write in, under a prompt."""

    kind: ClassVar = "blank"
    invitation: ClassVar = "Write here."
    prompt: str = field(converter=plain)


Block = Said | Points | Rows | Blank


@frozen
class Section:
    """A heading, what stands under it, and the sections that are parts of it."""

    heading: str = field(converter=plain)
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


@frozen
class Memo:
    """A whole memo."""

    title: str = field(converter=plain)
    about: str = field(converter=plain)
    """The case."""
    notice: str = field(converter=plain)
    """What it is not: it stands at the foot of each page."""
    lines: tuple[Said, ...]
    """For whom it is, on whom, on what scenario: each after what it is."""
    sections: tuple[Section, ...]


def every_section(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield these sections in order, the parts of each after it."""
    for section in sections:
        yield section
        yield from every_section(section.sections)


def every_said(sections: Iterable[Section]) -> Iterator[Said]:
    """Yield every text and passage in these sections, but for headings and prompts."""
    for section in every_section(sections):
        for block in section.blocks:
            yield from _said(block)


def _said(block: Block) -> Iterator[Said]:
    match block:
        case Said():
            yield block
        case Points():
            yield from block.points
        case Rows():
            for row in block.rows:
                yield from row
