"""What is looked at on a board, and which facts are at hand there."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.own_facts import OwnFact
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.search import EVERYTHING, Search
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.drawer import Drawer
from okin_lib.page.ground import elements_changed
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import PartyId


@frozen
class Shown:
    """What is looked at: a scenario beside the one before it, one party, one element."""

    case: Case
    plan: BoardPlan
    supposed: Scenario
    before: Scenario
    party: PartyId
    chosen: ElementId
    drawer: Drawer
    own: tuple[OwnFact, ...] = ()

    def analysis(self, supposed: Scenario) -> Analysis:
        """Return how all stands in a scenario, on the claims that are shown."""
        return shown(self.case, self.plan.claims, supposed)

    @property
    def count_changed(self) -> int:
        """How many elements stand otherwise than on the record, each counted once."""
        return len(elements_changed(self.analysis(RECORD), self.now))

    @property
    def now(self) -> Analysis:
        """How all stands in what is supposed."""
        return self.analysis(self.supposed)


@frozen
class AtHand:
    """What of the facts is shown."""

    search: Search = EVERYTHING
    every: bool = False
    """Whether every fact is at hand, or only those in play."""
    sheet: bool = False
    """Whether the sheet is open that holds them where there is little room."""
    unfolded: frozenset[str] = frozenset()
    """The occasions, and the further panels, that are not folded."""
