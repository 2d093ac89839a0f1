"""Results expected of an analysis, as a file states them, and whether they hold."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.doctrine.statuses import Grade, Motion, Status
from okin_lib.reasoning.types import Disposition, Finding
from okin_lib.record.types import PartyId, Side


@frozen
class Expectation:
    """What is expected of an element, or of the motion on a claim, for some parties."""

    parties: tuple[PartyId, ...]
    element: ElementId = NO_ELEMENT
    claim: str = ""
    status: Status | None = None
    motion: Motion | None = None
    grade: Grade | None = None
    """What is expected on a claim."""
    lean: Side | None = None
    """What an element is expected to be; what is not given may be anything."""

    @property
    def of(self) -> str:
        """The element or claim of which something is expected."""
        return self.element or self.claim

    @property
    def flaw(self) -> str:
        """Why it expects nothing, or not of one thing, and the remedy; empty if it does."""
        if not self.parties:
            return "names no party in 'parties': name those of whom it is expected"
        if bool(self.element) == bool(self.claim):
            return "must name an element or a claim, and not both, beside 'parties'"
        if not (self.status or self.motion or self.grade or self.lean):
            return f"expects nothing of '{self.of}': add a status, motion, grade or lean"
        return ""


@frozen
class Miss:
    """An expectation that does not hold for a party: what was expected, and what is so."""

    of: str
    party: PartyId
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.of} of {self.party}: expected {self.expected}, found {self.found}"


def misses(
    expected: Sequence[Expectation],
    findings: Sequence[Finding],
    dispositions: Sequence[Disposition],
) -> Iterator[Miss]:
    """Yield what is expected and not so."""
    elements = {(found.element, found.party): found for found in findings}
    claims = {(found.claim, found.party): found for found in dispositions}
    for each in expected:
        for party in each.parties:
            found = elements.get((each.element, party)) or claims.get((each.claim, party))
            for field in ("status", "motion", "grade", "lean"):
                wanted = getattr(each, field)
                actual = getattr(found, field, "nothing of that kind")
                if wanted is not None and actual != wanted:
                    yield Miss(each.of, party, f"{field} {wanted}", f"{actual}")
