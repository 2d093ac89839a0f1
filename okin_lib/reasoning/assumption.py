"""What the readings assume of the facts: whose conduct counts, whose version, what is doubted."""

from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import Value
from okin_lib.reasoning.types import Readings


@frozen
class Assumption:
    """What readings assume of the facts.

    Attributes
    ----------
    aggregate
        Whether the officers' conduct counts together.
    set_aside
        Facts not assumed for the motion.
    doubted
        Facts assumed, but left uncertain.
    """

    aggregate: bool
    set_aside: frozenset[str]
    doubted: frozenset[str]


@lru_cache(maxsize=256)
def assumed(case: Case, readings: Readings) -> Assumption:
    """Return what the readings assume of the facts."""
    values = [_value(case, key, chosen) for key, chosen in readings]
    return Assumption(
        aggregate=any(value.aggregates for value in values),
        set_aside=frozenset(
            fact.id
            for fact in case.record.facts
            for value in values
            if fact.version in value.sets_aside_versions
            or fact.status in value.sets_aside_statuses
        ),
        doubted=frozenset(fact for value in values for fact in value.doubts),
    )


def _value(case: Case, key: str, chosen: str) -> Value:
    (value,) = (value for value in case.readings[key].values if value.id == chosen)
    return value
