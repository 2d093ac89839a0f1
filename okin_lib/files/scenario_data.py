"""A scenario as plain data, for JSON and codes: what it changes of the record."""

from typing import Any

import attrs

from okin_lib.reasoning.types import Scenario

WRITTEN = {"added": "with"}  # as on the command line


class BadCode(ValueError):
    """Text or data that stand for no scenario of the case; the message says what to do."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"this is no scenario: {why} ({remedy})")


def as_data(supposed: Scenario) -> dict[str, Any]:
    """Return what the scenario changes, as plain data for JSON: nothing, for the record's own."""
    return {
        WRITTEN.get(field.name, field.name): _plain(value)
        for field in attrs.fields(Scenario)
        if (value := getattr(supposed, field.name)) != field.default
    }


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return dict(value) if isinstance(value, tuple) else value
