"""A drawing on axes of one's own, whatever their size."""

from matplotlib.axes import Axes

from okin_lib.page.figures.drawing import TITLE, Drawing, styled
from okin_lib.page.figures.lettering import wrapped

BLOCK, HEAD = 0.95, 0.86
"""How wide and how tall each of several plots is, of its share: its own title is above it."""


def put(drawing: Drawing, axes: Axes) -> None:
    """Draw it on empty axes, of a figure that has the size and the layout that it is to have.

    What is measured in inches keeps its shape, and is scaled to the axes, its letters with it.
    """
    drawing.rule(axes)
    if drawing.measured:
        axes.set_aspect("equal", anchor="NW")
    title = wrapped(drawing.title, _width(axes), TITLE, bold=True)
    axes.set_title(title, loc="left", size=TITLE, weight="bold")
    scale = _width(axes) / drawing.width
    with styled():
        places = _places(axes, len(drawing.plots))
        for plot, place in zip(drawing.plots, places, strict=True):
            plot(place)
        for place in places[1:]:  # what is to the left of the first holds for all
            place.tick_params(labelleft=False)
    if drawing.measured:
        _scale(axes, scale)


def _places(axes: Axes, number: int) -> list[Axes]:
    """The axes themselves, or as many as are needed side by side within them."""
    if number == 1:
        return [axes]
    axes.set_axis_off()
    wide = 1 / number
    return [axes.inset_axes((place * wide, 0, BLOCK * wide, HEAD)) for place in range(number)]


def _width(axes: Axes) -> float:
    """How wide the axes are in inches, once the layout of their figure has placed them."""
    figure = axes.get_figure(root=True)
    assert figure is not None  # they were not taken out of it
    figure.draw_without_rendering()
    return axes.get_window_extent().width / figure.dpi


def _scale(axes: Axes, by: float) -> None:
    """Scale what is measured in points, as what is measured in inches is scaled already."""
    for text in axes.texts:
        text.set_fontsize(float(text.get_fontsize()) * by)
    for patch in axes.patches:
        patch.set_linewidth(patch.get_linewidth() * by)
    for line in axes.lines:
        line.set(
            linewidth=line.get_linewidth() * by,
            markersize=line.get_markersize() * by,
            markeredgewidth=line.get_markeredgewidth() * by,
        )
