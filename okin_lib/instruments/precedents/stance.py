"""How the precedents are read: a reading of them, and which of the panel's further steps."""

from collections.abc import Collection

from okin_lib.doctrine.case import Case
from okin_lib.page.act import known
from okin_lib.reasoning.precedent import Stance, read_together

SWITCHES = ("together", "clarity")


def usual_steps(case: Case, reader: str, on: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the steps that are on once the reader is chosen, of those that were ``on`` before.

    Whether precedents are read together is part of how a reader reads; obvious clarity is an
    argument beside it.
    """
    together = ["together"] if reader in case.doctrine.together.reads else []
    return (on - {"together"}).union(together)


def stance(case: Case, taken: Stance, on: Collection[str]) -> Stance:
    """Return the stance with the further steps that are on; it takes each precedent by itself."""
    return read_together(case, taken) if "together" in on else taken


def known_stance(case: Case, reader: str, on: frozenset[str]) -> None:
    """Raise `BadEvent` if there is no such reading of precedent, or no such step."""
    values = case.readings[case.doctrine.precedent_reading].values
    known("reading of precedent", reader, [value.id for value in values])
    for name in on:
        known("switch", name, SWITCHES)
