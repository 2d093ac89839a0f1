"""What must be true of a precedent beyond its form."""

from collections.abc import Iterable, Iterator, Mapping

from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.names import Names
from okin_lib.doctrine.precedents import Precedent, Ratio
from okin_lib.doctrine.reason_checks import uncited
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Side


def precedent_problems(
    precedent: Precedent, doctrine: Doctrine, names: Names
) -> Iterator[Problem]:
    """Yield all that is wrong with a precedent."""
    yield from unknown("factor", (*precedent.factors, *precedent.absent), names.factors)
    yield from unknown(f"factor of {precedent.id}", precedent.inferred, precedent.factors)
    for factor in precedent.absent:
        if factor in precedent.factors:
            remedy = "remove one"
            yield Problem(place_of(factor), f"'{factor}' is both present and absent: {remedy}")
    for found in contradictions(doctrine.factors, precedent.given):
        yield Problem(place_of(precedent.id), f"of '{precedent.id}', {found}")
    yield from _uncited(precedent, doctrine)
    for ratios in (precedent.establishes, precedent.denies):
        yield from unknown("reading of precedent", ratios, doctrine.relevant)
        for reading, ratio in ratios.items():
            yield from _ratio(ratio, precedent, doctrine.relevant.get(reading))


def _uncited(precedent: Precedent, doctrine: Doctrine) -> Iterator[Problem]:
    # It is law when it establishes a right; what it denies, it may deny of a time before it.
    for ratios, known in ((precedent.establishes, precedent.id), (precedent.denies, "")):
        for reason in (reason for ratio in ratios.values() for reason in ratio.because):
            yield from uncited(reason, doctrine, known)


def _ratio(
    ratio: Ratio, precedent: Precedent, relevant: Mapping[Side, Iterable[FactorId]] | None
) -> Iterator[Problem]:
    """A material factor must be one of the precedent's, and one that its reader sees at all."""
    yield from unknown(f"factor of {precedent.id}", ratio.material, precedent.factors)
    if relevant is not None:
        seen = [factor for factors in relevant.values() for factor in factors]
        yield from unknown("relevant factor", ratio.material, seen)


def together_problems(doctrine: Doctrine) -> Iterator[Problem]:
    """Yield all that is wrong with the precedents that may be read together."""
    together = doctrine.together
    precedents = {precedent.id: precedent for precedent in doctrine.precedents}
    yield from unknown("precedent", together.of, precedents)
    yield from unknown("reading of precedent", together.ratios, doctrine.relevant)
    yield from unknown("reading given a ratio", together.reads, together.ratios)
    theirs = {f for name in together.of if name in precedents for f in precedents[name].factors}
    for ratio in together.ratios.values():
        yield from unknown("factor of these precedents", ratio.material, theirs)
