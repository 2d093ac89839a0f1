"""The opinion's text, by page and note."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from okin_lib.api.ids import UnknownKey
from okin_lib.api.records import Records
from okin_lib.api.shown import Record, Shown, part
from okin_lib.record import opinion

AROUND = 120  # characters on either side of what is sought


@frozen(repr=False)
class Passage(Shown):
    """A page or a note of the opinion, or a sentence on it."""

    page: str
    text: str

    def to_record(self) -> Record:
        """Return it as a row."""
        return {"page": self.page, "text": self.text}

    def __str__(self) -> str:
        return f"{self.page}\n\n{self.text}"

    def _repr_html_(self) -> str:
        return part("passage", page=self.page, paragraphs=self.text.split("\n\n"))


class Opinion(Shown, Mapping[str, Passage]):
    """The opinion: a page by its number, a note by the page of its call ("11 n.9").

    Parameters
    ----------
    text
        The text that it gives.

    Examples
    --------
    >>> import okin_lib as okin
    >>> [place.page for place in okin.opinion.search("football")]
    ['421', '430', '436']
    >>> okin.opinion.verify("such as discussing football with Sears", "430")
    """

    def __init__(self, text: opinion.Opinion) -> None:
        self._text = text

    def __getitem__(self, page: str) -> Passage:
        if page not in self._text:
            raise UnknownKey("page or note", str(page), self)
        leaf = self._text.leaf(page)
        return Passage(page, "\n\n".join("".join(paragraph) for paragraph in leaf))

    def __iter__(self) -> Iterator[str]:
        yield from self._text.pages
        yield from self._text.notes

    def __len__(self) -> int:
        return len(self._text.pages) + len(self._text.notes)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self)

    def search(self, words: str) -> Records[Passage]:
        """Return each place where the words stand, in whatever case, with what is around it."""
        found = (
            Passage(each.page, "".join(each.within(AROUND))) for each in self._text.sought(words)
        )
        return Records(found, f"The opinion: {words!r}")

    def verify(self, quote: str, page: str) -> None:
        """Check that ``quote`` stands verbatim on ``page``.

        Raises
        ------
        ValueError
            If it does not; the message names the page on which it does, or the nearest passage.
        """
        self._text.verify(quote, page)

    def __str__(self) -> str:
        first, *_, last = self._text.pages
        notes = len(self._text.notes)
        return f"The opinion, {self._text.reporter}, pages {first} to {last} and {notes} notes"
