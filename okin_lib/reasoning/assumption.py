"""What the readings assume of the facts: whose conduct counts, whose version, what is doubted."""

from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.types import Value
from okin_lib.reasoning.index import Index
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
def assumed(law: Index, readings: Readings) -> Assumption:
    """Return what the readings assume of the facts."""
    values = [_value(law, key, chosen) for key, chosen in readings]
    return Assumption(
        aggregate=any(value.aggregates for value in values),
        set_aside=frozenset(
            fact.id
            for fact in law.case.record.facts
            for value in values
            if fact.version in value.sets_aside_versions
            or fact.status in value.sets_aside_statuses
        ),
        doubted=frozenset(fact for value in values for fact in value.doubts),
    )


def _value(law: Index, key: str, chosen: str) -> Value:
    (value,) = (value for value in law.readings[key].values if value.id == chosen)
    return value
