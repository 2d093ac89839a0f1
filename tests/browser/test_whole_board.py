"""The whole board in Voila: what a demonstration, a class and a reader at home do with it."""

import random
import re
from itertools import product

import pytest
from playwright.sync_api import Locator, Page, expect

from okin_lib.doctrine.case import Case
from okin_lib.lessons.instruments import LOOKS
from tests.browser.conftest import REGIONS, answered, comes_to, look_at
from tests.examples import left_to_long

NOTEBOOK = "10_whole_board.ipynb"
FOOTBALL = "The football conversation"
TABLES = "Every element"
ASPECTS = tuple(look.label for look in LOOKS.values())
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture
def board(look_at_page) -> Page:
    return look_at_page(NOTEBOOK)


@pytest.fixture
def own_board(open_page) -> Page:
    """For what "Back to the record" does not undo."""
    return open_page(NOTEBOOK)


def region(page: Page, name: str) -> Locator:
    return page.locator(f"[data-region={name}]")


def football(page: Page) -> Locator:
    return page.locator("[data-act=toggle][data-id=football-talk]")


def without_football(page: Page) -> None:
    football(page).uncheck()
    expect(region(page, "live")).to_contain_text("Without the football conversation")


def unfold(page: Page, name: str) -> None:
    """Ask for what is said at length: it comes when its box is opened."""
    region(page, name).locator("summary").first.click()
    expect(region(page, name).locator("details section")).to_be_visible()


def every_fact(page: Page, case: Case) -> None:
    closed = page.locator(".event details:not([open]) > summary")
    closed.evaluate_all("all => all.forEach((summary) => summary.click())")
    expect(page.locator(".event fieldset")).to_have_count(len(case.events))
    closed.evaluate_all("all => all.forEach((summary) => summary.click())")
    expect(page.locator(".event [data-act=toggle]")).to_have_count(len(case.facts))


def sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_a_click_changes_every_view_and_the_live_message_says_what_follows(board: Page) -> None:
    without_football(board)
    expect(region(board, "matrix")).to_contain_text("32 of 144 changed")
    unfold(board, "what-changed")
    expect(region(board, "what-changed")).to_contain_text("32 of 144 findings changed")
    changed = region(board, "matrix").locator("td:has(b)")
    expect(changed.first).to_contain_text("open")
    expect(changed.first.get_by_role("button")).to_have_accessible_name(
        "Implicit sanction, Douglas, Lug, Weber and Williams: open, leaning to Okin."
        " It was triable"
    )
    said = region(board, "live").locator("p").first
    expect(said).to_have_text(
        "Without the football conversation, the claim of due process against four officers is"
        " open; against Manion and O'Dell it ends."
    )
    expect(board.locator(".okin [role=alert]")).to_have_count(0)


def test_focus_scroll_and_what_is_open_survive_every_toggle(own_board: Page) -> None:
    own_board.locator("#event-new-year-call summary").first.click()
    unfold(own_board, "list")
    own_board.locator("#why-implicit-sanction summary").click()
    expect(own_board.locator("#why-implicit-sanction blockquote").first).to_be_visible()
    open_before = own_board.locator(".okin details[open]").count()
    box = own_board.locator("#event-new-year-call [type=checkbox]").first
    box.focus()
    before = own_board.evaluate("scrollY")
    for said in ("Without ", "On the record, "):
        own_board.keyboard.press("Space")
        expect(region(own_board, "live")).to_contain_text(said)
        expect(box).to_be_focused()
        assert own_board.evaluate("scrollY") == before
        assert own_board.locator(".okin details[open]").count() == open_before


@pytest.mark.long
def test_fifty_random_toggles_can_be_undone_one_by_one(own_board: Page, case: Case) -> None:
    every_fact(own_board, case)
    undo, live = own_board.get_by_role("button", name="Undo"), region(own_board, "live")
    without_football(own_board)
    undo.click()
    expect(live).to_contain_text("On the record, ")
    before = own_board.evaluate(REGIONS)
    # Of the record: of what is supposed beside it, one thing may exclude another.
    others = [fact for fact in case.facts if fact != "football-talk"]
    for chosen in ("football-talk", *random.Random(415).sample(others, 49)):
        own_board.locator(f"[data-act=toggle][data-id={chosen}]").dispatch_event("click")
    expect(live).to_contain_text("Without 50 facts")
    for _ in range(50):
        undo.click()
    expect(live).to_contain_text("On the record, ")
    comes_to(own_board, REGIONS, before)


@pytest.mark.long
def test_nothing_moves_when_facts_are_toggled(own_board: Page, case: Case) -> None:
    """Cumulative layout shift, over 50 toggles: below 0.02."""
    every_fact(own_board, case)
    own_board.set_viewport_size({"width": 1440, "height": 900})
    own_board.evaluate(
        """() => {
          window.moved = 0;
          new PerformanceObserver((list) => {
            for (const shift of list.getEntries()) window.moved += shift.value;
          }).observe({ type: "layout-shift" });
        }"""
    )
    boxes = own_board.locator("[data-act=toggle]").element_handles()
    for box in random.Random(421).sample(boxes, 50):
        said = region(own_board, "live").inner_text()
        box.evaluate("box => box.click()")
        expect(region(own_board, "live")).not_to_have_text(said)
        own_board.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
        )
    assert own_board.evaluate("window.moved") < 0.02


