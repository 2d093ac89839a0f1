"""An analysis for the terminal: a row an element, a column the parties who stand alike."""

from collections.abc import Iterable, Mapping

from rich.console import Console

from okin_lib.doctrine.case import Case
from okin_lib.files.findings_grid import findings_grids
from okin_lib.files.grid import Grid, print_grid, say, terminal
from okin_lib.files.link_code import encode
from okin_lib.page.supposition import itemized
from okin_lib.page.words import party_names, spaced
from okin_lib.reasoning.types import Analysis, Disposition, Scenario
from okin_lib.record.types import PartyId

RECORD = Scenario()


def print_matrix(case: Case, analysis: Analysis, console: Console | None = None) -> None:
    """Print what is supposed, and the findings and dispositions as tables."""
    out = console or terminal()
    _print_supposed(case, analysis.scenario, out)
    for grid in findings_grids(case, analysis.findings, party_names(case)):
        print_grid(out, grid)
    print_grid(out, _dispositions(case, analysis))


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
