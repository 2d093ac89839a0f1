"""Instruments as widgets: what is assigned and what is done on the page are the same."""

import re
import subprocess
import sys

import ipywidgets
import pytest
import traitlets
from attrs import evolve
from nbconvert import HTMLExporter
from nbformat import v4

import okin_lib as okin
from tests.page.markup import read

FACT, OTHER = "football-talk", "hour-with-williams"
ELEMENT = "implicit-sanction"
VIEW = "application/vnd.jupyter.widget-view+json"
KINDS = {
    "board": okin.board,
    "circuit": lambda: okin.circuit("douglas"),
    "timeline": okin.timeline,
}


@pytest.fixture(params=KINDS)
def widget(request):
    return KINDS[request.param]()


@pytest.fixture
def board():
    return okin.board()


@pytest.fixture
def without():
    return okin.suppose(without=[FACT])


def act(widget, **event):
    """Do something on the widget's page, which sends it."""
    widget._handle_custom_msg({"kind": "event", "seq": 1, "event": event}, [])


def switch(widget, fact, on):
    act(widget, toggle=fact, value=on)


@pytest.fixture
def sent(monkeypatch):
    """All that any widget sends its page."""
    every = []
    monkeypatch.setattr(okin.Instrument, "send", lambda _self, content: every.append(content))
    return every


def shown(widget):
    return "".join(widget._session.regions("instrument").values())


def told(widget, *names):
    """A list to which what observers are told is added."""
    every = []
    widget.observe(lambda change: every.append((change.name, change.new)), list(names))
    return every


def test_it_begins_on_the_record(widget):
    assert (widget.scenario, widget.value) == (okin.on_record, okin.on_record)
    assert widget.code == okin.on_record.code
    assert len(widget.changes.changes) == 0


def test_a_scenario_that_is_assigned_is_shown_and_told_once(sent, widget, without):
    before, scenarios = shown(widget), told(widget, "scenario")
    changes = told(widget, "changes")
    widget.scenario = without
    assert scenarios == [("scenario", without)]
    assert [len(each.changes) for _, each in changes] == [len(widget.changes.changes)]
    assert widget.value == without
    assert widget.code == without.code
    (message,) = (each for each in sent if each["kind"] == "regions")
    assert message["seq"] is None
    assert message["regions"]
    assert shown(widget) != before
    widget.scenario = okin.suppose(without=[FACT])
    assert len(scenarios) == 1


def test_what_is_changed_is_the_comparison_with_the_record(widget, without):
    widget.scenario = without
    assert widget.changes == okin.compare(okin.on_record, without)
    expected = okin.compare(okin.on_record, without).changes.to_records()
    assert widget.changes.changes.to_records() == expected


def test_an_act_on_the_page_changes_the_traits_and_each_observer_is_told_once(board, without):
    every = told(board, "scenario", "value", "changes", "code")
    switch(board, FACT, False)
    assert board.scenario == without
    assert sorted(name for name, _ in every) == ["changes", "code", "scenario", "value"]
    switch(board, FACT, False)
    assert len(every) == 4


def test_whoever_is_told_of_one_trait_finds_all_the_others_as_they_now_are(board, without):
    seen = []
    board.observe(lambda change: seen.append((change.new, board.code, board.changes)), "scenario")
    expected = (without, without.code, okin.compare(okin.on_record, without))
    switch(board, FACT, False)
    board.scenario = okin.on_record
    board.scenario = without
    assert (seen[0], seen[2]) == (expected, expected)


def test_an_act_that_the_page_may_not_do_changes_nothing(board):
    every = told(board, "scenario", "party", "element")
    act(board, toggle="no-such-fact", value=False)
    act(board, see=f"{ELEMENT}/nobody")
    assert every == []


def test_one_can_undo_what_was_assigned(board, without):
    board.scenario = without
    act(board, undo="board")
    assert board.scenario == okin.on_record


def test_party_and_element_follow_what_is_chosen_on_the_page(board):
    every = told(board, "party", "element")
    act(board, see="awareness/weber")
    assert (board.party, board.element) == ("weber", "awareness")
    assert every == [("party", "weber"), ("element", "awareness")]


