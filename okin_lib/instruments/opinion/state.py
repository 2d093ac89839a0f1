"""The opinion opened at a page, and the turning from one citation to the next."""

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import neighbours
from okin_lib.instruments.opinion.view import opinion_page
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions
from okin_lib.record.opinion import QuotationError

REGION = RegionId("opinion")
DIRECTIONS = ("previous", "next")
LONGEST = 5000


@frozen
class Reader(Acting):
    """The page that the opinion is open at, and the passage that is marked, if one is."""

    keeps = ("page", "quote")

    case: Case
    page: str
    quote: str = ""

    @classmethod
    def of(cls, case: Case) -> "Reader":
        """Return the opinion at its first page."""
        return cls(case, case.opinion.pages[0])

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {REGION: (REGION,)}

    def regions(self) -> Regions:
        """The one region."""
        return {REGION: opinion_page(self.case, self.page, self.quote, REGION)}

    @step("read", "page")
    def _read(self, act: Act) -> "Reader":
        quote = " ".join(act.text(LONGEST).split())
        return self._at(act.target, quote)

    @step("page", "choice of page", (REGION,))
    def _page(self, act: Act) -> "Reader":
        opinion = self.case.opinion
        shown = act.choice([*opinion.pages, *opinion.notes, self.page])
        return self if shown == self.page else evolve(self, page=shown, quote="")

    @step("turn", "direction", DIRECTIONS)
    def _turn(self, act: Act) -> "Reader":
        way = DIRECTIONS.index(act.target)
        to = neighbours(self.case, self.page, self.quote)[way]
        return self if to is None else evolve(self, page=to.page, quote=to.quote)

    def checked(self) -> "Reader":
        """Return the opinion, as asked for; raise `BadEvent` if it cannot be opened so."""
        if self.quote:
            return self._at(self.page, Act("read", self.page, self.quote).text(LONGEST))
        opinion = self.case.opinion
        return evolve(self, page=known("page", self.page, [*opinion.pages, *opinion.notes]))

    def _at(self, page: str, quote: str) -> "Reader":
        try:
            self.case.opinion.verify(quote, page)
        except QuotationError as error:
            raise BadEvent(f"this passage cannot be opened: {error}") from error
        return evolve(self, page=page, quote=quote)
