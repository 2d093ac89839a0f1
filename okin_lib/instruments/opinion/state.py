"""The opinion opened at a page, and the turning from one citation to the next."""

from collections.abc import Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.opinion.citations import neighbours
from okin_lib.instruments.opinion.view import opinion_page
from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import BadEvent, Regions
from okin_lib.record.opinion import QuotationError

REGION = "opinion"
DIRECTIONS = ("previous", "next")
LONGEST = 5000


@frozen
class Reader(Acting):
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

    @step("read", "page")
    def _read(self, act: Act) -> "Reader":
        quote = " ".join(act.text(LONGEST).split())
        try:
            self.case.opinion.verify(quote, act.target)
        except QuotationError as error:
            raise BadEvent(f"this passage cannot be opened: {error}") from error
        return evolve(self, page=act.target, quote=quote)

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
