"""A case file of a learner's own on the whole board: opened, marked, refused, closed, and kept."""

import json
from pathlib import Path

import pytest
from attrs import evolve

import okin_lib
from okin_lib.files.grid import terminal
from okin_lib.files.link_code import encode
from okin_lib.files.opening.acts import BELOW, CASE_FILE, CLOSED, NO_LINK_OPENS
from okin_lib.files.opening.answered import LARGEST, NAME, answered
from okin_lib.files.terminal_worked import print_worked
from okin_lib.files.worked import HELD, NOTHING_EXPECTED
from okin_lib.lessons.kept import kept, restored
from okin_lib.lessons.library import start
from okin_lib.lessons.taken_up import LINK_FIRST, Address
from okin_lib.page.claims import RECORD
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, pages, read, unlabelled

WHOLE, LESSON = "10_whole_board", "03_act_or_omission"
FILES = sorted((Path(okin_lib.__file__).parent / "cases").rglob("*.yaml"))
EXAMPLES = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text("utf-8")
SCENARIO, LANDLORD, PATTERN = (
    each.partition("```")[0] for each in EXAMPLES.split("```yaml\n")[1:4]
)
TWO = """\
title: Two changes of mine
note: Each by itself.
scenarios:
  - suppose: No football.
    without: [football-talk]
    expect: [{parties: [douglas], element: implicit-sanction, status: triable}]
  - suppose: The harm was reckless.
    added: [harm-was-reckless]
    readings: {pena: broad}
    year: 1997
    expect: []
"""
MISSED = "implicit-sanction of douglas: expected status triable, found open"
QUOTED = """ "<b>x</b> & \\"q\\" {{ 7*7 }} \\u202egnp \\x1b[2J" """
"""Hostile text, as YAML has it in quotation marks."""
UNDO, REDO, CLOSE = {"undo": "board"}, {"redo": "board"}, {"closefile": "board"}
FACT = {"own": "fact", "value": {"words": "It was so", "does-saw-signs": "gives"}}


def opens(text):
    return {"openfile": "board", "value": {"text": text}}


def panel(lesson):
    return read(lesson.regions()[CASE_FILE])


def live(lesson):
    return read(lesson.regions()["live"]).text


def pressed(lesson):
    shown = panel(lesson).all("button", data_act="showfile")
    return [each.attrs["aria-pressed"] for each in shown]


@pytest.fixture(scope="module")
def whole():
    return start(WHOLE)


@pytest.fixture(scope="module")
def left(whole):
    """The board where something is supposed before a file is opened."""
    return whole.after({"toggle": "choking-reported", "value": False})


def test_no_lesson_has_it_and_its_form_is_labelled():
    assert CASE_FILE not in start(LESSON).regions()
    with pytest.raises(BadEvent):
        start(LESSON).after(opens(SCENARIO))
    assert not panel(start(WHOLE)).all("form")  # until it is asked for
    form = panel(start(WHOLE).after({"unfold": CASE_FILE}))
    assert not unlabelled(form)
    (text,) = form.all("textarea")
    assert text.attrs["aria-describedby"] in ids(form)


def test_its_scenario_is_on_the_board_marked_as_theirs_wherever_the_file_shows(case, left):
    opened = left.after(opens(SCENARIO))
    assert opened.board.scenario == scenario(case, ["football-talk"])
    its = panel(opened)
    assert its.all("h3")[0].text == "From your case file: Without the football conversation"
    assert "HYPOTHETICAL. What it supposes, notes and expects is yours" in its.text
    assert "left out: The football conversation (football-talk)" in its.text
    assert "Your note: The other acts relied on stay." in its.text
    assert HELD in its.text
    assert pressed(opened) == ["true"]
    said = "From your case file 'Without the football conversation', HYPOTHETICAL: 'Leave the foot"
    assert said in live(opened)
    assert said in live(opened.after({"choose": "explicit-sanction"}))  # and not once alone
    root = pages(opened.regions(), opened.parts)
    assert len(set(ids(root))) == len(ids(root))


def test_of_several_scenarios_each_can_be_shown_and_is_compared_wherever_the_board_is(whole):
    opened = whole.after(opens(TWO))
    assert pressed(opened) == ["true", "false"]
    text = panel(opened).text
    assert f"NOT AS EXPECTED: {MISSED}" in text
    assert NOTHING_EXPECTED in text
    assert "the events begin in 1997" in text
    second = opened.after({"showfile": "1"})
    assert pressed(second) == ["false", "true"]
    assert second.board.scenario.year == 1997
    assert "HYPOTHETICAL: 'The harm was reckless.'" in live(second)
    other = second.after({"toggle": "football-talk", "value": False})
    assert pressed(other) == ["false", "false"]
    assert "what is supposed is no longer what it says" in live(other)
    assert MISSED in panel(other).text
    for none in ("2", "-1", "x"):
        with pytest.raises(BadEvent, match="scenario of a case file"):
            opened.after({"showfile": none})


