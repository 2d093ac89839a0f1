"""What a scenario supposes, in words."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.types import Scenario

NAMED = 3  # more facts than this are counted, not named, where there is room for one line


@frozen
class Supposition:
    """What differs from the record as the court read it, each part by its label."""

    left_out: tuple[str, ...]
    added: tuple[str, ...]
    readings: tuple[str, ...]
    moved: str

    @property
    def in_brief(self) -> str:
        """The whole of it on one line."""
        parts = [
            _counted("left out", self.left_out),
            _counted("added, though not in the record", self.added),
            "; ".join(self.readings),
            self.moved,
        ]
        return "; ".join(part for part in parts if part) or "the record, as the court read it"


def supposition(case: Case, scenario: Scenario) -> Supposition:
    """Return what the scenario supposes."""
    chosen = dict(scenario.readings)
    return Supposition(
        left_out=tuple(f.label for f in case.record.facts if f.id in scenario.without),
        added=tuple(h.label for h in case.record.hypotheticals if h.id in scenario.added),
        readings=tuple(
            f"{reading.label}: {value.label}"
            for reading in case.readings.values()
            for value in reading.values
            if chosen.get(reading.id) == value.id
        ),
        moved=f"the events begin in {scenario.year}" if scenario.year else "",
    )


def _counted(what: str, labels: tuple[str, ...]) -> str:
    if not labels:
        return ""
    return f"{what}: {'; '.join(labels) if len(labels) <= NAMED else f'{len(labels)} facts'}"
