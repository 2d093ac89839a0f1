"""A claim's line as a figure for a paper: wires, shapes and words, read without colour too."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from okin_lib.doctrine.statuses import Status
from okin_lib.instruments.circuit.line import Lane, Wire
from okin_lib.instruments.circuit.station import Bead, Label, Plate, Station, Stations
from okin_lib.page.figures.drawing import Drawing
from okin_lib.page.figures.lettering import line_height, wrapped
from okin_lib.page.figures.sheet import sheet, write

INK, GHOST = "#1c4f82", "#74736c"
ACROSS, MARGIN, PLATE, SIZE = 1.3, 0.35, 1.5, 8.5
DOWN: Mapping[Lane, float] = {"main": 2.8, "by": 1.5, "outer": 0.75}
HEIGHT, PARTS = 3.9, 3.6
LOOK: Mapping[Wire, dict[str, Any]] = {
    "run": {"color": INK, "linewidth": 3.5, "solid_capstyle": "butt"},
    "hang": {"color": INK, "linewidth": 3.5, "linestyle": (0, (1.4, 0.9))},
    "skip": {"color": GHOST, "linewidth": 1},
    "dead": {"color": GHOST, "linewidth": 1.5, "linestyle": (0, (0.6, 1.6))},
}
SHAPE: Mapping[Status, dict[str, Any]] = {
    "triable": {"marker": "D", "fillstyle": "full"},
    "no-genuine-issue": {"marker": "D", "fillstyle": "none"},
    "yes": {"marker": "s", "fillstyle": "full"},
    "no": {"marker": "s", "fillstyle": "none"},
    "open": {"marker": "o", "fillstyle": "none"},
    "not-reached": {"marker": "o", "fillstyle": "none", "markeredgecolor": GHOST},
    "not-stated": {"marker": "_", "fillstyle": "full", "markeredgecolor": GHOST},
}
HALF = {"plaintiff": "left", "officers": "right"}


def draw(found: Stations, title: str) -> Drawing:
    """Return the line, from the record to the motion."""
    slots = _slots(found)
    width = MARGIN + ACROSS * len(slots) + PLATE + 0.2
    deepest = max((len(station.parts) for station in slots), default=0)
    height = max(HEIGHT, PARTS + deepest * 0.22 + 0.2)
    told = [*(station.label.sentence for station in found.stations), found.plate.sentence]
    return sheet("circuit", title, f"{'. '.join(told)}.", width, height, partial(_plot, found))


def _slots(found: Stations) -> list[Station]:
    return [station for station in found.stations if station.slot]


def _plot(found: Stations, plot: Axes) -> None:
    slots = _slots(found)
    plot.plot([MARGIN / 2], [DOWN["main"]], marker="o", markersize=9, color=INK)
    _wire(plot, (MARGIN / 2, MARGIN), "main", "run")
    for place, station in enumerate(slots):
        _slot(plot, station, MARGIN + ACROSS * place)
    for station in found.stations:
        if station.bracket:
            first = [each.slot for each in slots].index(station.bracket.slots[0])
            _bracket(plot, station, MARGIN + ACROSS * first)
    _plate(plot, found.plate, found.end, MARGIN + ACROSS * len(slots))


def _slot(plot: Axes, station: Station, left: float) -> None:
    slot, right = station.slot, left + ACROSS
    assert slot is not None  # a bracket has no place of its own
    middle, y = (left + right) / 2, DOWN[slot.lane]
    _wire(plot, (left, middle), slot.lane, slot.into)
    _wire(plot, (middle, right), slot.lane, slot.out)
    for lane, wire in slot.beside:
        _wire(plot, (left, right), lane, wire)
    for x, ways in ((left, slot.opens), (right, slot.closes)):
        for lane, wire in ways:
            plot.plot([x, x], [DOWN[lane], DOWN["main"]], **LOOK[wire])
    if slot.stops:
        plot.plot([middle + 0.22] * 2, [y - 0.14, y + 0.14], color="black", linewidth=3.5)
    _bead(plot, station.label.bead, middle, y, 12)
    _words(plot, station.label, middle, y)
    for number, part in enumerate(station.parts):
        down = PARTS + number * 0.22
        _bead(plot, part.bead, left + 0.1, down, 6)
        write(plot, left + 0.25, down, f"{part.name}: {part.text}", 7, centre=True)


def _words(plot: Axes, label: Label, x: float, y: float) -> None:
    name = wrapped(label.name, ACROSS - 0.1, SIZE, bold=True)
    lines = name.count("\n") + 1
    write(plot, x, y - 0.2 - lines * line_height(SIZE), name, SIZE, bold=True, across=True)
    said = [label.text, f"was {label.was[1]}" if label.was else ""]
    text = "\n".join(wrapped(each, ACROSS - 0.1, SIZE) for each in said if each)
    write(plot, x, y + 0.18, text, SIZE, across=True)


def _bracket(plot: Axes, station: Station, left: float) -> None:
    assert station.bracket is not None  # it is one
    right = left + ACROSS * len(station.bracket.slots) - 0.1
    plot.plot([left, left, right, right], [0.42, 0.3, 0.3, 0.42], color=GHOST, linewidth=1)
    _bead(plot, station.label.bead, left + 0.15, 0.12, 7)
    said = f": {station.label.text}" if station.label.text else ""
    was = f" (was {station.label.was[1]})" if station.label.was else ""
    write(plot, left + 0.3, 0.12, f"{station.label.name}{said}{was}", SIZE, bold=True, centre=True)


def _plate(plot: Axes, plate: Plate, end: Wire, left: float) -> None:
    _wire(plot, (left, left + 0.15), "main", end)
    y = DOWN["main"]
    box = Rectangle((left + 0.15, y - 0.55), PLATE - 0.2, 1.1, clip_on=False, fill=False)
    box.set(edgecolor=INK, linewidth=1.5)
    plot.add_patch(box)
    words = [plate.becomes, plate.ruling, f"before: {plate.was}" if plate.was else ""]
    text = "\n".join(wrapped(each, PLATE - 0.4, SIZE) for each in words if each)
    write(plot, left + 0.25, y, text, SIZE, centre=True)


def _wire(plot: Axes, across: tuple[float, float], lane: Lane, wire: Wire) -> None:
    plot.plot(across, [DOWN[lane]] * 2, zorder=1, **LOOK[wire])


def _bead(plot: Axes, bead: Bead, x: float, y: float, size: float) -> None:
    shape: dict[str, Any] = {"markeredgecolor": INK, **SHAPE[bead.status]}
    shape |= {"markerfacecolor": INK, "markerfacecoloralt": "white"}
    plot.plot([x], [y], marker="o", markersize=size + 2, color="white", zorder=2)
    if bead.status == "open" and bead.lean:
        shape["fillstyle"] = HALF[bead.lean]
    plot.plot([x], [y], markersize=size, markeredgewidth=1.6, zorder=3, **shape)
    if bead.status == "open" and not bead.lean:
        plot.plot([x], [y], marker="|", markersize=size, color=INK, zorder=4)
