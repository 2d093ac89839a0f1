"""Findings as grids: one a claim, a row an element, a column the parties who stand alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.files.grid import Grid
from okin_lib.page.words import graded
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import PartyId


def findings_grids(
    case: Case, findings: Sequence[Finding], names: Mapping[PartyId, str]
) -> Iterator[Grid]:
    """Yield a grid for each claim of which something is found; parties are called by ``names``."""
    for claim in case.doctrine.claims:
        of_claim = [finding for finding in findings if finding.claim == claim.id]
        if of_claim:
            yield _of_claim(case, claim, of_claim, names)


def _of_claim(
    case: Case, claim: Claim, findings: Iterable[Finding], names: Mapping[PartyId, str]
) -> Grid:
    columns: dict[PartyId, dict[ElementId, str]] = {}
    for finding in findings:
        columns.setdefault(finding.party, {})[finding.element] = graded(case, finding)
    alike: dict[tuple[tuple[ElementId, str], ...], list[str]] = {}
    for party, column in columns.items():
        alike.setdefault(tuple(column.items()), []).append(names[party])
    found = [(", ".join(parties), dict(column)) for column, parties in alike.items()]
    rows = (
        (element.label, *(column.get(element.id, "") for _, column in found))
        for element in case.doctrine.elements
    )
    asked = tuple(row for row in rows if any(row[1:]))
    return Grid((claim.label, *(parties for parties, _ in found)), asked, ruled=True, merged=True)
