"""The timeline: every dated moment, a lane for each party, under one bar for them all."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from matplotlib.axes import Axes

from okin_lib.instruments.timeline.moments import Moment
from okin_lib.page.figures.drawing import BLACK, BLUE, Drawing
from okin_lib.page.figures.lettering import extent, line_height, wrapped
from okin_lib.page.figures.sheet import sheet, tall, write
from okin_lib.page.figures.spread import spread
from okin_lib.page.words import day, listed

WIDTH, NAMES, EDGE, SIZE = 10.0, 1.1, 0.25, 9.5
BAR, AXIS, NUMBERS, FIRST, LANE = 0.26, 0.75, 1.3, 1.7, 0.3
"""Where things are from the top, and how tall a lane is; inches."""
APART = 0.27
"""The least distance between two numbers."""
INDENT = 0.3
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GREY = "#767676"


def draw(moments: Sequence[Moment], parties: Sequence[str], title: str) -> Drawing:
    """Return the timeline; a moment none of whose facts is on is hollow.

    Parameters
    ----------
    moments
        In order of time; at least one.
    parties
        The names of those who have a lane, in order.
    """
    tallest = max(sum(tall(text, SIZE) for _, text in column) for column in _columns(moments))
    height = _bottom(parties) + 2 * line_height(SIZE) + tallest
    plot = partial(_plot, moments, parties)
    return sheet("timeline", title, " ".join(_told(moments)), WIDTH, height, plot)


def _plot(moments: Sequence[Moment], parties: Sequence[str], plot: Axes) -> None:
    days = [_day(moment) for moment in moments]
    at = _scale(days)
    span = (at(days[0]), at(days[-1]))
    plot.plot(span, (BAR, BAR), color=BLUE, linewidth=7, solid_capstyle="butt")
    _months(plot, days, at)
    places = spread([at(when) for when in days], APART, NAMES + EDGE, WIDTH - EDGE)
    _lanes(plot, parties)
    for number, (moment, place) in enumerate(zip(moments, places, strict=True), 1):
        _moment(plot, number, moment, at(_day(moment)), place, parties)
    _key(plot, _bottom(parties))
    for left, column in zip((0, WIDTH / 2), _columns(moments), strict=True):
        _listed(plot, column, left, _bottom(parties) + 2 * line_height(SIZE))


def _bottom(parties: Sequence[str]) -> float:
    return FIRST + LANE * len(parties) + 0.2


def _day(moment: Moment) -> date:
    return date.fromisoformat(moment.date)


def _scale(days: Sequence[date]) -> Callable[[date], float]:
    """From a date to inches: whole months, from that of the first to that of the last."""
    first, after = days[0].replace(day=1), _next_month(days[-1])
    inch = (WIDTH - NAMES - 2 * EDGE) / (after - first).days
    return lambda when: NAMES + EDGE + (when - first).days * inch


def _next_month(when: date) -> date:
    return date(when.year + when.month // 12, when.month % 12 + 1, 1)


def _months(plot: Axes, days: Sequence[date], at: Callable[[date], float]) -> None:
    plot.plot((NAMES + EDGE, WIDTH - EDGE), (AXIS, AXIS), color=BLACK, linewidth=1)
    month, after = days[0].replace(day=1), _next_month(days[-1])
    while month < after:
        _tick(plot, at(month))
        year = str(month.year) if month == days[0].replace(day=1) or month.month == 1 else ""
        middle = (at(month) + at(_next_month(month))) / 2
        write(plot, middle, AXIS - 0.2, MONTHS[month.month - 1], 9, across=True)
        write(plot, middle, AXIS - 0.37, year, 9, bold=True, across=True)
        month = _next_month(month)
    _tick(plot, at(after))


def _tick(plot: Axes, x: float) -> None:
    plot.plot((x, x), (AXIS - 0.08, AXIS), color=BLACK, linewidth=1)


def _lanes(plot: Axes, parties: Sequence[str]) -> None:
    for lane, name in enumerate(parties):
        y = _lane(lane)
        write(plot, 0, y, name, 10, bold=True, centre=True)
        plot.plot((NAMES, WIDTH), (y, y), color=GREY, linewidth=0.8, zorder=1)


def _lane(lane: int) -> float:
    return FIRST + (lane + 0.5) * LANE


def _moment(
    plot: Axes, number: int, moment: Moment, when: float, place: float, parties: Sequence[str]
) -> None:
    """Draw the number, a line up to its date, and a marker in each lane it concerns."""
    plot.plot((when, when, place, place), (AXIS, AXIS + 0.08, NUMBERS - 0.12, NUMBERS - 0.02),
              color=GREY, linewidth=0.8, zorder=1)  # fmt: skip
    write(plot, place, NUMBERS + 0.08, str(number), SIZE, bold=True, centre=True, across=True)
    for lane, name in enumerate(parties):
        if name in moment.parties:
            _marker(plot, place, _lane(lane), moment.on > 0)


def _marker(plot: Axes, x: float, y: float, on: bool) -> None:
    plot.plot(x, y, marker="o", markersize=9, markeredgewidth=1.2, markeredgecolor=BLACK,
              markerfacecolor=BLUE if on else "white", zorder=3)  # fmt: skip


def _key(plot: Axes, top: float) -> None:
    left = 0.09
    for on, text in ((True, "some of its facts are on"), (False, "none of its facts is on")):
        _marker(plot, left, top, on)
        write(plot, left + 0.15, top, text, SIZE, centre=True)
        left += extent(text, SIZE) + 0.6


def _columns(moments: Sequence[Moment]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The numbered titles, in two columns."""
    width = WIDTH / 2 - INDENT - 0.1
    lines = [
        (number, wrapped(_said(moment), width, SIZE)) for number, moment in enumerate(moments, 1)
    ]
    half = (len(lines) + 1) // 2
    return lines[:half], lines[half:]


def _listed(plot: Axes, column: Sequence[tuple[int, str]], left: float, top: float) -> None:
    for number, text in column:
        write(plot, left, top, str(number), SIZE, bold=True)
        write(plot, left + INDENT, top, text, SIZE)
        top += tall(text, SIZE)


def _said(moment: Moment) -> str:
    facts = "fact" if moment.total == 1 else "facts"
    return f"{day(moment.date)}: {moment.title} ({moment.on} of {moment.total} {facts} on)"


def _told(moments: Sequence[Moment]) -> Iterator[str]:
    for moment in moments:
        concerned = f", {listed(moment.parties)}" if moment.parties else ""
        yield f"{_said(moment)}{concerned}."
