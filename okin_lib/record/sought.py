"""The places where words stand in a text, however one types them."""

import re
from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from okin_lib.record.part import Part, Span

_ALIKE = (
    "'`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}",
    '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}',
    "-\N{HYPHEN}\N{EN DASH}\N{EM DASH}",
)
"""Marks that stand for one another."""


@frozen
class Sought:
    """A place where words that are sought stand, which may begin or end within a word."""

    part: Part
    span: Span

    @property
    def page(self) -> str:
        """The pin of its passage."""
        return self.part.pin(*self.part.whole(self.span))

    @property
    def quote(self) -> str:
        """The passage, of whole words."""
        start, end = self.part.whole(self.span)
        return self.part.text[start:end]

    @property
    def nth(self) -> int:
        """How often the same passage stands on its page before it."""
        places = self.part.at(self.page, self.quote)
        return len([*takewhile(lambda at: at[0] < self.part.whole(self.span)[0], places)])

    def within(self, around: int) -> tuple[str, str, str]:
        """Return what precedes it in so many characters, it, and what follows."""
        (start, end), text = self.span, self.part.text
        first, _ = self.part.whole((max(0, start - around), start))
        _, last = self.part.whole((end, min(len(text), end + around)))
        return text[first:start], text[start:end], text[end:last]


def sought(part: Part, words: str) -> Iterator[Sought]:
    """Yield each place of a part where ``words`` stand, in whatever case, spaces and quotes."""
    if words.strip():
        spaced = r"\s+".join("".join(map(_alike, word)) for word in words.split())
        for found in re.finditer(spaced, part.text, re.IGNORECASE):
            yield Sought(part, found.span())


def _alike(letter: str) -> str:
    marks = next((marks for marks in _ALIKE if letter in marks), letter)
    return f"[{re.escape(marks)}]" if len(marks) > 1 else re.escape(letter)
