"""The board as pure state: events in, regions out."""

import os
import subprocess
import sys
from random import Random

import attrs
import pytest

from okin_lib.files.link_code import encode
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.circuit.view import DRAWER
from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.library import start
from okin_lib.lessons.load import load_plan
from okin_lib.page.claims import RECORD
from okin_lib.page.regions import BadEvent, Mistake, changed
from okin_lib.page.trail import NOTHING_TO_REDO
from tests.page.markup import ids, pages, read, unlabelled

FOOTBALL_OFF = {"toggle": "football-talk", "value": False}
FOOTBALL_ON = {"toggle": "football-talk", "value": True}


@pytest.fixture(scope="module")
def plan(case):
    return load_plan(PACKAGE / "lessons" / "03_act_or_omission.yaml", case).exercise.board


@pytest.fixture
def board(case, plan):
    return Board.of(case, plan, drawer=DRAWER)


def after(board, *events):
    for event in events:
        board = board.after(event)
    return board


def unfolded(board):
    """Every fact and everything that is folded, as it is once it is asked for."""
    every = board if board.every_fact else board.after({"every": "facts", "value": ""})
    return after(every, *({"unfold": each, "value": True} for each in board._folded()))


def at_rest(board):
    """What a scenario shows whatever came before it, which only says what the last act moved."""
    return attrs.evolve(board, before=board.scenario, chosen=board.plan.element, said="").regions()


def tree_of(board, element="Implicit sanction"):
    (node,) = [
        li
        for li in read(unfolded(board).regions()["list"]).all("li")
        if any(
            s.text == element for s in li.children if not isinstance(s, str) and s.tag == "span"
        )
    ]
    return node.text


def test_parts_name_every_region(board):
    assert {key for part in board.parts.values() for key in part} == set(board.regions())


def test_each_region_is_one_element_that_names_it(board):
    for key, html in board.regions().items():
        (element,) = [node for node in read(html).children if not isinstance(node, str)]
        assert element.attrs["data-region"] == key


def test_the_headline_is_read_out_politely_as_a_whole(board):
    (live,) = read(board.regions()["live"]).all("section")
    assert live.attrs["aria-live"] == "polite"
    assert live.attrs["aria-atomic"] == "true"


def test_the_first_facts_are_the_first_calls(board):
    first = next(key for key in board.parts["board"] if key.startswith("facts-"))
    box = read(unfolded(board).regions()[first]).all("input")[0]
    assert box.attrs["data-id"] == "football-talk"
    assert "checked" in box.attrs


def test_football_off_changes_the_implicit_text(board):
    off = board.after(FOOTBALL_OFF)
    assert "triable (decided)" in tree_of(board)
    assert "open, leaning to Okin" in tree_of(off)
    assert set(changed(board.regions(), off.regions())) == {
        "bar", "facts", "live", "strip", "circuit", "why", "share"
    }  # fmt: skip
    assert set(changed(unfolded(board).regions(), unfolded(off).regions())) == {
        "bar", "facts", "facts-first-call", "live", "strip", "circuit", "why", "share",
        "verdict", "what-changed", "list", "matrix",
    }  # fmt: skip
    assert "Implicit sanction" in off.regions()["why"]


def test_and_on_again_restores_every_byte(board):
    again = after(board, FOOTBALL_OFF, FOOTBALL_ON)
    assert at_rest(again) == board.regions()


def test_regions_do_not_depend_on_the_way(board):
    other = {"toggle": "weber-laughed", "value": False}
    one = after(board, FOOTBALL_OFF, other)
    another = after(board, {"preset": "district-court"}, other, FOOTBALL_OFF, {"reset": "board"})
    another = after(another, other, FOOTBALL_OFF)
    assert at_rest(one) == at_rest(another)


def test_a_switch_to_what_is_already_so_is_no_step_and_says_so(board):
    same = board.after(FOOTBALL_ON)
    assert same == board.but(said=same.said)
    assert same.said in read(same.regions()["live"]).text


