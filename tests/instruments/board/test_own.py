"""Facts of a learner's own on the whole board: said, marked, switched, taken out, and kept."""

import gc
import json
from datetime import UTC, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import okin_lib as okin
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.own_facts import MARK
from okin_lib.files.as_json import as_data
from okin_lib.files.link_code import decode, encode
from okin_lib.lessons.kept import BadState, kept, restored
from okin_lib.lessons.library import open_lesson, start
from okin_lib.lessons.taken_up import LINK_FIRST, Address
from okin_lib.page.claims import RECORD
from okin_lib.page.download import Order
from okin_lib.page.regions import BadEvent, Mistake, changed
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, pages, read, unlabelled

WHOLE, LESSON = "10_whole_board", "03_act_or_omission"
HOSTILE = 'He told <b>Sears</b> "so" & {{ 7*7 }}'
ASSURED = {
    "words": HOSTILE,
    "of-odell": "on",
    "does-explicit-assurance": "gives",
    "does-harm-followed": "gives",
    "does-training": "",
}
ORDER = Order({}, datetime(2026, 1, 2, tzinfo=UTC), "1")
UNDO, REDO = {"undo": "board"}, {"redo": "board"}


def says(**fields):
    return {"own": "fact", "value": {"words": "It was so", "does-saw-signs": "gives", **fields}}


ADD = {"own": "fact", "value": ASSURED}


@pytest.fixture(scope="module")
def whole():
    return start(WHOLE).after({"unfold": "own", "value": True})


@pytest.fixture(scope="module")
def added(whole):
    return whole.after(ADD)


def test_the_receipt_of_a_lesson_on_whose_board_one_is_supposed_can_be_made():
    lesson = open_lesson(LESSON)
    board = evolve(lesson.exercise, plan=evolve(lesson.exercise.plan, own=True)).after(ADD)
    made = evolve(lesson, exercise=board).files["receipt.json"](ORDER)
    assert json.loads(made.data)["scenario"] == encode(lesson.case, RECORD)


def only(lesson):
    (fact,) = lesson.board.own
    return fact


def test_the_form_names_the_factors_under_the_headings_of_the_doctrine(whole, case):
    form = read(whole.regions()["own"])
    assert not unlabelled(form)
    heads = [summary.text for summary in form.all("summary")][1:]
    assert heads == [factor.heading for factor in case.doctrine.factors if factor.heading]
    labels = {label.text for label in form.all("label")}
    assert {"Saw signs", "Explicit assurance", "Douglas"} <= labels
    assert "Knew of the violence" not in labels  # it sums up others


def test_it_is_folded_until_it_is_asked_for_and_no_lesson_has_it():
    assert not read(start(WHOLE).regions()["own"]).all("form")
    assert "own" not in start(LESSON).regions()
    with pytest.raises(BadEvent):
        start(LESSON).after(ADD)


def test_what_is_added_is_on_changes_an_element_and_is_marked_wherever_it_shows(added):
    regions = added.after({"unfold": "what-changed", "value": True}).regions()
    assert "against five officers goes on" in read(regions["live"]).text
    (switch,) = read(regions["own"]).all("input", data_act="toggle")
    assert "checked" in switch.attrs
    for region in ("own", "live", "what-changed", "facts", "why", "matrix"):
        text, marked = read(regions[region]).text, f"{HOSTILE} ({MARK})"
        assert text.count(HOSTILE) == text.count(marked), region
        assert "<b>Sears" not in regions[region]
    for region in ("own", "live", "what-changed"):
        assert MARK in read(regions[region]).text
    look = added.after({"show": "evidence"}).after({"choose": "party", "value": "odell"})
    assert f"{HOSTILE} ({MARK})" in read(look.regions()["aspect"]).text
    root = pages(regions, added.parts)
    assert len(set(ids(root))) == len(ids(root))


