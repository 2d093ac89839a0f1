"""The Jupyter widget, without a browser."""

import re

import ipywidgets
import pytest
from nbconvert import HTMLExporter
from nbformat import v4

from okin_lib.hosts import jupyter, widget
from okin_lib.hosts.front import join
from okin_lib.hosts.session import Session
from okin_lib.hosts.widget import NOTE, LessonWidget
from okin_lib.lessons import taken_up
from tests.browser.stub.stub_lesson import StubLesson


@pytest.fixture
def controls(monkeypatch):
    """The widget of the stub's controls, with what it sends kept in a list."""
    sent = []
    monkeypatch.setattr(LessonWidget, "send", lambda _self, content: sent.append(content))
    made = LessonWidget(Session(StubLesson()), "controls")
    made.on_page = lambda content: made._handle_custom_msg(content, [])
    return made, sent


def test_the_first_paint_is_the_part(controls):
    made, _ = controls
    assert list(made.first) == ["live", "facts", "predict"]


def test_the_page_is_told_how_the_part_is_laid_out(controls):
    made, _ = controls
    assert made.arranged == "beside"


def test_it_answers_the_page(controls):
    made, sent = controls
    made._handle_custom_msg(
        {"kind": "event", "seq": 1, "event": {"toggle": "talk", "value": False}}, []
    )
    assert sent[0]["regions"].keys() == {"live", "facts"}


def test_a_page_can_write_no_trait(controls, caplog):
    made, _ = controls
    before = dict(made.first), made._esm
    made.set_state({"first": {"live": "<script>"}, "_esm": "alert(1)"})
    assert (dict(made.first), made._esm) == before
    assert "first" in caplog.text


def test_it_composes_with_ipywidgets_boxes(controls):
    made, _ = controls
    box = ipywidgets.Tab([ipywidgets.VBox([made])])
    assert box.children[0].children == (made,)


RUN = "Part 'controls' of a lesson: choose Run > Run All Cells to show it"


def test_its_plain_text_is_short_and_always_the_same(controls):
    made, _ = controls
    assert made._repr_mimebundle_()[0]["text/plain"] == RUN


@pytest.fixture
def displayed(controls, monkeypatch):
    """A function that displays the widget, and returns what a notebook would save of it."""
    made, _ = controls
    saved = []
    monkeypatch.setattr(widget, "display", lambda data, **_: saved.append(data))

    def display():
        made._ipython_display_()
        return saved

    return display


def test_what_is_saved_says_first_what_to_do_where_it_does_not_show(displayed, monkeypatch):
    monkeypatch.delenv("VOILA_BASE_URL", raising=False)
    note, shown = displayed()
    assert note["text/plain"] == RUN
    for words in ("Run &gt; Run All Cells", "pip install anywidget", "okin export"):
        assert words in note["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in shown


def test_a_page_that_nbconvert_makes_says_how_to_get_ours(displayed, monkeypatch):
    monkeypatch.delenv("VOILA_BASE_URL", raising=False)
    saved = [v4.new_output("display_data", data) for data in displayed()]
    notebook = v4.new_notebook(cells=[v4.new_code_cell("1", outputs=saved)])
    made, _ = HTMLExporter().from_notebook_node(notebook)
    assert NOTE in made


def test_voila_runs_the_cells_and_need_not_say_so(displayed, monkeypatch):
    monkeypatch.setenv("VOILA_BASE_URL", "/")
    (shown,) = displayed()
    assert "application/vnd.jupyter.widget-view+json" in shown


def test_a_kernel_has_one_lesson_of_each_id_and_one_widget_of_each_part(monkeypatch):
    opened = []
    monkeypatch.setattr(taken_up, "start", lambda name, _code: opened.append(name) or StubLesson())
    controls, findings = jupyter.show("stub", "controls"), jupyter.show("stub", "findings")
    assert jupyter.show("stub", "controls") is controls
    assert opened == ["stub"]
    assert list(findings.first) == ["verdict", "passage"]


JOINED = [join.script("widget.js"), join.script("socket.js"), join.sheet()]


@pytest.mark.parametrize("text", JOINED, ids=["widget", "socket", "sheet"])
def test_the_front_end_fetches_nothing_and_evaluates_nothing(text):
    assert not re.search(r"https?:|@import|url\(|\beval\b|new Function|\.on[a-z]+ ?=", text)


def test_every_rule_of_the_stylesheet_stays_inside_our_own_markup():
    css = re.sub(r"/\*.*?\*/", "", join.sheet(), flags=re.DOTALL)
    selectors = re.findall(r"(?:^|[{};])\s*([^{};@]+)\{", css)
    assert selectors
    assert [each for each in selectors if ".okin" not in each] == []
