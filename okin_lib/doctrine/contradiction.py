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
