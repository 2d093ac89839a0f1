"""The opinion's text, addressable by star page and footnote, and the check of quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from attrs import field, frozen

_HEADER = re.compile(r"\S+ \S+ (\d+) \|")
_STAR = re.compile(r"\*(\d+)(?![\d-])\s?")
_NOTE = re.compile(r"\[(\d+|\*)\] ")
_NOTES_HEADING = "NOTES"
_ALIKE = 0.5  # share of words in common from which a passage is worth showing as meant


Place = tuple[int, int, int]
"""Part, start and end of a passage, to sort by: the body comes first, then each note."""


class QuotationError(ValueError):
    """A quotation that does not stand where it is said to; the message says where it does."""


@frozen
class _Part:
    """Continuous text: the body, or one note.

    Attributes
    ----------
    pins, starts
        Its pages, and the offset at which each begins.
    paragraphs
        The offset at which each paragraph begins.
    """

    text: str
    pins: tuple[str, ...]
    starts: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def occurrences(self, words: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place where ``words`` stands, not cutting a word in two."""
        at = self.text.find(words)
        while at >= 0:
            end = at + len(words)
            if not (self._within_word(at) or self._within_word(end)):
                yield at, end
            at = self.text.find(words, at + 1)

    def _within_word(self, at: int) -> bool:
        return 0 < at < len(self.text) and self.text[at - 1 : at + 1].isalnum()

    def pin(self, start: int, end: int) -> str:
        """Return the pin of a passage."""
        first = self.pins[bisect_right(self.starts, start) - 1]
        last = self.pins[bisect_right(self.starts, end - 1) - 1]
        return first if first == last else f"{first}-{_short(last, first)}"

    def bounds(self, pin: str) -> tuple[int, int] | None:
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


@frozen
class Opinion:
    """The text of a reported opinion with star pages, and its notes.

    A page is cited by its number ("430"), a passage that crosses pages by both
    ("421-22"), a note by the page of its call ("429 n.9").
    """

    _parts: tuple[_Part, ...] = field(repr=False)

    @classmethod
    def from_text(cls, text: str) -> "Opinion":
        """Read an opinion from its text.

        Parameters
        ----------
        text
            A header line ("577 F.3d 415 | ..."), whose page is the first; paragraphs, one
            a line, with star markers and note calls; a line ``NOTES``; the notes.

        Raises
        ------
        ValueError
            If the text has no such header, or a note is not called in the body.
        """
        header, *lines = text.splitlines() or [""]
        first_page = _HEADER.match(header)
        if first_page is None:
            raise ValueError(f"the first line must be a citation such as '1 F.3d 2 |': {header!r}")
        split = lines.index(_NOTES_HEADING) if _NOTES_HEADING in lines else len(lines)
        body = _body(first_page[1], lines[:split])
        return cls((body, *_notes(lines[split + 1 :], body)))

    @property
    def pages(self) -> tuple[str, ...]:
        """The pins of the pages, in order."""
        return self._parts[0].pins

    @property
    def notes(self) -> tuple[str, ...]:
        """The pins of the notes, in order."""
        return tuple(note.pins[0] for note in self._parts[1:])

    def __contains__(self, pin: object) -> bool:
        return isinstance(pin, str) and any(part.bounds(pin) for part in self._parts)

    def text_of(self, pin: str) -> str:
        """Return the text of a page, of two pages that follow each other, or of a note.

        Raises
        ------
        QuotationError
            If the opinion has no such page or note.
        """
        part, opens, closes = self._at(pin)
        return part.text[opens:closes].strip()

    def find(self, quote: str) -> tuple[str, ...]:
        """Return every pin at which ``quote`` stands verbatim, white space apart."""
        words = _collapse(quote)
        pins = (
            part.pin(*place) for part in self._parts for place in part.occurrences(words) if words
        )
        return tuple(dict.fromkeys(pins))

    def verify(self, quote: str, pin: str) -> None:
        """Check that ``quote`` stands verbatim at ``pin``, and nowhere less or more.

        Raises
        ------
        QuotationError
            If it does not; the message names the pin where it does stand, or the nearest
            passage.
        """
        if not quote.strip():
            raise QuotationError("the quotation is empty")
        pins = self.find(quote)
        if pin in pins:
            return
        if pins:
            raise QuotationError(f"not on {pin}; it stands on {' and on '.join(pins)}")
        if pin not in self:
            raise QuotationError(f"{self._no_such(pin)}; {self._nearest(quote, pin)}")
        raise QuotationError(f"not on {pin}; {self._nearest(quote, pin)}")

    def place(self, pin: str, quote: str) -> Place:
        """Return where ``quote`` stands at ``pin``.

        Raises
        ------
        QuotationError
            If it does not stand there.
        """
        part, start, end = self._placed(pin, quote)
        return self._parts.index(part), start, end

    def start(self, pin: str) -> Place:
        """Return where ``pin`` begins; raise `QuotationError` if the opinion has none such."""
        part, opens, _ = self._at(pin)
        return self._parts.index(part), opens, opens

    def leaf(self, pin: str, quote: str = "") -> tuple[tuple[str, str, str], ...]:
        """Return the paragraphs at ``pin``, each as what precedes ``quote``, it, and what follows.

        Raises
        ------
        QuotationError
            If the opinion has no such page or note, or ``quote`` does not stand there.
        """
        part, opens, closes = self._at(pin)
        start, end = self._placed(pin, quote)[1:] if quote else (closes, closes)
        cuts = [opens, *(at for at in part.paragraphs if opens < at < closes), closes]
        return tuple(_split(part.text, *cut, start, end) for cut in pairwise(cuts))

    def _at(self, pin: str) -> tuple[_Part, int, int]:
        for part in self._parts:
            if bounds := part.bounds(pin):
                return part, *bounds
        raise QuotationError(self._no_such(pin))

    def _placed(self, pin: str, quote: str) -> tuple[_Part, int, int]:
        self.verify(quote, pin)
        return next(
            (part, start, end)
            for part in self._parts
            for start, end in part.occurrences(_collapse(quote))
            if part.pin(start, end) == pin
        )

    def _nearest(self, quote: str, pin: str) -> str:
        """Describe the passage most like ``quote``, preferably at ``pin``."""
        candidates = [(*part.nearest(_collapse(quote)), part) for part in self._parts]
        likeness, start, end, part = max(
            candidates, key=lambda found: (found[0], found[3].pin(*found[1:3]) == pin)
        )
        if likeness < _ALIKE:
            return "nothing in the opinion is like it"
        return f'the nearest passage, on {part.pin(start, end)}, is "{part.text[start:end]}"'

    def _no_such(self, pin: str) -> str:
        return (
            f"the opinion has no page or note {pin!r}: its pages run from {self.pages[0]} to "
            f"{self.pages[-1]}; write two pages as in '430-31' and a note as in '429 n.9'"
        )


