"""The whole board: every fact, element and party, further aspects of them, and the opinion."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.state import Board, control_ids, shown
from okin_lib.instruments.opinion.state import READING, Reader
from okin_lib.lessons.lesson_file import WholePlan
from okin_lib.lessons.look import REGIONS, Aspect, asks
from okin_lib.page.regions import Layout, Regions


@frozen
class Whole:
    """A board, what is further shown of what is supposed on it, and the opinion."""

    board: Board
    aspect: Aspect
    reader: Reader

    @classmethod
    def of(cls, case: Case, plan: WholePlan, code: str = "") -> "Whole":
        """Return the board at the scenario of the code, else at the record."""
        return cls(
            Board.of(case, plan.board, code),
            Aspect.of(case, plan.board.claims, plan.compared),
            Reader.of(case),
        )

    @property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """The board with every finding, why they stand so, the aspects, and the opinion."""
        return {
            "board": (*control_ids(self.board.plan), "live", "matrix"),
            "why": ("what-changed", "verdict", "tree", "share"),
            "aspect": REGIONS,
            **self.reader.parts,
        }

    @property
    def layouts(self) -> Mapping[str, Layout]:
        """The facts beside every finding."""
        return {"board": "board"}

    def regions(self) -> Regions:
        """Every region."""
        board = self.board
        analysis = shown(board.case, board.plan.claims, board.scenario)
        return {
            **board.regions(),
            **self.aspect.regions(analysis),
            **self.reader.regions(),
        }

    def after(self, event: Mapping[str, Any]) -> "Whole":
        """Return the state after ``event``; raise `BadEvent` if none of its parts knows it."""
        if READING & event.keys():
            return evolve(self, reader=self.reader.after(event))
        if asks(event):
            return evolve(self, aspect=self.aspect.after(event))
        board = self.board.after(event)
        aspect = self.aspect if board.scenario == self.board.scenario else self.aspect.undrawn
        return evolve(self, board=board, aspect=aspect)
