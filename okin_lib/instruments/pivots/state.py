"""Pivotal facts: what one finding turns on, and the part that one fact plays."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.files.link import query
from okin_lib.instruments.pivots import view as shown
from okin_lib.instruments.pivots.in_lesson import PivotsPlan, wrong
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Mistake, Parts, Regions, region_ids
from okin_lib.page.trail import Trail
from okin_lib.reasoning.pivotal import Pivotal, pivotal
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Readings
from okin_lib.record.types import FactId, PartyId

CHOICE, LIVE, TURNS_ON, ROLES = REGIONS = region_ids("choice", "live", "turns-on", "roles")
PIVOTS = ("pivots",)
Asked = tuple[ElementId, PartyId, FactId]
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
    trail: Trail[Asked] = field(factory=Trail)
    """What was asked before this, for going back."""
    notice: str = ""
    """Why the code that was asked for is not shown, if it is not."""

    @classmethod
    def of(cls, case: Case, plan: PivotsPlan, code: str = "") -> "Pivots":
        """Return the lesson at its start: with what the code asks, else what is asked first."""
        start = cls(case, plan, plan.elements[0], plan.officer, plan.fact)
        if not code:
            return start
        element, officer, fact = (*code.split("."), "", "")[:3]
        try:
            return evolve(
                start, element=ElementId(element), officer=PartyId(officer), fact=FactId(fact)
            ).checked()
        except BadEvent as error:
            return evolve(start, notice=f"The link was not opened: {error}.")

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"pivots": REGIONS}

    def regions(self) -> Regions:
        """Every region."""
        case, plan, code = self.case, self.plan, ".".join(self._asked)
        chosen = {"element": self.element, "officer": self.officer, "fact": self.fact}
        officers = [party.id for party in case.officers]
        table = tuple(
            (party, tuple(self._found(party, each.readings) for each in plan.readings))
            for party in officers
        )
        whole = self._found(self.officer, {})
        return {
            CHOICE: shown.choice(
                case, plan.elements, plan.facts, chosen, query(code), self._address(code), CHOICE
            ),
            LIVE: live_panel(LIVE, self.notice or shown.told(case, whole, self.fact)),
            ROLES: shown.roles(
                case,
                self.fact,
                tuple(each.label for each in plan.readings),
                table,
                self.drawn,
                ROLES,
            ),
            TURNS_ON: shown.turns_on(case, whole, self.fact, TURNS_ON),
        }

    @property
    def _asked(self) -> Asked:
        return self.element, self.officer, self.fact

    def _at(self, asked: Asked, trail: Trail[Asked]) -> "Pivots":
        element, officer, fact = asked
        now = evolve(self, element=element, officer=officer, fact=fact)
        return evolve(now, trail=trail, drawn=False, notice="")

    def _from(self, before: "Pivots") -> "Pivots":
        return evolve(self, trail=before.trail.on(before._asked))

    def _address(self, code: str) -> str | None:
        """The code that the page's address should bear; None where it holds another, not read."""
        if self.notice:
            return None
        return "" if self._asked == Pivots.of(self.case, self.plan)._asked else code

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
        after = evolve(self, **chosen, drawn=False, notice="")
        return after if after._asked == self._asked else after._from(self)

    @step("undo", "thing to undo", PIVOTS)
    def _undo(self, _act: Act) -> "Pivots":
        return self._at(*self.trail.back(self._asked))

    @step("reset", "thing to reset", PIVOTS)
    def _reset(self, _act: Act) -> "Pivots":
        first = Pivots.of(self.case, self.plan)
        if first._asked == self._asked:
            raise Mistake("Nothing was changed: this is the first question already.")
        return first._from(self)

    def checked(self) -> "Pivots":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        for name, choices in self.choices.items():
            known(name, getattr(self, name), choices)
        return self

    @step("draw", "figure", (ROLES,))
    def _draw(self, _act: Act) -> "Pivots":
        return evolve(self, drawn=True)


EXERCISE = Exercise(PivotsPlan, wrong, Pivots.of)


# A table asks for every officer on every reading, and a choice changes few of them.
@lru_cache(maxsize=512)
def _pivotal(case: Case, element: ElementId, party: PartyId, readings: Readings) -> Pivotal:
    start = scenario(case, readings=dict(readings))
    return pivotal(case, start, element, party, effort=EFFORT)
