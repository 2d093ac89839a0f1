"""What a file's analyses come to, for the terminal."""

from rich.console import Console

from okin_lib.doctrine.case import Case
from okin_lib.files.grid import Grid, Remark, print_grid, say, terminal
from okin_lib.files.pattern_told import pattern_told
from okin_lib.files.terminal import print_matrix
from okin_lib.files.worked import Worked
from okin_lib.patterns.pattern_analysis import PatternAnalysis


def print_worked(case: Case, worked: Worked, console: Console | None = None) -> None:
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
