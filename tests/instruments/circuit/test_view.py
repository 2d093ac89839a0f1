"""A circuit is an ordered list of buttons, each with a sentence for its name."""

import attrs
import pytest

from okin_lib.instruments.board.state import Board
from okin_lib.instruments.circuit.view import DRAWER, drawing
from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.library import start
from okin_lib.lessons.load import load_plan
from okin_lib.page.claims import RECORD
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset
from tests.instruments.circuit.lines import of
from tests.page.markup import HOSTILE, ids, read, unlabelled
from tests.reasoning.courtroom import OFFICERS, ask

FOOTBALL = "football-talk"


def shown(case, now, party, claim="due-process", chosen="", before=None):
    return read(drawing(case, case.claims[claim], now, party, chosen, before))


def names(root):
    return [button.attrs["aria-label"] for button in root.all("button")]


def marked(root, mark):
    """The elements whose place bears a mark, by the first button in it."""
    places = [li for li in root.all("li") if mark in li.attrs and li.all("button")]
    return [place.all("button")[0].attrs["data-id"] for place in places]


@pytest.fixture(scope="module")
def without_football(case):
    return ask(case, [FOOTBALL])


@pytest.fixture
def board(case):
    plan = load_plan(PACKAGE / "lessons" / "03_act_or_omission.yaml", case).exercise.board
    return Board.of(case, plan, drawer=DRAWER)


def line(board):
    return read(board.regions()["circuit"])


def reason(board):
    return read(board.regions()["why"])


def reasons(board):
    return [head.text for head in reason(board).all("h3")]


@pytest.mark.parametrize("officer", OFFICERS)
def test_every_element_of_the_claim_is_a_button_in_the_order_of_the_line(case, officer):
    (line,) = shown(case, ask(case), officer).all("ol")
    assert [button.attrs["data-id"] for button in line.all("button", data_act="choose")] == [
        "violation", "explicit-sanction", "implicit-sanction", "sorting", "conveyed-to-wrongdoer",
        "affirmative-conduct", "increased-danger", "conscience", "time-to-deliberate", "awareness",
        "disregard", "no-competing-obligation", "immunity", "clearly-established",
    ]  # fmt: skip


def test_names_are_sentences_of_how_it_stands_and_what_it_was(case, without_football):
    said = names(shown(case, without_football, "lug"))
    assert "Explicit sanction: no genuine issue" in said
    assert "Implicit sanction: open, leaning to Okin. It was triable" in said
    assert "Repeated failures: triable" in said
    assert "Immunity: open. It was not immune" in said


def test_a_negation_never_reads_as_two(case):
    assert "Not immune. Qualified immunity: no" in names(shown(case, ask(case), "lug"))
    below = shown(case, ask(case, **preset(case, "district-court")), "lug")
    assert "Immune. Qualified immunity: yes. It was not immune" in names(below)


@pytest.mark.parametrize(("court", "bead"), [("second-circuit", "yes"), ("district-court", "no")])
def test_immunity_is_filled_where_it_lets_the_line_run(case, court, bead):
    root = shown(case, ask(case, **preset(case, court)), "lug")
    (bracket,) = [li for li in root.all("li", **{"class": "group"}) if "mmune" in li.text]
    assert bracket.attrs["data-s"] == bead


def test_the_same_answer_by_another_authority_is_on_other_ground(case):
    root = shown(case, ask(case, attribution="individual"), "lug", before=ask(case))
    assert "Time: triable, on other ground" in names(root)
    assert marked(root, "data-kept") == [
        "time-to-deliberate", "awareness", "no-competing-obligation",
    ]  # fmt: skip


def test_what_changed_is_marked_and_on_the_record_nothing_is(case, without_football):
    was, now = of(analyze(case, RECORD), "lug"), of(without_football, "lug")
    root = shown(case, without_football, "lug")
    assert set(marked(root, "data-lit")) == {
        key for key in now if (now[key].status, now[key].lean) != (was[key].status, was[key].lean)
    }
    record = shown(case, analyze(case, RECORD), "lug")
    assert marked(record, "data-lit") == marked(record, "data-kept") == []


