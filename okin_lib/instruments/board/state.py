"""The board: what a learner supposes, how they came to it, and what of it they look at."""

from collections.abc import Collection

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.files.link import query
from okin_lib.files.link_code import decode, encode
from okin_lib.files.scenario_data import BadCode
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.at_hand import AtHand
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.moves import BOARD, Moves
from okin_lib.instruments.board.search import EVERYTHING, FIELDS, Search
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD, parties, shown
from okin_lib.page.drawer import Drawer
from okin_lib.page.effects.reached import first_reached
from okin_lib.page.regions import Parts, Regions
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

EVERY = "every-element"


@frozen
class Board(Moves):
    """A scenario, how a learner came to it, and what of it is shown."""

    keeps = ("party", "scenario", "search", "opened", "chosen", "drawn")

    case: Case
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
    history: tuple[Scenario, ...] = ()
    """The scenarios before this one, for going back."""
    undone: tuple[Scenario, ...] = ()
    """Those gone back from."""
    search: Search = EVERYTHING
    every_fact: bool = False
    """Whether every fact is at hand, or only those in play."""
    sheet: bool = False
    """Whether the sheet is open that holds the facts where there is little room."""
    unfolded: frozenset[str] = frozenset()
    """What is folded at first, and is not now: occasions, and regions below the circuit."""
    opened: frozenset[ElementId] = frozenset()
    """The elements whose reasons are shown in the list."""
    drawn: bool = False
    """Whether the findings are to be drawn as a figure."""
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
            said = f"The link was not opened: {error}. What you see is the record."
            return evolve(board, said=said, unread=True)
        return board.moved_to(found.scenario, (), ()).saying(found.notice)

    @property
    def parts(self) -> Parts:
        """The one part of a board."""
        return {"board": (*panels.control_ids(self.plan), *panels.RESULTS)}

    def regions(self) -> Regions:
        """Every region."""
        seen = self._seen
        at_hand = AtHand(self.search, self.every_fact, self.sheet, self.unfolded)
        return {
            **panels.controls(seen, at_hand),
            **panels.effects(seen, self.said),
            **panels.folds(seen, self.opened, self.unfolded, self.drawn),
            panels.SHARE: panels.share(self.case, self.scenario, self.unread, self.link),
        }

    @property
    def _seen(self) -> panels.Shown:
        return panels.Shown(
            self.case,
            self.plan,
            self.scenario,
            self.before,
            self.party,
            self.chosen,
            self.drawer,
        )

    @step("share", "thing to share", BOARD)
    def _share(self, act: Act) -> "Board":
        said = "The link is shown as a QR code, under Share."
        return evolve(self, link=act.link(query(encode(self.case, self.scenario))), said=said)

    @step("party", "choice of party", (panels.STRIP, panels.MATRIX))
    def _party(self, act: Act) -> "Board":
        return self._of_party(act.choice(self._parties()))

    def _parties(self) -> Collection[PartyId]:
        return parties(self.case, self.plan.claims)

    def _elements(self) -> Collection[ElementId]:
        return [e.id for e in self.case.doctrine.elements if e.claim in self.plan.claims]

    def _findings(self) -> dict[str, tuple[ElementId, PartyId]]:
        every = shown(self.case, self.plan.claims, RECORD).findings
        return {f"{found.element}/{found.party}": (found.element, found.party) for found in every}

    @step("choose", "element", _elements)
    def _choose(self, act: Act) -> "Board":
        return evolve(self, chosen=act.among(self._elements()))

    @step("see", "finding", _findings)
    def _see(self, act: Act) -> "Board":
        element, party = self._findings()[act.target]
        return evolve(self, drawn=False, party=party, chosen=element)

    @step("open", "element", lambda board: [*board._elements(), EVERY])
    def _open(self, act: Act) -> "Board":
        if act.target == EVERY:
            unfolded = self.unfolded | {*panels.FOLDS}
            return evolve(self, opened=frozenset(self._elements()), unfolded=unfolded)
        return evolve(self, opened=self.opened | {act.among(self._elements())})

    def _folded(self) -> Collection[str]:
        return [
            *panels.FOLDS,
            panels.HYPOTHETICALS,
            panels.READINGS,
            *(occasion.event for occasion in self.plan.occasions),
        ]

    @step("unfold", "thing to unfold", _folded)
    def _unfold(self, act: Act) -> "Board":
        return evolve(self, unfolded=self.unfolded | {act.target})

    @step("every", "choice of facts", (panels.FACTS,))
    def _every_fact(self, _act: Act) -> "Board":
        return evolve(self, every_fact=not self.every_fact)

    @step("sheet", "sheet of facts", (panels.FACTS,))
    def _sheet(self, _act: Act) -> "Board":
        return evolve(self, sheet=not self.sheet)

    @step("draw", "figure", (panels.MATRIX,))
    def _draw(self, _act: Act) -> "Board":
        return evolve(self, drawn=True, said="The figure is drawn below the tables.")

    @step("search", "field of the search", FIELDS)
    def _search(self, act: Act) -> "Board":
        return evolve(self, search=self.search.after(self.case, act))

    def checked(self) -> "Board":
        """Return the board, which comes from outside; raise `BadEvent` if no act leads to it."""
        known("party", self.party, self._parties())
        for element in self.opened:
            known("element", element, self._elements())
        known("element", self.chosen, [NO_ELEMENT, *self._elements()])
        return evolve(self, search=self.search.checked(self.case))

    def moved_to(
        self, supposed: Scenario, history: tuple[Scenario, ...], undone: tuple[Scenario, ...]
    ) -> "Board":
        """Return the board with another scenario; what was said of the last one goes."""
        now = evolve(self, scenario=supposed, before=self.scenario, history=history, undone=undone)
        was, its = (shown(self.case, self.plan.claims, s) for s in (self.scenario, supposed))
        reached = first_reached(self.case, was, its, self.party)
        chosen = reached or self.chosen
        return evolve(now, chosen=chosen, drawn=False, link="", said="", unread=False)

    def saying(self, said: str) -> "Board":
        """Return the board as it is, but for what it says."""
        return evolve(self, said=said)

    def _of_party(self, party: PartyId) -> "Board":
        """Return the board of another party; a reason that is not theirs gives way to one."""
        its = shown(self.case, self.plan.claims, self.scenario).findings_of(party)
        chosen = self.chosen if self.chosen in its else next(iter(its))
        return evolve(self, drawn=False, party=party, chosen=chosen)
