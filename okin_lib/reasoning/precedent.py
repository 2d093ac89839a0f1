"""What precedent forces: the reason model of constraint (Horty 2011; Horty & Bench-Capon 2012).

A precedent forces its result on a situation that has every factor material to it and,
on the losing side, nothing that the precedent did not already outweigh. Constraint is a
lower bound: what is not forced is open.
"""

from functools import lru_cache
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.types import Condition, Precedent, Ratio
from okin_lib.reasoning.index import Index
from okin_lib.reasoning.logic import Situation, holds
from okin_lib.record.types import Side, Support

Answer = Literal["yes", "no", "open"]


@frozen
class Distinction:
    """What sets a situation apart from a precedent, on one reading.

    Attributes
    ----------
    missing
        Material factors of the precedent that the situation lacks.
    beyond
        The situation's factors for the losing side that the precedent did not outweigh.
    """

    missing: tuple[str, ...]
    beyond: tuple[str, ...]

    @property
    def governs(self) -> bool:
        """Whether nothing sets the situation apart, so that the precedent forces its result."""
        return not self.missing and not self.beyond


@frozen
class Constraint:
    """Whether precedent forces an answer, and which precedents do."""

    answer: Answer
    by: tuple[Precedent, ...]
    because: tuple[Support, ...]


def constrain(law: Index, situation: Situation, reader: str, year: int) -> Constraint:
    """Return what the precedents force for conduct in ``year``, as ``reader`` takes them.

    The right was established if a binding case decided before then forces it, and not
    established if a court so held of the time, or if no binding case had held any such
    right by then (433).
    """
    yes = [p for p in law.precedents if _establishes(law, p, situation, reader, year)]
    no = [p for p in law.precedents if _denies(law, p, situation, reader, year)]
    if yes and not no:
        return Constraint("yes", tuple(yes), _reasons(yes, "establishes", reader))
    if no and not yes:
        return Constraint("no", tuple(no), _reasons(no, "denies", reader))
    if not yes and not any(_in_force(p, year) and reader in p.establishes for p in law.precedents):
        return Constraint("no", (), law.case.doctrine.no_precedent)
    return Constraint("open", (), ())


def distinguish(
    law: Index, precedent: Precedent, ratio: Ratio, situation: Situation, reader: str, loser: Side
) -> Distinction:
    """Return the smallest set of differences between the situation and the precedent."""
    against = law.case.doctrine.relevant[reader][loser]
    missing = tuple(f for f in ratio.material if not situation.ask(f))
    beyond = (f for f in against if f not in precedent.factors and situation.ask(f))
    return Distinction(missing, tuple(f for f in beyond if not _restates(law, f, missing)))


def _restates(law: Index, factor: str, missing: tuple[str, ...]) -> bool:
    """Whether a factor only says over again that one of the ``missing`` is absent."""
    condition = law.factors[factor].arises.holds_when
    return condition is not None and condition.op == "not" and condition.parts[0].factor in missing


def _establishes(law: Index, p: Precedent, s: Situation, reader: str, year: int) -> bool:
    ratio = p.establishes.get(reader)
    if ratio is None or not _in_force(p, year):
        return False
    return _governs(law, p, ratio, s, reader, "officers")


def _denies(law: Index, p: Precedent, s: Situation, reader: str, year: int) -> bool:
    ratio = p.denies.get(reader)
    grants_for_its_own_time = p.violation == "yes" and year > p.year
    if ratio is None or not p.binding or grants_for_its_own_time:
        return False
    return _governs(law, p, ratio, s, reader, "plaintiff")


def _governs(
    law: Index, p: Precedent, ratio: Ratio, s: Situation, reader: str, loser: Side
) -> bool:
    """Whether nothing distinguishes the situation, asking no more than that takes."""
    against = law.case.doctrine.relevant[reader][loser]
    return holds(_governed(ratio.material, tuple(f for f in against if f not in p.factors)), s)


@lru_cache(maxsize=256)
def _governed(material: tuple[str, ...], distinguishing: tuple[str, ...]) -> Condition:
    def leaf(factor: str) -> Condition:
        return Condition(op="factor", factor=factor)

    missing = [leaf(factor) for factor in material]
    beyond = [Condition(op="not", parts=(leaf(factor),)) for factor in distinguishing]
    return Condition(op="all", parts=(*missing, *beyond))


def _in_force(precedent: Precedent, year: int) -> bool:
    return precedent.binding and precedent.violation == "yes" and precedent.year < year


def _reasons(precedents: list[Precedent], way: str, reader: str) -> tuple[Support, ...]:
    return tuple(s for p in precedents for s in getattr(p, way)[reader].because)
