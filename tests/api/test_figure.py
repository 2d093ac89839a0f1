"""Figures for one's own notebook: those of the pages, told in words, styled, on one's own axes."""

import subprocess
import sys
from base64 import b64decode
from io import BytesIO
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree

import matplotlib as mpl
import pytest
from matplotlib import style
from matplotlib.figure import Figure

import okin_lib as okin
from okin_lib.api.drawings import DRAWN
from okin_lib.api.figure import Name
from okin_lib.api.scenario import Scenario
from okin_lib.lessons.installed import example
from okin_lib.page.figures.drawing import kept
from okin_lib.page.figures.put import put
from tests.examples import left_to_long
from tests.page.markup import read

FOOTBALL = "football-talk"
NAMES = get_args(Name)
NOT_SLOW = [name for name in NAMES if name != "pivots"]
SUPPOSED = {"states": [FOOTBALL], "circuit": [FOOTBALL], "timeline": [FOOTBALL]}
SVG = "{http://www.w3.org/2000/svg}"

DRAWS_NOTHING = f"""
import sys
import okin_lib as okin
okin.analyze(without=["{FOOTBALL}"])
assert "matplotlib" not in sys.modules
okin.figure
assert "matplotlib" in sys.modules and "matplotlib.pyplot" not in sys.modules
"""


def supposed(name):
    return okin.suppose(without=SUPPOSED.get(name, []))


@pytest.fixture(scope="module")
def drawn():
    return {name: okin.figure(name, supposed(name)) for name in NAMES}


def saved(figure, kind, **how):
    file = BytesIO()
    figure.savefig(file, format=kind, **how)
    return file.getvalue()


def width_of(png):
    return int.from_bytes(png[16:20], "big")


def test_every_name_that_a_type_checker_knows_is_drawn():
    assert set(NAMES) == set(DRAWN)


def test_matplotlib_waits_until_a_figure_is_asked_for():
    subprocess.run([sys.executable, "-c", DRAWS_NOTHING], check=True)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_figure_of_matplotlib_that_tells_itself(drawn, name):
    figure = drawn[name]
    drawing = DRAWN[name](supposed(name))
    assert isinstance(figure, Figure)
    assert figure.describe() == f"{drawing.title}. {drawing.description}"
    assert str(figure) == repr(figure) == figure.describe()


@pytest.mark.parametrize("name", left_to_long(NAMES, *NOT_SLOW))
def test_but_for_its_title_it_is_what_the_page_has(name):
    figure = okin.figure(name, supposed(name))
    (title,) = figure.texts
    title.remove()
    assert saved(figure, "svg").decode() == kept(DRAWN[name](supposed(name))).svg


@pytest.mark.parametrize("name", NAMES)
def test_its_svg_is_named_and_described(drawn, name):
    root = ElementTree.fromstring(saved(drawn[name], "svg"))
    title, description = root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-label") == title
    assert drawn[name].describe() == f"{title}. {description}"


def test_it_is_saved_where_and_as_one_asks(drawn, tmp_path):
    figure = drawn["circuit"]
    for name, begins in (("a.svg", b"<svg"), ("a.SVG", b"<svg"), ("a.png", b"\x89PNG")):
        figure.savefig(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)
    figure.savefig(str(tmp_path / "b.png"), format="svg")
    assert (tmp_path / "b.png").read_bytes() == (tmp_path / "a.svg").read_bytes()
    assert width_of(saved(figure, "png", dpi=50)) < width_of(saved(figure, "png", dpi=100))
    assert b"/Type3" not in saved(figure, "pdf")


def test_it_can_be_styled_and_leaves_the_readers_settings_alone():
    mine = {"font.size": 20.0, "axes.facecolor": "#ff0000", "savefig.dpi": 50.0}
    with mpl.rc_context(mine):
        figure = okin.figure("precedents")
        before = saved(figure, "svg")
        assert {key: mpl.rcParams[key] for key in mine} == mine
    assert saved(okin.figure("precedents"), "svg") == before
    (axes,) = figure.axes
    axes.set_facecolor("#eeeeee")
    assert b"#eeeeee" in saved(figure, "svg")


def test_the_style_is_a_style_sheet_for_figures_of_ones_own():
    with style.context("okin_lib.figures.style"):
        assert mpl.rcParams["font.family"] == ["DejaVu Sans"]
        assert mpl.rcParams["pdf.fonttype"] == 42
        assert not Figure().add_subplot().spines["top"].get_visible()


def test_a_notebook_shows_it_with_its_words_beside_it(drawn):
    figure = drawn["states"]
    root = read(figure._repr_html_())
    (image,) = root.all("img")
    assert b64decode(image.attrs["src"].partition(",")[2]).startswith(b"\x89PNG")
    told = root.all("p")[0].text
    assert f"{image.attrs['alt']}. {told}" == figure.describe()


