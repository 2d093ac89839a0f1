"""Which facts a finding turns on, exactly."""

from collections.abc import Iterable

from attrs import field, frozen

from okin_lib.api.analysis import analyze
from okin_lib.api.scenario import Scenario
from okin_lib.api.shown import Record, Shown, as_json, part
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.reasoning import pivotal as exact
from okin_lib.record.types import FactId, PartyId

TOLD = 4  # sets that are told in words; the value has all
Sets = tuple[tuple[str, ...], ...]


@frozen(repr=False)
class Pivotal(Shown):
    """What one finding's status turns on: facts by id, in the order of the record.

    It is about doctrine as modelled, and not about what caused the injury.
    """

    element: str
    party: str
    status: str
    removals: Sets
    """The minimal sets of facts of the record whose removal changes the status."""
    removals_complete: bool
    """Whether every such set is here."""
    additions: Sets
    """The minimal sets of facts not in the record whose addition changes the status."""
    additions_complete: bool
    said: str = field(eq=False)
    """What can change the status and what cannot, in a sentence."""
    case: Case = field(eq=False, repr=False)

    @property
    def but_for(self) -> tuple[str, ...]:
        """The facts each of which changes the status when it alone is left out."""
        return tuple(key for each in self.removals if len(each) == 1 for key in each)

    @property
    def openers(self) -> tuple[str, ...]:
        """The facts not in the record each of which changes the status when added alone."""
        return tuple(key for each in self.additions if len(each) == 1 for key in each)

    def to_record(self) -> Record:
        """Return it as a row, with how many sets there are of each kind."""
        return {
            "element": self.element,
            "party": self.party,
            "status": self.status,
            "but_for": "; ".join(self.but_for),
            "removals": len(self.removals),
            "additions": len(self.additions),
        }

    def to_json(self) -> str:
        """Return it as JSON."""
        return as_json(
            {
                "element": self.element,
                "party": self.party,
                "status": self.status,
                "removals": self.removals,
                "removals_complete": self.removals_complete,
                "additions": self.additions,
                "additions_complete": self.additions_complete,
            }
        )

    def __str__(self) -> str:
        where = f"{self.case.elements[ElementId(self.element)].label}, "
        where += self.case.parties[PartyId(self.party)].name
        return "\n".join(
            [
                f"{where}: {self.said}",
                *_told("Without", self.case, self.removals),
                *_told("With", self.case, self.additions),
            ]
        )

    def _repr_html_(self) -> str:
        said, *ways = str(self).splitlines()
        return part("pivots", said=said, ways=ways)


def pivotal(party: str, element: str, scenario: Scenario | None = None) -> Pivotal:
    """Return what a finding's status turns on, starting from the record or from a scenario.

    Parameters
    ----------
    party, element
        Ids.

    Raises
    ------
    ValueError
        As `Analysis.finding` does.

    Examples
    --------
    >>> import okin_lib as okin
    >>> okin.pivotal("weber", "implicit-sanction").but_for
    ('sears-told-williams', 'football-talk')
    """
    supposed = scenario or Scenario()
    asked = analyze(supposed).finding(party, element)
    found = exact.pivotal(
        supposed.case, supposed.supposed, ElementId(asked.element), PartyId(asked.party)
    )
    return Pivotal(
        element=found.element,
        party=found.party,
        status=found.status,
        removals=found.removals,
        removals_complete=found.removals_through is None,
        additions=found.additions,
        additions_complete=found.additions_through is None,
        said=found.statement,
        case=supposed.case,
    )


def _told(how: str, case: Case, sets: Sets) -> Iterable[str]:
    for each in sets[:TOLD]:
        yield f"{how}: {'; '.join(case.atoms[FactId(key)].label for key in each)}."
    if more := sets[TOLD:]:
        yield f"{how} any of {len(more)} more sets, of up to {len(more[-1])} facts."
