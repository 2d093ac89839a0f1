"""The whole board: all there is, on one screen."""

import zlib
from random import Random

import attrs
import pytest

from okin_lib.files.link_code import encode
from okin_lib.lessons.instruments import LOOKS
from okin_lib.lessons.library import open_lesson, start
from okin_lib.lessons.whole import Whole
from okin_lib.page.claims import RECORD
from okin_lib.page.regions import BadEvent, Mistake, changed
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import UnknownName, scenario
from tests.page.markup import ids, pages, read, unlabelled

FOOTBALL_OFF = {"toggle": "football-talk", "value": False}


@pytest.fixture(scope="module")
def whole() -> Whole:
    return start("10_whole_board")


def at_rest(whole: Whole) -> dict:
    """What is shown of a scenario whatever came before it, which only says what an act moved."""
    board = whole.board
    rest = attrs.evolve(board, before=board.scenario, chosen=board.plan.element, said="")
    return attrs.evolve(whole, board=rest).regions()


def taken(whole: Whole) -> str:
    """The look that is marked as taken, among the tabs or in the list."""
    choice = read(whole.regions()["aspects"])
    pressed = [tab.attrs["data-id"] for tab in choice.all("button", aria_pressed="true")]
    (listed,) = choice.all("select", data_id="more")
    chosen = [each for each in listed.all("option") if "selected" in each.attrs]
    (marked,) = [*pressed, *filter(None, (each.attrs["value"] for each in chosen))]
    return marked


def test_parts_name_every_region_once(whole):
    named = [key for part in whole.parts.values() for key in part]
    assert sorted(named) == sorted(whole.regions())


def test_its_first_paint_is_small(whole):
    html = "".join(whole.regions().values()).encode()
    assert len(html) < 85_000
    assert len(zlib.compress(html)) < 15_000


def test_it_shows_every_fact_reading_claim_and_party(whole, case):
    plan = whole.board.plan
    assert {each.event for each in plan.occasions} == {event.id for event in case.record.events}
    assert set(plan.hypotheticals) == {each.id for each in case.record.hypotheticals}
    assert plan.readings == tuple(reading.id for reading in case.doctrine.readings)
    assert plan.claims == tuple(claim.id for claim in case.doctrine.claims)
    heads = {th.text for th in read(whole.regions()["matrix"]).all("th", scope="col")}
    assert {party.name for party in case.defendants} <= heads


def test_every_finding_is_in_the_tables(whole, case):
    officers, municipalities, every = read(whole.regions()["matrix"]).all("table")
    bodies = [body for each in (officers, municipalities, every) for body in each.all("tbody")]
    cells = [td for body in bodies for td in body.all("td")]
    spans = sum(int(cell.attrs.get("colspan", "1")) for cell in cells)
    assert spans == len(analyze(case, RECORD).findings)


def test_a_party_alone_says_the_same_as_its_column(whole, case):
    """Where there is no room for columns, what is marked as a party's is shown alone."""
    for party in ("manion", "town"):
        shown = read(whole.after({"party": "matrix", "value": party}).regions()["matrix"])
        assert shown.all("option", value=party)[0].attrs.keys() >= {"selected"}
        its = [each for each in shown.all("table") if "not-asked" not in each.attrs["class"]]
        rows = [row for table in its for body in table.all("tbody") for row in body.all("tr")]
        cells = [[td for td in row.all("td") if td.attrs.get("class") == "its"] for row in rows]
        assert all(len(row) == 1 for row in cells)
        found = analyze(case, RECORD).findings_of(party)
        assert len(cells) == len(found) > 10
        name = {each.id: each.name for each in case.record.parties}[party]
        for (cell,) in cells:
            (button,) = cell.all("button")
            who = button.attrs["aria-label"].partition(":")[0]
            assert name in who or "Training" in who