def test_what_is_supposed_is_in_its_title_and_shows():
    scenario = okin.suppose(without=[FOOTBALL], year=1995)
    for name in ("states", "circuit", "timeline", "precedents"):
        assert str(scenario) in okin.figure(name, scenario).describe()
    assert "changed: was triable" in okin.figure("states", scenario).describe()
    assert "changed" not in okin.figure("states").describe()
    assert "(0 of" not in okin.figure("timeline").describe()


def test_what_else_a_figure_asks_for_is_chosen():
    first, *_ = [party.label for party in okin.parties.values() if party.role == "officer"]
    assert first in okin.figure("circuit").describe()
    village = okin.figure("circuit", party="village", claim="municipal-liability").describe()
    assert village.startswith("Municipal liability, Village")
    assert okin.figure("circuit", claim="municipal-liability").describe() == village
    assert "Lug" in okin.figure("precedents", party="lug").describe()
    chosen = okin.figure("pivots", element="disregard", fact="told-to-stay-away").describe()
    assert okin.facts["told-to-stay-away"].label in chosen
    assert okin.elements["disregard"].label in chosen


def test_the_map_is_of_the_year_and_of_the_reading_that_are_supposed():
    late = okin.figure("precedents", okin.suppose(year=2010)).describe()
    early = okin.figure("precedents", okin.suppose(year=1990)).describe()
    assert late.count("does not count yet") == 0 < early.count("does not count yet")
    broad = okin.figure("precedents", okin.suppose(readings={"pena": "broad"}))
    assert broad.describe() != okin.figure("precedents").describe()


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: okin.figure("stats"), "unknown figure 'stats'; did you mean 'states'?"),
        (lambda: okin.figure("states", party="lug"), "'states' asks for no party"),
        (lambda: okin.figure("circuit", party="lugg"), "unknown party 'lugg'; did you mean 'lug'"),
        (lambda: okin.figure("circuit", claim="due"), "unknown claim 'due'"),
        (
            lambda: okin.figure("circuit", party="village", claim="due-process"),
            "that claim is not drawn for that party; these are: due-process for douglas",
        ),
        (lambda: okin.figure("precedents", party="town"), "unknown officer 'town'"),
        (lambda: okin.figure("grid", okin.suppose(year=1990)), "no scenario changes which cases"),
        (
            lambda: okin.figure("pivots", okin.suppose([FOOTBALL]), fact=FOOTBALL),
            f"'{FOOTBALL}' is left out",
        ),
        (
            lambda: okin.figure("pivots", okin.suppose(readings={"pena": "broad"})),
            "its columns are readings",
        ),
        (lambda: okin.figure("pivots", element="custom"), "unknown element asked of officers"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_reason(ask, said):
    with pytest.raises(ValueError, match="^" + said.replace("?", r"\?")):
        ask()


@pytest.mark.parametrize("name", left_to_long(NAMES, *NOT_SLOW))
def test_it_can_be_put_into_axes_of_ones_own(name):
    mine = Figure(figsize=(12, 6), layout="constrained")
    left, right = mine.subplots(1, 2)
    assert okin.figure(name, supposed(name), ax=left) is left
    assert not right.has_data()
    title = left.get_title(loc="left").replace("\n", " ")
    assert okin.figure(name, supposed(name)).describe().startswith(title)
    mine.draw_without_rendering()
    room, whole = left.get_tightbbox(), mine.bbox
    assert room.x0 >= -1
    assert room.x1 <= whole.x1 * 0.55
    assert room.y0 >= -1
    assert room.y1 <= whole.y1 + 1


@pytest.mark.parametrize("name", ["states", "circuit", "timeline", "pivots"])
def test_what_is_measured_in_inches_is_scaled_with_its_letters(name):
    drawing = DRAWN[name](supposed(name))
    whole, half = (Figure(figsize=(drawing.width * by, 2 * drawing.height)) for by in (1, 0.5))
    one, other = (figure.add_axes((0, 0, 1, 1)) for figure in (whole, half))
    for axes in (one, other):
        put(drawing, axes)
    own = okin.figure(name, supposed(name)).axes[0]
    for mine, large, small in zip(own.texts, one.texts, other.texts, strict=True):
        assert large.get_fontsize() == pytest.approx(mine.get_fontsize())
        assert small.get_fontsize() == pytest.approx(mine.get_fontsize() / 2)
        assert small.get_position() == large.get_position() == mine.get_position()


def test_a_figure_of_another_case_calls_its_text_as_the_case_does():
    case = example("library-fine")
    drawing = DRAWN["states"](Scenario(case=case))
    axes = Figure(figsize=(drawing.width, drawing.height)).add_axes((0, 0, 1, 1))
    put(drawing, axes)
    said = " ".join(" ".join(each.get_text().split()) for each in axes.texts)
    assert f"(decided): {case.record.called.text} says so" in said
    assert "the opinion" not in said


def test_two_plots_stand_side_by_side_in_one():
    mine = Figure(figsize=(9, 4))
    axes = mine.add_subplot()
    okin.figure("grid", ax=axes)
    boxes = [each.get_position() for each in axes.child_axes]
    assert len(boxes) == 2
    assert all(one.x1 < other.x0 for one, other in pairwise(boxes))
