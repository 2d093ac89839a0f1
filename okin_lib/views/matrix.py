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
    for key, findings in groupby(analysis.findings, lambda finding: finding.element):
        row = [_cell(case, cell, was) for cell in cells(list(findings))]
        rows[law.elements[key].claim].append((law.elements[key].label, row))
    return render(
        "matrix",
        region=region,
        parties=[names[key] for key in dict.fromkeys(f.party for f in analysis.findings)],
        claims=[(claim.label, rows[claim.id]) for claim in case.doctrine.claims],
    )


def cells(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Group neighbouring findings that the court made as one."""

    def one(finding: Finding) -> object:
        if not finding.collective:
            return finding.party
        return finding.authority, finding.status, finding.grade, finding.lean

    return [list(group) for _, group in groupby(findings, one)]


def _cell(case: Case, findings: Sequence[Finding], was: Mapping[tuple[str, str], Finding]) -> Cell:
    first = findings[0]
    then = was[first.element, first.party]
    changed = (then.status, then.lean) != (first.status, first.lean)
    return Cell(badge(case, first), len(findings), stands(case, then) if changed else "")
