"""An analysis for the terminal: a row an element, a column the parties who stand alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Claim
from okin_lib.reasoning.casework import Worked
from okin_lib.reasoning.pattern import Pattern, PatternAnalysis
from okin_lib.reasoning.report import neutral
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.reasoning.unknowns import Unknown, unknowns
from okin_lib.views.words import graded, party_names

MOST = 8
"""How many unknowns are listed; --json has all."""


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print the findings and dispositions as tables."""
    out = console or Console()
    out.print(case.record.title, style="bold")
    for table in _findings(case, analysis.findings, party_names(case)):
        out.print(table)
    out.print(_dispositions(case, analysis))


def print_worked(case: Case, worked: Worked, console: Console | None = None) -> None:
    """Print one analysis of a file, and which of the results expected of it do not hold."""
    out = console or Console()
    out.print(worked.supposing, style="bold")
    if isinstance(worked.analysis, PatternAnalysis):
        _print_pattern(neutral(case), worked.analysis, out)
    else:
        print_matrix(case, worked.analysis, out)
    for miss in worked.misses:
        out.print(f"NOT AS EXPECTED: {miss}", highlight=False)
    if not worked.misses:
        held = "Every result expected of it holds." if worked.expected else _NOTHING
        out.print(held)


_NOTHING = "Nothing is expected of it: to have results checked, add them under 'expect'."


def print_note(note: str, console: Console | None = None) -> None:
    """Print what the author of a file says of the choices made in it, if they say anything."""
    if note:
        (console or Console()).print(f"Note: {note.strip()}", markup=False, highlight=False)


def _print_pattern(case: Case, found: PatternAnalysis, out: Console) -> None:
    pattern = found.pattern
    names = {party.id: party.name or party.id for party in pattern.parties}
    said = (f"{pattern.date}", pattern.court, f"posture: {pattern.posture}")
    out.print(", ".join((*said, f"violence: {pattern.violence}")), highlight=False)
    if found.notice:
        out.print(found.notice, markup=False, highlight=False)
    for table in _findings(case, found.findings, names):
        out.print(table)
    out.print(_motions(case, found, names))
    for party, factors in found.set_aside.items():
        gone = ", ".join(factors)
        out.print(f"Set aside for {names[party]}, since the rest contradicts it: {gone}")
    mattering = unknowns(case, found)
    if mattering:
        out.print(_unknowns(case, mattering[:MOST], names, len(mattering)))


def _findings(
    case: Case, findings: Sequence[Finding], names: Mapping[str, str]
) -> Iterator[Table]:
    for claim in case.doctrine.claims:
        of_claim = [finding for finding in findings if finding.claim == claim.id]
        if of_claim:
            yield _of_claim(case, claim, of_claim, names)


def _of_claim(
    case: Case, claim: Claim, findings: Iterable[Finding], names: Mapping[str, str]
) -> Table:
    columns: dict[str, dict[str, str]] = {}
    for finding in findings:
        columns.setdefault(finding.party, {})[finding.element] = graded(case, finding)
    alike: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for party, column in columns.items():
        alike.setdefault(tuple(column.items()), []).append(names[party])
    asked = {element for column in columns.values() for element in column}
    table = Table(claim.label, *map(", ".join, alike.values()), show_lines=True)
    for element in case.doctrine.elements:
        if element.id in asked:
            table.add_row(element.label, *(dict(each).get(element.id, "") for each in alike))
    return table


def _dispositions(case: Case, analysis: Analysis) -> Table:
    names, labels = party_names(case), _claims(case)
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


def _motions(case: Case, found: PatternAnalysis, names: Mapping[str, str]) -> Table:
    table = Table("Claim", "Party", _motion(found.pattern), "Grade")
    for each in found.dispositions:
        motion = each.motion.replace("-", " ")
        table.add_row(_claims(case)[each.claim], names[each.party], motion, each.grade)
    return table


def _motion(pattern: Pattern) -> str:
    motions = {
        "pleading": "Motion to dismiss",
        "summary-judgment": "Motion for summary judgment",
        "directed-verdict": "Motion for a directed verdict",
    }
    return motions.get(pattern.posture, "Defendants' motion")


def _unknowns(
    case: Case, mattering: Sequence[Unknown], names: Mapping[str, str], total: int
) -> Table:
    labels = {element.id: element.label for element in case.doctrine.elements}
    title = f"What is not known and matters most ({len(mattering)} of {total})"
    table = Table("Factor", "Party", "Alone it would settle", title=title)
    for each in mattering:
        settled = dict.fromkeys(labels[settled.element] for settled in each.settles)
        table.add_row(each.factor, names[each.party], ", ".join(settled) or "nothing alone")
    return table


def _claims(case: Case) -> Mapping[str, str]:
    return {claim.id: claim.label for claim in case.doctrine.claims}
