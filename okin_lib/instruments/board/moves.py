"""What a learner does to what is supposed on a board, and how they go back."""

from collections.abc import Callable, Collection
from typing import Self

from attrs import evolve

from okin_lib.files.opening.acts import BOARD, Opening
from okin_lib.instruments.board import regions as panels
from okin_lib.instruments.board.bar import AS_IT_IS
from okin_lib.instruments.board.in_lesson import BoardPlan, facts_shown
from okin_lib.page.act import Act
from okin_lib.page.acting import step
from okin_lib.page.claims import RECORD
from okin_lib.page.own.whereabouts import Whereabouts
from okin_lib.page.regions import Mistake
from okin_lib.page.trail import Trail
from okin_lib.reasoning.scenario import Contradictory, moved, preset, reread, scenario, switched
from okin_lib.record.types import FactId


class Moves(Opening):
    """The acts that lead from one scenario to another; each says so where it leads nowhere."""

    __slots__ = ()
    plan: BoardPlan

    def _switched(self) -> Collection[FactId]:
        own = (fact.id for fact in self.own)
        return (*facts_shown(self.case, self.plan), *self.plan.hypotheticals, *own)

    @step("toggle", "fact", _switched)
    def _toggle(self, act: Act) -> Self:
        return self._set([act.among(self._switched())], act.switch())

    @step("bundle", "switch", lambda board: board.plan.switches)
    def _bundle(self, act: Act) -> Self:
        return self._set(self.plan.switches[act.target].facts, act.switch())

    def _set(self, facts: Collection[FactId], on: bool) -> Self:
        supposed = self.scenario
        try:
            for fact in facts:
                supposed = switched(self.case, supposed, fact, on)
        except Contradictory as refusal:
            raise Mistake(f"Nothing was changed: {refusal}.") from refusal
        return self.supposing(supposed)

    @step("reading", "reading", lambda board: board.plan.readings)
    def _reading(self, act: Act) -> Self:
        reading = act.among(self.plan.readings)
        values = [value.id for value in self.case.readings[reading].values]
        return self.supposing(reread(self.case, self.scenario, {reading: act.choice(values)}))

    @step("preset", "preset", lambda board: [each.id for each in board.case.doctrine.presets])
    def _preset(self, act: Act) -> Self:
        return self.supposing(reread(self.case, self.scenario, preset(self.case, act.target)))

    def _suppositions(self) -> Collection[str]:
        return [AS_IT_IS, *(each.id for each in self.plan.suppositions)]

    @step("suppose", "supposition", _suppositions)
    def _suppose(self, act: Act) -> Self:
        made = RECORD
        for change in self.plan.suppositions:
            if change.id == act.target:
                made = scenario(self.case, change.without, change.added)
        return self.supposing(evolve(self.scenario, without=made.without, added=made.added))

    @step("reset", "thing to reset", BOARD)
    def _reset(self, _act: Act) -> Self:
        return self.supposing(RECORD)

    @step("undo", "thing to undo", BOARD)
    def _undo(self, _act: Act) -> Self:
        return self._along(self.trail.back)

    @step("redo", "thing to redo", BOARD)
    def _redo(self, _act: Act) -> Self:
        return self._along(self.trail.forth)

    def _along(self, way: Callable[[Whereabouts], tuple[Whereabouts, Trail[Whereabouts]]]) -> Self:
        try:
            return self.moved_to(*way(self.here))
        except Mistake as nothing:
            return self.but(said=str(nothing))

    @step("year", "choice of year", (panels.YEAR,))
    def _year(self, act: Act) -> Self:
        year = int(act.choice([str(year) for year in self.case.years]))
        return self.supposing(moved(self.case, self.scenario, year))
