"""Every name that the doctrine may use, and which of them a proposition or a reading uses."""

from collections.abc import Iterator

from attrs import frozen

from okin_lib.doctrine.elements import Composition, ElementId
from okin_lib.doctrine.factors import Condition, FactorId
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.readings import ReadingId, Under
from okin_lib.doctrine.statuses import Kind
from okin_lib.record.checks import every_fact, unknown, walk
from okin_lib.record.placed import Problem
from okin_lib.record.types import FactId, PartyId, Record


@frozen
class Names:
    """Every name that the doctrine may use."""

    parties: tuple[PartyId, ...]
    facts: tuple[FactId, ...]
    factors: tuple[FactorId, ...]
    claims: tuple[str, ...]
    kinds: dict[ElementId, Kind]
    readings: dict[ReadingId, tuple[str, ...]]

    @classmethod
    def of(cls, doctrine: Doctrine, record: Record) -> "Names":
        """Return the names there are."""
        return cls(
            parties=tuple(party.id for party in record.parties),
            facts=tuple(fact.id for fact in every_fact(record)),
            factors=tuple(factor.id for factor in doctrine.factors),
            claims=tuple(claim.id for claim in doctrine.claims),
            kinds={element.id: element.kind for element in doctrine.elements},
            readings={
                reading.id: tuple(value.id for value in reading.values)
                for reading in doctrine.readings
            },
        )


def unknown_readings(under: Under, names: Names) -> Iterator[Problem]:
    """Yield a problem for each reading, and each value of one, that there is not."""
    yield from unknown("reading", under, names.readings)
    for reading, values in under.items():
        if reading in names.readings:
            yield from unknown(f"value of {reading}", values, names.readings[reading])


def used(proposition: Condition | Composition | None) -> list[str]:
    """Return the factors or elements that a proposition names."""
    leaves = (getattr(part, part.op, "") for part in walk(proposition))
    return [leaf for leaf in leaves if leaf]
