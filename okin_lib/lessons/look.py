"""Which look at what is supposed is taken, if any, and what is chosen of all that they ask for."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.look_choice import LookChoice, Tab
from okin_lib.page.act import Act
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD
from okin_lib.page.look import Ask, Seen
from okin_lib.page.regions import Parts, Regions, region_ids
from okin_lib.page.template import nothing
from okin_lib.page.unfolding import Unfolding
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

ASPECTS, REGION = REGIONS = region_ids("aspects", "aspect")
EVERY_ELEMENT = Tab("elements", "Every element")
"""What is shown where no look is taken."""


def tabs_of(looks: Iterable[str]) -> tuple[Tab, ...]:
    """Return a tab for each of the looks, by their ids."""
    return tuple(Tab.of(LOOKS[look]) for look in looks)


TABS = (EVERY_ELEMENT, *tabs_of(LOOKS))


@frozen
class Looking(LookChoice, Unfolding):
    """A look at a scenario, and what is chosen for each thing that one can ask for."""

    looks = LOOKS
    boxes_in = REGION
    keeps = ("look", "chosen", "drawn", "unfolded")

    case: Case
    claims: tuple[str, ...]
    chosen: dict[str, str]
    look: str = EVERY_ELEMENT.id
    scenario: Scenario = RECORD
    drawn: bool = False
    """Whether its figure is asked for."""
    tabs: Sequence[Tab] = TABS
    given: Sequence[str] = ()
    unfolded: bool = False

    @classmethod
    def of(
        cls,
        case: Case,
        claims: tuple[str, ...],
        compared: tuple[PartyId, PartyId],
        tabs: Sequence[Tab] = TABS,
        chosen: Mapping[str, str] | None = None,
        given: Sequence[str] = (),
    ) -> "Looking":
        """Return it at the first of the tabs.

        Parameters
        ----------
        compared
            The two parties that are compared first; where one cannot be chosen, the first that can
            be is.
        chosen
            What is chosen first of the other things that the looks ask for, by their ids.
        given
            Of which of those nothing else can be chosen.
        """
        first = {key: _first(case, claims, ask, compared) for key, ask in cls.every_ask().items()}
        return cls(case, claims, first | dict(chosen or {}), tabs[0].id, tabs=tabs, given=given)

    def seen(self, case: Case, scenario: Scenario) -> "Looking":
        """Return the look at a scenario of a case; at another one, without its figure."""
        drawn = self.drawn and scenario == self.scenario
        return evolve(self, case=case, scenario=scenario, drawn=drawn)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"looks": REGIONS}

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
        its = (self.case, self.claims, self.scenario, self.chosen)
        seen = Seen(*its, self.drawn, REGION, self.given, self.unfolded)
        return LOOKS[self.look].show(seen)

    def checked(self) -> "Looking":
        """Return the look, which comes from outside; raise `BadEvent` if no act leads to it."""
        self.check_choice()
        return self

    @step("draw", "figure", (REGION,))
    def _draw(self, _act: Act) -> "Looking":
        return evolve(self, drawn=True)


def _first(
    case: Case, claims: tuple[str, ...], ask: Ask, compared: tuple[PartyId, PartyId]
) -> str:
    if ask.first < 0:
        return ""
    wanted, can_be = compared[ask.first], [key for key, _ in ask.options(case, claims)]
    return wanted if wanted in can_be else can_be[0]
