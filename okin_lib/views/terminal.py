"""An analysis for the terminal: a row an element, a column the parties who stand alike."""

from rich.console import Console
from rich.table import Table

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Claim
from okin_lib.reasoning.types import Analysis
from okin_lib.views.words import graded


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print the findings and dispositions as tables."""
    out = console or Console()
    out.print(case.record.title, style="bold")
    for claim in case.doctrine.claims:
        out.print(_findings(case, analysis, claim))
    out.print(_dispositions(case, analysis))


def _findings(case: Case, analysis: Analysis, claim: Claim) -> Table:
    names = {party.id: party.name for party in case.record.parties}
    findings = [finding for finding in analysis.findings if finding.claim == claim.id]
    alike: dict[tuple[str, ...], list[str]] = {}
    for party in dict.fromkeys(finding.party for finding in findings):
        column = tuple(graded(case, f) for f in findings if f.party == party)
        alike.setdefault(column, []).append(names[party])
    labels = [element.label for element in case.doctrine.elements if element.claim == claim.id]
    table = Table(claim.label, *map(", ".join, alike.values()), show_lines=True)
    for row in zip(labels, *alike, strict=True):
        table.add_row(*row)
    return table


def _dispositions(case: Case, analysis: Analysis) -> Table:
    names = {party.id: party.name for party in case.record.parties}
    labels = {claim.id: claim.label for claim in case.doctrine.claims}
    table = Table("Claim", "Party", "Motion", "On appeal", "Grade")
    for found in analysis.dispositions:
        table.add_row(
            labels[found.claim],
            names[found.party],
            found.motion.replace("-", " "),
            found.on_appeal.replace("-", " "),
            found.grade,
        )
    return table
