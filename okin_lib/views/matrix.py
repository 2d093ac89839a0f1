"""Every element for every officer in one table; what the court found of several as one cell."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.index import index
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.views.badge import badge
from okin_lib.views.page import render
from okin_lib.views.words import party_names, stands


@frozen
class Cell:
    """One cell; ``span`` is how many parties share it, ``was`` how it stood if it changed."""

    badge: Markup
    span: int
    was: str


def matrix(case: Case, analysis: Analysis, record: Analysis, region: str) -> str:
    """Return the matrix, with what differs from the ``record`` marked."""
    law, names = index(case), party_names(case)
    was = {(finding.element, finding.party): finding for finding in record.findings}
    rows: dict[str, list[tuple[str, list[Cell]]]] = {c.id: [] for c in case.doctrine.claims}
    parties = list(dict.fromkeys(finding.party for finding in analysis.findings))
    for key, findings in groupby(analysis.findings, lambda finding: finding.element):
        asked = {finding.party: finding for finding in findings}
        row = [_cell(case, cell, was) for cell in cells([asked.get(key) for key in parties])]
        rows[law.elements[key].claim].append((law.elements[key].label, row))
    return render(
        "matrix",
        region=region,
        parties=[names[key] for key in parties],
        claims=[(claim.label, rows[claim.id]) for claim in case.doctrine.claims],
    )


def cells(findings: Sequence[Finding | None]) -> list[list[Finding | None]]:
    """Group neighbouring findings that the court made as one; None where there is none."""

    def one(finding: Finding | None) -> object:
        if finding is None:
            return object()
        if not finding.collective:
            return finding.party
        return finding.authority, finding.status, finding.grade, finding.lean

    return [list(group) for _, group in groupby(findings, one)]


def _cell(
    case: Case, findings: Sequence[Finding | None], was: Mapping[tuple[str, str], Finding]
) -> Cell:
    first = findings[0]
    if first is None:
        return Cell(Markup("not asked of this party"), 1, "")
    then = was[first.element, first.party]
    changed = (then.status, then.lean) != (first.status, first.lean)
    return Cell(badge(case, first), len(findings), stands(case, then) if changed else "")
