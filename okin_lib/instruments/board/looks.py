"""What a learner looks at on a board: it changes nothing of what is supposed."""

from collections.abc import Collection
from typing import Self

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.files.opening.acts import CASE_FILE
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.folds import DRAWN, FOLDS, MATRIX
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.search import FIELDS, Search
from okin_lib.page.act import Act, known
from okin_lib.page.acting import Acting, step
from okin_lib.page.claims import RECORD, parties, shown
from okin_lib.page.facts import more_of
from okin_lib.page.regions import BadEvent, RegionId
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

EVERY = "every-element"


class Looks(Acting):
    """The acts that turn to a party, an element or a panel, and those that find facts."""

    __slots__ = ()
    case: Case
    plan: BoardPlan
    scenario: Scenario
    party: PartyId
    chosen: ElementId
    search: Search
    every_fact: bool
    sheet: bool
    unfolded: frozenset[str]
    opened: frozenset[ElementId]
    drawn: frozenset[RegionId]

    @step("party", "choice of party", (panels.STRIP, MATRIX))
    def _party(self, act: Act) -> Self:
        return self._of_party(act.choice(self._parties()))

    def of_party(self, party: str) -> Self:
        """Return the board of a party, by id; raise `BadEvent` if nothing is found on it."""
        return self._of_party(known("party", party, self._parties()))

    def of_element(self, element: str) -> Self:
        """Return the board with the reason of an element of its party, by id.

        Raises
        ------
        BadEvent
            If there is no such element, or it is not asked of the party.
        """
        chosen = known("element", element, self._elements())
        its = shown(self.case, self.plan.claims, self.scenario).findings_of(self.party)
        if chosen not in its:
            raise BadEvent(f"{element!r} is not asked of {self.party!r}; choose the party first")
        return self.but(chosen=chosen)

    @property
    def has_circuits(self) -> bool:
        """Whether they are drawn: where facts are in play always, else once asked for."""
        return bool(self.plan.in_play) or panels.CIRCUIT in self.unfolded

    def with_circuits(self) -> Self:
        """Return the board with its circuits drawn."""
        return self if self.has_circuits else self.but(unfolded=self.unfolded | {panels.CIRCUIT})

    def _parties(self) -> Collection[PartyId]:
        return parties(self.case, self.plan.claims)

    def _elements(self) -> Collection[ElementId]:
        return [e.id for e in self.case.doctrine.elements if e.claim in self.plan.claims]

    def _findings(self) -> dict[str, tuple[ElementId, PartyId]]:
        every = shown(self.case, self.plan.claims, RECORD).findings
        return {f"{found.element}/{found.party}": (found.element, found.party) for found in every}

    @step("choose", "element", _elements)
    def _choose(self, act: Act) -> Self:
        return self.but(chosen=act.among(self._elements()))

    @step("see", "finding", _findings)
    def _see(self, act: Act) -> Self:
        element, party = self._findings()[act.target]
        return self.but(drawn=frozenset(), party=party, chosen=element)

    @step("open", "element", lambda board: [*board._elements(), EVERY])
    def _open(self, act: Act) -> Self:
        if act.target == EVERY:
            unfolded = frozenset(self._folded())
            return self.but(opened=frozenset(self._elements()), unfolded=unfolded)
        return self.but(opened=self.opened | {act.among(self._elements())})

    def _folded(self) -> Collection[str]:
        own = (panels.OWN, CASE_FILE) if self.plan.own else ()
        told = [key for each in self.plan.occasions for key in (each.event, more_of(each.event))]
        asked = (panels.CIRCUIT, panels.SEARCH, panels.HYPOTHETICALS, panels.READINGS)
        return [*FOLDS, *asked, *own, *told]

    @step("unfold", "thing to unfold", _folded)
    def _unfold(self, act: Act) -> Self:
        return self.but(unfolded=self.unfolded | {act.target})

    @step("every", "choice of facts", (panels.FACTS,))
    def _every_fact(self, _act: Act) -> Self:
        return self.but(every_fact=not self.every_fact)

    @step("sheet", "sheet of facts", (panels.FACTS,))
    def _sheet(self, _act: Act) -> Self:
        return self.but(sheet=not self.sheet)

    @step("draw", "figure", DRAWN)
    def _draw(self, act: Act) -> Self:
        return self.but(drawn=self.drawn | {RegionId(act.target)}, said="The figure is drawn.")

    @step("search", "field of the search", FIELDS)
    def _search(self, act: Act) -> Self:
        return self.but(search=self.search.after(self.case, act))

    def _of_party(self, party: PartyId) -> Self:
        """Return the board of another party; a reason that is not theirs gives way to one."""
        its = shown(self.case, self.plan.claims, self.scenario).findings_of(party)
        chosen = self.chosen if self.chosen in its else next(iter(its))
        return self.but(drawn=frozenset(), party=party, chosen=chosen)
