"""A rule in a sentence."""

from collections.abc import Collection

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.generality import Generality


def in_words(case: Case, material: Collection[FactorId]) -> str:
    """Return the rule to which these factors are material, as a sentence."""
    found = case.study(Generality)
    if not material:
        return found.general.rule
    sentence = ""
    for part in found.parts:
        said = [c.words for f, c in found.clauses.items() if f in material and c.part == part.id]
        sentence += part.around.format(_joined(said)) if said else part.otherwise
    return f"{sentence}."


def _joined(clauses: list[str]) -> str:
    *others, last = clauses
    return f"{', '.join(others)} and {last}" if others else last
