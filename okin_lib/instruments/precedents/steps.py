"""What a learner does wherever precedents are read: they take a reading, and go back."""

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, Generic, Self, TypeVar

from attrs import field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.stance import SWITCHES
from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.regions import RegionId
from okin_lib.page.trail import Trail

W = TypeVar("W")
"""Where a learner is among all that can be supposed."""


@frozen(kw_only=True)
class ReadsPrecedents(Acting, Generic[W]):
    """An exercise on the precedents, with tables that are shown when they are asked for."""

    tables: ClassVar[Mapping[RegionId, str]]
    """What each table is called."""
    figure: ClassVar[RegionId]
    """The table that has a figure."""
    case: Case = field(kw_only=False)
    plan: Any = field(kw_only=False)
    """As the lesson's file gives it, with the tables that it offers."""
    on: frozenset[str] = frozenset()
    """The panel's further steps that are taken."""
    table: str = ""
    """Which table is asked for, if one is."""
    drawn: bool = False
    """Whether the figure is asked for."""
    shut: frozenset[str] = field(default=frozenset(), eq=False)
    """What is closed, so that it answers no question that is yet to come."""
    notice: str = field(default="", eq=False)
    """Why the code that was asked for is not shown, if it is not."""
    trail: Trail[W] = field(default=Trail(), eq=False)

    @property
    def offered(self) -> Mapping[RegionId, str]:
        """The tables that can be asked for now."""
        those = frozenset(self.plan.tables) - self.shut
        return {key: label for key, label in self.tables.items() if key in those}

    @property
    def _where(self) -> W:
        """Where the learner is."""
        raise NotImplementedError

    @property
    def _start(self) -> W:
        """Where the exercise begins."""
        raise NotImplementedError

    def _at(self, where: W, trail: Trail[W]) -> Self:
        """Return the exercise elsewhere, with the way back from there."""
        raise NotImplementedError

    def reading_as(self, reader: str) -> Self:
        """Return the exercise as another reader takes the precedents."""
        raise NotImplementedError

    def _with_steps(self, on: frozenset[str]) -> Self:
        """Return the exercise with these further steps on."""
        raise NotImplementedError

    def closed(self, _plan: Any, shut: Collection[str]) -> Self:
        """Return the exercise with just these closed."""
        return self.but(shut=frozenset(shut))

    def _to(self, where: W) -> Self:
        """Return the exercise elsewhere; a learner who stays where they are leaves no trail."""
        return self if where == self._where else self._at(where, self.trail.on(self._where))

    @step("reading", "reading", lambda state: (state.case.doctrine.precedent_reading,))
    def _reading(self, act: Act) -> Self:
        values = self.case.readings[act.among(self.case.readings)].values
        return self.reading_as(act.choice([value.id for value in values]))

    @step("switch", "switch", SWITCHES)
    def _switch(self, act: Act) -> Self:
        name = frozenset([act.target])
        return self._with_steps(self.on | name if act.switch() else self.on - name)

    @step("reset", "thing to reset", lambda state: state.parts)
    def _reset(self, _act: Act) -> Self:
        return self._to(self._start).but(table="", drawn=False)

    @step("undo", "thing to undo", lambda state: state.parts)
    def _undo(self, _act: Act) -> Self:
        return self._at(*self.trail.back(self._where))

    @step("redo", "thing to redo", lambda state: state.parts)
    def _redo(self, _act: Act) -> Self:
        return self._at(*self.trail.forth(self._where))

    @step("show", "table", lambda state: state.offered)
    def _show(self, act: Act) -> Self:
        return self.but(table="" if act.target == self.table else act.target, drawn=False)

    @step("draw", "figure", lambda state: (state.figure,))
    def _draw(self, _act: Act) -> Self:
        return self.but(drawn=True)
