"""An analysis for the terminal: a row an element, a column the parties who stand alike."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.console import Console

from okin_lib.doctrine.case import Case
from okin_lib.files.findings_grid import findings_grids
from okin_lib.files.grid import Grid, Remark, print_grid, say, terminal
from okin_lib.files.link_code import encode
from okin_lib.files.motion_words import spaced
from okin_lib.files.pattern_told import pattern_told
from okin_lib.page.supposition import itemized
from okin_lib.page.words import party_names
from okin_lib.patterns.pattern_analysis import PatternAnalysis
from okin_lib.reasoning.types import Analysis, Disposition, Scenario
from okin_lib.record.types import PartyId

if TYPE_CHECKING:  # working a file takes what reads YAML, which is slow to import
    from okin_lib.files.worked import Worked

RECORD = Scenario()


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print what is supposed, and the findings and dispositions as tables."""
    out = console or terminal()
    _print_supposed(case, analysis.scenario, out)
    for grid in findings_grids(case, analysis.findings, party_names(case)):
        print_grid(out, grid)
    print_grid(out, _dispositions(case, analysis))


def print_worked(case: Case, worked: "Worked", console: Console | None = None) -> None:
    """Print one analysis of a file, and which of the results expected of it do not hold."""
    out = console or terminal()
    if isinstance(worked.analysis, PatternAnalysis):
        say(out, "In this model, a fact pattern:")
        say(out, worked.supposing, "bold")
        for each in pattern_told(case, worked.analysis):
            _print_told(each, out)
    else:
        say(out, worked.supposing, "bold")
        print_matrix(case, worked.analysis, out)
    for verdict in worked.verdicts:
        say(out, verdict)


def print_note(note: str, console: Console | None = None) -> None:
    """Print what the author of a file says of the choices made in it, if they say anything."""
    if note:
        say(console or terminal(), "Note: " + note.rstrip("\n"))


def _print_told(told: Remark | Grid, out: Console) -> None:
    if isinstance(told, Grid):
        print_grid(out, told)
    else:
        say(out, told.text, indent=told.indent)


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


def _dispositions(case: Case, analysis: Analysis) -> Grid:
    """Return what becomes of each motion; on the record, with what the court did on appeal."""
    names = party_names(case)
    if analysis.scenario != RECORD:
        return _motions(case, analysis.dispositions, names)
    rows = tuple(
        (
            case.claims[d.claim].label,
            names[d.party],
            spaced(d.motion),
            spaced(d.on_appeal),
            d.grade,
        )
        for d in analysis.dispositions
    )
    return Grid(("Claim", "Party", "Motion", "On appeal", "Grade"), rows)


def _motions(case: Case, found: Iterable[Disposition], names: Mapping[PartyId, str]) -> Grid:
    """Return what becomes of each motion; where nothing does, nothing is graded."""
    rows = tuple(
        (
            case.claims[d.claim].label,
            names[d.party],
            spaced(d.motion),
            "" if d.motion == "not-addressed" else d.grade,
        )
        for d in found
    )
    return Grid(("Claim", "Party", "Motion, in this model", "Grade"), rows)
