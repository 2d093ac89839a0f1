"""The whole board: every fact, element and party, other looks at them, and the opinion."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.folds import LIST, MATRIX, VERDICT, WHAT_CHANGED
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.circuit.view import DRAWER
from okin_lib.instruments.opinion.state import Reader
from okin_lib.lessons.lesson_file import WholePlan
from okin_lib.lessons.look import ASPECTS, REGION, Looking
from okin_lib.page.acting import Acting, routed, told_apart
from okin_lib.page.regions import Layout, Parts, Regions
from okin_lib.page.template import nothing
from okin_lib.reasoning.types import Scenario

IN_SIGHT = (panels.LIVE, ASPECTS, MATRIX, REGION, panels.WHY)
"""The regions that stand beside the facts."""
AT_LENGTH = (
    panels.STRIP,
    panels.CIRCUIT,
    LIST,
    WHAT_CHANGED,
    VERDICT,
    panels.SHARE,
)


@frozen
class Whole:
    """A board, what is further shown of what is supposed on it, and the opinion."""

    plan: WholePlan
    board: Board
    aspect: Looking
    reader: Reader

    @classmethod
    def of(cls, case: Case, plan: WholePlan, code: str = "") -> "Whole":
        """Return the board at the scenario of the code, else at the record."""
        board = Board.of(case, plan.board, code, drawer=DRAWER)
        aspect = Looking.of(case, plan.board.claims, plan.compared)
        whole = cls(plan, board, aspect.seen(board.scenario), Reader.of(case))
        told_apart(whole.members)
        return whole

    @property
    def members(self) -> Mapping[str, Acting]:
        """What a learner acts on, by the field that holds it."""
        return {"board": self.board, "aspect": self.aspect, "reader": self.reader}

    @property
    def case(self) -> Case:
        """What it is about."""
        return self.board.case

    @property
    def opened(self) -> Mapping[str, Acting]:
        """The members that a learner can act on now: all of them."""
        return self.members

    def resumed(self, members: Mapping[str, Any]) -> "Whole":
        """Return the whole with these members, the look at what is supposed on the board."""
        after = evolve(self, **members)
        return evolve(after, aspect=evolve(after.aspect, scenario=after.board.scenario))

    @property
    def parts(self) -> Parts:
        """What fits one screen; what is said at length; the opinion."""
        return {
            "board": (*panels.control_ids(self.board.plan), *IN_SIGHT),
            "more": AT_LENGTH,
            **self.reader.parts,
        }

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """The facts, every finding and a reason, side by side."""
        return {"board": "board"}

    def regions(self) -> Regions:
        """Every region; a look stands where every element stands without one."""
        every = {**self.board.regions(), **self.aspect.regions(), **self.reader.regions()}
        return {**every, MATRIX: nothing(MATRIX)} if self.aspect.taken else every

    def after(self, event: Mapping[str, Any]) -> "Whole":
        """Return the state after ``event``; raise `BadEvent` if none of its members takes it."""
        name = routed(self.members, event)
        return self._with({name: self.members[name].after(event)})

    def supposing(self, scenario: Scenario) -> "Whole":
        """Return the whole with another scenario on the board, from which one can go back."""
        return self._with({"board": self.board.supposing(scenario)})

    def _with(self, members: Mapping[str, Any]) -> "Whole":
        whole = evolve(self, **members)
        return evolve(whole, aspect=whole.aspect.seen(whole.board.scenario))