def test_a_cell_shows_its_reason(whole):
    seen = whole.after({"see": "custom/village"})
    assert (seen.board.chosen, seen.board.party) == ("custom", "village")
    (pressed,) = read(seen.regions()["matrix"]).all("button", aria_pressed="true")
    assert pressed.attrs["data-id"] == "custom/village"
    assert seen.board.scenario == whole.board.scenario


def test_at_first_no_look_is_taken_and_none_is_on_the_page(whole):
    (pressed,) = read(whole.regions()["aspects"]).all("button", aria_pressed="true")
    assert pressed.text == "Every element"
    assert not read(whole.regions()["aspects"]).all("select", data_act="choose")
    assert not whole.aspect.taken
    assert read(whole.regions()["aspect"]).text == ""


@pytest.mark.parametrize("kind", LOOKS)
def test_a_look_stands_where_every_element_stood_and_what_is_supposed_stays(whole, kind):
    off = whole.after(FOOTBALL_OFF)
    looked = off.after({"show": kind})
    assert looked.board == off.board
    news = changed(off.regions(), looked.regions())
    assert news.keys() == {"aspects", "aspect", "matrix"}
    assert read(news["matrix"]).text == ""
    assert "hidden" in read(news["matrix"]).children[0].attrs
    assert looked.after({"show": "elements"}).regions() == off.regions()
    undone = looked.after({"undo": "board"})
    assert undone.aspect.look == kind