def test_facts_are_found_as_one_types_and_focus_stays(own_board: Page) -> None:
    box = own_board.get_by_role("searchbox")
    box.focus()
    own_board.keyboard.type("football sears")
    expect(own_board.get_by_text(re.compile(r"^\d of 248 facts are shown"))).to_be_visible()
    expect(football(own_board)).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_value("football sears")
    region(own_board, "search").locator("summary").click()
    own_board.get_by_role("combobox", name="Only what can bear on").select_option(label="Custom")
    expect(football(own_board)).to_have_count(0)
    expect(region(own_board, "search")).to_contain_text("0 of 248 facts are shown")


def test_a_page_is_turned_to_with_its_passage_marked_and_one_comes_back(own_board: Page) -> None:
    turn = own_board.get_by_role("button", name=f"Turn to 421: {FOOTBALL}")
    turn.focus()
    own_board.keyboard.press("Enter")
    mark = region(own_board, "opinion").locator("mark")
    expect(mark).to_contain_text("it was about football")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    marked = mark.inner_text()
    own_board.get_by_role("button", name="Next citation").click()
    expect(mark).not_to_have_text(marked)
    own_board.get_by_role("button", name="Close the opinion, back to where I was").click()
    expect(turn).to_be_focused()


@pytest.mark.parametrize("aspect", left_to_long(ASPECTS, *ASPECTS[:2]))
def test_each_aspect_is_sound_fits_a_telephone_and_follows_the_facts(
    board: Page, axe, aspect
) -> None:
    look_at(board, aspect)
    without_football(board)
    assert axe(board) == []
    board.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024, at 400 %
    assert sideways(board) <= 0
    board.set_viewport_size({"width": 1000, "height": 900})
    football(board).check()
    expect(region(board, "live")).not_to_contain_text("Left out")
    board.get_by_role("button", name=TABLES).click()  # as it was found


@pytest.mark.long
def test_axe_finds_nothing_in_other_colours(board: Page, axe) -> None:
    without_football(board)
    for scheme, forced in (("dark", "none"), ("light", "active")):
        board.emulate_media(color_scheme=scheme, forced_colors=forced)
        assert axe(board) == [], (scheme, forced)
        bar = region(board, "matrix").locator("td[data-s=open] button").first
        assert "gradient" in bar.evaluate("element => getComputedStyle(element).backgroundImage")


def test_controls_have_room_for_a_finger_and_do_not_overlap(own_board: Page) -> None:
    own_board.locator("#event-new-year-call summary").first.click()
    _with_a_finger(own_board)
    for width in (320, 1440):
        own_board.set_viewport_size({"width": width, "height": 900})
        _have_room(own_board)


def _with_a_finger(page: Page) -> None:
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")


def _have_room(board: Page) -> None:
    # A word that opens its meaning stands in a sentence, where no finger's room is asked (2.5.8).
    labels = "label:has([type=checkbox], [type=radio])"
    controls = f"button:not(.term), select, summary, [type=search], {labels}"
    boxes = board.locator(f".okin :is({controls})").evaluate_all(
        """controls => controls.filter((c) => c.checkVisibility()).map((c) => {
          const { x, y, width, height } = c.getBoundingClientRect();
          const over = c.closest(".area-facts") !== null; // in a box that scrolls by itself
          return [c.innerText?.slice(0, 30), x, y + scrollY, width, height, over];
        })"""
    )
    assert [box for box in boxes if box[4] < 43.5] == []
    own = [box for box in boxes if box[3]]
    overlapping = [
        (a[0], b[0])
        for n, a in enumerate(own)
        for b in own[n + 1 :]
        if a[5] == b[5]
        and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > 1
        and min(a[2] + a[4], b[2] + b[4]) - max(a[2], b[2]) > 1
    ]
    assert overlapping == []


def test_on_a_telephone_one_party_is_shown_and_another_can_be_picked(own_board: Page) -> None:
    own_board.set_viewport_size({"width": 320, "height": 700})
    cells = region(own_board, "matrix").locator("tbody td")
    expect(cells.filter(visible=True).first).to_contain_text("no genuine issue")
    assert len({row.count() for row in _rows(own_board)}) == 1
    pick = region(own_board, "matrix").get_by_role("combobox", name="Findings on")
    pick.select_option(label="Manion")
    expect(cells.filter(visible=True).nth(1)).to_contain_text("not stated")
    for cell in cells.filter(visible=True).get_by_role("button").all():
        assert "Manion" in (cell.get_attribute("aria-label") or "")
    assert sideways(own_board) <= 0


def _rows(page: Page) -> list[Locator]:
    """The cells that are shown of each row that is."""
    rows = region(page, "matrix").locator("tbody tr").filter(visible=True).all()
    return [row.locator("td").filter(visible=True) for row in rows]


