"""Where a learner is: what they supposed, of which facts of their own, from which case file."""

from typing import Self

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_facts import OwnFact
from okin_lib.reasoning.types import Scenario


@frozen
class OpenedFile:
    """A case file that is open."""

    text: str
    before: Scenario
    """What was supposed before it was opened."""

    def within(self, case: Case) -> Self:
        """Return it without what the case no longer has."""
        return evolve(self, before=within(case, self.before))


@frozen
class Whereabouts:
    """What a learner supposes, and what of their own they can suppose."""

    scenario: Scenario
    own: tuple[OwnFact, ...] = ()
    file: OpenedFile | None = None


def within(case: Case, supposed: Scenario) -> Scenario:
    """Return the scenario without the facts of a learner's own that the case no longer has."""
    return evolve(supposed, added=supposed.added.intersection(case.hypotheticals))
