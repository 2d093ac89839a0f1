"""What the reasoning takes and gives: scenario, finding, analysis."""

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.doctrine.statuses import Grade, Kind, Motion, OnAppeal, Status
from okin_lib.record.types import FactId, PartyId, Side, Support

Readings = tuple[tuple[ReadingId, str], ...]
"""Every reading and its value, in the order of the doctrine."""

FactorValues = tuple[tuple[FactorId, bool | None], ...]
"""Ids of factors with their value; None if unknown."""


@frozen
class Scenario:
    """What a learner supposes; the empty scenario is the record, read as the court read it."""

    without: frozenset[FactId] = frozenset()
    """Ids of facts of the record that are off."""
    added: frozenset[FactId] = frozenset()
    """Ids of hypothetical facts that are on."""
    readings: Readings = ()
    """Readings that differ from their default, as (reading, value) pairs in order of id."""
    year: int | None = None
    """The year of the conduct, if moved."""

    @property
    def alters_record(self) -> bool:
        """Whether the facts or their date differ from the record's."""
        return bool(self.without or self.added) or self.year is not None


@frozen
class Finding:
    """How one element stands for one party."""

    claim: str
    element: ElementId
    party: PartyId
    kind: Kind
    status: Status
    grade: Grade
    lean: Side | None
    because: tuple[Support, ...]
    leaning: tuple[Support, ...]
    """Why it leans as it does, each on the side that it leans to; a whole leans as its parts."""
    facts: tuple[FactId, ...]
    """Ids of the facts it rests on, in the order of the record."""
    factors: FactorValues
    """Ids of the factors it turned on, with their value (None: unknown)."""
    authority: str
    """Id of the authority that decided it."""
    collective: bool
    """Whether the court made this finding of several parties as one."""


@frozen
class Disposition:
    """What becomes of the motion on one claim against one party."""

    claim: str
    party: PartyId
    motion: Motion
    on_appeal: OnAppeal
    grade: Grade
    because: tuple[Support, ...]


@frozen
class Analysis:
    """Every finding and disposition in a scenario, in the order of the doctrine."""

    scenario: Scenario
    findings: tuple[Finding, ...]
    dispositions: tuple[Disposition, ...]

    def motion(self, claim: str, party: PartyId) -> Motion:
        """Return what becomes of the motion on a claim against a party."""
        return self._motions[claim, party]

    def findings_of(self, party: PartyId) -> Mapping[ElementId, Finding]:
        """Return how each element that is asked of the party stands."""
        return self._by_party.get(party, {})

    @cached_property
    def _motions(self) -> Mapping[tuple[str, PartyId], Motion]:
        return {(found.claim, found.party): found.motion for found in self.dispositions}

    # Each panel asks for each party, seventy times a click: a tenth of it without.
    @cached_property
    def _by_party(self) -> Mapping[PartyId, Mapping[ElementId, Finding]]:
        found: dict[PartyId, dict[ElementId, Finding]] = {}
        for each in self.findings:
            found.setdefault(each.party, {})[each.element] = each
        return found
