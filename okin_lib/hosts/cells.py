"""The cells of a notebook, read and not run.

A cell of ours holds one call, which is read as it is written: so no kernel is needed, and a
notebook that came from elsewhere can do nothing.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import nbformat
from attrs import frozen
from markupsafe import Markup
from nbconvert.filters import strip_ansi
from nbconvert.filters.markdown_mistune import (
    InvalidNotebook,
)
from nbformat import NotebookNode

from okin_lib.hosts.prose import prose

JUPYTER_ONLY = "jupyter-only"
"""The tag of a cell on the menus of Jupyter, which a page has not."""


class ExportError(ValueError):
    """A notebook that cannot be read, or that its page would replace; the message says why."""


@frozen
class ProseCell:
    """What is read."""

    number: int
    html: Markup


@frozen
class StepCell:
    """A part of a lesson."""

    number: int
    lesson: str
    part: str


@frozen
class OtherCell:
    """A cell that is not ours, with what the notebook has saved of it."""

    number: int
    saved: list[Markup]


Cell = ProseCell | StepCell | OtherCell


def read(path: Path) -> NotebookNode:
    """Return the notebook at ``path``; raise `ExportError` if it is none."""
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:  # as many kinds as there are ways to be no notebook
        (said, *_) = str(error).splitlines() or [type(error).__name__]
        raise ExportError(f"{path} cannot be read as a notebook: {said:.300}") from error
    return notebook


def cells(notebook: NotebookNode) -> Iterator[Cell]:
    """Yield each cell that a page shows, with its number in the notebook, from one on.

    Raises
    ------
    ValueError
        If a cell refers to a picture that is not there.
    """
    for number, cell in enumerate(notebook.cells, 1):
        if JUPYTER_ONLY in cell.metadata.get("tags", ()):
            continue
        if cell.cell_type == "markdown":
            yield ProseCell(number, _prose(cell))
        elif cell.cell_type == "code" and (asked := _asked_for(cell.source)):
            yield StepCell(number, *asked)
        elif cell.cell_type == "code":
            yield OtherCell(number, list(map(_output, cell.outputs)))


def _prose(cell: NotebookNode) -> Markup:
    try:
        return prose(cell)
    except InvalidNotebook as error:
        raise ValueError(str(error)) from error


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
