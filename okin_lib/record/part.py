"""Continuous text of an opinion, paged: its body, or one of its notes."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import frozen

Span = tuple[int, int]
"""Where a passage starts and ends."""

Leaf = tuple[str, str, str]
"""A paragraph: what precedes a passage in it, what is of it, and what follows."""


def pages_of(pin: str) -> tuple[str, ...]:
    """Return both pages of a passage that crosses from one to the next; else its pin by itself."""
    first, crosses, last = pin.partition("-")
    return (first, first[: -len(last)] + last) if crosses else (pin,)


def brief(pin: str) -> str:
    """Return a pin for where there is little room: a note is cited without its page."""
    return pin.split(" ")[-1]


@frozen
class Part:
    """Continuous text: the body, or one note."""

    text: str
    pins: tuple[str, ...]
    starts: tuple[int, ...]
    """Its pages, and the offset at which each begins."""
    paragraphs: tuple[int, ...]
    """The offset at which each paragraph begins."""

    def occurrences(self, words: str, bounds: Span | None = None) -> Iterator[Span]:
        """Start and end of each place where ``words`` stands, not cutting a word in two.

        With ``bounds``, only of those within them.
        """
        opens, closes = bounds or (0, len(self.text))
        at = self.text.find(words, opens, closes)
        while at >= 0:
            end = at + len(words)
            if not (self._within_word(at) or self._within_word(end)):
                yield at, end
            at = self.text.find(words, at + 1, closes)

    def at(self, pin: str, words: str) -> Iterator[Span]:
        """Start and end of each place where ``words`` stands that is cited by ``pin``."""
        if words and (bounds := self.bounds(pin)):
            yield from (each for each in self.occurrences(words, bounds) if self.pin(*each) == pin)

    def whole(self, passage: Span) -> Span:
        """Return the passage with the words at its ends, if it cuts them in two, made whole."""
        start, end = passage
        while self._within_word(start):
            start -= 1
        while self._within_word(end):
            end += 1
        return start, end

    def _within_word(self, at: int) -> bool:
        return 0 < at < len(self.text) and self.text[at - 1 : at + 1].isalnum()

    def pin(self, start: int, end: int) -> str:
        """Return the pin of a passage."""
        first = self.pins[bisect_right(self.starts, start) - 1]
        last = self.pins[bisect_right(self.starts, end - 1) - 1]
        return first if first == last else f"{first}-{_short(last, first)}"

    def bounds(self, pin: str) -> Span | None:
        """Start and end of the text at ``pin``, if it is in this part."""
        ends = (*self.starts[1:], len(self.text))
        if pin in self.pins:
            page = self.pins.index(pin)
            return self.starts[page], ends[page]
        for page, (first, last) in enumerate(zip(self.pins, self.pins[1:], strict=False)):
            if pin == f"{first}-{_short(last, first)}":
                return self.starts[page], ends[page + 1]
        return None

    def nearest(self, words: str) -> tuple[float, int, int]:
        """Likeness, start and end of the passage most like ``words``."""
        spans = [match.span() for match in re.finditer(r"\S+", self.text)] or [(0, 0)]
        sought, here = words.split(), [self.text[start:end] for start, end in spans]
        shared = SequenceMatcher(None, sought, here, autojunk=False).find_longest_match()
        first = max(0, shared.b - shared.a)
        window = slice(first, first + len(sought))
        likeness = SequenceMatcher(None, sought, here[window], autojunk=False).ratio()
        found = spans[window]
        return likeness, found[0][0], found[-1][1]

    def cut(self, bounds: Span, passage: Span) -> Iterator[Leaf]:
        """Yield the paragraphs within ``bounds``, with what of each is of the passage."""
        opens, closes = bounds
        cuts = [opens, *(at for at in self.paragraphs if opens < at < closes), closes]
        for first, last in pairwise(cuts):
            start, end = (min(max(at, first), last) for at in passage)
            yield self.text[first:start], self.text[start:end], self.text[end:last]


def _short(last: str, first: str) -> str:
    """Return the second page of a span as it is cited: its last two digits if they suffice."""
    return last[-2:] if last.isdigit() and last[:-2] == first[:-2] else last
