"""Which look at what is supposed is taken, if any, and what is chosen of all that they ask for."""

from collections.abc import Mapping

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.look_choice import Field, Tab, aspect_choice
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.claims import RECORD
from okin_lib.page.look import Ask, Seen
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.page.template import nothing
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

ASPECTS, REGION = REGIONS = region_ids("aspects", "aspect")
EVERY_ELEMENT = Tab("elements", "Every element")
"""What is shown where no look is taken."""
TABS = (EVERY_ELEMENT, *(Tab(each.id, each.label, each.short) for each in LOOKS.values()))


@frozen
class Looking(Acting):
    """A look at a scenario, and what is chosen for each thing that one can ask for."""

    keeps = ("look", "chosen", "drawn")

    case: Case
    claims: tuple[str, ...]
    chosen: dict[str, str]
    look: str = EVERY_ELEMENT.id
    scenario: Scenario = RECORD
    drawn: bool = False
    """Whether its figure is asked for."""

    @classmethod
    def of(
        cls, case: Case, claims: tuple[str, ...], compared: tuple[PartyId, PartyId]
    ) -> "Looking":
        """Return it with no look taken; ``compared`` are the parties that are compared first."""
        asks = _every_ask()
        parties = dict(enumerate(compared))
        return cls(case, claims, {key: parties.get(ask.first, "") for key, ask in asks.items()})

    def seen(self, scenario: Scenario) -> "Looking":
        """Return the look at a scenario; at another one, without its figure."""
        return self if scenario == self.scenario else evolve(self, scenario=scenario, drawn=False)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {REGION: REGIONS}

    def regions(self) -> Regions:
        """The choice of a look, and what it shows."""
        fields = [
            Field(ask.id, ask.label, ask.options(self.case, self.claims), self.chosen[ask.id])
            for ask in self._asks().values()
            if not ask.within
        ]
        return {ASPECTS: aspect_choice(TABS, self.look, fields, ASPECTS), REGION: self._shown()}

    @property
    def taken(self) -> bool:
        """Whether a look is taken, and not every element shown."""
        return self.look in LOOKS

    def _shown(self) -> str:
        if not self.taken:
            return nothing(REGION)
        seen = Seen(self.case, self.claims, self.scenario, self.chosen, self.drawn, REGION)
        return LOOKS[self.look].show(seen)

    def _asks(self) -> Mapping[str, Ask]:
        return {ask.id: ask for ask in LOOKS[self.look].asks} if self.taken else {}

    @step("show", "aspect", [tab.id for tab in TABS])
    def _show(self, act: Act) -> "Looking":
        return evolve(self, look=act.target, drawn=False)

    @step("choose", "choice", _asks)
    def _choose(self, act: Act) -> "Looking":
        options = self._asks()[act.target].options(self.case, self.claims)
        value = act.choice([key for key, _ in options])
        return evolve(self, chosen={**self.chosen, act.target: value}, drawn=False)

    def checked(self) -> "Looking":
        """Return the look, which comes from outside; raise `BadEvent` if no act leads to it."""
        known("look", self.look, [tab.id for tab in TABS])
        asks = _every_ask()
        if self.chosen.keys() != asks.keys():
            raise BadEvent(f"what is chosen here is {', '.join(asks)}")
        for key, ask in asks.items():
            options = ask.options(self.case, self.claims)
            known(key, self.chosen[key], [option for option, _ in options])
        return self

    @step("draw", "figure", (REGION,))
    def _draw(self, _act: Act) -> "Looking":
        return evolve(self, drawn=True)


def _every_ask() -> dict[str, Ask]:
    return {ask.id: ask for look in LOOKS.values() for ask in look.asks}
