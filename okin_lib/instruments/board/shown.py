"""What is looked at on a board."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.instruments.board.in_lesson import BoardPlan
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