@pytest.mark.parametrize(
    ("supposed", "party", "claim", "plate"),
    [
        ([], "lug", "due-process", "The claim goes on summary judgment denied"),
        ([], "odell", "due-process", "The claim ends summary judgment granted"),
        (
            [FOOTBALL],
            "lug",
            "due-process",
            "Open the opinion does not decide this motion Before: The claim goes on",
        ),
        ([], "village", "municipal-liability", "The claim goes on summary judgment denied"),
        ([], "town", "municipal-liability", "The claim ends summary judgment granted"),
    ],
)
def test_the_plate_says_what_becomes_of_the_claim_and_what_did(
    case, supposed, party, claim, plate
):
    (found,) = shown(case, ask(case, supposed), party, claim).all("div", **{"class": "plate"})
    assert found.text == plate


def test_two_wires_are_joined_by_or_and_a_row_by_and(case):
    joints = {
        li.all("button")[0].attrs["data-id"]: span.text
        for li in shown(case, ask(case), "lug").all("li")
        for span in li.all("span")
        if span.attrs.get("class", "").startswith("joint")
    }
    assert "explicit-sanction" not in joints
    assert joints["implicit-sanction"] == "or"
    assert joints["sorting"] == joints["conveyed-to-wrongdoer"] == joints["immunity"] == "and"


@pytest.mark.parametrize(
    ("party", "claim"), [("lug", "due-process"), ("village", "municipal-liability")]
)
def test_wires_say_nothing_and_the_markup_is_sound(case, without_football, party, claim):
    root = shown(case, without_football, party, claim, "implicit-sanction")
    assert not unlabelled(root)
    assert not ids(root)
    wires = [node for node in root.all("i") if "data-w" in node.attrs]
    assert {wire.attrs["data-w"] for wire in wires} <= {"run", "hang", "skip", "dead"}
    assert {wire.attrs["data-lane"] for wire in wires} == {"main", "by"}
    assert not any(drawn.text for drawn in root.all("i"))


def test_hostile_law_is_text(case):
    elements = tuple(
        attrs.evolve(each, label=HOSTILE, short=HOSTILE, negated={"no": HOSTILE, "yes": HOSTILE})
        for each in case.doctrine.elements
    )
    hostile = attrs.evolve(case, doctrine=attrs.evolve(case.doctrine, elements=elements))
    root = shown(hostile, ask(hostile), "lug")
    assert not root.all("script")
    assert not root.all("img")
    assert [label.text for label in root.all("span", **{"class": "lab"})] == [HOSTILE] * 14


def test_a_button_turns_to_the_reason_of_its_element_and_stays_pressed(board):
    assert reasons(board) == [board.case.elements[board.plan.element].label]
    chosen = board.after({"choose": "sorting", "value": ""})
    assert reasons(chosen) == ["Repeated failures that would have emboldened"]
    assert reason(chosen).all("blockquote")
    pressed = line(chosen).all("button", aria_pressed="true")
    assert [button.attrs["data-id"] for button in pressed] == ["sorting"]


def test_the_reason_follows_the_record_and_stays_when_every_reason_is_asked_for(board):
    chosen = board.after({"choose": "immunity", "value": ""})
    off = chosen.after({"toggle": FOOTBALL, "value": False}).after({"choose": "immunity"})
    (now,) = reason(off).all("p", **{"class": "now"})
    assert now.text.startswith("open")
    assert reasons(off.after({"open": "every-element", "value": ""})) == ["Qualified immunity"]


def test_a_party_of_whom_the_element_is_not_asked_has_no_reason_for_it():
    board = start("10_whole_board").board.after({"choose": "implicit-sanction", "value": ""})
    assert reasons(board) == ["Implicit sanction"]
    village = board.after({"party": "strip", "value": "village"})
    its = {each.element for each in village._seen.now.findings if each.party == "village"}
    assert village.chosen in its
    assert reasons(village) == [board.case.elements[village.chosen].label]


def test_the_list_says_the_same_once_it_is_asked_for(board):
    (box,) = read(board.regions()["list"]).all("details")
    assert box.attrs["data-act"] == "unfold"
    assert box.all("summary")[0].text == "The same as a list"
    assert not box.all("ul")
    its = read(board.after({"unfold": "list", "value": True}).regions()["list"])
    on_the_line = {b.attrs["data-id"] for b in line(board).all("button", data_act="choose")}
    assert on_the_line
    assert on_the_line <= {each.attrs["data-id"] for each in its.all("details", data_act="open")}


def test_it_says_once_that_nothing_is_found_as_fact(board):
    said = " ".join(read(html).text for html in board.regions().values())
    assert said.count("Nothing is found as fact.") == 1


def test_guided_lessons_draw_it_as_the_whole_board_does(board):
    lesson = start("03_act_or_omission")
    assert lesson.exercise.regions()["circuit"] == board.regions()["circuit"]