def _body(first_page: str, lines: list[str]) -> _Part:
    """Read the body: take out the star markers, and note where pages and paragraphs begin.

    Citations have star pages of other reporters ("at *44"). A marker of this one has as many
    digits as the first page, and pages go up.
    """
    text, pins, starts, paragraphs = "", [first_page], [0], []
    for line in lines:
        paragraphs.append(len(text))
        done = 0
        for star in _STAR.finditer(line):
            if len(star[1]) == len(first_page) and int(star[1]) > int(pins[-1]):
                text += line[done : star.start()]
                done = star.end()
                pins.append(star[1])
                starts.append(len(text))
        text += line[done:].rstrip() + " "
    return _Part(text, tuple(pins), tuple(starts), tuple(paragraphs))


def _notes(lines: list[str], body: _Part) -> Iterator[_Part]:
    """Read the notes; a line without a number goes on with the note before it."""
    notes: list[tuple[str, list[str]]] = []
    for line in lines:
        if opening := _NOTE.match(line):
            notes.append((opening[1], [line[opening.end() :]]))
        elif notes:
            notes[-1][1].append(line)
    for number, paragraphs in notes:
        call = body.text.find(f"[{number}]")
        if call < 0:
            raise ValueError(f"note {number} is not called in the body")
        starts = [0]
        for paragraph in paragraphs[:-1]:
            starts.append(starts[-1] + len(paragraph) + 1)
        pin = f"{body.pin(call, call + 1)} n.{number}"
        yield _Part(" ".join(paragraphs), (pin,), (0,), tuple(starts))


def _split(text: str, opens: int, closes: int, start: int, end: int) -> tuple[str, str, str]:
    """Return of a paragraph what precedes a passage, what is of it, and what follows."""
    first, last = (min(max(at, opens), closes) for at in (start, end))
    return text[opens:first], text[first:last], text[last:closes]


def _short(last: str, first: str) -> str:
    """Return the second page of a span as it is cited: its last two digits if they suffice."""
    return last[-2:] if last[:-2] == first[:-2] else last


def _collapse(text: str) -> str:
    return " ".join(text.split())
