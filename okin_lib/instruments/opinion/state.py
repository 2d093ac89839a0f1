"""The opinion in its pane: opened at a page, turned by page and by citation, and searched."""

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import neighbours
from okin_lib.instruments.opinion.view import (
    LONGEST_SOUGHT,
    Opened,
    closed,
    found,
    invitation,
    page_beside,
    pane,
    pins_of,
)
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.record.opinion import QuotationError
from okin_lib.record.types import FactId

PANE, INVITATION = region_ids("opinion", "invitation")
CITATIONS = ("previous", "next")
PAGES = ("previous-page", "next-page")
LONGEST = 5000


@frozen
class Reader(Acting):
    """The page that the opinion is open at, the passage that is marked, and what is sought."""

    keeps = ("page", "quote", "nth", "open", "find")

    case: Case
    page: str
    quote: str = ""
    nth: int = 0
    """Which of the places on the page where the passage stands: it may stand there again."""
    open: bool = False
    find: str = ""

    @classmethod
    def of(cls, case: Case) -> "Reader":
        """Return the opinion at its first page, closed."""
        return cls(case, case.opinion.pages[0])

    @property
    def parts(self) -> Parts:
        """The one part: what opens the pane, and the pane, which lies over the page."""
        return {PANE: (INVITATION, PANE)}

    def regions(self) -> Regions:
        """Both regions."""
        at = Opened(self.page, self.quote, self.nth, self.find)
        return {
            INVITATION: invitation(self.case, INVITATION),
            PANE: pane(self.case, at, PANE) if self.open else closed(self.case, PANE),
        }

    @step("read", "page")
    def _read(self, act: Act) -> "Reader":
        return self._opened(act.target, act.text(LONGEST))

    @step("passage", "fact", lambda reader: reader.case.facts)
    def _passage(self, act: Act) -> "Reader":
        fact = self.case.facts[FactId(act.target)]
        return self._opened(fact.page, fact.quote)

    @step("pane", "thing to do with the opinion", ("open", "close"))
    def _pane(self, act: Act) -> "Reader":
        return evolve(self, open=act.target == "open")

    @step("page", "choice of page", (PANE,))
    def _page(self, act: Act) -> "Reader":
        shown = act.choice([*pins_of(self.case.opinion), self.page])
        return self if shown == self.page else self._turned(shown)

    @step("turn", "direction", (*CITATIONS, *PAGES))
    def _turn(self, act: Act) -> "Reader":
        if act.target in PAGES:
            way = 1 if act.target == PAGES[1] else -1
            page = page_beside(self.case.opinion, self.page, way)
            return self if page is None else self._turned(page)
        way = CITATIONS.index(act.target)
        to = neighbours(self.case, self.page, self.quote, self.nth)[way]
        return self if to is None else self._turned(to.page, to.quote)

    @step("find", "text to search", (PANE,))
    def _find(self, act: Act) -> "Reader":
        return evolve(self, find=act.text(LONGEST_SOUGHT))

    @step("found", "place in the list", lambda reader: reader._listed())
    def _found(self, act: Act) -> "Reader":
        place = found(self.case.opinion, self.find).places[int(act.target)]
        return self._turned(place.page, place.quote, place.nth)

    def checked(self) -> "Reader":
        """Return the opinion, as asked for; raise `BadEvent` if it cannot be opened so."""
        Act("find", PANE, self.find).text(LONGEST_SOUGHT)
        if self.quote:
            quote = Act("read", self.page, self.quote).text(LONGEST)
            return self._at(self.page, quote, self.nth)
        return self._turned(known("page", self.page, pins_of(self.case.opinion)))

    def _listed(self) -> list[str]:
        return [str(number) for number in range(len(found(self.case.opinion, self.find).places))]

    def _opened(self, page: str, quote: str) -> "Reader":
        return evolve(self._at(page, " ".join(quote.split()), 0), open=True)

    def _turned(self, page: str, quote: str = "", nth: int = 0) -> "Reader":
        return evolve(self, page=page, quote=quote, nth=nth)

    def _at(self, page: str, quote: str, nth: int) -> "Reader":
        try:
            self.case.opinion.verify(quote, page)
            self.case.opinion.location(page, quote, nth)
        except QuotationError as error:
            raise BadEvent(f"this passage cannot be opened: {error}") from error
        return self._turned(page, quote, nth)
