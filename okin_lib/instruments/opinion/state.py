"""The opinion opened at a page, and the turning from one citation to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import neighbours
from okin_lib.instruments.opinion.view import opinion_page
from okin_lib.page.act import Event, known
from okin_lib.page.regions import BadEvent, Regions
from okin_lib.record.opinion import QuotationError

REGION = "opinion"
DIRECTIONS = ("previous", "next")
LONGEST = 5000


@frozen
class Reader:
    """The page that the opinion is open at, and the passage that is marked, if one is."""

    case: Case
    page: str
    quote: str = ""

    @classmethod
    def of(cls, case: Case) -> "Reader":
        """Return the opinion at its first page."""
        return cls(case, case.opinion.pages[0])

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The one part."""
        return {REGION: (REGION,)}

    def regions(self) -> Regions:
        """The one region."""
        return {REGION: opinion_page(self.case, self.page, self.quote, REGION)}

    def after(self, event: Mapping[str, Any]) -> "Reader":
        """Return the opinion as opened by ``event``; raise `BadEvent` if it cannot be."""
        act = Event.read(event, STEPS)
        return STEPS[act.act](self, act)

    def _read(self, event: Event) -> "Reader":
        quote = " ".join(event.text(LONGEST).split())
        try:
            self.case.opinion.verify(quote, event.target)
        except QuotationError as error:
            raise BadEvent(f"this passage cannot be opened: {error}") from error
        return evolve(self, page=event.target, quote=quote)

    def _page(self, event: Event) -> "Reader":
        known("choice of page", event.target, (REGION,))
        opinion = self.case.opinion
        shown = event.choice([*opinion.pages, *opinion.notes, self.page])
        return self if shown == self.page else evolve(self, page=shown, quote="")

    def _turn(self, event: Event) -> "Reader":
        way = DIRECTIONS.index(known("direction", event.target, DIRECTIONS))
        to = neighbours(self.case, self.page, self.quote)[way]
        return self if to is None else evolve(self, page=to.page, quote=to.quote)


STEPS: Mapping[str, Callable[[Reader, Event], Reader]] = {
    "read": Reader._read,
    "page": Reader._page,
    "turn": Reader._turn,
}
READING = STEPS.keys()
