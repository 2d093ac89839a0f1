"""A matplotlib figure as a file, the same bytes for the same figure."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Literal
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

Format = Literal["svg", "png", "pdf"]

STYLE: dict[Any, Any] = {
    "svg.hashsalt": "okin",
    "svg.fonttype": "path",  # no font of the reader's machine is needed
    "font.family": "DejaVu Sans",  # the one that matplotlib brings
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "white",
}

# Okabe and Ito's colours, seen apart by readers of every colour vision.
BLACK, ORANGE, SKY, GREEN, BLUE, VERMILION = (
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#0072B2", "#D55E00",
)  # fmt: skip


def svg(figure: Figure, title: str, description: str) -> str:
    """Return the figure as SVG that names itself to a screen reader."""
    text = saved(figure, "svg").decode("utf-8")
    start = text.index("<svg")
    head_end = text.index(">", start)
    named = (
        f'{text[start:head_end]} role="img" aria-label="{_attribute(title)}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    )
    return named + text[head_end + 1 :]


def saved(figure: Figure, kind: Format) -> bytes:
    """Return the figure as the bytes of a file, without the time it was made."""
    undated: Mapping[Format, Mapping[str, None]] = {
        "svg": {"Date": None},
        "png": {"Software": None},
        "pdf": {"CreationDate": None},
    }
    file = BytesIO()
    with mpl.rc_context(STYLE):
        figure.savefig(file, format=kind, metadata=dict(undated[kind]), bbox_inches="tight")
    return file.getvalue()


def canvas(width: float, height: float) -> Figure:
    """Return an empty figure of our style; inches."""
    with mpl.rc_context(STYLE):
        return Figure(figsize=(width, height), layout="constrained")


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
