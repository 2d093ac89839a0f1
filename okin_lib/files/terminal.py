"""An analysis for the terminal: a row an element, a column the parties who stand alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.elements import ElementId
from okin_lib.files.as_json import neutral
from okin_lib.files.grid import Grid, print_grid, say, terminal
from okin_lib.files.link_code import encode
from okin_lib.page.supposition import itemized
from okin_lib.page.words import graded, party_names
from okin_lib.reasoning.pattern import Pattern
from okin_lib.reasoning.pattern_analysis import PatternAnalysis
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Analysis, Disposition, Finding, Scenario
from okin_lib.reasoning.unknowns import Unknown, unknowns
from okin_lib.record.types import PartyId

if TYPE_CHECKING:  # working a file takes what reads YAML, which is slow to import
    from okin_lib.files.worked import Worked

MOST = 8
"""How many unknowns are listed; --json has all."""

RECORD = Scenario()

_NOTHING = "Nothing is expected of it: to have results checked, add them under 'expect'."


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print what is supposed, and the findings and dispositions as tables."""
    out = console or terminal()
    _print_supposed(case, analysis.scenario, out)
    for grid in _findings(case, analysis.findings, party_names(case)):
        print_grid(out, grid)
    print_grid(out, _dispositions(case, analysis))


def print_worked(case: Case, worked: "Worked", console: Console | None = None) -> None:
    """Print one analysis of a file, and which of the results expected of it do not hold."""
    out = console or terminal()
    if isinstance(worked.analysis, PatternAnalysis):
        say(out, "In this model, a fact pattern:")
        say(out, worked.supposing, "bold")
        _print_pattern(neutral(case), worked.analysis, out)
    else:
        say(out, worked.supposing, "bold")
        print_matrix(case, worked.analysis, out)
    for miss in worked.misses:
        say(out, f"NOT AS EXPECTED: {miss}")
    if not worked.misses:
        say(out, "Every result expected of it holds." if worked.expected else _NOTHING)


def print_note(note: str, console: Console | None = None) -> None:
    """Print what the author of a file says of the choices made in it, if they say anything."""
    if note:
        say(console or terminal(), "Note: " + note.rstrip("\n"))


def _print_supposed(case: Case, supposed: Scenario, out: Console) -> None:
    """Say what is supposed; only the record itself stands under its own citation."""
    title = case.record.title
    if supposed == RECORD:
        say(out, title, "bold")
        say(out, "The record, as the court read it.")
    else:
        say(out, f"In this model of {title}, supposing:", "bold")
        for item in itemized(case, supposed):
            say(out, item, indent=2)
    say(out, f"Code: {encode(case, supposed)}")


def _print_pattern(case: Case, found: PatternAnalysis, out: Console) -> None:
    pattern = found.pattern
    names = {party.id: party.name or party.id for party in pattern.parties}
    said = (f"{pattern.date}", pattern.court, f"posture: {pattern.posture}")
    say(out, ", ".join((*said, f"violence: {pattern.violence}")))
    if found.notice:
        say(out, found.notice)
    for reading in itemized(case, scenario(case, readings=pattern.readings)):
        say(out, reading)
    for grid in _findings(case, found.findings, names):
        print_grid(out, grid)
    print_grid(out, _motions(case, found.dispositions, names, _motion(pattern)))
    for party, factors in found.set_aside.items():
        gone = ", ".join(factors)
        say(out, f"Set aside for {names[party]}, since the rest contradicts it: {gone}")
    mattering = unknowns(case, found)
    if mattering:
        print_grid(out, _unknowns(case, mattering[:MOST], names, len(mattering)))


def _findings(
    case: Case, findings: Sequence[Finding], names: Mapping[PartyId, str]
) -> Iterator[Grid]:
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
    rows = (
        (element.label, *(dict(each).get(element.id, "") for each in alike))
        for element in case.doctrine.elements
    )
    asked = tuple(row for row in rows if any(row[1:]))
    return Grid((claim.label, *map(", ".join, alike.values())), asked, ruled=True)


def _dispositions(case: Case, analysis: Analysis) -> Grid:
    """Return what becomes of each motion; on the record, with what the court did on appeal."""
    names = party_names(case)
    if analysis.scenario != RECORD:
        return _motions(case, analysis.dispositions, names, "Motion, in this model")
    rows = tuple(
        (
            case.claims[d.claim].label,
            names[d.party],
            _spaced(d.motion),
            _spaced(d.on_appeal),
            d.grade,
        )
        for d in analysis.dispositions
    )
    return Grid(("Claim", "Party", "Motion", "On appeal", "Grade"), rows)


def _motions(
    case: Case, found: Iterable[Disposition], names: Mapping[PartyId, str], motion: str
) -> Grid:
    """Return what becomes of each motion; where nothing does, nothing is graded."""
    rows = tuple(
        (
            case.claims[d.claim].label,
            names[d.party],
            _spaced(d.motion),
            "" if d.motion == "not-addressed" else d.grade,
        )
        for d in found
    )
    return Grid(("Claim", "Party", motion, "Grade"), rows)


def _motion(pattern: Pattern) -> str:
    motions = {
        "pleading": "Motion to dismiss",
        "summary-judgment": "Motion for summary judgment",
        "directed-verdict": "Motion for a directed verdict",
    }
    return motions.get(pattern.posture, "Defendants' motion")


def _unknowns(
    case: Case, mattering: Sequence[Unknown], names: Mapping[PartyId, str], total: int
) -> Grid:
    labels = {element.id: element.label for element in case.doctrine.elements}
    title = f"What is not known and matters most ({len(mattering)} of {total})"
    rows = tuple((each.factor, names[each.party], _settled(each, labels)) for each in mattering)
    return Grid(("Factor", "Party", "Alone it would settle"), rows, title)


def _settled(unknown: Unknown, labels: Mapping[ElementId, str]) -> str:
    settled = dict.fromkeys(labels[settled.element] for settled in unknown.settles)
    return ", ".join(settled) or "nothing alone"


def _spaced(word: str) -> str:
    return word.replace("-", " ")
