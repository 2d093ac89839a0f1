"""An analysis for the terminal: one row an element, one column a party."""

from rich.console import Console
from rich.table import Table

from okin_lib.doctrine.case import Case
from okin_lib.reasoning.types import Analysis, Finding


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print the findings and dispositions as tables."""
    out = console or Console()
    out.print(case.record.title, style="bold")
    out.print(_findings(case, analysis))
    out.print(_dispositions(case, analysis))


def _findings(case: Case, analysis: Analysis) -> Table:
    names = {party.id: party.name for party in case.record.parties}
    parties = list(dict.fromkeys(finding.party for finding in analysis.findings))
    cells = {(f.element, f.party): _cell(case, f) for f in analysis.findings}
    table = Table("Element", *(names[party] for party in parties), show_lines=True)
    for element in case.doctrine.elements:
        row = [cells[element.id, party] for party in parties]
        table.add_row(element.label, *row)
    return table


def _cell(case: Case, finding: Finding) -> str:
    words = [finding.status.replace("-", " ")]
    if finding.grade != "open":
        words.append(f"({finding.grade})")
    if finding.lean is not None:
        words.append(f"leaning to {case.record.sides[finding.lean].label}")
    return " ".join(words)


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
