"""The whole board: every fact, element and party, other looks at them, and the opinion."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from attrs import evolve, frozen

from okin_lib.course.memo.state import Writing
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare
from okin_lib.files.link_code import encode
from okin_lib.files.opening.acts import CASE_FILE
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.folds import LIST, MATRIX, VERDICT, WHAT_CHANGED
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.circuit.view import DRAWER
from okin_lib.instruments.opinion.state import PANE, Reader
from okin_lib.lessons.check import Naming, SelfCheck
from okin_lib.lessons.leave import Leaving
from okin_lib.lessons.lesson_file import WholePlan
from okin_lib.lessons.look import ASPECTS, REGION, Looking
from okin_lib.lessons.members import (
    WORDS,
    asking,
    refuse_another_prediction,
    reminded,
    words,
)
from okin_lib.lessons.predict import TRYING, Prediction
from okin_lib.lessons.receipts import making
from okin_lib.lessons.tasks import Tasks
from okin_lib.page.acting import Acting, files_of, routed, told_apart
from okin_lib.page.download import Files
from okin_lib.page.on_demand import OnDemand, makers_of, together
from okin_lib.page.regions import Layout, Parts, Regions, begun_with
from okin_lib.page.template import nothing
from okin_lib.reasoning.types import Scenario

IN_SIGHT = (panels.LIVE, ASPECTS, MATRIX, REGION, panels.WHY, CASE_FILE)
"""The regions that stand beside the facts, and below."""
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
    """A board, what is further shown and written of what is supposed on it, and the opinion."""

    plan: WholePlan
    board: Board
    aspect: Looking
    memo: Writing
    reader: Reader
    recall: SelfCheck | None = None
    prediction: Prediction | None = None
    tasks: Tasks | None = None
    named: Naming | None = None
    again: Prediction | None = None
    check: SelfCheck | None = None
    leaving: Leaving | None = None
    taught: Regions = {}
    """What stands before all else for whoever teaches, where that is asked for."""

    @classmethod
    def of(cls, case: Case, plan: WholePlan, code: str = "") -> "Whole":
        """Return the board at the scenario of the code, else at the record."""
        board = Board.of(case, plan.board, code, drawer=DRAWER)
        aspect = Looking.of(case, plan.board.claims, plan.compared)
        its = board.case, board.scenario
        shown = aspect.seen(*its), Writing.of(case).seen(*its)
        whole = cls(plan, board, *shown, Reader.of(case), **asking(case, plan, TRYING))
        told_apart(whole.members)
        return whole

    @property
    def members(self) -> Mapping[str, Acting]:
        """What a learner acts on, by the field that holds it."""
        every = {
            "recall": self.recall,
            "prediction": self.prediction,
            "tasks": self.tasks,
            "board": self.board,
            "aspect": self.aspect,
            "named": self.named,
            "again": self.again,
            "check": self.check,
            "leaving": self.leaving,
            "memo": self.memo,
            "reader": self.reader,
        }
        return {name: member for name, member in every.items() if member is not None}

    @property
    def case(self) -> Case:
        """What it is about, without the facts of a learner's own."""
        return bare(self.board.case)

    @property
    def opened(self) -> Mapping[str, Acting]:
        """The members that a learner can act on now: all of them."""
        return self.members

    def resumed(self, members: Mapping[str, Any]) -> "Whole":
        """Return the whole with these members, all on what is supposed on the board.

        Raises
        ------
        BadEvent
            If a prediction that is committed would change.
        """
        after = evolve(self, **members)
        refuse_another_prediction(self.members, after.members)
        its = after.board.case, after.board.scenario
        aspect = evolve(after.aspect, case=its[0], scenario=its[1])
        return evolve(after, aspect=aspect, memo=after.memo.seen(*its))

    @property
    def parts(self) -> Parts:
        """What asks, and what fits one screen; what is said at length; the memo; the opinion."""
        screen = (*panels.control_ids(self.board.plan), *IN_SIGHT)
        every = {name: member.parts for name, member in self.members.items() if name != "aspect"}
        parts = every | {"board": {"board": screen, "more": AT_LENGTH}}
        own = {key: part for its in parts.values() for key, part in its.items()}
        return begun_with(self.taught, {**own, PANE: (*own[PANE], WORDS)})

    @property
    def embedded(self) -> Collection[str]:
        """The parts that stand in a page of another site: the board."""
        return {"board", PANE}

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """The facts, every finding and a reason, side by side."""
        return {"board": "board"}

    @property
    def files(self) -> Files:
        """The files of its members, and the receipt where it asks something to leave with."""
        members, scenario = self.members.values(), encode(self.case, self.board.in_a_code)
        if self.leaving is None:
            return files_of(members)
        receipt = making.files(
            self.plan, self.case.record.law, members, scenario, self.board.own_words
        )
        return {**receipt, **files_of(members)}

    def regions(self) -> Regions:
        """Every region; a look stands where every element stands without one."""
        makers = {**together(self.taught, lambda: self.taught)}
        for member in reminded(self.members).values():
            makers |= makers_of(member, member.regions)
        makers[WORDS] = partial(words, self.case, self.plan)
        if self.aspect.taken:
            makers[MATRIX] = partial(nothing, MATRIX)
        return OnDemand(makers)

    def after(self, event: Mapping[str, Any]) -> "Whole":
        """Return the state after ``event``; raise `BadEvent` if none of its members takes it."""
        name = routed(self.members, event)
        return self._with({name: self.members[name].after(event)})

    def supposing(self, scenario: Scenario) -> "Whole":
        """Return the whole with another scenario on the board, from which one can go back."""
        return self._with({"board": self.board.supposing(scenario)})

    def _with(self, members: Mapping[str, Any]) -> "Whole":
        whole = evolve(self, **members)
        its = whole.board.case, whole.board.scenario
        return evolve(whole, aspect=whole.aspect.seen(*its), memo=whole.memo.seen(*its))
