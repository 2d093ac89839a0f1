"""What a figure draws and says of itself, and the files of it: the same bytes every time."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from attrs import frozen
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from okin_lib.page.figures.lettering import wrapped

Format = Literal["svg", "png", "pdf"]
Plot = Callable[[Axes], None]

# Okabe and Ito's colours, seen apart by readers of every colour vision.
BLACK, ORANGE, SKY, BLUE, PURPLE = "#000000", "#E69F00", "#56B4E9", "#0072B2", "#CC79A7"

TITLE = 12
"""How large a title is, in points."""

_ID = re.compile(r'( id="|href="#|url\(#)([^")]+)')
_REMARK = re.compile(r"<!--.*?-->\s*|<metadata>.*?</metadata>\s*", re.DOTALL)
_FOR_ALL = re.compile(r'<style type="text/css">\*\{(.*?)\}</style>\s*')


@frozen
class Drawing:
    """A figure before it is anywhere: what it says of itself, and what draws it.

    Attributes
    ----------
    name
        A short name, for files.
    description
        All that it shows, in words.
    width, height
        In inches.
    plots
        What draws each of its plots, from left to right.
    measured
        Whether they are drawn in inches from the upper left corner, with no margin.
    """

    name: str
    title: str
    description: str
    width: float
    height: float
    plots: tuple[Plot, ...]
    measured: bool = False

    def fill(self, figure: Figure) -> None:
        """Draw it on an empty figure, which takes its size; to be called within our style."""
        figure.set_size_inches(self.width, self.height)
        if self.measured:
            figure.subplots_adjust(left=0, bottom=0, right=1, top=1)
        else:
            figure.set_layout_engine("constrained")
        for place, plot in enumerate(self.plots, 1):
            axes = figure.add_subplot(1, len(self.plots), place)
            self.rule(axes)
            plot(axes)

    def rule(self, axes: Axes) -> None:
        """Make axes measure in inches, if it is drawn in them."""
        if self.measured:
            axes.set_xlim(0, self.width)
            axes.set_ylim(self.height, 0)
            axes.set_axis_off()

    def entitle(self, figure: Figure) -> None:
        """Write its title above the figure, which is to be saved with what stands around it."""
        text = wrapped(self.title, self.width, TITLE, bold=True)
        figure.text(0, 1 + 0.12 / self.height, text, size=TITLE, weight="bold")


@frozen
class Files:
    """A figure in each format that it can be kept in."""

    svg: str
    png: bytes
    pdf: bytes


@contextmanager
def styled() -> Iterator[None]:
    """Hold to our style, whatever the reader's own settings are; also a decorator."""
    with style.context(["default", "okin_lib.figures.style"]):
        yield


@styled()
def shown(drawing: Drawing) -> str:
    """Return the drawing as a page shows it, where a caption gives the title."""
    figure = Figure()
    drawing.fill(figure)
    return _shown(figure, drawing)


@styled()
def kept(drawing: Drawing) -> Files:
    """Return the drawing as files; those that stand without a caption have the title on them."""
    figure = Figure()
    drawing.fill(figure)
    svg = _shown(figure, drawing)
    drawing.entitle(figure)
    return Files(
        svg,
        _saved(figure, "png", {"Software": None, "Title": drawing.title}),
        _saved(figure, "pdf", {"CreationDate": None, "Title": drawing.title}),
    )


def _shown(figure: Figure, drawing: Drawing) -> str:
    return named(_saved(figure, "svg", {"Date": None}), drawing)


def _saved(figure: Figure, kind: Format, metadata: Mapping[str, str | None]) -> bytes:
    """The bytes of a file, without the time it was made."""
    file = BytesIO()
    figure.savefig(file, format=kind, metadata=dict(metadata))
    return file.getvalue()


def named(svg: bytes, drawing: Drawing) -> str:
    """Return what matplotlib saved of a drawing, named and described to a screen reader.

    No other figure on its page has its ids.
    """
    text = svg.decode("utf-8")
    text = _REMARK.sub("", text[text.index("<svg") :])
    looks = "; ".join(_FOR_ALL.findall(text))  # as a style sheet it would be the whole page's
    text = _FOR_ALL.sub("", text)
    own, numbers = f"{drawing.name}-{sha256(text.encode()).hexdigest()[:8]}", dict[str, int]()
    text = _ID.sub(lambda m: f"{m[1]}{own}-{numbers.setdefault(m[2], len(numbers))}", text)
    head, _, body = text.partition(">")
    return (
        f'{head} style="{looks}" role="img" aria-label="{_attribute(drawing.title)}">'
        f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.description)}</desc>{body}"
    )


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