def test_the_element_follows_what_is_pressed_on_a_circuit():
    circuit = okin.circuit("douglas", ELEMENT)
    every = told(circuit, "party", "element", "scenario")
    act(circuit, choose="awareness")
    assert every == [("element", "awareness")]


def test_party_and_element_that_are_assigned_are_shown():
    circuit = okin.circuit("douglas", ELEMENT)
    before = shown(circuit)
    circuit.party = "village"
    assert circuit.element in {f.element for f in okin.analyze().findings if f.party == "village"}
    circuit.party, circuit.element = "weber", "awareness"
    assert shown(circuit) != before
    assert okin.parties["weber"].label in shown(circuit)


def test_the_party_of_a_timeline_is_whom_its_incidents_concern():
    timeline = okin.timeline()
    assert timeline.party == ""
    timeline.party = "weber"
    assert f"concerning {okin.parties['weber'].label}" in shown(timeline)
    act(timeline, choose="concerned", value="")
    assert timeline.party == ""
    assert okin.timeline(party="lug").party == "lug"


def test_a_timeline_has_no_tabs_and_no_act_leads_away_from_it():
    timeline = okin.timeline()
    before = shown(timeline)
    assert "tabs" not in before
    act(timeline, show="elements", value="")
    assert shown(timeline) == before


@pytest.mark.parametrize("first", ["scenario", "party"])
def test_what_is_assigned_together_is_taken_together(board, without, first):
    given = {"scenario": without, "party": "weber"}
    with board.hold_trait_notifications():
        for name in (first, *({*given} - {first})):
            setattr(board, name, given[name])
    assert (board.scenario, board.value, board.party) == (without, without, "weber")
    assert board.changes == okin.compare(okin.on_record, without)


@pytest.mark.parametrize("name", ["scenario", "value"])
@pytest.mark.parametrize("wrong", [[FACT], FACT, None, {"without": [FACT]}])
def test_what_is_no_scenario_is_refused_with_the_remedy(widget, name, wrong):
    with pytest.raises(traitlets.TraitError, match=r"okin\.suppose\(\.\.\.\)"):
        setattr(widget, name, wrong)
    assert widget.scenario == widget.value == okin.on_record


def test_a_scenario_of_another_case_is_refused(widget, case):
    other = okin.Scenario(case=evolve(case))
    with pytest.raises(traitlets.TraitError, match=r"its own case, as okin\.suppose"):
        widget.scenario = other
    with pytest.raises(ValueError, match="another case"):
        okin.board(other)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("party", "wber", "did you mean 'weber'"),
        ("element", "implict-sanction", f"did you mean '{ELEMENT}'"),
        ("element", "custom", "'custom' is not asked of 'douglas'"),
        ("party", 3, "expected a unicode string"),
        ("changes", None, "read-only"),
        ("code", "x", "read-only"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_changed(name, value, says):
    circuit = okin.circuit("douglas", ELEMENT)
    before = shown(circuit)
    with pytest.raises(traitlets.TraitError, match=says):
        setattr(circuit, name, value)
    assert (circuit.party, circuit.element) == ("douglas", ELEMENT)
    assert shown(circuit) == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: okin.circuit("wber"), "did you mean 'weber'"),
        (lambda: okin.board(element="custom"), "not asked of"),
        (lambda: okin.timeline(party="wber"), "did you mean 'weber'"),
    ],
    ids=["circuit", "board", "timeline"],
)
def test_an_instrument_of_what_there_is_not_is_refused(make, says):
    with pytest.raises(ValueError, match=says):
        make()


def test_an_element_that_the_page_was_made_to_choose_is_told_as_it_is(board):
    """Whoever holds the page can send what no control of it does."""
    act(board, choose="custom")
    assert board.element == "custom"
    board.party = "village"
    assert board.party == "village"


def test_a_page_can_write_no_trait(widget, caplog):
    widget.set_state({"code": "x", "scenario": "x", "party": "x"})
    assert (widget.code, widget.scenario) == (okin.on_record.code, okin.on_record)
    assert "Refused" in caplog.text