def test_the_tables_the_tabs_and_a_reason_fit_one_screen(board: Page) -> None:
    board.set_viewport_size({"width": 1366, "height": 768})
    without_football(board)
    top = region(board, "aspects").bounding_box()["y"]
    tables = board.locator(".okin .tables").bounding_box()
    assert tables["y"] + tables["height"] - top < 640
    assert region(board, "why").bounding_box()["y"] <= top
    cells = board.locator(".okin .matrix td button").all()
    assert {round(cell.bounding_box()["height"]) for cell in cells} == {24}
    for table in board.locator(".okin .matrix").all():
        assert table.evaluate("table => table.scrollWidth - table.clientWidth") <= 0
    board.evaluate("document.fonts.ready.then(() => 0)")  # what stands in for them is wider
    words = board.locator(".okin .matrix :is(tbody th, td, td button > span)")
    supposed, read = (
        board.locator(f".bar [data-act={act}]").all() for act in ("suppose", "preset")
    )
    assert (len(supposed), len(read)) == (5, 2)
    for choice, court in product(supposed, read):
        choice.check()
        court.check()
        answered(board)
        cut = words.evaluate_all(
            "all => all.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.innerText)"
        )
        assert cut == []


def test_a_cell_shows_its_reason_and_keeps_focus(board: Page) -> None:
    board.set_viewport_size({"width": 1366, "height": 768})
    cell = board.get_by_role("button", name=re.compile("^Custom, Village: triable"))
    cell.focus()
    board.keyboard.press("Enter")
    expect(cell).to_have_attribute("aria-pressed", "true")
    expect(cell).to_be_focused()
    expect(region(board, "why").get_by_role("heading").first).to_have_text("Custom")
    expect(region(board, "matrix").locator("[aria-pressed=true]")).to_have_count(1)


def test_a_tab_stands_where_the_tables_stood_and_keeps_what_is_supposed(board: Page) -> None:
    board.set_viewport_size({"width": 1366, "height": 768})
    without_football(board)
    said = region(board, "live").inner_text()
    before = board.locator(".okin .tables").bounding_box()
    board.get_by_role("button", name="The evidence of each side").click()
    expect(region(board, "matrix")).to_be_hidden()
    shown = region(board, "aspect").bounding_box()
    assert abs(shown["x"] - before["x"]) < 2
    assert shown["y"] - before["y"] < 80
    assert region(board, "live").inner_text() == said
    board.get_by_role("button", name=TABLES).click()
    expect(region(board, "matrix")).to_contain_text("32 of 144 changed")
    expect(region(board, "aspect")).to_be_hidden()


@pytest.mark.parametrize("width", [1366, 720, 320])
def test_the_tabs_and_the_list_are_whole_at_every_width(board: Page, width) -> None:
    board.set_viewport_size({"width": width, "height": 768})
    choice = region(board, "aspects")
    cut = choice.locator(".tabs :is(button, select)").evaluate_all(
        "all => all.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.innerText)"
    )
    assert cut == []
    rows = {round(tab.bounding_box()["y"]) for tab in choice.locator(".tabs button").all()}
    assert len(rows) == (2 if width == 320 else 1)
    assert choice.bounding_box()["height"] < (130 if width == 320 else 80)


def test_a_look_is_taken_from_the_list_by_keyboard_and_focus_stays(board: Page) -> None:
    listed = board.get_by_role("combobox", name="More looks")
    listed.focus()
    board.keyboard.press("ArrowDown")
    expect(region(board, "aspect").locator("h3")).to_contain_text("Side by side")
    expect(listed).to_be_focused()
    expect(listed.locator("option:checked")).to_have_text("Beside the record")
    look_at(board, "What a finding turns on")
    expect(region(board, "aspect")).to_contain_text("the court's decision no longer covers")
    fact = region(board, "aspect").get_by_role("radio").nth(2)
    fact.focus()
    board.keyboard.press("Space")
    expect(fact).to_be_checked()
    expect(fact).to_be_focused()
    board.get_by_role("button", name=TABLES).click()
    expect(listed.locator("option:checked")).to_have_text("More looks")


def test_a_figure_is_drawn_when_asked_for_and_can_be_kept(own_board: Page) -> None:
    own_board.get_by_role("button", name="The incidents in time").click()
    region(own_board, "aspect").get_by_role("button", name="Draw this as a figure").click()
    figure = region(own_board, "aspect").locator("figure")
    expect(figure.get_by_role("img")).to_be_visible()
    for kind in ("svg", "png", "pdf"):
        with own_board.expect_download() as kept:
            figure.get_by_role("link", name=f"Save as {kind.upper()}").click()
        assert kept.value.suggested_filename == f"okin-timeline.{kind}"
    without_football(own_board)
    expect(region(own_board, "aspect").get_by_role("button", name="Draw")).to_be_visible()


def test_the_precedents_follow_the_year(board: Page) -> None:
    look_at(board, "The precedents")
    board.get_by_label("Suppose the events began in").select_option("1992")
    expect(region(board, "aspect")).to_contain_text("does not count yet")
    unfold(board, "what-changed")
    expect(region(board, "what-changed")).to_contain_text("the year of the events")
