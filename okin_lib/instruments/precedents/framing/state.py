"""Framing the right: a learner says what is material in each precedent, and sees what follows."""

from attrs import evolve, field, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.generality import Generality, Position
from okin_lib.files.link import NOT_OPENED, query
from okin_lib.instruments.precedents.framing import view as shown
from okin_lib.instruments.precedents.framing.headline import headline
from okin_lib.instruments.precedents.framing.in_lesson import (
    GRID,
    NAMED,
    TABLES,
    FramingPlan,
    wrong,
)
from okin_lib.instruments.precedents.framing.reason import Ticks, follows
from okin_lib.instruments.precedents.framing.view import Link
from okin_lib.instruments.precedents.framing.where import (
    Where,
    as_reader,
    at_position,
    boxes,
    code_of,
    named_at,
    opened,
    placed,
)
from okin_lib.instruments.precedents.stance import known_stance
from okin_lib.instruments.precedents.steps import ReadsPrecedents
from okin_lib.instruments.precedents.view import established, further_steps
from okin_lib.page.act import Act, known
from okin_lib.page.acting import step
from okin_lib.page.asked import asked_for, choice_of
from okin_lib.page.changes import live_panel
from okin_lib.page.instrument import Exercise
from okin_lib.page.regions import BadEvent, Parts, Regions, region_ids
from okin_lib.page.trail import Trail
from okin_lib.page.unfolding import Unfolding
from okin_lib.reasoning.established import Year

POSITIONS, LIVE, MATERIAL, RULES, ESTABLISHED, ASKED = SHOWN = region_ids(
    "positions", "live", "material", "rules", "established", "asked"
)


@frozen
class Framing(ReadsPrecedents[Where], Unfolding):
    """What a learner takes to be material, and which of the panel's further steps are on."""

    tables = TABLES
    figure = GRID
    keeps = ("reader", "ticks", "on", "table", "drawn", "unfolded")
    boxes_in = MATERIAL
    linked = ("reader", "ticks", "on")

    plan: FramingPlan
    reader: str
    """The reading of precedent begun from: it says what was denied, and what matters for the
    officers."""
    ticks: Ticks
    unfolded: bool = field(default=False, kw_only=True)

    @classmethod
    def of(cls, case: Case, plan: FramingPlan, code: str = "") -> "Framing":
        """Return the lesson at the code, else as the panel reads the precedents."""
        reader = case.defaults[case.doctrine.precedent_reading]
        _, ticks, on = as_reader(case, plan, reader, frozenset())
        start = cls(case, plan, reader, ticks, on=on)
        if not code:
            return start
        try:
            return start._at(opened(case, plan, code), Trail()).checked()
        except ValueError as error:
            return evolve(start, notice=NOT_OPENED.format(why=error))

    def reading_as(self, reader: str) -> "Framing":
        """Return the lesson as another reader takes the precedents."""
        return self._to(as_reader(self.case, self.plan, reader, self.on))

    @property
    def _where(self) -> Where:
        return self.reader, self.ticks, self.on

    def _at(self, where: Where, trail: Trail[Where]) -> "Framing":
        reader, ticks, on = where
        return evolve(self, reader=reader, ticks=ticks, on=on, trail=trail, notice="")

    @property
    def _start(self) -> Where:
        return Framing.of(self.case, self.plan)._where

    def _with_steps(self, on: frozenset[str]) -> "Framing":
        return self._to((self.reader, self.ticks, on))

    def at(self, position: Position) -> "Framing":
        """Return the lesson at a named position, whatever was taken before."""
        return evolve(self._to(at_position(self.case, self.plan, position)), drawn=False)

    @property
    def parts(self) -> Parts:
        """The one part."""
        return {"framing": (*SHOWN, *TABLES)}

    def regions(self) -> Regions:
        """Every region."""
        case, plan, ticks, here = self.case, self.plan, dict(self.ticks), self._where
        (rules, year), start = follows(case, plan, *here), Framing.of(case, plan)
        named, code = named_at(case, plan, here), code_of(case, here)
        return {
            POSITIONS: shown.position_panel(
                case,
                named.id if named else "",
                further_steps(case, self.reader, self.on, POSITIONS),
                Link("" if here == start._where else code, query(code), self.notice),
                POSITIONS,
            ),
            LIVE: live_panel(LIVE, headline(case, plan, year, start.found, here, named)),
            MATERIAL: shown.material_panel(case, ticks, self.reader, self.unfolded, MATERIAL),
            RULES: shown.rules(case, rules, plan.record, RULES),
            ESTABLISHED: established(case, year, plan.party, ESTABLISHED),
            ASKED: choice_of(self.offered, self.table, ASKED),
            **asked_for(
                {
                    NAMED: lambda: shown.named(case, placed(case, plan), plan.record, NAMED),
                    GRID: lambda: shown.grid(case, plan.axes, plan.axes_note, self.drawn, GRID),
                },
                self.table,
            ),
        }

    @property
    def found(self) -> Year:
        """Whether the right was clearly established by what is ticked, and why."""
        return follows(self.case, self.plan, *self._where)[1]

    def checked(self) -> "Framing":
        """Return the state, which comes from outside; raise `BadEvent` if no act leads to it."""
        known_stance(self.case, self.reader, self.on)
        known("table", self.table, ("", *self.plan.tables))
        given, every = dict(self.ticks), boxes(self.case, self.plan)
        if given.keys() != set(self.plan.precedents):
            raise BadEvent(f"the precedents are {', '.join(self.plan.precedents)}")
        for name, factors in given.items():
            for factor in factors:
                known("factor of a precedent", f"{name} {factor}", every)
        return evolve(self, ticks=tuple((name, given[name]) for name in self.plan.precedents))

    @step("tick", "factor of a precedent", lambda state: boxes(state.case, state.plan))
    def _tick(self, act: Act) -> "Framing":
        name, box = act.target.split(" ")
        factor = known("factor", box, self.case.precedents[name].factors)
        kept = dict(self.ticks)
        kept[name] = kept[name] | {factor} if act.switch() else kept[name] - {factor}
        # A court reads cases together as it takes each of them, and this is no longer that.
        apart = {"together"} if name in self.case.doctrine.together.of else set()
        return self._to((self.reader, tuple(kept.items()), self.on - apart))

    @step("position", "choice of position", (POSITIONS,))
    def _position(self, act: Act) -> "Framing":
        every = {each.id: each for each in self.case.study(Generality).positions}
        return self.at(every[act.choice(every)])


EXERCISE = Exercise(
    FramingPlan, wrong, Framing.of, closable=lambda plan: plan.tables, closed=Framing.closed
)
