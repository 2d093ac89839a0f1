"""Every element for every party in tables; what the court found of several as one cell."""

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.figure import figure_panel
from okin_lib.page.states import ElementStates, PartyBlock, blocks
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


def matrix(
    case: Case, analysis: Analysis, record: Analysis, party: PartyId, drawn: bool, region: RegionId
) -> str:
    """Return the tables, and one party's findings alone, with what differs from ``record`` marked.

    Parameters
    ----------
    party
        Whose findings are shown where there is no room for a table.
    drawn
        Whether the tables are to be drawn as a figure.
    """
    names = party_names(case)
    tables = blocks(case, analysis, record)
    (alone,) = blocks(case, analysis, record, party)
    states = [state for table in tables for row in table.rows for state in row.states]
    supposed = supposition(case, analysis.scenario).in_brief
    return render(
        "page/matrix",
        region=region,
        tables=tables,
        total=len(analysis.findings),
        changed=sum(state.span for state in states if state.was),
        parties=[(key, names[key]) for key in dict.fromkeys(f.party for f in analysis.findings)],
        party=party,
        name=names[party],
        alone=alone,
        row_of=_row,
        line_of=_line,
        figure=states_figure(
            case, analysis, record, f"Findings, in this model: {supposed}", drawn, region
        ),
    )


# Of the rows of every party and element a click changes a few.
@lru_cache(maxsize=2048)
def _row(row: ElementStates) -> Markup:
    return render("page/matrix_row", row=row)


# Of one party's lines a click changes a few.
@lru_cache(maxsize=1024)
def _line(row: ElementStates) -> Markup:
    return render("page/matrix_line", row=row)


def states_figure(
    case: Case, analysis: Analysis, record: Analysis, title: str, drawn: bool, region: RegionId
) -> Markup:
    """Return the button that asks for the table of states as a figure or, ``drawn``, the figure.

    Parameters
    ----------
    title
        What the figure is called: it says what is supposed, where it is kept alone.
    """
    return figure_panel(region, drawn, _drawn, blocks(case, analysis, record), title)


def _drawn(found: tuple[PartyBlock, ...], title: str) -> "Drawing":
    from okin_lib.page.figures.states import draw

    return draw(found, title)
