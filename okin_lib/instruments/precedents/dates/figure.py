"""The map of precedents: when each was decided, and how many material differences set it apart."""

from collections.abc import Sequence
from functools import partial

from matplotlib.axes import Axes

from okin_lib.instruments.precedents.dates.points import Point
from okin_lib.page.figures.drawing import BLACK, BLUE, Drawing


def draw(points: Sequence[Point], year: int, years: range, title: str) -> Drawing:
    """Return the map over ``years``; a case that does not count yet is drawn hollow."""
    described = "; ".join(
        f"{point.name} ({point.year}): {len(point.differences)} material differences, "
        + ("decided by then" if point.in_force else "does not count yet")
        for point in points
    )
    plot = partial(_plot, points, year, years)
    return Drawing("precedents", title, described, 8, 3.6, (plot,))


def _plot(points: Sequence[Point], year: int, years: range, plot: Axes) -> None:
    for point in points:
        plot.plot(
            point.year,
            len(point.differences),
            marker="o" if point.in_force else "s",
            markersize=11,
            markerfacecolor=BLUE if point.in_force else "white",
            markeredgecolor=BLACK,
        )
        plot.annotate(
            f"{point.short} ({point.year})",
            (point.year, len(point.differences)),
            xytext=(0, 10),
            textcoords="offset points",
            ha="center",
        )
    plot.axvline(year, color=BLACK, linestyle="--", linewidth=1)
    most = max((len(point.differences) for point in points), default=0)
    plot.set_ylim(-0.5, most + 1)
    plot.set_xlim(years[0] - 1, years[-1] + 1)
    plot.set_yticks(range(most + 1))
    plot.set_xlabel(f"Year of decision (dashed: conduct in {year}; hollow: does not count yet)")
    plot.set_ylabel("Differences that are material on this reading")