def test_undo_goes_back_a_step_at_a_time(board):
    undo = {"undo": "board", "value": ""}
    two = after(board, FOOTBALL_OFF, {"reading": "pena", "value": "broad"})
    assert after(two, undo).scenario == board.after(FOOTBALL_OFF).scenario
    assert at_rest(after(two, undo, undo)) == board.regions()
    nothing = after(two, undo, undo, undo)
    assert at_rest(nothing) == board.regions()
    assert "nothing to undo" in read(nothing.regions()["live"]).text


def test_redo_goes_forward_again_until_something_else_is_done(board):
    undo, redo = {"undo": "board"}, {"redo": "board"}
    two = after(board, FOOTBALL_OFF, {"reading": "pena", "value": "broad"})
    assert after(two, undo, undo, redo, redo) == two
    assert after(two, redo) == two.but(said=NOTHING_TO_REDO)
    aside = after(two, undo, {"reading": "pena", "value": "broad"})
    assert after(aside, redo) == aside.but(said=NOTHING_TO_REDO)


def test_undo_after_fifty_changes_is_the_first_page(board):
    random = Random(50)
    facts, now = board._switched(), board
    for _ in range(50):
        fact = random.choice(facts)
        now = now.after({"toggle": fact, "value": fact in now.scenario.without})
    for _ in range(50):
        now = now.after({"undo": "board"})
    assert at_rest(now) == board.regions()


def test_a_code_opens_its_scenario(case, board):
    off = board.after(FOOTBALL_OFF)
    code = encode(case, off.scenario)
    assert code in off.regions()["share"]
    opened = Board.of(case, board.plan, code, drawer=DRAWER)
    assert opened.regions() == off.regions()


def later_law(board):
    """The board once the law has a later version."""
    record = attrs.evolve(board.case.record, law=board.case.record.law + 1)
    return attrs.evolve(board, case=attrs.evolve(board.case, record=record))


@pytest.mark.parametrize("way", ["linked", "entered"])
def test_a_code_made_with_an_earlier_law_opens_and_says_so_until_the_next_act(case, board, way):
    off = board.after(FOOTBALL_OFF)
    code, later = encode(case, off.scenario), later_law(board)
    linked = Board.of(later.case, later.plan, code, drawer=DRAWER)
    opened = linked if way == "linked" else later.after(entered(code))
    assert opened.scenario == off.scenario
    assert "earlier version of the law" in opened.regions()["live"]
    assert f'data-code="{encode(later.case, off.scenario)}"' in opened.regions()["share"]
    assert "earlier version" not in opened.after({"reset": "board"}).regions()["live"]


@pytest.mark.parametrize("code", ["1", "x" * 100_000, "<script>alert(1)</script>", "\udcff"])
def test_a_code_that_is_none_says_so_and_shows_the_record(case, board, code):
    opened = Board.of(case, board.plan, code, drawer=DRAWER)
    assert "What you see is the record." in opened.regions()["bar"]
    assert "<script" not in opened.regions()["bar"]
    assert set(changed(board.regions(), opened.regions())) == {"bar", "share"}
    assert "data-code" not in opened.regions()["share"]
    assert 'data-code=""' in board.regions()["share"]
    assert opened.after(FOOTBALL_OFF).regions() == board.after(FOOTBALL_OFF).regions()


def test_a_link_is_drawn_until_the_scenario_changes(case, board):
    link = f"https://example.org/voila?s={encode(case, board.scenario)}"
    shared = board.after({"share": "board", "value": link})
    assert "<svg" in shared.regions()["share"]
    assert link in shared.regions()["share"]
    assert "<svg" not in shared.after(FOOTBALL_OFF).regions()["share"]


@pytest.mark.parametrize(
    "link", [None, 3, "javascript:alert(1)", "https://example.org", "http://" + "x" * 3000]
)
def test_no_other_link_is_drawn(board, link):
    with pytest.raises(BadEvent):
        board.after({"share": "board", "value": link})


def entered(text):
    return {"code": "board", "value": {"code": text}}


