"""The pivotal facts as a chart: the part one fact plays, party by party and reading by reading."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from okin_lib.instruments.pivots.part import ROLE, Played
from okin_lib.page.figures.drawing import BLUE, PURPLE, Drawing, drawing, styled
from okin_lib.page.figures.key import draw_key, key_height
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


@styled()
def draw(
    readings: Sequence[str], rows: Sequence[tuple[str, Sequence[Played]]], title: str
) -> Drawing:
    """Return the chart: a row for each party, a column for each reading."""
    across = (WIDTH - NAMES) / len(readings)
    heads = [wrapped(reading, across - 2 * PAD, SIZE, bold=True) for reading in readings]
    lines = [[_text(played, across) for played in cells] for _, cells in rows]
    heights = [max(tall(text, SIZE) for text in texts) + PAD for texts in lines]
    top = max(tall(head, SIZE) for head in heads) + PAD
    used = {played.role for _, cells in rows for played in cells}
    key = [
        (LOOK[role], f"{word.sign} {word.text}: {word.meaning}")
        for role, word in ROLE.items()
        if role in used
    ]
    figure, plot = sheet(WIDTH, top + sum(heights) + 0.2 + key_height(key, WIDTH))
    for place, head in enumerate(heads):
        write(plot, NAMES + place * across + PAD, top - tall(head, SIZE), head, SIZE, bold=True)
    for (name, cells), texts, height in zip(rows, lines, heights, strict=True):
        write(plot, 0, top + height / 2, name, 10, bold=True, centre=True)
        _row(plot, cells, texts, top, across, height)
        top += height
    draw_key(plot, key, top + 0.2, WIDTH)
    return drawing(figure, "pivots", title, " ".join(_told(readings, rows)))


def _row(
    plot: Axes, cells: Sequence[Played], texts: Sequence[str], top: float, across: float,
    height: float,
) -> None:  # fmt: skip
    for place, (played, text) in enumerate(zip(cells, texts, strict=True)):
        box = Box(NAMES + place * across, top, across - 0.05, height - 0.05)
        cell(plot, box, LOOK[played.role], text, SIZE)


def _text(played: Played, across: float) -> str:
    word = ROLE[played.role]
    width = room(across - 0.05)
    role = wrapped(f"{word.sign} {word.text}", width, SIZE)
    return f"{role}\n{wrapped(f'finding: {played.finding}', width, SIZE)}"


def _told(readings: Sequence[str], rows: Sequence[tuple[str, Sequence[Played]]]) -> list[str]:
    return [
        f"{name}: "
        + "; ".join(
            f"{reading}: {ROLE[played.role].text}, finding {played.finding}"
            for reading, played in zip(readings, cells, strict=True)
        )
        + "."
        for name, cells in rows
    ]
