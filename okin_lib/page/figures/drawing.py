"""A matplotlib figure as the files it is saved as, the same bytes for the same figure."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any, Literal
from xml.sax.saxutils import escape

import matplotlib as mpl
from attrs import frozen
from matplotlib import style
from matplotlib.figure import Figure

from okin_lib.page.figures.lettering import wrapped

Format = Literal["svg", "png", "pdf"]

STYLE: dict[Any, Any] = {
    "svg.hashsalt": "okin",
    "svg.fonttype": "path",  # no font of the reader's machine is needed
    "pdf.fonttype": 42,  # TrueType: printers and journals refuse Type 3
    "font.family": "DejaVu Sans",  # the one that matplotlib brings
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "figure.facecolor": "white",
    "hatch.linewidth": 1.4,
    "savefig.dpi": 200,
    "savefig.bbox": "tight",
}

# Okabe and Ito's colours, seen apart by readers of every colour vision.
BLACK, ORANGE, SKY, BLUE, PURPLE = "#000000", "#E69F00", "#56B4E9", "#0072B2", "#CC79A7"

_ID = re.compile(r'( id="|href="#|url\(#)([^")]+)')
_REMARK = re.compile(r"<!--.*?-->\s*|<metadata>.*?</metadata>\s*", re.DOTALL)
_FOR_ALL = re.compile(r'<style type="text/css">\*\{(.*?)\}</style>\s*')


@frozen
class Drawing:
    """A figure that names itself, in each format that it can be kept in.

    Attributes
    ----------
    name
        A short name, for files.
    """

    name: str
    title: str
    svg: str
    png: bytes
    pdf: bytes


@contextmanager
def styled() -> Iterator[None]:
    """Hold to our style, whatever the reader's own settings are; also a decorator."""
    with style.context("default"), mpl.rc_context(STYLE):
        yield


def canvas(width: float, height: float) -> Figure:
    """Return an empty figure; inches."""
    return Figure(figsize=(width, height), layout="constrained")


def drawing(figure: Figure, name: str, title: str, description: str) -> Drawing:
    """Return the figure in every format; to be called within our style.

    On a page a caption gives the title; the files that are kept without one have it on them.
    """
    svg = _named(_saved(figure, "svg", {"Date": None}).decode("utf-8"), name, title, description)
    width, height = figure.get_size_inches()
    figure.text(0, 1 + 0.12 / height, wrapped(title, width, 12, bold=True), size=12, weight="bold")
    return Drawing(
        name,
        title,
        svg,
        _saved(figure, "png", {"Software": None, "Title": title}),
        _saved(figure, "pdf", {"CreationDate": None, "Title": title}),
    )


def _saved(figure: Figure, kind: Format, metadata: Mapping[str, str | None]) -> bytes:
    """The bytes of a file, without the time it was made."""
    file = BytesIO()
    figure.savefig(file, format=kind, metadata=dict(metadata))
    return file.getvalue()


def _named(text: str, name: str, title: str, description: str) -> str:
    """The SVG, named to a screen reader, with ids that no other figure on its page has."""
    text = _REMARK.sub("", text[text.index("<svg") :])
    looks = "; ".join(_FOR_ALL.findall(text))  # as a style sheet it would be the whole page's
    text = _FOR_ALL.sub("", text)
    own, numbers = f"{name}-{sha256(text.encode()).hexdigest()[:8]}", dict[str, int]()
    text = _ID.sub(lambda m: f"{m[1]}{own}-{numbers.setdefault(m[2], len(numbers))}", text)
    head, _, body = text.partition(">")
    return (
        f'{head} style="{looks}" role="img" aria-label="{_attribute(title)}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{body}"
    )


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
