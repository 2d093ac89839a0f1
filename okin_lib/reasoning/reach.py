"""Whether a holding governs a situation, and the least that sets the two apart."""

from collections.abc import Collection
from functools import partial
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.precedents import Precedent
from okin_lib.reasoning.constraint import governed, not_outweighed
from okin_lib.reasoning.factors import situation_of
from okin_lib.reasoning.logic import Situation, holds, unanimous
from okin_lib.reasoning.precedent import Holding, Stance


@frozen
class Reach:
    """Whether a rule governs a situation, and the least that sets the two apart."""

    of: str
    """Id of the decided case, or the name that the situation was given."""
    kind: Literal["precedent", "situation"]
    """Whether it is a decided case, with only what the opinion gives of it."""
    governs: bool | None
    """None if that turns on what is not stated."""
    missing: tuple[FactorId, ...]
    """Material factors that the situation lacks."""
    beyond: tuple[FactorId, ...]
    """Its factors for the other side that the rule's own cases did not have."""
    unstated: tuple[FactorId, ...]
    """Factors of either kind that are unknown of it."""


def reach(
    case: Case,
    holding: Holding,
    reading: Stance,
    name: str,
    kind: Literal["precedent", "situation"],
    situation: Situation,
) -> Reach:
    """Return whether the holding governs the situation ``name``, and what sets them apart."""
    material = holding.ratio.material
    against = not_outweighed(holding, reading, "officers")
    values = {factor: situation.value(factor) for factor in (*material, *against)}
    missing = tuple(f for f in material if values[f] is False)
    unstated = [f for f, value in values.items() if value is None]
    return Reach(
        of=name,
        kind=kind,
        governs=unanimous(partial(holds, governed(holding, reading, "officers")), situation),
        missing=missing,
        beyond=tuple(f for f in against if values[f] and not restates(case, f, missing)),
        unstated=tuple(f for f in unstated if not restates(case, f, unstated)),
    )


def restates(case: Case, factor: FactorId, missing: Collection[FactorId]) -> bool:
    """Return whether a factor only says over again that one of the ``missing`` is absent."""
    condition = case.factors[factor].arises.holds_when
    return condition is not None and condition.op == "not" and condition.parts[0].factor in missing


def decided(case: Case, precedent: Precedent) -> Situation:
    """Return a decided case as a situation: what the opinion gives of it, the rest unknown."""
    return situation_of(case, precedent.given)
