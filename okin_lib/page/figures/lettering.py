"""Text that fits: measured in the font it is drawn in, and broken into lines."""

from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

POINTS = 72
"""To an inch."""


def wrapped(text: str, width: float, size: float, bold: bool = False) -> str:
    """Return the text in lines no wider than ``width`` inches, unless one word is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and extent(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def line_height(size: float) -> float:
    """Return the height of a line of text, in inches."""
    return 1.2 * size / POINTS


@lru_cache(maxsize=4096)
def extent(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a line of text, in inches."""
    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    width, _, _ = TextToPath().get_text_width_height_descent(text, font, False)
    return float(width) / POINTS
