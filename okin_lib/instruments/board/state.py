"""The board: what a learner supposes, how they came to it, and what of it they look at."""

from collections.abc import Collection

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.files.link import code_in, query
from okin_lib.files.link_code import decode, encode
from okin_lib.files.scenario_data import BadCode
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.search import EVERYTHING, FIELDS, Search
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.claims import RECORD, parties, shown
from okin_lib.page.regions import Mistake, Parts, Regions
from okin_lib.page.tree import Drawer, tree
from okin_lib.reasoning.scenario import Contradictory, moved, preset, reread, scenario, switched
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId, PartyId

BOARD = ("board",)
EVERY = "every-element"


@frozen
class Board(Acting):
    """A scenario, how a learner came to it, whose tree is shown, and which facts."""

    keeps = ("party", "scenario", "search", "opened", "chosen", "drawn")

    case: Case
    plan: BoardPlan
    party: PartyId
    """Whose tree is shown."""
    drawer: Drawer
    """Draws a claim of a party."""
    scenario: Scenario = RECORD
    history: tuple[Scenario, ...] = ()
    """The scenarios before this one, for going back."""
    undone: tuple[Scenario, ...] = ()
    """Those gone back from."""
    search: Search = EVERYTHING
    opened: frozenset[ElementId] = frozenset()
    """The elements whose reasons are shown."""
    chosen: ElementId = NO_ELEMENT
    """The last of them to be opened."""
    drawn: bool = False
    """Whether the findings are to be drawn as a figure."""
    link: str = ""
    """The link that is shown as a QR code, if one is."""
    notice: str = ""
    """What is to be known of the code that was asked for: why it is not shown, if it is not."""
    unread: bool = False
    """Whether it could not be read."""

    @classmethod
    def of(cls, case: Case, plan: BoardPlan, code: str = "", *, drawer: Drawer) -> "Board":
        """Return the board at its start: the scenario of the code, else the record's own."""
        board = cls(case, plan, plan.party, drawer)
        if not code:
            return board
        try:
            found = decode(case, code)
        except BadCode as error:
            said = f"The link was not opened: {error}. What you see is the record."
            return evolve(board, notice=said, unread=True)
        return evolve(board, scenario=found.scenario, notice=found.notice)

    @property
    def parts(self) -> Parts:
        """The one part of a board."""
        return {"board": (*panels.control_ids(self.plan), *panels.RESULTS)}

    def regions(self) -> Regions:
        """Every region; what a learner went through before makes no difference to any."""
        case, claims, supposed = self.case, self.plan.claims, self.scenario
        now = shown(case, claims, supposed)
        return {
            **panels.controls(case, self.plan, supposed, self.search, self.notice),
            **panels.told(case, claims, supposed),
            panels.TREE: tree(
                case, now, self.party, self.opened, panels.TREE, self.drawer, self.chosen
            ),
            panels.MATRIX: panels.its_matrix(
                case, claims, supposed, self.party, self.drawn, self.chosen
            ),
            panels.SHARE: panels.share(case, supposed, self.unread, self.link),
        }

    def _switched(self) -> Collection[FactId]:
        return (*panels.facts_shown(self.case, self.plan), *self.plan.hypotheticals)

    @step("toggle", "fact", _switched)
    def _toggle(self, act: Act) -> "Board":
        on, fact = act.switch(), act.among(self._switched())
        try:
            return self._supposing(switched(self.case, self.scenario, fact, on))
        except Contradictory as refusal:
            raise Mistake(f"Nothing was changed: {refusal}.") from refusal

    @step("reading", "reading", lambda board: board.plan.readings)
    def _reading(self, act: Act) -> "Board":
        reading = act.among(self.plan.readings)
        values = [value.id for value in self.case.readings[reading].values]
        return self._supposing(reread(self.case, self.scenario, {reading: act.choice(values)}))

    @step("preset", "preset", lambda board: [each.id for each in board.case.doctrine.presets])
    def _preset(self, act: Act) -> "Board":
        return self._supposing(reread(self.case, self.scenario, preset(self.case, act.target)))

    @step("suppose", "supposition", lambda board: [each.id for each in board.plan.suppositions])
    def _suppose(self, act: Act) -> "Board":
        (change,) = (each for each in self.plan.suppositions if each.id == act.target)
        made = scenario(self.case, change.without, change.added)
        return self._supposing(evolve(self.scenario, without=made.without, added=made.added))

    @step("reset", "thing to reset", BOARD)
    def _reset(self, _act: Act) -> "Board":
        return self._supposing(RECORD)

    @step("undo", "thing to undo", BOARD)
    def _undo(self, _act: Act) -> "Board":
        if not self.history:
            return self
        *earlier, last = self.history
        return self._at(last, tuple(earlier), (*self.undone, self.scenario))

    @step("redo", "thing to redo", BOARD)
    def _redo(self, _act: Act) -> "Board":
        if not self.undone:
            return self
        *others, last = self.undone
        return self._at(last, (*self.history, self.scenario), tuple(others))

    @step("share", "thing to share", BOARD)
    def _share(self, act: Act) -> "Board":
        return evolve(self, link=act.link(query(encode(self.case, self.scenario))))

    @step("code", "place for a code", BOARD)
    def _read_code(self, act: Act) -> "Board":
        try:
            found = decode(self.case, code_in(act.field("code")))
        except BadCode as error:
            raise Mistake(f"Nothing was opened: {error}.") from error
        if found.scenario == self.scenario:
            raise Mistake("Nothing was changed: this is what you suppose already.")
        return evolve(self._supposing(found.scenario), notice=found.notice)

    @step("party", "choice of party", (panels.TREE, panels.MATRIX))
    def _party(self, act: Act) -> "Board":
        return evolve(self, drawn=False, party=act.choice(parties(self.case, self.plan.claims)))

    def _elements(self) -> Collection[ElementId]:
        return [e.id for e in self.case.doctrine.elements if e.claim in self.plan.claims]

    @step("open", "element", lambda board: [*board._elements(), EVERY])
    def _open(self, act: Act) -> "Board":
        if act.target == EVERY:
            return evolve(self, opened=frozenset(self._elements()))
        named = act.among(self._elements())
        return evolve(self, opened=self.opened | {named}, chosen=named)

    def _findings(self) -> dict[str, tuple[ElementId, PartyId]]:
        every = shown(self.case, self.plan.claims, RECORD).findings
        return {f"{found.element}/{found.party}": (found.element, found.party) for found in every}

    @step("see", "finding", _findings)
    def _see(self, act: Act) -> "Board":
        element, party = self._findings()[act.target]
        opened = self.opened | {element}
        return evolve(self, drawn=False, party=party, chosen=element, opened=opened)

    @step("draw", "figure", (panels.MATRIX,))
    def _draw(self, _act: Act) -> "Board":
        return evolve(self, drawn=True)

    @step("search", "field of the search", FIELDS)
    def _search(self, act: Act) -> "Board":
        return evolve(self, search=self.search.after(self.case, act))

    @step("year", "choice of year", (panels.YEAR,))
    def _year(self, act: Act) -> "Board":
        year = int(act.choice([str(year) for year in self.case.years]))
        return self._supposing(moved(self.case, self.scenario, year))

    def checked(self) -> "Board":
        """Return the board, which comes from outside; raise `BadEvent` if no act leads to it."""
        known("party", self.party, parties(self.case, self.plan.claims))
        for element in self.opened:
            known("element", element, self._elements())
        known("element", self.chosen, [NO_ELEMENT, *self.opened])
        return evolve(self, search=self.search.checked(self.case))

    def _supposing(self, supposed: Scenario) -> "Board":
        if supposed == self.scenario:
            return self
        return self._at(supposed, (*self.history, self.scenario), ())

    def _at(
        self, supposed: Scenario, history: tuple[Scenario, ...], undone: tuple[Scenario, ...]
    ) -> "Board":
        """Return the board with another scenario; what was said of the last one goes."""
        now = evolve(self, scenario=supposed, history=history, undone=undone)
        return evolve(now, drawn=False, link="", notice="", unread=False)
