"""What a learner does to the facts of their own: they add one, and take it out again."""

from collections.abc import Collection
from typing import Any, Self

from attrs import evolve

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_case import bare, with_own
from okin_lib.doctrine.own_facts import OwnFact, Unfit
from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, step
from okin_lib.page.own.form import read
from okin_lib.page.own.whereabouts import OpenedFile, Whereabouts
from okin_lib.page.regions import Mistake
from okin_lib.page.trail import Trail
from okin_lib.reasoning.scenario import Contradictory, shared, switched
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId

ADDED = "Your fact is added and switched on, marked as yours."
ALREADY = "This is what you suppose already."
TAKEN_OUT = "Your fact is taken out."
NO_LINK_SAYS = "A link, or a code, leaves out the facts of your own."


class Owning(Acting):
    """The acts that change which facts of their own a learner can suppose."""

    __slots__ = ()
    case: Case
    plan: Any
    scenario: Scenario
    own: tuple[OwnFact, ...]
    file: OpenedFile | None
    trail: Trail[Whereabouts]

    def moved_to(self, to: Whereabouts, trail: Trail[Whereabouts]) -> Self:
        """Return the board with other things supposed."""
        raise NotImplementedError

    @property
    def here(self) -> Whereabouts:
        """What is supposed, of which facts of one's own, from which case file."""
        return Whereabouts(self.scenario, self.own, self.file)

    @property
    def own_words(self) -> tuple[str, ...]:
        """The facts of the learner's own that are supposed, in their words."""
        return tuple(fact.words for fact in self.own if fact.id in self.scenario.added)

    @property
    def in_a_code(self) -> Scenario:
        """What a code says of what is supposed: no fact of a learner's own."""
        return shared(self.case, self.scenario)

    def gone_to(self, to: Whereabouts) -> Self:
        """Return the board with other things supposed, from which one can go back."""
        if to == self.here:
            return self.but(said=ALREADY)
        return self.moved_to(to, self.trail.on(self.here))

    def supposing(self, supposed: Scenario) -> Self:
        """Return the board with another scenario, from which one can go back."""
        return self.gone_to(evolve(self.here, scenario=supposed))

    def beside(self, left: Self) -> Self:
        """Return the board with what of their own a learner left, no fact of it switched on."""
        return self.but(own=left.own, file=left.file, case=left.case)

    @step("own", "thing of your own", lambda board: ("fact",) if board.plan.own else ())
    def _add(self, act: Act) -> Self:
        fact = read(bare(self.case), act)
        own = (*self.own, fact)
        try:
            supposed = switched(with_own(bare(self.case), own), self.scenario, fact.id, True)
        except (Unfit, Contradictory) as refusal:
            raise Mistake(f"Nothing was added: {refusal}.") from refusal
        return self.gone_to(evolve(self.here, scenario=supposed, own=own)).but(said=ADDED)

    @step("disown", "fact of your own", lambda board: board._own_ids())
    def _take_out(self, act: Act) -> Self:
        own = tuple(fact for fact in self.own if fact.id != act.target)
        off = switched(self.case, self.scenario, FactId(act.target), False)
        return self.gone_to(evolve(self.here, scenario=off, own=own)).but(said=TAKEN_OUT)

    def _own_ids(self) -> Collection[FactId]:
        return [fact.id for fact in self.own]
