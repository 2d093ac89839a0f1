"""The opinion's text, addressable by star page and footnote, and the check of quotations."""

from collections.abc import Iterator

from attrs import field, frozen

from okin_lib.record.opinion_text import parts_of, reporter_of
from okin_lib.record.part import Leaf, Part, Span
from okin_lib.record.sought import Sought, sought

_ALIKE = 0.5  # share of words in common from which a passage is worth showing as meant

Location = tuple[int, int, int]
"""Part, start and end of a passage, to sort by: the body comes first, then each note."""


class QuotationError(ValueError):
    """A quotation that does not stand where it is said to; the message says where it does."""


@frozen
class Opinion:
    """The text of a reported opinion with star pages, and its notes.

    A page is cited by its number ("11"), a passage that crosses pages by both
    ("11-12"), a note by the page of its call ("11 n.9").
    """

    _parts: tuple[Part, ...] = field(repr=False)
    reporter: str
    """The volume that it is in, as it is cited: "9 F.3d"."""

    @classmethod
    def from_text(cls, text: str) -> "Opinion":
        """Read an opinion from its text; raise `ValueError` if that is not as `parts_of` asks."""
        return cls(parts_of(text), reporter_of(text))

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

    def find(self, quote: str) -> tuple[str, ...]:
        """Return every pin at which ``quote`` stands verbatim, white space apart."""
        words = _collapse(quote)
        pins = (
            part.pin(*place) for part in self._parts for place in part.occurrences(words) if words
        )
        return tuple(dict.fromkeys(pins))

    def sought(self, words: str) -> Iterator[Sought]:
        """Yield each place where ``words`` stand, in order, whatever their case and quotes."""
        return (each for part in self._parts for each in sought(part, words))

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

    def location(self, pin: str, quote: str, nth: int = 0) -> Location:
        """Return where ``quote`` stands at ``pin``: first, or again so many times.

        Raises
        ------
        QuotationError
            If it does not stand there.
        """
        part, passage = self._placed(pin, quote, nth)
        return self._parts.index(part), *passage

    def start(self, pin: str) -> Location:
        """Return where ``pin`` begins; raise `QuotationError` if the opinion has none such."""
        part, (opens, _) = self._at(pin)
        return self._parts.index(part), opens, opens

    def leaf(self, pin: str, quote: str = "", nth: int = 0) -> tuple[Leaf, ...]:
        """Return the paragraphs at ``pin``, each as what precedes ``quote``, it, and what follows.

        Where it stands there more than once, it is the place `location` names.

        Raises
        ------
        QuotationError
            If the opinion has no such page or note, or ``quote`` does not stand there.
        """
        part, bounds = self._at(pin)
        passage = self._placed(pin, quote, nth)[1] if quote else (bounds[1], bounds[1])
        return tuple(part.cut(bounds, passage))

    def _at(self, pin: str) -> tuple[Part, Span]:
        for part in self._parts:
            if bounds := part.bounds(pin):
                return part, bounds
        raise QuotationError(self._no_such(pin))

    def _placed(self, pin: str, quote: str, nth: int) -> tuple[Part, Span]:
        words = _collapse(quote)
        part, _ = self._at(pin)
        places = [*part.at(pin, words)]
        if not 0 <= nth < len(places):
            self.verify(quote, pin)
            raise QuotationError(f"it stands on {pin} less often than that")
        return part, places[nth]

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
            f"{self.pages[-1]}; write two pages as FIRST-LAST, and a note as PAGE n.NUMBER"
        )


def _collapse(text: str) -> str:
    return " ".join(text.split())