@pytest.mark.parametrize("text", [SCENARIO, TWO, PATTERN], ids=["one", "two", "pattern"])
def test_one_act_closes_it_and_undo_takes_back_either(left, text):
    opened = left.after(opens(text))
    closed = opened.after(CLOSE)
    assert closed.board.here == left.board.here
    assert CLOSED in live(closed)
    assert opened.after(UNDO).board.here == left.board.here
    assert opened.after(UNDO).regions()[CASE_FILE] == left.regions()[CASE_FILE]
    assert opened.after(UNDO).after(REDO).board.here == opened.board.here
    assert closed.after(UNDO).board.here == opened.board.here
    with pytest.raises(BadEvent, match="case file that is open"):
        closed.after(CLOSE)


def test_what_was_before_the_first_is_what_closing_the_second_returns_to(left):
    second = left.after(opens(SCENARIO)).after(opens(TWO))
    assert panel(second).all("h3")[0].text == "From your case file: Two changes of mine"
    assert second.after(CLOSE).board.scenario == left.board.scenario


def test_a_fact_pattern_is_said_to_be_one_and_told_as_the_terminal_tells_it(left, case):
    opened = left.after(opens(PATTERN))
    assert opened.board.scenario == left.board.scenario
    assert BELOW.format(title="'Two officers and one word (invented)'") in live(opened)
    told = panel(opened).text
    assert "This kind of file is a fact pattern: another case, by its factors alone." in told
    assert "What your file gives, and nobody found" in told
    assert "one of Open contempt for the victim" in told
    assert HELD in told
    for said in (
        "2010, D. Conn., posture: pleading, violence: domestic, complete, pleaded: due process",
        "granted: would not survive a motion to dismiss",
        "What is not known and matters most to the motion to dismiss (8 of 16)",
    ):
        assert said in told
    moved = opened.after({"toggle": "football-talk", "value": False})
    assert moved.after(CLOSE).board.scenario == moved.board.scenario  # which no file changed
    assert answered(case, PATTERN).scenarios == ()
    assert "reyes" in panel(left.after(opens(LANDLORD))).text