def test_the_memo_says_that_it_is_invented(added):
    made = added.after({"choose": "memo-officer", "value": "odell"})
    text = made.files["memo.md"](ORDER).data.decode()
    lines = [each for each in text.splitlines() if MARK in each]
    assert len(lines) > 1
    assert all("HYPOTHETICAL" in each for each in lines)
    assert encode(made.case, RECORD) in made.files["memo.html"](ORDER).data.decode()
    assert all(made.files[name](ORDER).data for name in ("memo.docx", "memo.html"))


def test_undo_takes_it_out_redo_puts_it_back_and_a_button_takes_it_out(whole, added):
    back = added.after(UNDO)
    assert (back.board.own, back.board.scenario, back.board.case) == ((), RECORD, whole.case)
    assert back.regions() == whole.regions()
    assert back.after(REDO).board.own == added.board.own
    out = added.after({"disown": only(added).id})
    assert (out.board.own, out.board.scenario) == ((), RECORD)
    assert out.after(UNDO).board.scenario == added.board.scenario
    with pytest.raises(BadEvent, match="fact of your own"):
        out.after({"disown": only(added).id})


def test_it_is_switched_as_any_other_and_back_to_the_record_leaves_it_off(added):
    off = added.after({"toggle": only(added).id, "value": False})
    assert off.board.scenario == RECORD == added.after({"reset": "board"}).board.scenario
    assert only(off) == only(added)
    assert off.after({"toggle": only(added).id, "value": True}).board.scenario.added


def test_no_link_says_it_and_the_page_says_so(added, case):
    off = added.after({"toggle": "football-talk", "value": False})
    share = off.regions()["share"]
    assert "leaves out the facts of your own" in share
    assert encode(case, scenario(case, ["football-talk"])) in share
    assert "leaves out" not in start(WHOLE).regions()["share"]


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (says(words=" \n "), "Nothing was added: say the fact in words"),
        (says(words="a" * 201), "Nothing was added: .* at most 200 characters"),
        (says(**{"does-saw-signs": ""}), "Nothing was added: choose at least one factor"),
        (
            says(**{"does-explicit-assurance": "gives", "does-wrongdoer-present": "defeats"}),
            "Nothing was added: “Explicit assurance” cannot be without",
        ),
    ],
)
def test_a_slip_is_a_mistake_that_says_what_to_do(whole, event, says):
    with pytest.raises(Mistake, match=says):
        whole.after(event)


@pytest.mark.parametrize(
    "event",
    [
        {"own": "fact"},
        {"own": "fact", "value": []},
        {"own": "other", "value": ASSURED},
        says(words=7),
        says(**{"does-saw-signs": "perhaps"}),
        says(**{"does-knew": "gives"}),
        says(**{"of-village": "on"}),
        says(hack="x"),
    ],
)
def test_what_no_form_sends_is_refused(whole, event):
    with pytest.raises(BadEvent):
        whole.after(event)


def test_five_are_the_most_and_the_same_is_not_added_twice(whole):
    full = whole
    for n in range(5):
        full = full.after(says(words=f"It was so {n}"))
    assert not read(full.regions()["own"]).all("form")
    with pytest.raises(Mistake, match="take one out first"):
        full.after(says(words="More"))
    with pytest.raises(Mistake, match="there already"):
        whole.after(says()).after(says())


def test_what_is_excluded_is_not_added_beside_what_is_supposed(whole):
    away = whole.after({"toggle": "nothing-reached-sears", "value": True})
    with pytest.raises(Mistake, match=r"Nothing was added: .* cannot both be supposed"):
        away.after(ADD)


def test_it_is_kept_and_taken_up_again(added):
    left = added.after({"toggle": "football-talk", "value": False})
    data = json.loads(json.dumps(kept(left)))
    again = restored(start(WHOLE), data).lesson
    assert again.regions() == left.regions()
    assert kept(again) == data
    assert only(again) == only(left)


