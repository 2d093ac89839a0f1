"""The board: what a learner supposes, how they came to it, and what of it they look at."""

from functools import partial

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.doctrine.own_case import bare, with_own
from okin_lib.doctrine.own_facts import OwnFact
from okin_lib.files.link import NOT_OPENED, query
from okin_lib.files.link_code import decode, encode
from okin_lib.files.opening.acts import BOARD, CASE_FILE
from okin_lib.files.scenario_data import BadCode
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.folds import DRAWN, folds
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.looks import Looks
from okin_lib.instruments.board.moves import Moves
from okin_lib.instruments.board.search import EVERYTHING, Search
from okin_lib.instruments.board.shown import AtHand, Shown
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.drawer import Drawer
from okin_lib.page.effects.reached import first_reached
from okin_lib.page.on_demand import OnDemand
from okin_lib.page.own.whereabouts import OpenedFile, Whereabouts, within
from okin_lib.page.regions import BadEvent, Parts, RegionId, Regions
from okin_lib.page.trail import Trail
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId


@frozen
class Board(Moves, Looks):
    """A scenario, how a learner came to it, and what of it is shown."""

    keeps = (
        *("party", "scenario", "before", "search", "every_fact", "sheet", "unfolded"),
        *("opened", "chosen", "drawn", "own", "file"),
    )
    linked = ("in_a_code",)

    case: Case
    """With the facts of a learner's own among its hypotheticals."""
    plan: BoardPlan
    party: PartyId
    """Whose circuit is shown."""
    drawer: Drawer
    """Draws a claim of a party."""
    chosen: ElementId
    """The element whose reason is shown."""
    scenario: Scenario = RECORD
    before: Scenario = RECORD
    """The scenario before the last move."""
    own: tuple[OwnFact, ...] = ()
    """The facts of their own that a learner added, switched on or not."""
    file: OpenedFile | None = None
    refused: tuple[str, ...] = ()
    trail: Trail[Whereabouts] = field(factory=Trail)
    """The places before this one, for going back, and those gone back from."""
    search: Search = EVERYTHING
    every_fact: bool = False
    """Whether every fact is at hand, or only those in play."""
    sheet: bool = False
    """Whether the sheet is open that holds the facts where there is little room."""
    unfolded: frozenset[str] = frozenset()
    """What is folded at first, and is not now: occasions, circuits, and what is below those."""
    opened: frozenset[ElementId] = frozenset()
    """The elements whose reasons are shown in the list."""
    drawn: frozenset[RegionId] = frozenset()
    """Where a figure is asked for."""
    link: str = ""
    """The link that is shown as a QR code, if one is."""
    said: str = ""
    """What is to be known of the last act, or of the code that was asked for."""
    unread: bool = False
    """Whether that code could not be read."""

    @classmethod
    def of(cls, case: Case, plan: BoardPlan, code: str = "", *, drawer: Drawer) -> "Board":
        """Return the board at its start: the scenario of the code, else the record's own."""
        unfolded = frozenset([] if plan.in_play else [plan.occasions[0].event])
        board = cls(case, plan, plan.party, drawer, plan.element, unfolded=unfolded)
        if not code:
            return board
        try:
            found = decode(case, code)
        except BadCode as error:
            return evolve(board, said=NOT_OPENED.format(why=error), unread=True)
        return board.moved_to(Whereabouts(found.scenario), Trail()).but(said=found.notice)

    @property
    def parts(self) -> Parts:
        """The one part of a board."""
        files = (CASE_FILE,) if self.plan.own else ()
        return {"board": (*panels.control_ids(self.plan), *panels.RESULTS, *files)}

    def regions(self) -> Regions:
        """Every region."""
        seen = self._seen
        at_hand = AtHand(self.search, self.every_fact, self.sheet, self.unfolded)
        said = "" if self.unread else self.said or self.of_the_file
        share = (seen.case, self.in_a_code, self.unread, self.link, self.left_out)
        makers = {
            **panels.controls(seen, at_hand, self.said if self.unread else ""),
            **panels.effects(seen, said, self.has_circuits),
            **folds(seen, self.opened, self.unfolded, self.drawn),
            **self.file_makers(),
        }
        return OnDemand({**makers, panels.SHARE: partial(panels.share, *share)})

    @property
    def _seen(self) -> Shown:
        return Shown(
            self.case,
            self.plan,
            self.scenario,
            self.before,
            self.party,
            self.chosen,
            self.drawer,
            self.own,
        )

    @step("share", "thing to share", BOARD)
    def _share(self, act: Act) -> "Board":
        said = "The link is shown as a QR code, under Share."
        code = encode(bare(self.case), self.in_a_code)
        return evolve(self, link=act.link(query(code)), said=said)

    def checked(self) -> "Board":
        """Return the board, which comes from outside; raise `BadEvent` if no act leads to it."""
        known("party", self.party, self._parties())
        for element in self.opened:
            known("element", element, self._elements())
        for folded in self.unfolded:
            known("thing to unfold", folded, self._folded())
        for region in self.drawn:
            known("figure", region, DRAWN)
        known("element", self.chosen, [NO_ELEMENT, *self._elements()])
        if (self.own or self.file) and not self.plan.own:
            raise BadEvent("nothing of one's own is added on this board")
        case = with_own(bare(self.case), self.own)
        return evolve(self, case=case, search=self.search.checked(case))

    def moved_to(self, to: Whereabouts, trail: Trail[Whereabouts]) -> "Board":
        """Return the board with other things supposed; what was said of the last goes."""
        case = self.case if to.own == self.own else with_own(bare(self.case), to.own)
        was = shown(self.case, self.plan.claims, self.scenario)
        its = shown(case, self.plan.claims, to.scenario)
        file, before = to.file and to.file.within(case), within(case, self.scenario)
        now = evolve(self, case=case, own=to.own, file=file, scenario=to.scenario)
        now = evolve(now, before=before, trail=trail)
        chosen = first_reached(case, was, its, self.party) or self.chosen
        return evolve(now, chosen=chosen, drawn=frozenset(), link="", said="", unread=False)
