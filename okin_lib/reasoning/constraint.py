"""What precedent forces: the reason model of constraint (Horty 2011; Horty & Bench-Capon 2012).

A precedent forces its result on a situation that has every factor material to it and,
on the losing side, nothing that the precedent did not already outweigh. Constraint is a
lower bound: what is not forced is open.
"""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.reasoning.logic import Situation, completions, holds
from okin_lib.reasoning.precedent import Decided, Holding, Stance, stance_of
from okin_lib.record.types import Side, Support


@frozen
class Constraint:
    """Whether precedent forces an answer, and which precedents do."""

    answer: Answer
    by: tuple[Decided, ...]
    because: tuple[Support, ...]
    supposed: bool = False
    """Whether it rests on a ratio that is supposed, not stated in the opinion."""


def constrain(case: Case, situation: Situation, reader: str, year: int) -> Constraint:
    """Return what the precedents force for conduct in ``year``, as ``reader`` takes them."""
    return force(case, situation, stance_of(case, reader), year)


def force(case: Case, situation: Situation, taken: Stance, year: int) -> Constraint:
    """Return what the precedents force for conduct in ``year``, so taken.

    The right was established if a binding case decided before then forces it, and not
    established if a court so held of the time, or if no binding case had held any such
    right by then (433). In the year of the first such case, of which the day is not known,
    that is open; and so it is where the opinion leaves undecided what a precedent that would
    force it establishes by itself, and says why.

    Raises
    ------
    Undetermined
        If the answer may turn on an unknown factor.
    """
    if not any(holding.by(year) for holding in taken.establishes):
        return Constraint("no", (), case.doctrine.no_precedent)
    standing = [holding for holding in taken.establishes if holding.in_force(year)]
    yes = [h for h in standing if _governs(h, situation, taken, "officers")]
    no = [
        h
        for h in taken.denies
        if _denies(h, yes, year) and _governs(h, situation, taken, "plaintiff")
    ]
    if no or not yes:
        unsure = () if yes or standing else case.doctrine.same_year
        return Constraint("open", (), unsure) if yes or not no else _forced("no", no)
    firm = [holding for holding in yes if not _undecided(holding, situation)]
    return _forced("yes", firm) if firm else Constraint("open", (), _caution(yes))


def forced(case: Case, situation: Situation, taken: Stance, year: int) -> Constraint:
    """Return what the precedents force whichever way the unknowns fall; open if that differs."""
    found = list(completions(lambda s: force(case, s, taken, year), situation))
    if len({each.answer for each in found}) > 1:
        reasons = (reason for each in found if each.answer == "open" for reason in each.because)
        return Constraint("open", (), tuple(dict.fromkeys(reasons)))
    return evolve(
        found[0],
        by=tuple({case.id: case for each in found for case in each.by}.values()),
        because=tuple(dict.fromkeys(reason for each in found for reason in each.because)),
        supposed=any(each.supposed for each in found),
    )


def _undecided(holding: Holding, situation: Situation) -> bool:
    """Whether the opinion leaves open what the holding would establish if it stood alone."""
    undecided = holding.ratio.undecided
    return undecided is not None and not holds(undecided.unless, situation)


def _caution(holdings: list[Holding]) -> tuple[Support, ...]:
    undecided = (holding.ratio.undecided for holding in holdings)
    return tuple(reason for each in undecided if each for reason in each.because)


def _denies(holding: Holding, yes: Iterable[Holding], year: int) -> bool:
    """Whether the denial speaks of this year.

    A right held not established at its time may be established later: by the same case if
    it went on to hold that there was a violation, or else by another.
    """
    (case,) = holding.of
    if not case.binding:
        return False
    if case.violation == "no" or year <= case.year:
        return True
    since = (each for h in yes for each in h.of if each.year >= case.year)
    return case.violation != "yes" and not any(since)


def _governs(holding: Holding, situation: Situation, taken: Stance, loser: Side) -> bool:
    """Whether nothing distinguishes the situation, asking no more than that takes.

    A holding to which nothing is material is too general to force anything (433).
    """
    return bool(holding.ratio.material) and holds(governed(holding, taken, loser), situation)


@lru_cache(maxsize=256)
def governed(holding: Holding, taken: Stance, loser: Side) -> Condition:
    """Return when nothing distinguishes a situation from the holding's cases."""

    def leaf(factor: FactorId) -> Condition:
        return Condition(op="factor", factor=factor)

    missing = [leaf(factor) for factor in holding.ratio.material]
    against = not_outweighed(holding, taken, loser)
    beyond = [Condition(op="not", parts=(leaf(factor),)) for factor in against]
    return Condition(op="all", parts=(*missing, *beyond))


def not_outweighed(holding: Holding, taken: Stance, loser: Side) -> tuple[FactorId, ...]:
    """Return the losing side's factors that matter, and that the holding's cases did not have."""
    return tuple(f for f in taken.relevant[loser] if f not in holding.outweighed)


def _forced(answer: Answer, holdings: list[Holding]) -> Constraint:
    every = sorted((case for h in holdings for case in h.of), key=lambda case: case.year)
    cases = {case.id: case for case in every}
    reasons = dict.fromkeys(reason for h in holdings for reason in h.ratio.because)
    supposed = any(h.ratio.supposed for h in holdings)
    return Constraint(answer, tuple(cases.values()), tuple(reasons), supposed)