@pytest.mark.parametrize("around", ["{}", " {}\n", "https://a.example/voila/render/x?s={}&t=1#z"])
def test_a_code_or_a_link_that_is_entered_is_supposed_and_can_be_undone(case, board, around):
    off = board.after(FOOTBALL_OFF)
    opened = board.after(entered(around.format(encode(case, off.scenario))))
    assert opened.regions() == off.regions()
    assert at_rest(opened.after({"undo": "board"})) == board.regions()


@pytest.mark.parametrize("way", ["undone", "linked"])
def test_what_is_entered_takes_the_place_of_all_that_was_supposed(case, board, way):
    off = board.after(FOOTBALL_OFF)
    linked = Board.of(case, board.plan, "1", drawer=DRAWER)
    before = {"undone": off.after({"undo": "board"}), "linked": linked}
    opened = before[way].after(entered(encode(case, off.scenario)))
    assert at_rest(opened) == at_rest(off)
    assert not opened.trail.undone


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1", "Nothing was opened: this is no scenario: the code is cut short or altered"),
        ("https://a.example/?t=1", "holds no code"),
        ("x" * 50_000, "at most"),
        ("<script>alert(1)</script>", "Nothing was opened: this is no scenario"),
        ("\udcff", "Nothing was opened: this is no scenario"),
        ("  ", "needs its field"),
        (None, "needs its field"),
        (["1"], "needs its field"),
    ],
)
def test_what_is_no_code_is_refused_with_what_is_wrong(board, text, says):
    with pytest.raises(BadEvent, match=says):
        board.after(entered(text))


def test_a_code_of_what_is_supposed_already_says_that_nothing_changed(case, board):
    with pytest.raises(BadEvent, match="you suppose already"):
        board.after(entered(encode(case, board.scenario)))


def test_a_code_is_sent_with_its_form_and_not_as_it_is_typed(board):
    (form,) = read(board.regions()["share"]).all("form")
    assert form.attrs["data-act"] == "code"
    (field,) = [each for each in form.all("input") if each.attrs["name"] == "code"]
    assert "data-act" not in field.attrs
    assert form.all("button", type="submit")


def test_reset_is_the_record_and_can_be_undone(board):
    off = board.after(FOOTBALL_OFF)
    reset = off.after({"reset": "board", "value": ""})
    assert reset.scenario == RECORD
    assert reset.after({"undo": "board"}).scenario == off.scenario


def test_hypotheticals_are_added_and_marked(board):
    html = unfolded(board).regions()["hypotheticals"]
    told = after(board, {"toggle": "assurance-by-douglas", "value": True})
    assert told.scenario.added == {"assurance-by-douglas"}
    assert html.count("(not in the record)") == len(board.plan.hypotheticals) + 1
    assert "Added (not in the record)" in unfolded(told).regions()["verdict"]


def test_a_preset_reads_as_that_court_did(board):
    below = board.after({"preset": "district-court"})
    assert "the district court held" in unfolded(below).regions()["verdict"]
    radios = read(below.regions()["bar"]).all("input", data_act="preset")
    assert [b.attrs["value"] for b in radios if "checked" in b.attrs] == ["district-court"]
    assert below.after({"preset": "second-circuit"}).scenario == RECORD


def test_a_preset_keeps_the_facts(board):
    below = after(board, FOOTBALL_OFF, {"preset": "district-court"})
    assert below.scenario.without == {"football-talk"}


def test_a_reading_back_to_its_default_is_the_record(board):
    there = board.after({"reading": "attribution", "value": "individual"})
    assert there.scenario.readings == (("attribution", "individual"),)
    assert there.after({"reading": "attribution", "value": "aggregate"}).scenario == RECORD


def test_a_party_shows_another_tree_and_supposes_nothing(board):
    manion = board.after({"party": "strip", "value": "manion"})
    assert manion.scenario == RECORD
    assert set(changed(board.regions(), manion.regions())) == {"strip", "circuit", "why"}
    assert "Manion" in manion.regions()["circuit"]


def test_suppositions_are_one_step(board):
    for supposed in board.plan.suppositions:
        made = board.after({"suppose": supposed.id, "value": ""})
        assert made.scenario.without == set(supposed.without)
        assert made.scenario.added == set(supposed.added)
        assert at_rest(made.after({"undo": "board"})) == board.regions()


