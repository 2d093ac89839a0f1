"""The pivotal facts as a chart: the part one fact plays, party by party and reading by reading."""

from collections.abc import Mapping, Sequence
from functools import partial

from matplotlib.axes import Axes

from okin_lib.instruments.pivots.part import ROLE, Played
from okin_lib.page.figures.drawing import BLUE, PURPLE, Drawing
from okin_lib.page.figures.key import Key, draw_key, key_height
from okin_lib.page.figures.lettering import wrapped
from okin_lib.page.figures.sheet import PAD, Box, Fill, cell, room, sheet, tall, write
from okin_lib.reasoning.pivotal import Role

LOOK: Mapping[Role, Fill] = {
    "but-for": Fill("", BLUE, "#DCEBF5", solid=True),
    "ness": Fill("////", PURPLE, "#F8EBF2"),
    "neither": Fill("", "#767676", "#FFFFFF"),
    "unsettled": Fill("...", "#767676", "#F2F2F2"),
}
WIDTH, NAMES, SIZE = 10.0, 1.2, 9.5
Row = tuple[str, Sequence[Played]]
"""A party, and the part that the fact plays on each reading."""


def draw(readings: Sequence[str], rows: Sequence[Row], title: str) -> Drawing:
    """Return the chart: a row for each party, a column for each reading."""
    across = (WIDTH - NAMES) / len(readings)
    used = {played.role for _, cells in rows for played in cells}
    key = [
        (LOOK[role], f"{word.sign} {word.text}: {word.meaning}")
        for role, word in ROLE.items()
        if role in used
    ]
    tallest = _heads_height(readings, across) + sum(_height(cells, across) for _, cells in rows)
    height = tallest + 0.2 + key_height(key, WIDTH)
    plot = partial(_plot, readings, rows, key)
    return sheet("pivots", title, " ".join(_told(readings, rows)), WIDTH, height, plot)


def _plot(readings: Sequence[str], rows: Sequence[Row], key: Key, plot: Axes) -> None:
    across = (WIDTH - NAMES) / len(readings)
    top = _heads_height(readings, across)
    for place, head in enumerate(_heads(readings, across)):
        write(plot, NAMES + place * across + PAD, top - tall(head, SIZE), head, SIZE, bold=True)
    for name, cells in rows:
        height = _height(cells, across)
        write(plot, 0, top + height / 2, name, 10, bold=True, centre=True)
        for place, played in enumerate(cells):
            box = Box(NAMES + place * across, top, across - 0.05, height - 0.05)
            cell(plot, box, LOOK[played.role], _text(played, across), SIZE)
        top += height
    draw_key(plot, key, top + 0.2, WIDTH)


def _heads(readings: Sequence[str], across: float) -> list[str]:
    return [wrapped(reading, across - 2 * PAD, SIZE, bold=True) for reading in readings]


def _heads_height(readings: Sequence[str], across: float) -> float:
    return max(tall(head, SIZE) for head in _heads(readings, across)) + PAD


def _height(cells: Sequence[Played], across: float) -> float:
    return max(tall(_text(played, across), SIZE) for played in cells) + PAD


def _text(played: Played, across: float) -> str:
    word = ROLE[played.role]
    width = room(across - 0.05)
    role = wrapped(f"{word.sign} {word.text}", width, SIZE)
    return f"{role}\n{wrapped(f'finding: {played.finding}', width, SIZE)}"


def _told(readings: Sequence[str], rows: Sequence[Row]) -> list[str]:
    return [
        f"{name}: "
        + "; ".join(
            f"{reading}: {ROLE[played.role].text}, finding {played.finding}"
            for reading, played in zip(readings, cells, strict=True)
        )
        + "."
        for name, cells in rows
    ]
