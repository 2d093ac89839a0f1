"""The grid of decided cases: three ways in which they differ, and which cells are occupied."""

from collections.abc import Mapping, Sequence

from matplotlib.patches import Rectangle

from okin_lib.doctrine.precedents import Axis
from okin_lib.page.figures.drawing import BLACK, ORANGE, SKY, Drawing, canvas, drawing, styled

Cells = Mapping[tuple[int, ...], Sequence[tuple[str, int, str]]]


@styled()
def draw(axes: Sequence[Axis], cells: Cells) -> Drawing:
    """Return the grid: a block for each pole of the third axis, side by side."""
    figure = canvas(9, 3.6)
    rows, columns, blocks = axes
    for block, pole in enumerate(blocks.poles):
        plot = figure.add_subplot(1, 2, block + 1)
        plot.set_title(pole.label)
        plot.set_xlim(0, 2)
        plot.set_ylim(0, 2)
        plot.set_xticks([0.5, 1.5], [each.label for each in columns.poles])
        plot.set_yticks([1.5, 0.5], [each.label for each in rows.poles])
        plot.tick_params(length=0)
        plot.spines[:].set_visible(False)
        for row in (0, 1):
            for column in (0, 1):
                held = cells.get((row, column, block), ())
                barred = any("not" in later for _, _, later in held)
                plot.add_patch(
                    Rectangle(
                        (column, 1 - row),
                        1,
                        1,
                        facecolor=(ORANGE if barred else SKY) if held else "white",
                        hatch=("//" if barred else "") if held else "",
                        edgecolor=BLACK,
                        alpha=0.6 if held else 1,
                    )
                )
                text = "\n".join(f"{name} ({year})\n{later}" for name, year, later in held)
                plot.text(
                    column + 0.5,
                    1.5 - row,
                    text or "no case",
                    ha="center",
                    va="center",
                    size=9,
                    bbox={"facecolor": "white", "edgecolor": "none", "pad": 2},
                )
    title = f"Decided cases by {rows.label}, {columns.label} and {blocks.label}"
    described = "; ".join(
        f"{rows.poles[a].label}, {columns.poles[b].label}, {blocks.poles[c].label}: "
        + ", ".join(f"{name} ({year}), {later}" for name, year, later in held)
        for (a, b, c), held in sorted(cells.items())
    )
    return drawing(figure, "grid", title, f"Occupied cells: {described}. The others are empty.")
