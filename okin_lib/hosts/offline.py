"""A notebook as one page that reads with no network: its prose, and each step as it first shows.

Nothing is run: the step that a cell of ours asks for is a pure function's to give. Of other cells
the page has what the notebook has saved of them.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from markupsafe import Markup

from okin_lib.hosts import local
from okin_lib.hosts.cells import Cell, ExportError, OtherCell, ProseCell, StepCell, cells, read
from okin_lib.hosts.front import join
from okin_lib.hosts.session import Session
from okin_lib.hosts.still import still
from okin_lib.hosts.writing import put
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.library import start
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import BadEvent
from okin_lib.page.template import render
from okin_lib.page.unfolding import Unfolding
from okin_lib.reasoning.scenario import UnknownName

EVERY_REASON = {"open": "every-element"}


def find(name: str, folder: Path) -> Path:
    """Return the notebook of that path or, in ``folder``, of that name, with its ending or not.

    Raises
    ------
    UnknownName
        If there is none; with the nearest that there is.
    """
    own = [path for path in (Path(name), Path(f"{name}.ipynb")) if path.is_file()]
    if own:
        return own[0]
    packaged = {path.stem: path for path in folder.glob("*.ipynb")}
    stem = name.removesuffix(".ipynb")
    if stem not in packaged:
        raise UnknownName("notebook", name, packaged)
    return packaged[stem]


def export(notebook: Path, to: Path, force: bool = False) -> None:
    """Write the page of a notebook to the file ``to``.

    Parameters
    ----------
    force
        Whether to replace a file that is there.

    Raises
    ------
    ExportError
        If the notebook cannot be read.
    NotWritten
        If the file is there already or cannot be written.
    """
    if to.exists() and to.samefile(notebook):
        raise ExportError(f"{to} is the notebook itself: name another file with --to")
    put(to, page(notebook).encode("utf-8", "replace"), force)


def page(path: Path) -> str:
    """Return the page of the notebook at ``path``; raise `ExportError` if it is none."""
    notebook = read(path)
    session = cache(lambda lesson: Session(_first(lesson)))
    try:
        shown = [each for cell in cells(notebook) for each in _shown(cell, session)]
    except ValueError as error:
        raise ExportError(f"{path}: {error}") from error
    return framed(notebook.metadata.get("title", path.stem), shown)


def framed(title: str, cells: Iterable[Markup], still: bool = True) -> str:
    """Return a page that needs nothing else of what stands in it, cell by cell.

    Parameters
    ----------
    still
        Whether there are steps in it, of which is to be said that they do nothing.
    """
    return render(
        "hosts/offline",
        title=title,
        sheets=[
            Markup((join.FRAME / "static" / "page.css").read_text("utf-8")),
            Markup(join.sheet()),
        ],
        cells=cells,
        still=still,
        local=local.load(),
    )


def _shown(cell: Cell, session: Callable[[str], Session[Guided | Whole]]) -> Iterator[Markup]:
    match cell:
        case ProseCell(html=html):
            yield Markup('<div class="jp-RenderedMarkdown">{}</div>').format(html)
        case StepCell(lesson=lesson, part=part):
            yield still(session(lesson), part)
        case OtherCell(saved=saved):
            yield from saved


def _first(lesson_id: str) -> Guided | Whole:
    """Return a lesson at its start, with what it would give only when asked."""
    lesson = start(lesson_id)
    with suppress(BadEvent):  # before a prediction it gives no reasons
        lesson = lesson.after(EVERY_REASON)
    boxes = {key: each for key, each in lesson.members.items() if isinstance(each, Unfolding)}
    return lesson.resumed({key: each.but(unfolded=True) for key, each in boxes.items()})
