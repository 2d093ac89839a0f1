"""Figures: named, the same bytes every time, apart on a page, and drawn only when asked for."""

import os
import re
import subprocess
import sys
from base64 import b64decode
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from attrs import frozen

from okin_lib.doctrine.occupied import Combination
from okin_lib.doctrine.precedents import Axis, Pole
from okin_lib.instruments.circuit.station import stations
from okin_lib.instruments.pivots.part import Played
from okin_lib.instruments.precedents.dates.points import Point
from okin_lib.lessons.installed import load_case
from okin_lib.page.figure import figure_panel
from okin_lib.page.matrix import states_figure
from okin_lib.page.states import ElementStates, PartyBlock, State, Was, blocks
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, read
from tests.reasoning.courtroom import ask

TITLE = "<b>Anne & 'Bob'</b>"


@frozen
class Moment:
    date: str
    title: str
    on: int
    total: int
    parties: tuple[str, ...]


MOMENTS = (
    Moment("2001-12-23", "The first", 2, 3, ("Anne",)),
    Moment("2002-11-15", "The second", 0, 1, ("Anne", "Bob")),
    Moment("2002-11-15", "The third", 1, 1, ()),
)


def states():
    from okin_lib.page.figures.states import draw

    rows = (
        ElementStates("A claim", "An element", (State("triable", "triable", "decided", span=2),)),
        ElementStates(
            "A claim",
            "Another",
            (
                State("open", "open, leaning to Bob", "", was=Was("triable", "triable")),
                State("not-reached", "not reached", ""),
            ),
        ),
    )
    return draw([PartyBlock(("Anne", "Bob"), rows)], TITLE, "the opinion")


def timeline():
    from okin_lib.instruments.timeline.figure import draw

    return draw(MOMENTS, ["Anne", "Bob"], TITLE)


def pivots():
    from okin_lib.instruments.pivots.figure import draw

    played = [Played("but-for", "triable"), Played("unsettled", "open")]
    return draw(["one reading", "another"], [("Anne", played), ("Bob", played)], TITLE)


def precedents():
    from okin_lib.instruments.precedents.dates.figure import draw

    points = [
        Point("Anne v. Bob", "Anne", "1 F.2d 1", 1993, ("a",), (), True),
        Point("Bob v. Anne", "Bob", "2 F.2d 2", 2005, (), (), False),
    ]
    return draw(points, 2001, range(1985, 2013), TITLE)


def grid():
    from okin_lib.instruments.precedents.framing.figure import draw

    axes = [Axis(label, (Pole("a", "yes"), Pole("b", "no"))) for label in ("one", "two", "three")]
    return draw(axes, {(0, 1, 0): (Combination("Anne", 1993, barred=False),)})


def circuit():
    from okin_lib.instruments.circuit.figure import draw

    case = load_case()
    now = analyze(case, scenario(case, ["football-talk"]))
    return draw(stations(case, case.claims["due-process"], now, "lug"), TITLE)


DRAW = {draw.__name__: draw for draw in (states, timeline, pivots, precedents, grid, circuit)}


def kept(drawing):
    from okin_lib.page.figures.drawing import kept

    return kept(drawing)


SVG = "{http://www.w3.org/2000/svg}"

DIGESTS = """
from hashlib import sha256
from tests.page.test_figures import DRAW, kept
for name, draw in DRAW.items():
    made = kept(draw())
    for content in (made.svg.encode(), made.png, made.pdf):
        print(name, sha256(content).hexdigest())
"""

UNDRAWN = """
import sys
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import lesson_ids, open_ids, open_lesson, start
for name in lesson_ids():
    lesson = open_lesson(name)
    assert dict(lesson.regions()) and dict(lesson.exercise.regions())
for name in open_ids():
    whole = start(name).after({"toggle": "football-talk", "value": False})
    for kind in LOOKS:
        whole = whole.after({"show": kind})
        assert dict(whole.regions())
assert "matplotlib" not in sys.modules and "numpy" not in sys.modules
dict(whole.after({"show": "precedents"}).after({"draw": "aspect"}).regions())
assert "matplotlib" in sys.modules
"""


@pytest.fixture(scope="module")
def drawn():
    return {name: kept(draw()) for name, draw in DRAW.items()}


