"""Whose account a fact is, and through whom it came to the record."""

from attrs import frozen


@frozen
class Source:
    """Whose account a fact is: ``who`` speaks in ``form``."""

    who: str
    form: str
    hops: tuple[str, ...] = ()
    """The hearsay chain, from ``who`` back to the first speaker."""
    written_by: str = ""
    """Who put it in that form, where that is another."""

    @property
    def told_through(self) -> tuple[str, ...]:
        """Through whom it came to whoever put it in that form, the first speaker first."""
        return (*self.hops[::-1], *([self.who] if self.written_by else []))
