"""What a notebook's page shows before it is connected: prose, and each step as it first stands."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from attrs import frozen
from markupsafe import Markup

from okin_lib.hosts import instructor
from okin_lib.hosts.cells import Cell, ProseCell, StepCell, cells, read
from okin_lib.hosts.query import address, fields
from okin_lib.hosts.session import Session
from okin_lib.hosts.shared.begun import MOST, opened
from okin_lib.hosts.still import still
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.whole import Whole


@frozen
class PlacedCell:
    """A cell, as the template takes it."""

    number: int
    is_prose: bool
    html: Markup
    embedded: bool
    """Whether it stands in a page of another site, or begins what does."""


@frozen
class PlacedNotebook:
    """A notebook, as the template takes it."""

    id: str
    title: str
    count: int
    cells: list[PlacedCell]


def page(path: Path, query: str) -> PlacedNotebook:
    """Return what is shown of the notebook at ``path``.

    It is the record, whatever a link supposes: that comes once the page is connected. The notes
    for whoever teaches are a region of their own, which is there from the first or not at all.

    Raises
    ------
    ValueError
        If it is no notebook, or a cell asks for what there is not.
    """
    return _page(path, path.stat().st_mtime_ns, instructor.is_shown(fields(query)))


@lru_cache(MOST)
def _page(path: Path, _changed: int, taught: bool) -> PlacedNotebook:
    notebook = read(path)
    query = f"{instructor.PARAMETER}={instructor.SHOWN}" if taught else ""
    return PlacedNotebook(
        id=path.stem,
        title=notebook.metadata.get("title", path.stem),
        count=len(notebook.cells),
        cells=_placed([*cells(notebook)], query),
    )


def _placed(every: Sequence[Cell], query: str) -> list[PlacedCell]:
    placed: list[PlacedCell] = []
    begun = False
    for cell in reversed(every):  # a heading is of the steps that follow it
        match cell:
            case ProseCell(number=number, html=html):
                placed.append(PlacedCell(number, True, html, begun))
                begun = False
            case StepCell(number=number, lesson=lesson, part=part):
                session = opened(address(lesson, query))
                its = part in session.lesson.embedded
                begun = begun or its
                placed.append(PlacedCell(number, False, _step(session, lesson, part), its))
            case _:
                placed.append(PlacedCell(cell.number, False, Markup("").join(cell.saved), False))
    return placed[::-1]


def _step(session: Session[Guided | Whole], lesson: str, part: str) -> Markup:
    tells = " data-tells" if session.tells(part) else ""
    attributes = Markup(' data-lesson="{}" data-part="{}"{}').format(lesson, part, tells)
    return still(session, part, attributes=attributes)
