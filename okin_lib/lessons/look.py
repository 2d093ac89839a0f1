"""Which look at what is supposed is taken, if any, and what is chosen of all that they ask for."""

from collections.abc import Sequence

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.look_choice import LookChoice, Tab
from okin_lib.page.act import Act
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD
from okin_lib.page.look import Seen
from okin_lib.page.regions import Parts, Regions, region_ids
from okin_lib.page.template import nothing
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

ASPECTS, REGION = REGIONS = region_ids("aspects", "aspect")
EVERY_ELEMENT = Tab("elements", "Every element")
"""What is shown where no look is taken."""
TABS = (EVERY_ELEMENT, *(Tab(each.id, each.label, each.short) for each in LOOKS.values()))


@frozen
class Looking(LookChoice):
    """A look at a scenario, and what is chosen for each thing that one can ask for."""

    looks = LOOKS
    keeps = ("look", "chosen", "drawn")

    case: Case
    claims: tuple[str, ...]
    chosen: dict[str, str]
    look: str = EVERY_ELEMENT.id
    scenario: Scenario = RECORD
    drawn: bool = False
    """Whether its figure is asked for."""
    tabs: Sequence[Tab] = TABS

    @classmethod
    def of(
        cls, case: Case, claims: tuple[str, ...], compared: tuple[PartyId, PartyId]
    ) -> "Looking":
        """Return it with no look taken; ``compared`` are the parties that are compared first."""
        parties = dict(enumerate(compared))
        chosen = {key: parties.get(ask.first, "") for key, ask in cls.every_ask().items()}
        return cls(case, claims, chosen)

    def seen(self, scenario: Scenario) -> "Looking":
        """Return the look at a scenario; at another one, without its figure."""
        return self if scenario == self.scenario else evolve(self, scenario=scenario, drawn=False)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {REGION: REGIONS}

    def regions(self) -> Regions:
        """The choice of a look, and what it shows."""
        return {ASPECTS: self.tab_panel(ASPECTS), REGION: self._shown()}

    @property
    def taken(self) -> bool:
        """Whether a look is taken, and not every element shown."""
        return self.look in LOOKS

    def _shown(self) -> str:
        if not self.taken:
            return nothing(REGION)
        seen = Seen(self.case, self.claims, self.scenario, self.chosen, self.drawn, REGION)
        return LOOKS[self.look].show(seen)

    def checked(self) -> "Looking":
        """Return the look, which comes from outside; raise `BadEvent` if no act leads to it."""
        self.check_choice()
        return self

    @step("draw", "figure", (REGION,))
    def _draw(self, _act: Act) -> "Looking":
        return evolve(self, drawn=True)