def test_what_another_supposition_excludes_is_refused_and_both_are_named(case):
    whole = start("10_whole_board").board
    for fact, hypothetical in case.hypotheticals.items():
        for other, because in hypothetical.excludes.items():
            for first, second in ((fact, other), (other, fact)):
                one = whole.after({"toggle": first, "value": True})
                with pytest.raises(Mistake, match=r"^Nothing was changed: ") as refused:
                    one.after({"toggle": second, "value": True})
                named = (hypothetical.label, case.hypotheticals[other].label, because)
                assert all(each in str(refused.value) for each in named)
                instead = after(
                    one, {"toggle": first, "value": False}, {"toggle": second, "value": True}
                )
                assert instead.scenario.added == {second}


def test_only_omissions_left_is_the_courts_hard_question(board):
    left = board.after({"suppose": "omissions-only"}).after({"open": "every-element"})
    assert "Purely passive: present" in tree_of(left)
    assert "Implicit sanction: ◐ open" in tree_of(left)
    assert "leaning" not in tree_of(left)
    assert "Affirmative interaction with the wrongdoer: absent" in tree_of(left)
    assert "Clearly established: ◐ open" in read(unfolded(left).regions()["list"]).text
    below = left.after({"preset": "district-court"})
    assert "Clearly established: □ no" in read(unfolded(below).regions()["list"]).text


@pytest.mark.parametrize(
    ("event", "names"),
    [
        ({}, "toggle"),
        ({"togle": "football-talk"}, "toggle"),
        ({"toggle": "football-talk", "reset": "board"}, "one of"),
        ({"toggle": "footbal-talk", "value": False}, "football-talk"),
        ({"toggle": "football-talk"}, "true or false"),
        ({"toggle": "football-talk", "value": "off"}, "true or false"),
        ({"toggle": "football-talk", "value": 0}, "true or false"),
        ({"toggle": ["football-talk"], "value": False}, "text"),
        ({"toggle": None}, "text"),
        ({"reading": "pina", "value": "broad"}, "pena"),
        ({"reading": "pena", "value": "brod"}, "broad"),
        ({"reading": "pena", "value": {"a": 1}}, "text"),
        ({"preset": "district"}, "district-court"),
        ({"party": "strip", "value": "duglas"}, "douglas"),
        ({"party": "douglas"}, "strip"),
        ({"suppose": "omission-only"}, "omissions-only"),
        ({"reset": "everything"}, "board"),
        ({"undo": "it"}, "board"),
        ({1: 2}, "toggle"),
    ],
)
def test_what_is_not_an_event_is_refused_with_the_nearest_that_is(board, event, names):
    with pytest.raises(BadEvent, match=names):
        board.after(event)


def test_what_the_lesson_does_not_show_cannot_be_switched(board, case):
    shown = {occasion.event for occasion in board.plan.occasions}
    hidden = next(fact for fact in case.record.facts if fact.event not in shown)
    with pytest.raises(BadEvent, match="fact"):
        board.after({"toggle": hidden.id, "value": False})


def test_a_plan_shows_its_claims_only(case, plan):
    one = attrs.evolve(plan, claims=("qualified-immunity",))
    regions = unfolded(Board.of(case, one, drawer=DRAWER).after(FOOTBALL_OFF)).regions()
    its = [e for e in case.doctrine.elements if e.claim == "qualified-immunity"]
    mine = [each.short or each.label for each in its]
    assert [th.text for th in read(regions["matrix"]).all("th", scope="row")] == mine
    assert f"of {len(mine) * 6} findings" in read(regions["what-changed"]).text


@pytest.mark.parametrize(
    ("act", "value", "regions"), [("party", "lug", {"matrix"}), ("draw", "", {"matrix", "list"})]
)
def test_what_is_unfolded_names_the_board_in_its_acts(board, act, value, regions):
    """What stands in a fold has a region of its own, which no act is of."""
    open = unfolded(board)
    named = {
        node.attrs["data-id"]
        for region in ("matrix", "list")
        for node in read(open.regions()[region]).walk()
        if node.attrs.get("data-act") == act
    }
    assert named == regions
    for target in named:
        done = open.after({act: target, "value": value})
        assert changed(open.regions(), done.regions()).get(target)


