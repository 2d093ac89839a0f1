"""Party by element: how each element stands, what was found of several parties as one cell."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from matplotlib.axes import Axes

from okin_lib.doctrine.statuses import Status
from okin_lib.page.figures.drawing import BLUE, ORANGE, PURPLE, Drawing
from okin_lib.page.figures.key import Key, draw_key, key_height
from okin_lib.page.figures.lettering import line_height, wrapped
from okin_lib.page.figures.sheet import PAD, Box, Fill, cell, room, sheet, tall, write
from okin_lib.page.states import ElementStates, PartyBlock, State
from okin_lib.page.words import GRADE, STATUS, listed

LOOK: Mapping[Status, Fill] = {
    "triable": Fill("", BLUE, "#DCEBF5", solid=True),
    "no-genuine-issue": Fill("----", ORANGE, "#FCF1DC"),
    "yes": Fill("xxxx", BLUE, "#DCEBF5"),
    "no": Fill("||||", ORANGE, "#FCF1DC"),
    "open": Fill("////", PURPLE, "#F8EBF2"),
    "not-reached": Fill("...", "#767676", "#F2F2F2"),
    "not-stated": Fill("", "#767676", "#FFFFFF"),
}
WIDTH, LABELS, SIZE = 10.0, 2.5, 9.5
GAP = 0.3


def draw(blocks: Sequence[PartyBlock], title: str, text: str) -> Drawing:
    """Return the table: a block of rows for the parties of whom the same is asked."""
    key = list(_key(blocks, text))
    height = sum(_block_height(block) for block in blocks) + key_height(key, WIDTH)
    plot = partial(_plot, blocks, key)
    return sheet("states", title, " ".join(_told(blocks)), WIDTH, height, plot)


def _plot(blocks: Sequence[PartyBlock], key: Key, plot: Axes) -> None:
    top = 0.0
    for block in blocks:
        _block(plot, block, top)
        top += _block_height(block)
    draw_key(plot, key, top, WIDTH)


def _block(plot: Axes, block: PartyBlock, top: float) -> None:
    across = _across(block)
    for place, name in enumerate(block.parties):
        middle = LABELS + (place + 0.5) * across
        write(plot, middle, top + 0.05, name, 10, bold=True, across=True)
    top += _head()
    for claim, rows in block.claims:
        write(plot, 0, top + 0.07, claim, 10, bold=True)
        top += _head()
        for row in rows:
            _row(plot, row, across, top)
            top += _row_height(row, across)


def _row(plot: Axes, row: ElementStates, across: float, top: float) -> None:
    height, left = _row_height(row, across), LABELS
    write(plot, PAD, top + height / 2, _label(row), SIZE, centre=True)
    for state in row.states:
        box = Box(left, top, across * state.span, height)
        inset = Box(box.x + 0.02, box.y + 0.02, box.width - 0.04, box.height - 0.04)
        text = _text(state, inset.width)
        cell(plot, inset, LOOK[state.status], text, SIZE, changed=state.was is not None)
        left += box.width


def _text(state: State, width: float) -> str:
    return wrapped(f"{state.sign} {_words(state)}", room(width), SIZE)


def _words(state: State) -> str:
    grade = f" ({state.grade})" if state.grade else ""
    together = f", of these {state.span} together" if state.span > 1 else ""
    was = f"; changed: was {state.was.text}" if state.was else ""
    return f"{state.text}{grade}{together}{was}"


def _label(row: ElementStates) -> str:
    return wrapped(row.element, LABELS - 2 * PAD, SIZE)


def _across(block: PartyBlock) -> float:
    return (WIDTH - LABELS) / len(block.parties)


def _head() -> float:
    return line_height(10) + 0.12


def _row_height(row: ElementStates, across: float) -> float:
    texts = [_text(state, across * state.span - 0.04) for state in row.states]
    return max(tall(text, SIZE) for text in (_label(row), *texts)) + 0.04


def _block_height(block: PartyBlock) -> float:
    claims = len(block.claims)
    rows = sum(_row_height(row, _across(block)) for row in block.rows)
    return rows + (claims + 1) * _head() + GAP


def _key(blocks: Sequence[PartyBlock], text: str) -> Iterator[tuple[Fill | None, str]]:
    """What the patterns and words that are used mean."""
    states = [state for block in blocks for row in block.rows for state in row.states]
    for status, word in STATUS.items():
        if any(state.status == status for state in states):
            yield LOOK[status], f"{word.sign} {word.text}: {word.meaning}"
    for grade, meaning in GRADE.items():
        if any(state.grade == grade for state in states):
            yield None, f"({grade}): {meaning.format(text=text)}"
    if any(state.was for state in states):
        yield None, "double border: changed"


def _told(blocks: Sequence[PartyBlock]) -> Iterator[str]:
    for block in blocks:
        for row in block.rows:
            names, said = list(block.parties), []
            for state in row.states:
                theirs, names = names[: state.span], names[state.span :]
                said.append(f"{listed(theirs)}: {_words(state)}")
            yield f"{row.claim}, {row.element}. {'; '.join(said)}."