def test_only_the_code_is_synced_of_what_is_public(widget):
    public = {"scenario", "value", "party", "element", "changes", "code"}
    assert public & set(widget.keys) == {"code"}


def test_two_instruments_are_linked_both_ways(board, without):
    circuit, timeline = okin.circuit("douglas"), okin.timeline()
    traitlets.link((board, "scenario"), (circuit, "scenario"))
    traitlets.dlink((circuit, "scenario"), (timeline, "scenario"))
    once = told(circuit, "scenario")
    switch(board, FACT, False)
    assert circuit.scenario == timeline.scenario == without
    assert len(once) == 1
    circuit.scenario = okin.on_record
    assert board.scenario == timeline.scenario == okin.on_record


def test_it_is_linked_with_stock_widgets(board):
    choice = ipywidgets.Dropdown(options=["douglas", "weber"])
    text = ipywidgets.HTML()
    traitlets.link((choice, "value"), (board, "party"))
    traitlets.dlink((board, "changes"), (text, "value"), str)
    choice.value = "weber"
    assert board.party == "weber"
    act(board, see="awareness/douglas")
    assert choice.value == "douglas"
    switch(board, FACT, False)
    assert text.value == str(board.changes)


def test_its_code_is_linked_in_the_page(board):
    linked = ipywidgets.jsdlink((board, "code"), (ipywidgets.Label(), "value"))
    assert linked.source == (board, "code")


def test_interactive_asks_of_its_scenario(board, without):
    asked = []
    made = ipywidgets.interactive(lambda scenario: asked.append(scenario), scenario=board)
    assert made.children[0] is board
    switch(board, FACT, False)
    assert asked == [okin.on_record, without]


def test_it_stands_in_boxes_and_tabs(widget):
    tab = ipywidgets.Tab([ipywidgets.VBox([widget])], titles=["It"])
    assert tab.children[0].children == (widget,)


def test_what_is_saved_shows_it_as_it_is_now_without_our_script(widget, without):
    widget.scenario = without
    data, _ = widget._repr_mimebundle_()
    assert data[VIEW]["model_id"] == widget.model_id
    assert data["text/plain"].splitlines()[0] == widget.called
    assert str(widget.changes) in data["text/plain"]
    root = read(data["text/html"])
    assert "run the notebook to use it" in root.text
    assert not root.all("script")
    (still,) = root.all("fieldset", disabled=None)
    held = list(still.walk())
    assert all(control in held for tag in ("button", "input") for control in root.all(tag))
    regions = [node.attrs["data-region"] for node in root.walk() if "data-region" in node.attrs]
    assert regions[: len(widget.first)] == list(widget.first)
    assert all(region in data["text/html"] for region in widget.first.values())
    assert still.attrs["aria-label"] == widget.called


def test_a_page_that_nbconvert_makes_of_it_can_be_read(widget):
    data, metadata = widget._repr_mimebundle_()
    output = v4.new_output("display_data", data, metadata=metadata)
    notebook = v4.new_notebook(cells=[v4.new_code_cell("1", outputs=[output])])
    made, _ = HTMLExporter().from_notebook_node(notebook)
    assert "run the notebook to use it" in made
    assert re.findall(r'data-region="([\w-]+)"', made)[: len(widget.first)] == list(widget.first)


def test_it_is_called_by_what_it_shows_in_a_line(board, without):
    board.scenario = without
    assert repr(board) == f"The board: {without}"


def test_an_observer_that_fails_leaves_the_instrument_as_it_was_turned(board, without):
    def fail(_change):
        raise ZeroDivisionError

    board.observe(fail, "scenario")
    with pytest.raises(ZeroDivisionError):
        board.scenario = without
    assert board.scenario == without
    assert board.changes == okin.compare(okin.on_record, without)


LIGHT = """
import sys
import okin_lib as okin
okin.analyze()
print(*{"ipywidgets", "anywidget", "IPython", "traitlets"} & set(sys.modules))
okin.Board
print("ipywidgets" in sys.modules)
"""


def test_nothing_of_jupyter_is_loaded_until_an_instrument_is_asked_for():
    said = subprocess.check_output([sys.executable, "-c", LIGHT], text=True)
    assert said.splitlines() == ["", "True"]
