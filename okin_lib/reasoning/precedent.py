"""What precedent forces: the reason model of constraint (Horty 2011; Horty & Bench-Capon 2012).

A precedent forces its result on a situation that has every factor material to it and,
on the losing side, nothing that the precedent did not already outweigh. Constraint is a
lower bound: what is not forced is open.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer
from okin_lib.doctrine.types import Condition, Ratio
from okin_lib.reasoning.logic import Situation, completions, holds
from okin_lib.record.types import Side, Support


class Decided(Protocol):
    """A decided case, as far as it can constrain another."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def name(self) -> str:
        """The name."""

    @property
    def year(self) -> int:
        """The year of decision."""

    @property
    def binding(self) -> bool:
        """Whether it binds the court of this case."""

    @property
    def violation(self) -> str:
        """Whether the facts alleged or shown would, if proved, violate."""


@frozen(eq=False)
class Holding:
    """What a reader takes a case, or several read together, to have held.

    Attributes
    ----------
    of
        The cases, in order of decision.
    outweighed
        The factors that did not keep the winner from winning.
    """

    of: tuple[Decided, ...]
    ratio: Ratio
    outweighed: Collection[str]

    def in_force(self, year: int) -> bool:
        """Return whether it counts for conduct in ``year``: all decided, and before then."""
        return self.by(year - 1)

    def by(self, year: int) -> bool:
        """Return whether it binds and was all decided in ``year`` or before."""
        return all(
            case.binding and case.violation == "yes" and case.year <= year for case in self.of
        )


@frozen(eq=False)
class View:
    """How one reader takes the precedents.

    Attributes
    ----------
    reader
        Id of the reading of precedent that it is, or that it began from.
    relevant
        Per side, the factors that matter at all.
    establishes, denies
        The holdings that a right exists, and that it was not established or does not exist.
    """

    reader: str
    relevant: Mapping[Side, tuple[str, ...]]
    establishes: tuple[Holding, ...]
    denies: tuple[Holding, ...]


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
    by: tuple[Decided, ...]
    because: tuple[Support, ...]


@lru_cache(maxsize=64)
def view(case: Case, reader: str) -> View:
    """Return the precedents as ``reader`` takes them, each by itself."""
    cases = case.doctrine.precedents
    return View(
        reader=reader,
        relevant=case.doctrine.relevant[reader],
        establishes=tuple(
            Holding((p,), p.establishes[reader], p.factors)
            for p in cases
            if reader in p.establishes
        ),
        denies=tuple(
            Holding((p,), p.denies[reader], p.factors) for p in cases if reader in p.denies
        ),
    )


def constrain(case: Case, situation: Situation, reader: str, year: int) -> Constraint:
    """Return what the precedents force for conduct in ``year``, as ``reader`` takes them."""
    return force(case, situation, view(case, reader), year)


def force(case: Case, situation: Situation, taken: View, year: int) -> Constraint:
    """Return what the precedents force for conduct in ``year``, so taken.

    The right was established if a binding case decided before then forces it, and not
    established if a court so held of the time, or if no binding case had held any such
    right by then (433). In the year of the first such case, of which the day is not known,
    that is open.

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
    if yes and not no:
        return _forced("yes", yes)
    if no and not yes:
        return _forced("no", no)
    return Constraint("open", (), ())


def settled(case: Case, situation: Situation, taken: View, year: int) -> Constraint:
    """Return what the precedents force whichever way the unknowns fall; open if that differs."""
    found = list(completions(lambda s: force(case, s, taken, year), situation))
    if len({each.answer for each in found}) > 1:
        return Constraint("open", (), ())
    return evolve(
        found[0],
        by=tuple({case.id: case for each in found for case in each.by}.values()),
        because=tuple(dict.fromkeys(reason for each in found for reason in each.because)),
    )


def distinguish(
    case: Case, holding: Holding, situation: Situation, taken: View, loser: Side
) -> Distinction:
    """Return the smallest set of differences between the situation and the holding's cases."""
    missing = tuple(f for f in holding.ratio.material if not situation.ask(f))
    beyond = tuple(f for f in _not_outweighed(holding, taken, loser) if situation.ask(f))
    return Distinction(missing, tuple(f for f in beyond if not restates(case, f, missing)))


def restates(case: Case, factor: str, missing: Collection[str]) -> bool:
    """Return whether a factor only says over again that one of the ``missing`` is absent."""
    condition = case.factors[factor].arises.holds_when
    return condition is not None and condition.op == "not" and condition.parts[0].factor in missing


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


def _governs(holding: Holding, situation: Situation, taken: View, loser: Side) -> bool:
    """Whether nothing distinguishes the situation, asking no more than that takes."""
    return holds(_governed(holding, taken, loser), situation)


@lru_cache(maxsize=256)
def _governed(holding: Holding, taken: View, loser: Side) -> Condition:
    def leaf(factor: str) -> Condition:
        return Condition(op="factor", factor=factor)

    missing = [leaf(factor) for factor in holding.ratio.material]
    against = _not_outweighed(holding, taken, loser)
    beyond = [Condition(op="not", parts=(leaf(factor),)) for factor in against]
    return Condition(op="all", parts=(*missing, *beyond))


def _not_outweighed(holding: Holding, taken: View, loser: Side) -> tuple[str, ...]:
    return tuple(f for f in taken.relevant[loser] if f not in holding.outweighed)


def _forced(answer: Answer, holdings: list[Holding]) -> Constraint:
    every = sorted((case for h in holdings for case in h.of), key=lambda case: case.year)
    cases = {case.id: case for case in every}
    reasons = dict.fromkeys(reason for h in holdings for reason in h.ratio.because)
    return Constraint(answer, tuple(cases.values()), tuple(reasons))
