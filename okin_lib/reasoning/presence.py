"""Whether each fact is on in a scenario, and if not, what took it off."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.assumption import assumed
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.types import Scenario

Presence = Literal["on", "left-out", "set-aside"]


@lru_cache(maxsize=64)
def presence(case: Case, scenario: Scenario) -> Mapping[str, Presence]:
    """Return how each fact of the record, and each that is supposed, stands in the scenario.

    They come in the order of the record. A fact that is left out is not also set aside.
    """
    aside = assumed(case, tuple(full_readings(case, scenario).items())).set_aside

    def stands(fact: str) -> Presence:
        if fact in scenario.without:
            return "left-out"
        return "set-aside" if fact in aside else "on"

    return {key: stands(key) for key in case.atoms if key in case.record_on | scenario.added}
