"""Every element for every party in tables that fit one screen; what is one finding is one cell.

A cell is a button to the reason of its finding. Where there is no room for the tables, one
party's cells are shown of them.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.page.cells import TableRow, table
from okin_lib.page.figure import figure_panel
from okin_lib.page.states import PartyBlock, blocks
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


def matrix(
    case: Case,
    analysis: Analysis,
    record: Analysis,
    party: PartyId,
    drawn: bool,
    region: RegionId,
    chosen: ElementId = NO_ELEMENT,
    within: RegionId | None = None,
) -> str:
    """Return the tables, with what differs from ``record`` marked.

    Parameters
    ----------
    party
        Whose findings are shown where there is no room for a table.
    drawn
        Whether the tables are to be drawn as a figure.
    chosen
        The element whose reason is shown, of that party.
    within
        The region that its acts name, where that is the one that it stands in.
    """
    names, text, acts = party_names(case), case.record.called.text, within or region
    found = blocks(case, analysis, record)
    tables = [table(case, block, analysis, record) for block in found]
    states = [state for block in found for row in block.rows for state in row.states]
    return render(
        "page/matrix",
        case=case,
        region=region,
        acts=acts,
        tables=sorted(tables, key=lambda each: each.every),
        total=len(analysis.findings),
        changed=sum(state.span for state in states if state.was),
        parties=[(key, names[key]) for key in dict.fromkeys(f.party for f in analysis.findings)],
        party=party,
        row_of=lambda row: _row(row, party, row.id == chosen),
        figure=figure_panel(acts, drawn, states_figure, found, titled(case, analysis), text),
    )


# Of the rows of every element a click changes a few.
@lru_cache(maxsize=2048)
def _row(row: TableRow, party: PartyId, chosen: bool) -> Markup:
    return render("page/matrix_row", row=row, party=party, chosen=chosen)


def titled(case: Case, analysis: Analysis) -> str:
    """Return what the tables are called as a figure: it says what is supposed."""
    return f"Findings, in this model: {supposition(case, analysis.scenario).in_brief}"


def states_figure(found: tuple[PartyBlock, ...], title: str, text: str) -> "Drawing":
    """Return the tables as a figure of that name.

    Parameters
    ----------
    text
        What the case calls its text.
    """
    from okin_lib.page.figures.states import draw

    return draw(found, title, text)
