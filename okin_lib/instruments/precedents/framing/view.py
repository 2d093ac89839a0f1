"""The precedents at a level of generality: what is material, the rule, and what it governs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Establishing
from okin_lib.doctrine.generality import Generality
from okin_lib.doctrine.occupied import occupied
from okin_lib.doctrine.precedents import Axis
from okin_lib.doctrine.statuses import Status
from okin_lib.instruments.precedents.view import answered
from okin_lib.page.figure import figure_panel
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.reasoning.established import Year
from okin_lib.reasoning.generality import Placed, Rule, Ticks
from okin_lib.reasoning.outcome import WORDS
from okin_lib.reasoning.reach import Reach
from okin_lib.record.types import NO_PARTY, Support

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing


@frozen
class Governed:
    """One situation under a rule, as it is shown."""

    name: str
    answer: str
    why: str
    kind: str
    status: Status


@frozen
class Link:
    """What leads others here, or led here."""

    code: str
    """What the page's own address should bear; empty for the start."""
    query: str
    notice: str
    """What is to be known of the code that was asked for."""


def position_panel(
    case: Case, position: str, further: Markup, link: Link, region: RegionId
) -> str:
    """Return the named positions, the ``further`` steps of a reading, and the way back."""
    return render(
        "instruments/precedents/framing/positions",
        positions=case.study(Generality).positions,
        position=position,
        further=further,
        link=link,
        start=case.study(Establishing).wording.start,
        region=region,
    )


def material_panel(case: Case, ticks: Ticks, reader: str, unfolded: bool, region: RegionId) -> str:
    """Return the factors of each precedent in ``ticks`` as checkboxes, the material ones on."""
    precedents = [case.precedents[name] for name in ticks]
    return render(
        "instruments/precedents/framing/material",
        case=case,
        precedents=precedents,
        ticks=ticks,
        on_supposition=case.doctrine.supposed(reader),
        unfolded=unfolded,
        factors=case.factors,
        passages=lambda support: passages(case, [support], NO_PARTY),
        region=region,
    )


def rules(case: Case, found: Sequence[Rule], record: str, region: RegionId) -> str:
    """Return the rule of each precedent, and what it governs: other cases, and this ``record``."""
    rows = [
        (
            case.precedents[rule.drawn_from[0]],
            rule,
            [_governed(case, reach, record) for reach in rule.reaches],
            passages(case, rule.because, NO_PARTY),
        )
        for rule in found
    ]
    return render(
        "instruments/precedents/framing/rules",
        rows=rows,
        factors=case.factors,
        too_general=case.study(Generality).general.remark,
        region=region,
    )


def named(case: Case, placed: Sequence[tuple[Placed, Year]], record: str, region: RegionId) -> str:
    """Return the named positions, each with its rule, the answer by it, and both arguments."""
    labels = {each.position.id: each.position.label for each, _ in placed}
    rows = [
        (
            each,
            answered(case, year),
            [_governed(case, reach, record) for reach in each.rule.reaches],
            [labels[name] for name in each.narrower],
            passages(case, each.position.because, NO_PARTY),
            passages(case, each.position.arguments, NO_PARTY),
        )
        for each, year in placed
    ]
    return render("instruments/precedents/framing/named", case=case, rows=rows, region=region)


def grid(case: Case, axes: Sequence[Axis], note: Support, drawn: bool, region: RegionId) -> str:
    """Return which kinds of case have been decided, as a table and, if asked for, a figure."""
    cells = occupied(case, axes)
    figure = figure_panel(region, drawn, grid_figure, case, tuple(axes))
    return render(
        "instruments/precedents/framing/grid",
        axes=axes,
        cells=cells,
        note=passages(case, [note], NO_PARTY),
        figure=figure,
        region=region,
    )


def grid_figure(case: Case, axes: tuple[Axis, ...]) -> "Drawing":
    """Return which kinds of case have been decided as a figure."""
    from okin_lib.instruments.precedents.framing.figure import draw

    return draw(axes, occupied(case, axes))


def _governed(case: Case, reach: Reach, record: str) -> Governed:
    answers = {True: "✓ governed", False: "✗ not governed", None: "◌ turns on what is not stated"}
    name = case.precedents[reach.of].name if reach.of in case.precedents else record
    why = ". ".join(_differences(case, reach))
    return Governed(name, answers[reach.governs], why, reach.kind, WORDS["law", reach.governs])


def _differences(case: Case, reach: Reach) -> list[str]:
    inferred = case.precedents[reach.of].inferred if reach.of in case.precedents else ()
    labels = {
        key: factor.label.lower() + (" (inferred)" if key in inferred else "")
        for key, factor in case.factors.items()
    }
    said = []
    for what, factors in (
        ("Lacks", reach.missing),
        ("Has beyond it", reach.beyond),
        ("Not stated", reach.unstated if reach.governs is not True else ()),
    ):
        if factors:
            said.append(f"{what}: {'; '.join(labels[key] for key in factors)}")
    return said
