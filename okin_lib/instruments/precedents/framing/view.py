"""The precedents at a level of generality: what is material, the rule, and what it governs."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Establishing
from okin_lib.doctrine.generality import Generality
from okin_lib.doctrine.precedents import Axis, Precedent
from okin_lib.page.figure import figure_panel
from okin_lib.page.passages import passages
from okin_lib.page.template import render
from okin_lib.page.words import listed, short
from okin_lib.reasoning.established import Year
from okin_lib.reasoning.generality import Placed, Rule
from okin_lib.reasoning.reach import Reach
from okin_lib.record.types import Support

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

ANSWER: Mapping[str, str] = {
    "yes": "✓ yes, clearly established",
    "no": "✗ no, not clearly established",
    "open": "◌ open: not forced either way",
}
"""An answer in a sign and words; what it means stands beside it."""


@frozen
class Governed:
    """One situation under a rule, as it is shown."""

    name: str
    answer: str
    why: str


def answer_by(year: Year) -> str:
    """Return the answer for a year, and the cases that force it, in one line."""
    by = [short(case.name) for case in year.found.by]
    return ANSWER[year.found.answer] + (f" ({listed(by)})" if by else "")


def answered(year: Year) -> str:
    """Return the year and its answer in one line."""
    return f"In {year.year}: {answer_by(year)}"


def position_panel(positions: Sequence[tuple[str, str]], region: str) -> str:
    """Return the choice of a named position to start from."""
    return render("instruments/precedents/framing/positions", positions=positions, region=region)


def material_panel(
    case: Case, shown: Sequence[str], ticks: Mapping[str, Collection[str]], region: str
) -> str:
    """Return each precedent's factors as checkboxes, the material ones ticked."""
    cases = [_precedent(case, name) for name in shown]
    return render(
        "instruments/precedents/framing/material",
        cases=cases,
        ticks=ticks,
        labels={key: factor.label for key, factor in case.factors.items()},
        passages=lambda support: passages(case, [support]),
        region=region,
    )


def switch_panel(case: Case, reader: str, on: Collection[str], region: str) -> str:
    """Return the reading of precedent, and the panel's two further steps as switches."""
    reading = case.readings[case.doctrine.precedent_reading]
    switches = [
        ("together", case.study(Establishing).together.label),
        ("clarity", case.study(Generality).clarity.label),
    ]
    return render(
        "instruments/precedents/switches",
        reading=reading,
        reader=reader,
        switches=switches,
        on=on,
        region=region,
    )


def rules(case: Case, found: Sequence[Rule], record: str, region: str) -> str:
    """Return the rule that follows for each precedent, and what it governs.

    Parameters
    ----------
    record
        What the case's own record is called.
    """
    rows = [
        (
            _precedent(case, rule.drawn_from[0]),
            rule,
            [_governed(case, reach, record) for reach in rule.reaches],
            passages(case, rule.because),
        )
        for rule in found
    ]
    return render("instruments/precedents/framing/rules", rows=rows, region=region)


def established(case: Case, year: Year, region: str) -> str:
    """Return whether the right was clearly established in a year, and why."""
    clarity = year.clarity
    return render(
        "instruments/precedents/established",
        year=year,
        answer=ANSWER[year.found.answer],
        by=[case.name for case in year.found.by],
        because=passages(case, year.found.because),
        clarity=clarity,
        argument=passages(case, clarity.because) if clarity else Markup(),
        region=region,
    )


def named(case: Case, placed: Sequence[Placed], record: str, region: str) -> str:
    """Return the named positions, each with its rule and the best argument of each side."""
    labels = {each.position.id: each.position.label for each in placed}
    rows = [
        (
            each,
            [_governed(case, reach, record) for reach in each.rule.reaches],
            [labels[name] for name in each.narrower],
            passages(case, each.position.because),
            passages(case, each.position.arguments),
        )
        for each in placed
    ]
    return render("instruments/precedents/framing/named", case=case, rows=rows, region=region)


def grid(case: Case, axes: Sequence[Axis], note: Support, drawn: bool, region: str) -> str:
    """Return which kinds of case have been decided, as a table and, if asked for, a figure."""
    cells = occupied(case, axes)
    figure = figure_panel(region, drawn, lambda: _drawn_grid(case, tuple(axes)))
    return render(
        "instruments/precedents/framing/grid",
        axes=axes,
        cells=cells,
        note=passages(case, [note]),
        figure=figure,
        region=region,
    )


@lru_cache(maxsize=8)
def _drawn_grid(case: Case, axes: tuple[Axis, ...]) -> "Drawing":
    from okin_lib.instruments.precedents.framing.figure import draw

    return draw(axes, occupied(case, axes))


def occupied(
    case: Case, axes: Sequence[Axis]
) -> dict[tuple[int, ...], tuple[tuple[str, int, str], ...]]:
    """Return the decided cases in each cell: name, year, and what was held on notice.

    A cell is a pole (0 or 1) on each axis; a case that does not say where it stands on one
    of them is in none.
    """
    cells: dict[tuple[int, ...], tuple[tuple[str, int, str], ...]] = {}
    for precedent in case.doctrine.precedents:
        if precedent.binding and precedent.violation == "yes":
            places = [_pole(precedent, axis) for axis in axes]
            if None not in places:
                cell = tuple(place for place in places if place is not None)
                cells[cell] = (*cells.get(cell, ()), _decided(precedent))
    return cells


def _pole(precedent: Precedent, axis: Axis) -> int | None:
    for place, pole in enumerate(axis.poles):
        if pole.factor in precedent.factors:
            return place
    return None


def _decided(precedent: Precedent) -> tuple[str, int, str]:
    later = "not established before it" if precedent.immunity == "granted" else "established"
    return short(precedent.name), precedent.year, later


def _precedent(case: Case, name: str) -> Precedent:
    return next(p for p in case.doctrine.precedents if p.id == name)


def _governed(case: Case, reach: Reach, record: str) -> Governed:
    names = {p.id: p.name for p in case.doctrine.precedents}
    answers = {
        True: "✓ governed",
        False: "✗ not governed",
        None: "◌ turns on what is not stated",
    }
    name = names.get(reach.of, record)
    return Governed(name, answers[reach.governs], "; ".join(_differences(case, reach)))


def _differences(case: Case, reach: Reach) -> list[str]:
    labels = {key: factor.label.lower() for key, factor in case.factors.items()}
    said = []
    for what, factors in (
        ("lacks", reach.missing),
        ("has beyond it", reach.beyond),
        ("not stated", reach.unstated if reach.governs is not True else ()),
    ):
        if factors:
            said.append(f"{what}: {', '.join(labels[key] for key in factors)}")
    return said
