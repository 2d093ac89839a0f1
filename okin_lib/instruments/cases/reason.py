"""How a factor stands for each officer, now and on the record."""

from collections.abc import Mapping
from itertools import groupby

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.reasoning.party_case import party_cases
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

Value = bool | None


@frozen
class Borne:
    """How a factor stands for neighbouring officers for whom it stands, and stood, alike."""

    parties: tuple[PartyId, ...]
    value: Value
    was: Value
    """How it stood on the record."""


Bearing = Mapping[FactorId, tuple[Borne, ...]]
"""By factor, how it stands for the officers, in the order of the record."""


def bearing(case: Case, scenario: Scenario) -> Bearing:
    """Return how every factor stands for the officers."""
    now, then = (party_cases(pose(case, each)) for each in (scenario, Scenario()))

    def found(factor: FactorId) -> tuple[Borne, ...]:
        def alike(party: PartyId) -> tuple[Value, Value]:
            return now[party].values[factor], then[party].values[factor]

        grouped = groupby((officer.id for officer in case.officers), alike)
        return tuple(Borne(tuple(parties), *values) for values, parties in grouped)

    return {factor: found(factor) for factor in case.factors}
