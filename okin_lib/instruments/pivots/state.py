"""Pivotal facts: what one finding turns on, and the part that one fact plays."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.instruments.pivots import view as shown
from okin_lib.instruments.pivots.in_lesson import PivotsPlan, wrong
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import Parts, Regions, region_ids
from okin_lib.reasoning.pivotal import Pivotal, pivotal
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Readings
from okin_lib.record.types import FactId, PartyId

CHOICE, LIVE, ROLES, TURNS_ON = REGIONS = region_ids("choice", "live", "roles", "turns-on")
EFFORT = 100
"""The sets of facts that are tried: what takes more is said to be unsettled, and a click stays
quick."""


@frozen
class Pivots(Acting):
    """The element, the officer and the fact that are asked about."""

    keeps = ("element", "officer", "fact", "drawn")

    case: Case
    plan: PivotsPlan
    element: ElementId
    officer: PartyId
    fact: FactId
    drawn: bool = False
    """Whether the figure is asked for, of just this choice."""

    @classmethod
    def of(cls, case: Case, plan: PivotsPlan) -> "Pivots":
        """Return the lesson at its start."""
        return cls(case, plan, plan.elements[0], plan.officer, plan.fact)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"pivots": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan = self.case, self.plan
        chosen = {"element": self.element, "officer": self.officer, "fact": self.fact}
        officers = [party.id for party in case.officers]
        table = [
            (party, [self._found(party, dict(reading.readings)) for reading in plan.readings])
            for party in officers
        ]
        whole = self._found(self.officer, {})
        return {
            CHOICE: shown.choice(case, plan.elements, plan.facts, chosen, CHOICE),
            LIVE: live_panel(LIVE, shown.told(case, whole, self.fact)),
            ROLES: shown.roles(
                case,
                self.fact,
                [each.label for each in plan.readings],
                table,
                self.drawn,
                ROLES,
            ),
            TURNS_ON: shown.turns_on(case, whole, TURNS_ON),
        }

    def _found(self, party: PartyId, readings: dict[ReadingId, str]) -> Pivotal:
        return _pivotal(self.case, self.element, party, tuple(readings.items()))

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What can be chosen, by the field that holds the choice."""
        officers = tuple(party.id for party in self.case.officers)
        return {"element": self.plan.elements, "fact": self.plan.facts, "officer": officers}

    @step("choose", "choice", lambda pivots: pivots.choices)
    def _choose(self, act: Act) -> "Pivots":
        chosen: dict[str, Any] = {act.target: act.choice(self.choices[act.target])}
        return evolve(self, **chosen, drawn=False)

    def checked(self) -> "Pivots":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        for name, choices in self.choices.items():
            known(name, getattr(self, name), choices)
        return self

    @step("draw", "figure", (ROLES,))
    def _draw(self, _act: Act) -> "Pivots":
        return evolve(self, drawn=True)


EXERCISE = Exercise(PivotsPlan, wrong, lambda case, plan, _: Pivots.of(case, plan))


# A table asks for every officer on every reading, and a choice changes few of them.
@lru_cache(maxsize=512)
def _pivotal(case: Case, element: ElementId, party: PartyId, readings: Readings) -> Pivotal:
    start = scenario(case, readings=dict(readings))
    return pivotal(case, start, element, party, effort=EFFORT)
