"""How the precedents are read: a reading of them, and which of the panel's further steps."""

from okin_lib.doctrine.case import Case
from okin_lib.page.act import known

SWITCHES = ("together", "clarity")


def known_stance(case: Case, reader: str, on: frozenset[str]) -> None:
    """Raise `BadEvent` if there is no such reading of precedent, or no such step."""
    values = case.readings[case.doctrine.precedent_reading].values
    known("reading of precedent", reader, [value.id for value in values])
    for name in on:
        known("switch", name, SWITCHES)
