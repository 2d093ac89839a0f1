"""Values of factors that cannot all be so, by the factors' own definitions."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from okin_lib.doctrine.factors import Factor, FactorId


@frozen
class Contradiction:
    """A factor that is present, and another whose value that rules out."""

    factor: FactorId
    other: FactorId
    value: bool
    """What the other one is said to be."""
    because: str
    """Why it cannot be so."""

    def __str__(self) -> str:
        said = "true" if self.value else "false"
        return (
            f"'{self.factor}' is true and '{self.other}' is {said}, which cannot both be so "
            f"({self.because}): change one, or make it unknown"
        )


def contradictions(
    factors: Iterable[Factor], values: Mapping[FactorId, bool | None]
) -> Iterator[Contradiction]:
    """Yield what cannot be so together; what is unknown contradicts nothing."""
    for factor in factors:
        if values.get(factor.id):
            for value, others in ((False, factor.requires), (True, factor.excludes)):
                for other, because in others.items():
                    if values.get(other) is value:
                        yield Contradiction(factor.id, other, value, because)


def with_implied(
    implied: Iterable[tuple[FactorId, FactorId, bool]], values: Mapping[FactorId, bool]
) -> dict[FactorId, bool]:
    """Return the values, and what they imply by the factors' own definitions.

    What is said is never overruled: of values that contradict each other, both stand.

    Parameters
    ----------
    implied
        What the definitions imply, as the doctrine lists it.
    """
    found = dict(values)
    known = -1
    while len(found) > known:
        known = len(found)
        for factor, other, value in implied:
            if found.get(factor):
                found.setdefault(other, value)
            elif found.get(other) is not value and other in found:
                found.setdefault(factor, False)
    return found
