"""One instrument by itself: of a whole board only some regions, turned from outside too."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import evolve, frozen

from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.opinion.state import PANE
from okin_lib.instruments.timeline.look import CONCERNED, TIMELINE
from okin_lib.lessons.look import ASPECTS, REGION
from okin_lib.lessons.whole import Whole
from okin_lib.page.act import known
from okin_lib.page.download import Files
from okin_lib.page.regions import Layout, Parts, RegionId, Regions
from okin_lib.reasoning.types import Scenario

PART = "instrument"
CIRCUIT = (panels.LIVE, panels.CIRCUIT, panels.WHY)


@frozen
class Alone:
    """A whole board of which some regions show, and the pages of the opinion that they name."""

    whole: Whole
    shows: tuple[RegionId, ...]

    @classmethod
    def board(cls, whole: Whole) -> "Alone":
        """Return what a learner supposes in, with every finding and a reason beside it."""
        return cls(whole, whole.parts["board"])

    @classmethod
    def circuit(cls, whole: Whole) -> "Alone":
        """Return the line of a claim for a party, and the reason of an element of it."""
        return cls(evolve(whole, board=whole.board.with_circuits()), CIRCUIT)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {PART: (*self.shows, PANE)}

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """How they stand: as on the whole board, if they stand there together."""
        named = {self.whole.parts[part]: layout for part, layout in self.whole.layouts.items()}
        return {PART: named[self.shows]} if self.shows in named else {}

    @property
    def files(self) -> Files:
        """The files of the whole board."""
        return self.whole.files

    def regions(self) -> Regions:
        """The regions that show."""
        every = self.whole.regions()
        return {key: every[key] for key in self.parts[PART]}

    def after(self, event: Mapping[str, Any]) -> Self:
        """Return the state after ``event``; raise `BadEvent` if it is no act of the board."""
        return evolve(self, whole=self.whole.after(event))

    @property
    def scenario(self) -> Scenario:
        """What is supposed."""
        return self.whole.board.scenario

    @property
    def party(self) -> str:
        """The id of the party that is looked at."""
        return self.whole.board.party

    @property
    def element(self) -> str:
        """The id of the element whose reason is looked at."""
        return self.whole.board.chosen

    def supposing(self, scenario: Scenario) -> Self:
        """Return the state with another scenario; the same state if that is supposed already."""
        if scenario == self.scenario:
            return self
        return evolve(self, whole=self.whole.supposing(scenario))

    def of_party(self, party: str) -> Self:
        """Return the state that looks at a party; raise `BadEvent` for an id that is none."""
        if party == self.party:
            return self
        return evolve(self, whole=evolve(self.whole, board=self.whole.board.of_party(party)))

    def of_element(self, element: str) -> Self:
        """Return the state that looks at an element, as `Looks.of_element` does."""
        if element == self.element:
            return self
        return evolve(self, whole=evolve(self.whole, board=self.whole.board.of_element(element)))


@frozen
class InTime(Alone):
    """The incidents in time, and what can be chosen of them; its party is whom they concern."""

    @classmethod
    def timeline(cls, whole: Whole) -> "InTime":
        """Return the incidents of every party."""
        aspect = evolve(whole.aspect, look=TIMELINE.id, tabs=())
        return cls(evolve(whole, aspect=aspect), (ASPECTS, REGION))

    @property
    def party(self) -> str:
        """The id of the party whom the incidents concern; empty for every one."""
        return self.whole.aspect.chosen[CONCERNED.id]

    def of_party(self, party: str) -> Self:
        """Return the state of the incidents that concern a party; raise `BadEvent` as above."""
        can_be = CONCERNED.options(self.whole.case, self.whole.aspect.claims)
        if party == self.party:
            return self
        if party:
            known("party", party, [key for key, _ in can_be if key])
        return self.after({"choose": CONCERNED.id, "value": party})
