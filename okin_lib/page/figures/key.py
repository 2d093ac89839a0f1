"""The key below a figure: each pattern with what it means."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from okin_lib.page.figures.lettering import line_height, wrapped
from okin_lib.page.figures.sheet import PAD, STRIP, Box, Fill, swatch, tall, write

SIZE = 9.5
INDENT = 2 * STRIP + 2 * PAD
Key = Sequence[tuple[Fill | None, str]]
"""A pattern, or none, and what it means."""


def key_height(key: Key, width: float) -> float:
    """Return how tall the key is."""
    return sum(tall(_text(text, width), SIZE) for _, text in key)


def draw_key(plot: Axes, key: Key, top: float, width: float) -> None:
    """Draw the key, from ``top`` down."""
    for look, text in key:
        lines = _text(text, width)
        if look:
            swatch(plot, Box(0, top + 0.02, 2 * STRIP, line_height(SIZE)), look)
        write(plot, INDENT, top + 0.02, lines, SIZE)
        top += tall(lines, SIZE)


def _text(text: str, width: float) -> str:
    return wrapped(text, width - INDENT, SIZE)