@pytest.mark.parametrize("kind", LOOKS)
@pytest.mark.parametrize("event", [None, FOOTBALL_OFF, {"preset": "district-court"}])
def test_every_aspect_is_sound_and_labelled(whole, kind, event):
    shown = (whole.after(event) if event else whole).after({"show": kind})
    root = pages(shown.regions(), shown.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
    assert taken(shown) == kind


@pytest.mark.parametrize("kind", LOOKS)
def test_what_an_aspect_asks_for_changes_only_it(whole, kind):
    shown = whole.after({"show": kind})
    for field in (ask.id for ask in LOOKS[kind].asks if not ask.within):
        (select,) = read(shown.regions()["aspects"]).all("select", data_id=field)
        other = select.all("option")[-1].attrs["value"]
        news = changed(shown.regions(), shown.after({"choose": field, "value": other}).regions())
        assert news.keys() == {"aspects", "aspect"}


def test_what_does_not_fit_beside_the_tabs_is_in_a_list_under_its_question(whole):
    choice = read(whole.regions()["aspects"])
    tabs = [tab.attrs["data-id"] for tab in choice.all("button")]
    (listed,) = choice.all("select", data_id="more")
    under = {
        each.attrs["value"]: group.attrs["label"]
        for group in listed.all("optgroup")
        for each in group.all("option")
    }
    assert sorted([*tabs, *under]) == sorted(["elements", *LOOKS])
    assert under == {key: LOOKS[key].question for key in under}
    assert whole.after({"show": "more", "value": "lens"}) == whole.after({"show": "lens"})
    for bad in ("", "more", "<b>"):
        with pytest.raises(BadEvent, match="more"):
            whole.after({"show": "more", "value": bad})


def test_each_thing_that_looks_ask_for_is_one_for_all_of_them():
    asks = [ask for look in LOOKS.values() for ask in look.asks]
    assert len({ask.id for ask in asks}) == len(set(map(id, asks)))


INNER = [key for key, look in LOOKS.items() if any(ask.within for ask in look.asks)]


@pytest.mark.parametrize("kind", INNER)
def test_what_a_look_itself_offers_is_chosen_in_it_and_changes_nothing_else(whole, kind):
    shown = whole.after({"show": kind})
    for field in (ask.id for ask in LOOKS[kind].asks if ask.within):
        assert not read(shown.regions()["aspects"]).all("select", data_id=field)
        offered = read(shown.regions()["aspect"]).all("input", data_id=field)
        other = offered[-1].attrs["value"]
        after = shown.after({"choose": field, "value": other})
        assert changed(shown.regions(), after.regions()).keys() == {"aspect"}
        assert after.after({"choose": field, "value": offered[0].attrs["value"]})
        with pytest.raises(BadEvent):
            shown.after({"choose": field, "value": "nothing"})


def test_every_party_has_a_circuit_and_a_reason_in_every_reading(whole, case):
    drawn = whole.after({"unfold": "circuit", "value": ""})
    for party in case.defendants:
        its = drawn.after({"party": "strip", "value": party.id})
        for reading in case.doctrine.readings:
            for value in reading.values:
                read_so = its.after({"reading": reading.id, "value": value.id})
                assert party.name in read(read_so.regions()["circuit"]).text


def test_an_aspect_follows_what_is_supposed(whole):
    for kind in ("timeline", "evidence", "parties", "record", "lanes", "pivots"):
        shown = whole.after({"show": kind})
        off = shown.after(FOOTBALL_OFF)
        assert changed(shown.regions(), off.regions())["aspect"]


def test_what_stands_open_asks_for_nothing(whole):
    """A browser tells of it as of what a learner opens: a lesson would be begun by no one."""
    boxes = [box for html in whole.regions().values() for box in read(html).all("details")]
    opened = [box for box in boxes if "open" in box.attrs]
    assert opened
    assert not [box for box in opened if "data-act" in box.attrs]


def test_the_precedents_follow_the_year(whole):
    shown = whole.after({"show": "precedents"}).after({"unfold": "what-changed"})
    early = shown.after({"year": "year", "value": "1992"})
    assert "does not count yet" in early.regions()["aspect"]
    assert "the events begin in 1992" in early.regions()["what-changed"]
    assert "the year of the events" in early.regions()["what-changed"]


def test_the_year_can_be_undone_and_is_in_the_link(whole, case):
    early = whole.after({"year": "year", "value": "1992"})
    assert encode(case, scenario(case, year=1992)) in early.regions()["share"]
    undone = early.after({"undo": "board"})
    assert undone.board.scenario == whole.board.scenario
    assert at_rest(undone) == at_rest(whole)


def test_undo_after_fifty_random_steps_is_the_first_page(whole, case):
    chance = Random(7)
    state, steps = whole, 0
    facts = list(case.atoms)
    while steps < 50:
        event = {"toggle": chance.choice(facts), "value": chance.random() < 0.5}
        try:
            after = state.after(event)
        except Mistake:
            continue
        steps += after.board.scenario != state.board.scenario
        state = after
    assert state.regions() != whole.regions()
    for _ in range(50):
        state = state.after({"undo": "board"})
    assert at_rest(state) == whole.regions()


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({"show": "time"}, "timeline"),
        ({"choose": "source", "value": "nobody"}, "choice"),
        ({"draw": "tree"}, "matrix"),
        ({"see": "custom/douglas"}, "finding"),
        ({"year": "year", "value": "1066"}, "year"),
    ],
)
def test_what_it_does_not_know_is_refused(whole, event, says):
    with pytest.raises(BadEvent, match=says):
        whole.after(event)


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({"choose": "left", "value": "manion"}, "source"),
        ({"choose": "source", "value": "nobody"}, "source"),
    ],
)
def test_what_the_look_that_is_taken_does_not_ask_for_is_refused(whole, event, says):
    with pytest.raises(BadEvent, match=says):
        whole.after({"show": "timeline"}).after(event)


def test_a_code_opens_its_scenario(case):
    code = encode(case, scenario(case, ["football-talk"]))
    assert (
        start("10_whole_board", code).regions()
        == start("10_whole_board").after(FOOTBALL_OFF).regions()
    )


def test_another_id_is_refused_with_the_nearest():
    with pytest.raises(UnknownName, match="10_whole_board"):
        start("whole-bord")
    with pytest.raises(UnknownName, match="03_act_or_omission"):
        open_lesson("10_whole_board")
