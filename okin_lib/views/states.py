"""Every element for every party as plain rows: a block for the parties asked the same, to draw."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.types import Status
from okin_lib.reasoning.index import index
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.views.figure import figure_panel
from okin_lib.views.matrix import cells
from okin_lib.views.words import STATUS, firmness, party_names, stands

if TYPE_CHECKING:
    from okin_lib.views.figures.drawing import Drawing


@frozen
class State:
    """How an element stands for ``span`` neighbouring parties; ``was`` if it has changed."""

    status: Status
    sign: str
    text: str
    grade: str
    span: int = 1
    was: str = ""


@frozen
class Row:
    """One element of a claim, and how it stands across the parties."""

    claim: str
    element: str
    states: tuple[State, ...]


@frozen
class Block:
    """The parties of whom the same elements are asked, and those elements."""

    parties: tuple[str, ...]
    rows: tuple[Row, ...]


def blocks(case: Case, analysis: Analysis, record: Analysis) -> tuple[Block, ...]:
    """Return every finding, with what differs from the ``record`` marked."""
    law, names = index(case), party_names(case)
    claims = {claim.id: claim.label for claim in case.doctrine.claims}
    was = {(finding.element, finding.party): finding for finding in record.findings}
    found: dict[tuple[str, ...], list[Row]] = {}
    for key, group in groupby(analysis.findings, lambda finding: finding.element):
        findings, element = list(group), law.elements[key]
        states = tuple(_state(case, each, was) for each in cells(findings))
        asked = tuple(names[finding.party] for finding in findings)
        row = Row(claims[element.claim], element.label, states)
        found.setdefault(asked, []).append(row)
    return tuple(Block(parties, tuple(rows)) for parties, rows in found.items())


def states_figure(
    case: Case, analysis: Analysis, record: Analysis, title: str, drawn: bool, region: str
) -> Markup:
    """Return the button that asks for the table of states as a figure or, ``drawn``, the figure.

    Parameters
    ----------
    title
        What the figure is called: it says what is supposed, where it is kept alone.
    """
    return figure_panel(region, drawn, lambda: _drawn(blocks(case, analysis, record), title))


@lru_cache(maxsize=8)
def _drawn(found: tuple[Block, ...], title: str) -> "Drawing":
    from okin_lib.views.figures.states import draw

    return draw(found, title)


def _state(
    case: Case,
    findings: Sequence[Finding | None],
    was: Mapping[tuple[str, str], Finding],
) -> State:
    first = next(finding for finding in findings if finding is not None)
    then = was[first.element, first.party]
    changed = (then.status, then.lean) != (first.status, first.lean)
    return State(
        first.status,
        STATUS[first.status].sign,
        stands(case, first),
        firmness(first.status, first.grade),
        len(findings),
        stands(case, then) if changed else "",
    )
