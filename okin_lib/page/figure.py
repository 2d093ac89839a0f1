"""A figure on a page: the button that asks for it or, once drawn, the figure and its files."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVarTuple

from markupsafe import Markup

from okin_lib.page.costly import costly
from okin_lib.page.figure_id import figure_id
from okin_lib.page.template import RegionId, render

if TYPE_CHECKING:  # drawing loads matplotlib, which waits until a figure is asked for
    from okin_lib.page.figures.drawing import Drawing, Files


Args = TypeVarTuple("Args")

Noted = dict[str, "Callable[[], Drawing]"]
_noted: ContextVar[Noted | None] = ContextVar("noted", default=None)


@contextmanager
def noting() -> Iterator[Noted]:
    """Let each figure that is asked for meanwhile be noted by its id, and not drawn."""
    noted = Noted()
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def figure_panel(
    region: RegionId, drawn: bool, draw: "Callable[[*Args], Drawing]", *of: *Args
) -> Markup:
    """Return a region's figure if it is to be drawn, or the button that asks for it.

    In a browser there is nothing to draw it with, which is then said in its place, with its id.

    Parameters
    ----------
    region
        What the button names in its ``draw`` event.
    draw
        Makes the drawing; called only if it is to be drawn.
    *of
        What it draws, as values that can be hashed.
    """
    if not drawn:
        return render("page/_figure", region=region, asks=True)
    if (noted := _noted.get()) is not None:
        noted[figure_id(draw, of)] = partial(draw, *of)
        return Markup("")
    try:
        drawing, files = _drawn(draw, *of)
    except ModuleNotFoundError as lacking:
        if lacking.name != "matplotlib":
            raise
        id = figure_id(draw, of)
        return render("page/_figure", region=region, asks=False, drawing=None, id=id)
    return render(
        "page/_figure",
        region=region,
        asks=False,
        drawing=drawing,
        svg=Markup(files.svg),  # our own markup: what it took from outside is escaped
        files=[
            ("svg", _link("image/svg+xml", files.svg.encode("utf-8"))),
            ("png", _link("image/png", files.png)),
            ("pdf", _link("application/pdf", files.pdf)),
        ],
    )


# A figure takes a tenth of a second and more, and stands through every other act on its page.
@costly(8)
def _drawn(draw: "Callable[..., Drawing]", *of: Any) -> "tuple[Drawing, Files]":
    from okin_lib.page.figures.drawing import kept

    drawing = draw(*of)
    return drawing, kept(drawing)


def _link(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{b64encode(content).decode('ascii')}"