def test_where_no_facts_are_chosen_the_circuits_are_drawn_once_asked_for(case):
    """And they stay drawn, also where the board is taken up again."""
    board = start("10_whole_board").board
    regions = board.regions()
    assert not read(regions["strip"]).text
    (draw,) = read(regions["circuit"]).all("button")
    drawn = after(board, {draw.attrs["data-act"]: draw.attrs["data-id"], "value": ""})
    assert changed(regions, drawn.regions()).keys() == {"strip", "circuit"}
    assert read(drawn.regions()["circuit"]).all("li", data_s="triable")
    assert len(read(drawn.regions()["strip"]).all("input")) == len(case.defendants)
    assert drawn.checked().regions()["circuit"] == drawn.regions()["circuit"]


def test_every_claim_of_the_case_can_be_shown(case, plan):
    every = attrs.evolve(plan, claims=tuple(claim.id for claim in case.doctrine.claims))
    board = unfolded(Board.of(case, every, drawer=DRAWER))
    root = pages(board.after(FOOTBALL_OFF).regions(), board.parts)
    assert len(set(ids(root))) == len(ids(root))
    for table in read(board.regions()["matrix"]).all("table"):
        rows = table.all("tr")
        for row in rows:
            cells = [*row.all("th"), *row.all("td")]
            spans = sum(int(cell.attrs.get("colspan", "1")) for cell in cells)
            assert spans == len(rows[0].all("th"))


@pytest.mark.parametrize("event", [None, FOOTBALL_OFF, {"preset": "district-court"}])
def test_markup_is_sound_and_every_control_is_labelled(board, event):
    root = pages(unfolded(board.after(event) if event else board).regions(), board.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
    assert all(node.attrs.get("id") for node in root.all("details"))
    assert all(node.children[0].tag == "legend" for node in fieldsets(root))
    described = [n.attrs["aria-describedby"] for n in root.walk() if "aria-describedby" in n.attrs]
    assert set(described) <= set(ids(root))


def fieldsets(root):
    for node in root.all("fieldset"):
        node.children = [c for c in node.children if not (isinstance(c, str) and not c.strip())]
        yield node


@pytest.mark.parametrize("event", [FOOTBALL_OFF, {"suppose": "omissions-only"}])
def test_no_region_says_what_the_court_would_do(board, event):
    for html in unfolded(board.after(event)).regions().values():
        assert "court would" not in read(html).text.lower()


HASHES = """
from hashlib import sha256
from okin_lib.lessons.installed import load_case
from okin_lib.instruments.board.state import Board
from okin_lib.instruments.circuit.view import DRAWER
from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.load import load_plan
from okin_lib.files.link_code import encode

case = load_case()
plan = load_plan(PACKAGE / "lessons" / "03_act_or_omission.yaml", case)
board = Board.of(case, plan.exercise.board, drawer=DRAWER)
for event in ({}, {"suppose": "omissions-only"}, {"toggle": "assurance-by-lug", "value": True}):
    board = board.after(event) if event else board
    print(sha256("".join(board.regions().values()).encode()).hexdigest())
"""


def test_regions_are_the_same_in_every_process():
    def printed(seed):
        run = [sys.executable, "-c", HASHES]
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(run, capture_output=True, check=True, text=True, env=env).stdout

    first, *others = (printed(seed) for seed in ("0", "1", "12345"))
    assert len(first.split()) == 3
    assert others == [first, first]


def test_the_rest_of_an_occasion_comes_when_it_is_asked_for(board):
    occasion = board.plan.occasions[0]
    region, more = f"facts-{occasion.event}", f"more-{occasion.event}"

    def boxes(state):
        return {each.attrs["data-id"] for each in read(state.regions()[region]).all("input")}

    first = after(board, {"every": "facts"}, {"unfold": occasion.event, "value": True})
    assert boxes(first) == set(occasion.first)
    assert boxes(after(first, {"unfold": more, "value": True})) > boxes(first)