def test_what_the_page_says_of_a_pattern_is_what_is_printed(case, capsys, monkeypatch):
    from okin_lib.files.case_file import understood
    from okin_lib.files.worked import work
    from okin_lib.record.yamltext import parse

    monkeypatch.setenv("COLUMNS", "400")
    (worked,) = work(case, understood(parse(PATTERN, NAME), case))
    print_worked(case, worked, terminal())
    printed = " ".join(capsys.readouterr().out.split())
    (answer,) = answered(case, PATTERN).answers
    for each in answer.told[1:]:  # the first is what the file gives
        cells = [each.text] if hasattr(each, "text") else [c for row in each.rows for c in row]
        assert [cell for cell in cells if cell not in printed] == []
    assert all(verdict in printed for verdict in answer.verdicts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_case_file_of_ours_opens_and_is_as_expected(case, path):
    found = answered(case, path.read_text("utf-8"))
    assert {verdict for each in found.answers for verdict in each.verdicts} == {HELD}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Line 1: the file is empty: write its fields in it"),
        ("title: [x", "Line 1: not YAML: the bracket [ is opened here and not closed"),
        ("- a", "Line 1: the file must hold fields, as in 'title: A case', and not a list"),
        ("title: A", "Line 1: the file has neither 'scenarios'"),
        (TWO.replace("football-talk", "footbal-talk"), "Line 5: there is no fact of the record"),
        (TWO.replace("harm-was-reckless", "x"), "Line 8: there is no hypothetical fact 'x'"),
        (TWO.replace("[harm-was-reckless]", "harm-was-reckless"), "'added' must be a list"),
        (
            TWO.replace("harm-was-reckless", "assurance-by-douglas, nothing-reached-sears"),
            "cannot both be supposed",
        ),
        (TWO.replace("1997", "2990"), "Line 10: 'year' must be a year or a date"),
        (TWO.replace("note: Each", "<i>: Each"), "Line 2: there is no field '<i>' here"),
        ("a: &a [x, x]\nb: *a\n", "Line 1: anchors (&), aliases (*) and tags (!) are not used"),
        ("a: !!python/object/apply:os.system [ls]\n", "Line 1: anchors (&), aliases (*) and tags"),
        ("[" * 100, "Line 1: nested too deeply"),
        ("x: " + "9" * 5000, "Line 1: YAML takes"),
        ("title: a\x00b", "Line 1: not YAML"),
        ("title: \ud800", "Line 1: not UTF-8 text at byte 7"),
        ("é" * (LARGEST // 2) + "x", "Line 1: the file is larger than 20 kB: keep only"),
    ],
)
def test_what_is_wrong_is_said_in_place_with_its_line_and_changes_nothing(left, text, says):
    refused = left.after(opens(text))
    assert refused.board.but(refused=()) == left.board
    changed = {k for k, html in refused.regions().items() if html != left.regions()[k]}
    assert changed == {CASE_FILE}
    its = panel(refused)
    (alert,) = its.all("div", role="alert")
    assert alert.text.startswith("Nothing was opened or changed. Correct the text")
    assert says in alert.text
    (field,) = its.all("textarea")
    assert field.attrs["aria-invalid"] == "true"
    assert alert.attrs["id"] in field.attrs["aria-describedby"].split()
    assert not panel(refused.after(opens(SCENARIO))).all("div", role="alert")


def test_every_fault_is_named_and_the_file_that_is_open_stays(left):
    opened = left.after(opens(SCENARIO))
    wrong = TWO.replace("football-talk", "x").replace("harm-was-reckless", "y")
    refused = opened.after(opens(wrong))
    assert len(panel(refused).all("div", role="alert")[0].all("li")) == 2
    assert refused.board.file == opened.board.file
    assert panel(refused).all("textarea")[0].children == ["\n" + SCENARIO]
    assert refused.after(CLOSE).board.here == left.board.here
    assert refused.after(CLOSE).board.refused == ()


@pytest.mark.parametrize(
    "text",
    [
        TWO.replace("Two changes of mine", QUOTED).replace("Each by itself.", QUOTED),
        TWO.replace("No football.", QUOTED),
        LANDLORD.replace("Officer Reyes", QUOTED, 1),
        LANDLORD.replace("A landlord and two calls (invented)", QUOTED),
        TWO.replace("football-talk", QUOTED),
    ],
    ids=["title", "supposing", "party", "pattern", "wrong"],
)
def test_hostile_text_is_text_wherever_it_shows(whole, text):
    regions = whole.after(opens(text)).regions()
    for html in regions.values():
        assert "<b>x" not in html
    shown = regions[CASE_FILE].partition("<textarea")
    written = shown[0] if "opened" in shown[0] else shown[2]
    assert "&lt;b&gt;x&lt;/b&gt; &amp; &#34;q&#34; {{ 7*7 }} \\u202egnp \\x1b[2J" in written
    assert not {"\u202e", "\x1b"} & set(regions["live"] + written.partition("<textarea")[0])


@pytest.mark.parametrize(
    "event",
    [
        {"openfile": "board"},
        {"openfile": "board", "value": []},
        {"openfile": "board", "value": {"text": 7}},
        {"openfile": "board", "value": {"text": SCENARIO, "x": ""}},
        {"openfile": "x", "value": {"text": SCENARIO}},
        {"showfile": "0"},
        {"closefile": "board"},
    ],
)
def test_what_no_form_sends_is_refused(whole, event):
    with pytest.raises(BadEvent):
        whole.after(event)


def test_no_link_carries_it_and_the_page_says_so(whole, case):
    opened = whole.after(FACT).after(opens(SCENARIO))
    share = opened.regions()["share"]
    assert NO_LINK_OPENS in share
    assert "leaves out the facts of your own" in share
    assert encode(case, scenario(case, ["football-talk"])) in share
    assert NO_LINK_OPENS not in whole.regions()["share"]


@pytest.mark.parametrize("text", [TWO, PATTERN], ids=["scenario", "pattern"])
def test_it_is_kept_and_closes_to_what_was_before(left, text):
    opened = left.after(opens(text))
    data = json.loads(json.dumps(kept(opened)))
    again = restored(start(WHOLE), data).lesson
    assert again.regions() == opened.regions()
    assert kept(again) == data
    assert again.after(CLOSE).board.scenario == left.board.scenario


def test_what_was_kept_and_cannot_be_read_is_left_out_and_named(left):
    data = kept(left.after(opens(TWO)))
    data["members"]["board"]["file"]["text"] = "title: [x"
    found = restored(start(WHOLE), data)
    assert found.lesson.board.file is None
    assert found.notice == "What is no longer here was left out: your case file."


def test_none_is_taken_up_on_a_board_that_opens_none(whole):
    board = whole.after(opens(TWO)).board
    with pytest.raises(BadEvent, match="nothing of one's own"):
        board.but(plan=evolve(board.plan, own=False)).checked()


def test_a_fact_of_ones_own_that_is_taken_out_meanwhile_does_not_come_back(whole):
    added = whole.after(FACT)
    (own,) = added.board.own
    opened = added.after(opens(SCENARIO))
    assert own.id in opened.board.file.before.added
    out = opened.after({"disown": own.id})
    assert out.after(CLOSE).board.scenario == RECORD
    assert restored(start(WHOLE), kept(out)).lesson.board.here == out.board.here
    assert opened.after(CLOSE).board.scenario.added == {own.id}


def test_an_address_that_says_something_else_leaves_the_file_open(left, case):
    opened = left.after(opens(SCENARIO))
    other = Address(WHOLE, encode(case, scenario(case, ["choking-reported"])))
    found = other.taken_up(kept(opened))
    assert found.notice == LINK_FIRST
    assert found.lesson.board.file == opened.board.file
    assert "no longer what it says" in live(found.lesson)


def test_the_year_of_a_file_stands_in_the_choice_of_years(whole):
    early = whole.after(opens(TWO.replace("1997", "1950"))).after({"showfile": "1"})
    (chosen,) = [o for o in read(early.regions()["year"]).all("option") if "selected" in o.attrs]
    assert chosen.attrs["value"] == "1950"