@pytest.mark.parametrize("name", DRAW)
def test_it_names_and_describes_itself(drawn, name):
    drawing, root = DRAW[name](), ElementTree.fromstring(drawn[name].svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext(f"{SVG}title") == drawing.title
    assert root.findtext(f"{SVG}desc") == drawing.description
    assert len(drawing.description) > 40
    assert drawing.name == name


@pytest.mark.parametrize("name", DRAW)
def test_it_is_kept_in_three_formats_that_carry_no_date(drawn, name):
    assert drawn[name].png.startswith(b"\x89PNG")
    assert drawn[name].pdf.startswith(b"%PDF")
    assert b"CreationDate" not in drawn[name].pdf
    assert "dc:date" not in drawn[name].svg


@pytest.mark.parametrize("name", DRAW)
def test_its_pdf_embeds_truetype_and_no_type_3(drawn, name):
    fonts = set(re.findall(rb"/(FontFile2|Type3)\b", drawn[name].pdf))
    assert fonts == {b"FontFile2"}


@pytest.mark.long
def test_the_files_are_the_same_bytes_in_another_process(tmp_path):
    """Whatever the order of sets, and whatever the reader has set matplotlib to."""
    (tmp_path / "matplotlibrc").write_text("savefig.dpi: 72\naxes.facecolor: red\n")
    made = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            stdout=subprocess.PIPE,
            check=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, **more},
        ).stdout
        for seed, more in (("1", {}), ("2", {"MATPLOTLIBRC": str(tmp_path)}))
    ]
    assert len(made[0].split("\n")) == 3 * len(DRAW) + 1
    assert made[0] == made[1]


@pytest.mark.parametrize("claim", ["due-process", "municipal-liability", "equal-protection"])
def test_every_element_of_a_circuit_is_told_as_on_the_page(case, claim):
    from okin_lib.instruments.circuit.figure import draw

    now = analyze(case, scenario(case, ["football-talk"]))
    party = "lug" if claim == "due-process" else "village"
    found = stations(case, case.claims[claim], now, party)
    told = draw(found, TITLE).description
    assert all(station.label.sentence in told for station in found.stations)
    assert found.plate.sentence in told


def test_no_lesson_loads_matplotlib_before_a_figure_is_asked_for():
    subprocess.run([sys.executable, "-c", UNDRAWN], check=True)


def test_on_one_page_no_id_is_met_twice_and_each_reference_is_met(drawn):
    page = "".join(made.svg for made in drawn.values())
    declared = re.findall(r' id="([^"]+)"', page)
    assert len(declared) == len(set(declared)) > 0
    assert set(re.findall(r'(?:href="#|url\(#)([^")]+)', page)) <= set(declared)
    assert "<style" not in page


def test_the_style_holds_within_the_plots():
    from matplotlib.figure import Figure

    from okin_lib.page.figures.drawing import styled

    with styled():
        plot = Figure().add_subplot()
    assert not plot.spines["top"].get_visible()


def test_the_panel_asks_then_shows_and_offers_the_files(drawn):
    made = drawn["states"]
    (button,) = read(figure_panel("where", False, states)).all("button")
    assert (button.attrs["data-act"], button.attrs["data-id"]) == ("draw", "where")
    root = read(figure_panel("where", True, states))
    assert not root.all("button")
    assert not root.all("b")
    assert root.all("figcaption")[0].text == TITLE
    links = root.all("a")
    assert [link.attrs["download"] for link in links] == [
        f"okin-states.{kind}" for kind in ("svg", "png", "pdf")
    ]
    kept = [b64decode(link.attrs["href"].partition(",")[2]) for link in links]
    assert kept == [made.svg.encode(), made.png, made.pdf]
    assert ids(root)


def test_rows_hold_only_parties_that_were_asked_and_collective_findings_as_one(case):
    record = ask(case)
    found = blocks(case, record, record)
    for block in found:
        for row in block.rows:
            assert sum(state.span for state in row.states) == len(block.parties)
            assert not any(state.was for state in row.states)
    named = {row.element: row for block in found for row in block.rows}
    assert [state.span for state in named["Explicit sanction"].states] == [6]
    assert [state.span for state in named["Implicit sanction"].states] == [4, 2]
    assert len({block.parties for block in found}) == len(found) == 3


def test_what_has_changed_says_what_it_was(case):
    altered = ask(case, without=["C39", "C40", "C09"])
    named = {row.element: row for block in blocks(case, altered, ask(case)) for row in block.rows}
    assert named["Implicit sanction"].states[0].was == Was("triable", "triable")
    found = blocks(case, altered, ask(case))
    assert "changed: was triable" in states_figure(found, "Altered", "the opinion").description


def test_places_are_kept_apart_and_in_order():
    from okin_lib.page.figures.spread import spread

    places = spread([0, 5, 5.1, 5.1, 9.9], 1, 0, 10)
    assert all(after - before >= 1 - 1e-9 for before, after in pairwise(places))
    assert places[0] == 0
    assert max(places) <= 10
    assert sum(places[1:4]) / 3 == pytest.approx((5 + 5.1 + 5.1) / 3)


def test_text_is_broken_where_it_must_be():
    from okin_lib.page.figures.lettering import extent, wrapped

    lines = wrapped("a rather long line of words", 1, 10).split("\n")
    assert len(lines) > 1
    assert all(extent(line, 10) <= 1 for line in lines)


def test_where_nothing_can_draw_it_that_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "okin_lib.page.figures.drawing", None)
    with pytest.raises(ModuleNotFoundError):
        figure_panel("r", True, lambda: None)
    monkeypatch.delitem(sys.modules, "okin_lib.page.figures.drawing")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    said = figure_panel("r", True, lambda: None)
    assert "draws no figures" in said
    assert "<button" not in said
