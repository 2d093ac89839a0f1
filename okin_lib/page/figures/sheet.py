"""A sheet to draw tables on: inches from its upper left corner, and cells told by a pattern."""

from typing import Any

from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from okin_lib.page.figures.drawing import BLACK, Drawing, Plot
from okin_lib.page.figures.lettering import line_height

STRIP = 0.17
"""How wide the pattern at the edge of a cell is, so that no word is written over it."""
PAD = 0.06
ASCENT = 0.78
"""How far below the top of its line the letters stand, of a line."""


@frozen
class Fill:
    """How a state is told: a pattern and its colour, and a tint that says it again."""

    hatch: str
    colour: str
    tint: str
    solid: bool = False


@frozen
class Box:
    """Where something is, from the upper left corner, in inches."""

    x: float
    y: float
    width: float
    height: float


def sheet(
    name: str, title: str, description: str, width: float, height: float, plot: Plot
) -> Drawing:
    """Return a drawing of one plot, which is measured in inches from the upper left."""
    return Drawing(name, title, description, width, height, (plot,), measured=True)


def write(
    plot: Axes, x: float, y: float, text: str, size: float = 9.5, *, bold: bool = False,
    centre: bool = False, across: bool = False,
) -> None:  # fmt: skip
    """Write text from its upper left corner.

    Parameters
    ----------
    centre
        Whether ``y`` is its middle instead.
    across
        Whether ``x`` is its middle instead.
    """
    lines, step = text.split("\n"), line_height(size)
    top = y - len(lines) * step / 2 if centre else y
    for number, line in enumerate(lines):
        plot.text(
            x,
            top + (number + ASCENT) * step,
            line,
            size=size,
            weight="bold" if bold else "normal",
            ha="center" if across else "left",
            va="baseline",  # tops and middles jump with the letters
        )


def cell(plot: Axes, box: Box, look: Fill, text: str, size: float, changed: bool = False) -> None:
    """Draw a cell: its pattern at the left, then its words; a double border if changed."""
    _box(plot, box, facecolor=look.tint, edgecolor="none")
    swatch(plot, Box(box.x, box.y, STRIP, box.height), look)
    _box(plot, box, facecolor="none", edgecolor=BLACK, linewidth=3.6 if changed else 0.8)
    if changed:
        _box(plot, box, facecolor="none", edgecolor="white", linewidth=1.2)
    write(plot, box.x + STRIP + PAD, box.y + box.height / 2, text, size, centre=True)


def swatch(plot: Axes, box: Box, look: Fill) -> None:
    """Draw the pattern of a state."""
    ground = look.colour if look.solid else "white"
    _box(plot, box, facecolor=ground, edgecolor=look.colour, linewidth=0, hatch=look.hatch)
    _box(plot, box, facecolor="none", edgecolor=BLACK, linewidth=0.8)


def room(width: float) -> float:
    """Return how wide the words in a cell can be."""
    return width - STRIP - 2 * PAD


def tall(text: str, size: float) -> float:
    """Return how tall a cell with this text is."""
    return (text.count("\n") + 1) * line_height(size) + 2 * PAD


def _box(plot: Axes, box: Box, **looks: Any) -> None:
    patch = Rectangle((box.x, box.y), box.width, box.height, clip_on=False, **looks)
    plot.add_patch(patch)
