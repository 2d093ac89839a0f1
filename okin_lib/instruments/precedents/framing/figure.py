"""The grid of decided cases: three ways in which they differ, and which cells are occupied."""

from collections.abc import Sequence
from functools import partial

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from okin_lib.doctrine.occupied import Cells, Combination
from okin_lib.doctrine.precedents import Axis, Pole
from okin_lib.page.figures.drawing import BLACK, ORANGE, SKY, Drawing


def draw(axes: Sequence[Axis], cells: Cells) -> Drawing:
    """Return the grid: a block for each pole of the third axis, side by side."""
    rows, columns, blocks = axes
    title = f"Decided cases by {rows.label}, {columns.label} and {blocks.label}"
    described = "; ".join(
        f"{rows.poles[a].label}, {columns.poles[b].label}, {blocks.poles[c].label}: "
        + ", ".join(f"{each.name} ({each.year}), {each.notice}" for each in held)
        for (a, b, c), held in sorted(cells.items())
    )
    plots = tuple(partial(_block, axes, cells, block) for block in range(len(blocks.poles)))
    told = f"Occupied cells: {described}. The others are empty."
    return Drawing("grid", title, told, 9, 3.6, plots)


def _block(axes: Sequence[Axis], cells: Cells, block: int, plot: Axes) -> None:
    rows, columns, blocks = axes
    _frame(plot, rows, columns, blocks.poles[block])
    for row in (0, 1):
        for column in (0, 1):
            _cell(plot, column, 1 - row, cells.get((row, column, block), ()))


def _frame(plot: Axes, rows: Axis, columns: Axis, pole: Pole) -> None:
    plot.set_title(pole.label)
    plot.set_xlim(0, 2)
    plot.set_ylim(0, 2)
    plot.set_xticks([0.5, 1.5], [each.label for each in columns.poles])
    plot.set_yticks([1.5, 0.5], [each.label for each in rows.poles])
    plot.tick_params(length=0)
    plot.spines[:].set_visible(False)


def _cell(plot: Axes, x: int, y: int, held: Sequence[Combination]) -> None:
    barred = any(each.barred for each in held)
    patch = Rectangle(
        (x, y),
        1,
        1,
        facecolor=(ORANGE if barred else SKY) if held else "white",
        hatch="//" if barred else "",
        edgecolor=BLACK,
        alpha=0.6 if held else 1,
    )
    plot.add_patch(patch)
    plot.text(
        x + 0.5,
        y + 0.5,
        "\n".join(f"{each.name} ({each.year})\n{each.notice}" for each in held) or "no case",
        ha="center",
        va="center",
        size=9,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 2},
    )
