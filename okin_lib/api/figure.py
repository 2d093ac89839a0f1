"""A figure as matplotlib has it: to be styled, saved, or put into axes of one's own."""

from base64 import b64encode
from collections.abc import Mapping
from inspect import signature
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import IO, Literal, overload

from matplotlib import figure as mpl
from matplotlib.axes import Axes

from okin_lib.api.drawings import DRAWN
from okin_lib.api.scenario import Scenario
from okin_lib.api.shown import part
from okin_lib.page.figures.drawing import Drawing, named, styled
from okin_lib.page.figures.put import put
from okin_lib.reasoning.scenario import UnknownName

Name = Literal["states", "circuit", "timeline", "precedents", "grid", "pivots"]


class Figure(mpl.Figure):
    """A figure of matplotlib that tells itself in words, also in the SVG that is saved of it.

    It is drawn and saved in the style sheet ``okin_lib.figures.style``.

    Parameters
    ----------
    drawing
        What is drawn.
    """

    @styled()
    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        drawing.fill(self)
        drawing.entitle(self)
        self._drawn = drawing

    def describe(self) -> str:
        """Return what it is called and all that it shows, in words."""
        return f"{self._drawn.title}. {self._drawn.description}"

    @styled()
    def savefig(
        self,
        fname: str | PathLike[str] | IO[bytes],
        *,
        transparent: bool | None = None,
        **kwargs: object,
    ) -> None:
        """Save it, as matplotlib saves a figure.

        Parameters
        ----------
        fname
            A path, or a file open for bytes.
        transparent, **kwargs
            As matplotlib takes them.
        """
        path = Path(fname) if isinstance(fname, str | PathLike) else None
        kind = kwargs.get("format") or (path.suffix[1:] if path else "")
        if str(kind).lower() != "svg":
            super().savefig(fname, transparent=transparent, **kwargs)
            return
        asked = {"metadata": {"Date": None}, **kwargs, "format": "svg"}
        made = BytesIO()
        super().savefig(made, transparent=transparent, **asked)
        content = named(made.getvalue(), self._drawn).encode("utf-8")
        if isinstance(fname, str | PathLike):
            Path(fname).write_bytes(content)
        else:
            fname.write(content)

    def __str__(self) -> str:
        return self.describe()

    def __repr__(self) -> str:
        return self.describe()

    def _repr_html_(self) -> str:
        png = BytesIO()
        self.savefig(png, format="png")
        return part("figure", drawing=self._drawn, png=b64encode(png.getvalue()).decode("ascii"))


@overload
def figure(
    name: Name,
    scenario: Scenario | None = None,
    *,
    ax: None = None,
    party: str | None = None,
    claim: str | None = None,
    element: str | None = None,
    fact: str | None = None,
) -> Figure: ...
@overload
def figure(
    name: Name,
    scenario: Scenario | None = None,
    *,
    ax: Axes,
    party: str | None = None,
    claim: str | None = None,
    element: str | None = None,
    fact: str | None = None,
) -> Axes: ...
def figure(
    name: Name,
    scenario: Scenario | None = None,
    *,
    ax: Axes | None = None,
    party: str | None = None,
    claim: str | None = None,
    element: str | None = None,
    fact: str | None = None,
) -> Figure | Axes:
    """Return a figure of a scenario, or of the record; on ``ax``, if axes are given.

    Parameters
    ----------
    name
        ``states``: each element for each party; ``circuit``: a claim's line; ``timeline``: the
        incidents; ``precedents``: each by date, and how close an officer's situation is to it;
        ``grid``: the kinds of case that were decided; ``pivots``: a fact's part in a finding.
    scenario
        What is supposed.
    ax
        Empty axes to draw on instead, which are returned. Their figure should have its size and
        layout: what is drawn there is made to fit.
    party, claim
        Ids: whose line a circuit is, and of which claim; whose situation precedents are near.
    element, fact
        Ids: in which finding, and of which fact, pivots show the part.

    Raises
    ------
    ValueError
        For a name or an id that there is not, with the nearest that there is; for what the
        figure does not ask for, or cannot be drawn of.
    """
    asked = {"party": party, "claim": claim, "element": element, "fact": fact}
    drawing = _drawing(name, scenario or Scenario(), asked)
    if ax is None:
        return Figure(drawing)
    put(drawing, ax)
    return ax


def _drawing(name: str, scenario: Scenario, asked: Mapping[str, str | None]) -> Drawing:
    if name not in DRAWN:
        raise UnknownName("figure", name, DRAWN)
    given = {key: value for key, value in asked.items() if value is not None}
    if beyond := given.keys() - signature(DRAWN[name]).parameters.keys():
        raise ValueError(f"{name!r} asks for no {' and no '.join(sorted(beyond))}")
    return DRAWN[name](scenario, **given)
