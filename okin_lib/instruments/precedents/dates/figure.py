"""The map of precedents: when each was decided, and how many material differences set it apart."""

from collections.abc import Sequence

from okin_lib.instruments.precedents.dates.points import Point
from okin_lib.page.figures.drawing import BLACK, BLUE, Drawing, canvas, drawing, styled


@styled()
def draw(points: Sequence[Point], year: int, years: range) -> Drawing:
    """Return the map over ``years``; a case that does not count yet is drawn hollow."""
    figure = canvas(8, 3.6)
    plot = figure.add_subplot()
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
    described = "; ".join(
        f"{point.name} ({point.year}): {len(point.differences)} material differences, "
        + ("decided by then" if point.in_force else "does not count yet")
        for point in points
    )
    title = f"Precedents by date and closeness, for conduct in {year}"
    return drawing(figure, "precedents", title, described)
