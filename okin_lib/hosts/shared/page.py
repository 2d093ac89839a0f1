"""What a notebook's page shows before it is connected: prose, and each step as it first stands."""

from functools import lru_cache
from pathlib import Path

from attrs import frozen
from markupsafe import Markup

from okin_lib.hosts import instructor
from okin_lib.hosts.cells import Cell, ProseCell, StepCell, cells, read
from okin_lib.hosts.query import address, fields
from okin_lib.hosts.shared.begun import MOST, opened
from okin_lib.hosts.still import still


@frozen
class PlacedCell:
    """A cell, as the template takes it."""

    number: int
    is_prose: bool
    html: Markup


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
        cells=[_placed(cell, query) for cell in cells(notebook)],
    )


def _placed(cell: Cell, query: str) -> PlacedCell:
    match cell:
        case ProseCell(number=number, html=html):
            return PlacedCell(number, True, html)
        case StepCell(number=number, lesson=lesson, part=part):
            return PlacedCell(number, False, _step(lesson, part, query))
        case _:
            return PlacedCell(cell.number, False, Markup("").join(cell.saved))


def _step(lesson: str, part: str, query: str) -> Markup:
    session = opened(address(lesson, query))
    tells = " data-tells" if session.tells(part) else ""
    attributes = Markup(' data-lesson="{}" data-part="{}"{}').format(lesson, part, tells)
    return still(session, part, attributes=attributes)
