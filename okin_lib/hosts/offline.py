"""A notebook as one page that reads with no network: its prose, and each step as it first shows.

Nothing is run. A cell of ours holds one call, which is read as it is written, and the step that
it asks for is a pure function's to give: so no kernel is needed, and a notebook that came from
elsewhere can do nothing. Of other cells the page has what the notebook has saved of them.
"""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import (
    InvalidNotebook,
)
from nbformat import NotebookNode

from okin_lib.hosts import local
from okin_lib.hosts.front import join
from okin_lib.hosts.prose import prose
from okin_lib.hosts.session import Session
from okin_lib.hosts.still import still
from okin_lib.hosts.writing import put
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.library import start
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.scenario import UnknownName

HERE = Path(__file__).parent
FRAME = HERE / "voila" / "templates" / "okin"
EVERY_REASON = {"open": "every-element"}
STEP = "A step, as it first stands"
JUPYTER_ONLY = "jupyter-only"
"""The tag of a cell on the menus of Jupyter, which a page has not."""


class ExportError(ValueError):
    """A notebook that cannot be read, or that its page would replace; the message says why."""


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
    notebook = _read(path)
    try:
        cells = list(_cells(notebook))
    except (ValueError, InvalidNotebook) as error:
        raise ExportError(f"{path}: {error}") from error
    return framed(notebook.metadata.get("title", path.stem), cells)


def framed(title: str, cells: Iterable[Markup], still: bool = True) -> str:
    """Return a page that needs nothing else of what stands in it, cell by cell.

    Parameters
    ----------
    still
        Whether there are steps in it, of which is to be said that they do nothing.
    """
    return (
        _environment()
        .get_template("offline.html")
        .render(
            title=title,
            sheets=[
                Markup((FRAME / "static" / "page.css").read_text("utf-8")),
                Markup(join.sheet()),
            ],
            cells=cells,
            still=still,
            local=local.load(),
        )
    )


def _read(path: Path) -> NotebookNode:
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # as many kinds as there are ways to be no notebook
        (said, *_) = str(error).splitlines() or [type(error).__name__]
        raise ExportError(f"{path} cannot be read as a notebook: {said:.300}") from error
    return notebook


def _cells(notebook: NotebookNode) -> Iterator[Markup]:
    session = cache(lambda lesson: Session(_first(lesson)))
    for cell in notebook.cells:
        if JUPYTER_ONLY in cell.metadata.get("tags", ()):
            continue
        if cell.cell_type == "markdown":
            yield Markup('<div class="jp-RenderedMarkdown">{}</div>').format(prose(cell))
        elif cell.cell_type == "code" and (asked := _asked_for(cell.source)):
            lesson, part = asked
            yield still(session(lesson), part, STEP)
        elif cell.cell_type == "code":
            yield from map(_output, cell.outputs)


def _first(lesson_id: str) -> Guided | Whole:
    """Return a lesson at its start, with the reasons that it would give only when asked."""
    lesson = start(lesson_id)
    try:
        return lesson.after(EVERY_REASON)
    except BadEvent:  # it gives none before a prediction
        return lesson


def _asked_for(source: str) -> tuple[str, str] | None:
    """Return the lesson and the part that a cell shows, if it ends in a call that shows one."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None  # not Python, or not ours
    match body[-1:]:
        case [
            ast.Expr(
                ast.Call(
                    ast.Name("show") | ast.Attribute(attr="show"),
                    [ast.Constant(str(lesson)), ast.Constant(str(part))],
                )
            )
        ]:
            return lesson, part
    return None


def _output(output: NotebookNode) -> Markup:
    """Return what was saved of a cell that is not ours: a picture, or plain text."""
    data = output.get("data", {})
    if "image/png" in data:
        drawn = Markup('<img alt="A picture that a cell drew" src="data:image/png;base64,{}">')
        return drawn.format("".join(data["image/png"].split()))
    text = output.get("text") or data.get("text/plain") or output.get("evalue", "")
    return Markup("<pre>{}</pre>").format(strip_ansi(text))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([HERE, FRAME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
