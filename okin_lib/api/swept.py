"""One of many scenarios, and the bare answers in it."""

from collections.abc import Iterable

from attrs import frozen

from okin_lib.api.nouns import JOINT
from okin_lib.api.scenario import Scenario
from okin_lib.api.shown import Record, Shown, as_json


@frozen(repr=False)
class Swept(Shown):
    """One scenario of a sweep, and the bare answers in it; `analyze` gives the reasons."""

    scenario: Scenario
    supposed: Record
    """It as columns: its code, the facts left out and added, each reading swept, the year."""
    found: dict[str, str]
    """What was found, as columns: ``party.element`` or ``party.claim``, its grade, its lean."""

    def to_record(self) -> Record:
        """Return it as a row: what is supposed, then what was found."""
        return {**self.supposed, **self.found}

    def to_json(self) -> str:
        """Return the row as JSON."""
        return as_json(self.to_record())

    def __str__(self) -> str:
        found = (f"  {column}: {said or 'none'}" for column, said in self.found.items())
        return "\n".join([str(self.scenario), *found])


def supposed_in(scenario: Scenario, readings: Iterable[str]) -> Record:
    """Return what a row says of the scenario, with a column for each of these readings."""
    chosen = scenario.readings
    return {
        "code": scenario.code,
        "without": JOINT.join(scenario.without),
        "added": JOINT.join(scenario.added),
        **{key: chosen[key] for key in readings},
        "year": scenario.year,
    }