def test_an_analysis_as_json_has_a_code_that_every_case_reads(added, case):
    board, fact = added.board, only(added)
    told = as_data(board.case, analyze(board.case, board.scenario))["scenario"]
    assert told["with"] == [fact.id]
    assert told["code"] == okin.Scenario(board.scenario, board.case).code
    assert decode(case, told["code"]).notice == ""


def test_an_address_that_bears_the_code_of_the_rest_does_not_take_it_away(added):
    left = added.after({"toggle": "football-talk", "value": False})
    code = encode(left.case, left.board.in_a_code)
    found = Address(WHOLE, code).taken_up(kept(left))
    assert (found.lesson.board, found.notice) == (
        left.board.but(trail=type(left.board.trail)()),
        "",
    )
    other = Address(WHOLE, encode(left.case, scenario(left.case, ["choking-reported"])))
    linked = other.taken_up(kept(left))
    assert linked.notice == LINK_FIRST
    assert only(linked.lesson) == only(left)
    assert not linked.lesson.board.scenario.added
    assert dict(linked.lesson.after({"toggle": only(left).id, "value": True}).regions())


def board_of(data, name="board", **fields):
    members = data["members"]
    return {**data, "members": {**members, name: {**members[name], **fields}}}


SAID = {"words": "So", "concerns": [], "gives": ["saw-signs"], "defeats": []}


@pytest.mark.parametrize(
    "own",
    [
        None,
        "text",
        [7],
        [{}],
        [{**SAID, "words": "a\nb"}],
        [{**SAID, "words": ["So"]}],
        [{**SAID, "gives": ["knew"]}],
        [{**SAID, "concerns": ["village"]}],
        [{**SAID, "hack": 1}],
        [SAID, SAID],
        [{**SAID, "words": str(n)} for n in range(6)],
        [],  # and what is supposed names the one that was there
    ],
)
def test_what_no_act_led_to_is_not_taken_up(added, own):
    with pytest.raises(BadState):
        restored(start(WHOLE), board_of(kept(added), own=own))


def test_no_lesson_takes_up_a_fact_of_ones_own():
    reason = {"choice": "fails", "because": "So"}
    lesson = start(LESSON).after({"commit": "without-football", "value": reason})
    with pytest.raises(BadState, match="nothing of one's own"):
        restored(start(LESSON), board_of(kept(lesson), "exercise", own=[SAID]))


def test_under_an_earlier_law_what_no_longer_fits_is_left_out_and_named(added):
    data = board_of(kept(added), own=[{**SAID, "gives": ["once-a-factor"]}])
    found = restored(start(WHOLE), {**data, "law": 1})
    assert found.lesson.board.own == ()
    assert "a fact of your own (“So”)" in found.notice


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=220))
def test_whatever_is_typed_is_shown_as_text_or_refused(words):
    whole = start(WHOLE)
    try:
        after = whole.after(says(words=f"<img src=x>{words}"))
    except Mistake:
        return
    for region, html in changed(whole.regions(), after.regions()).items():
        assert not read(html).all("img"), region
    assert restored(whole, json.loads(json.dumps(kept(after)))).lesson.board.own == after.board.own


@pytest.mark.long
def test_what_learners_add_is_let_go(whole):
    """What is found of a case is kept for some hundreds of cases, and no more."""
    before = cases()
    for n in range(600):
        dict(whole.after(says(words=f"It was so {n}")).regions())
    assert cases() - before < 300


def cases():
    gc.collect()
    return sum(isinstance(each, Case) for each in gc.get_objects())


def test_a_receipt_says_it_as_long_as_it_is_supposed(whole, added):
    off = added.after({"toggle": only(added).id, "value": False})
    for lesson, own in ((whole, []), (added, [HOSTILE]), (off, [])):
        assert json.loads(lesson.files["receipt.json"](ORDER).data)["own"] == own
    page = added.files["receipt.html"](ORDER).data.decode()
    assert HOSTILE in read(page).text
    assert "<b>Sears" not in page
