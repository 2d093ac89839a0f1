"""What a memo is made from: a scenario analyzed beside the record, for a seat, on an officer."""

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from okin_lib.course.memo.data import Capstone, Seat, Sued
from okin_lib.doctrine.case import Case
from okin_lib.page.words import party_names
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import Difference, difference
from okin_lib.reasoning.types import Analysis, Finding, Scenario
from okin_lib.record.types import Party, Side


@frozen(eq=False)
class Assigned:
    """What a memo is to be on, and what the model makes of it."""

    case: Case
    scenario: Scenario
    seat: Seat
    officer: Party

    @property
    def plan(self) -> Capstone:
        """What is said in every memo."""
        return self.case.study(Capstone)

    @property
    def municipality(self) -> Party:
        """The officer's employer."""
        return self.case.parties[self.officer.employer]

    @property
    def sued(self) -> tuple[tuple[Sued, Party], ...]:
        """The two whom the questions are about."""
        return ("officer", self.officer), ("municipality", self.municipality)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides in the order in which they are heard: the memo's own first."""
        return ("officers", "plaintiff") if self.seat == "officers" else ("plaintiff", "officers")

    @cached_property
    def now(self) -> Analysis:
        """What is found in the scenario."""
        return analyze(self.case, self.scenario)

    @cached_property
    def record(self) -> Analysis:
        """What is found on the record."""
        return analyze(self.case, Scenario())

    @cached_property
    def changed(self) -> Difference:
        """What the scenario changes."""
        return difference(self.case, self.record, self.now)

    def findings(self) -> Iterator[Finding]:
        """Yield every finding of the two on the memo's claims, the officer's first."""
        for sued, party in self.sued:
            for found in self.now.findings_of(party.id).values():
                if found.claim in self.plan.claims[sued]:
                    yield found

    def filled(self, text: str) -> str:
        """Return a text of the plan with the names of the two."""
        names = party_names(self.case)
        return text.format(party=names[self.officer.id], municipality=names[self.municipality.id])
