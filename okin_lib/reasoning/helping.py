"""Which side of an element each fact can help, whoever it concerns.

A fact that belongs to one side's version of a disputed matter helps that side. Any other that
gives rise to a factor helps the side that the factor favours, and one that excludes it the other.
The opinion sorts no fact so; this is the model's.
"""

from collections.abc import Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Element
from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.record.called import OTHER
from okin_lib.record.types import Fact, FactId, Hypothetical, Side


def helping(case: Case, element: Element) -> Iterator[tuple[Side, FactorId, FactId]]:
    """Yield each fact that can bear on an element, the side that it helps, and by which factor."""
    for side, factors in element.favours.items():
        for favoured in factors:
            for factor, holds in _sources(case, favoured):
                rule = case.factors[factor].arises
                helped = side if holds else OTHER[side]
                for fact in rule.facts:
                    its = OTHER[helped] if fact in rule.defeated_by else helped
                    yield _version(case.atoms[fact]) or its, factor, fact


def _version(atom: Fact | Hypothetical) -> Side | None:
    """The side whose version of a disputed matter a fact belongs to, if it does to one."""
    return atom.version if isinstance(atom, Fact) and atom.version != "any" else None


def _sources(case: Case, factor: FactorId, holds: bool = True) -> Iterator[tuple[FactorId, bool]]:
    """The factors that facts give rise to, with whether ``factor`` needs each to hold."""
    derived = case.factors[factor].arises.holds_when
    if derived is None:
        yield factor, holds
    else:
        for source, needed in _polar(derived, holds):
            yield from _sources(case, source, needed)


def _polar(condition: Condition, holds: bool) -> Iterator[tuple[FactorId, bool]]:
    if condition.op == "factor":
        yield condition.factor, holds
    for part in condition.parts:
        yield from _polar(part, holds != (condition.op == "not"))
