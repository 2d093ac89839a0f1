"""Where a learner is among framings: as a reader has it, at a named position, and as a code."""

from functools import lru_cache

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.generality import Generality, Position
from okin_lib.files.place_code import coded, decoded
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan
from okin_lib.instruments.precedents.framing.reason import RECORD, Ticks, follows
from okin_lib.instruments.precedents.stance import usual_steps
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.established import Year, facing
from okin_lib.reasoning.generality import Placed, as_read, positions
from okin_lib.reasoning.generality import Ticks as Material
from okin_lib.reasoning.types import Scenario

Where = tuple[str, Ticks, frozenset[str]]
"""The reading begun from, what is material, and the further steps that are on."""


def as_reader(case: Case, plan: FramingPlan, reader: str, on: frozenset[str]) -> Where:
    """Return where a reader stands, of the steps that were ``on`` before."""
    return reader, _ticks(plan, as_read(case, reader)), usual_steps(case, reader, on)


def at_position(case: Case, plan: FramingPlan, position: Position) -> Where:
    """Return where a named position stands.

    A court's is its reading of the precedents. Any other is the one rule of those that it is
    drawn from, each by itself; the others hold nothing.
    """
    if position.reading:
        return as_reader(case, plan, position.reading, frozenset())
    ticks = _ticks(plan, dict.fromkeys(position.drawn_from, position.material))
    return case.defaults[case.doctrine.precedent_reading], ticks, frozenset()


def named_at(case: Case, plan: FramingPlan, where: Where) -> Position | None:
    """Return the named position that this is, whatever else is argued; None if it has no name."""
    reader, ticks, on = where
    return _named(case, plan).get((reader, ticks, on - {"clarity"}))


@lru_cache(maxsize=4)
def _named(case: Case, plan: FramingPlan) -> dict[Where, Position]:
    every = case.study(Generality).positions
    return {at_position(case, plan, position): position for position in every}


# To place every named position takes six times as long as a click may, and none changes them.
@lru_cache(maxsize=8)
def placed(case: Case, plan: FramingPlan) -> tuple[tuple[Placed, Year], ...]:
    """Return every named position, and whether by it the right was established at the time."""
    every = positions(case, {RECORD: facing(case, Scenario(), plan.party)})
    return tuple(
        (each, follows(case, plan, *at_position(case, plan, each.position))[1]) for each in every
    )


def code_of(case: Case, where: Where) -> str:
    """Return it as a code: of each precedent, which of its factors are material, bit by bit."""
    reader, ticks, on = where
    bits = (
        sum(1 << n for n, factor in enumerate(case.precedents[name].factors) if factor in held)
        for name, held in ticks
    )
    return coded(case, reader, on, *(f"{each:x}" for each in bits))


def opened(case: Case, plan: FramingPlan, code: str) -> Where:
    """Return where a code was made; raise `ValueError` if it was made nowhere."""
    reader, on, *masks = decoded(case, code, 2 + len(plan.precedents))
    ticks = []
    for name, mask in zip(plan.precedents, masks, strict=True):
        factors, bits = tuple(case.precedents[name].factors), int(mask[:9], 16)
        if not 0 <= bits < 1 << len(factors):
            raise BadEvent(f"it has factors that {case.precedents[name].short} has not")
        ticks.append((name, frozenset(f for n, f in enumerate(factors) if bits >> n & 1)))
    return reader, tuple(ticks), frozenset(filter(None, on.split("_")))


def boxes(case: Case, plan: FramingPlan) -> list[str]:
    """Return what can be ticked: each precedent with each of its factors."""
    return [
        f"{name} {factor}" for name in plan.precedents for factor in case.precedents[name].factors
    ]


def _ticks(plan: FramingPlan, material: Material) -> Ticks:
    return tuple((name, frozenset(material.get(name, ()))) for name in plan.precedents)
