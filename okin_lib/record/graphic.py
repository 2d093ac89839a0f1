"""The words that describe violence, which a reader may want covered by the name of the act."""

from attrs import frozen


@frozen
class Graphic:
    """Words of the opinion that describe an act of violence, and what names it, no more."""

    act: str
    """The name of the act, which stands where the words are covered."""
    page: str
    words: str
    """Words of the opinion, verbatim, and a page where they stand: covered wherever they do."""
    also: tuple[str, ...] = ()
    """The same in the model's own words, where a statement or a question says it so."""
