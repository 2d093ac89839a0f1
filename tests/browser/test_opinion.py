"""The opinion in its pane: over what one reads, which stays where it was."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import comes_to

NOTEBOOK = "10_whole_board.ipynb"
FOOTBALL = "Turn to 421: The football conversation"
SCHEMES = ("light", "dark")
BOXES = """() => JSON.stringify([
  scrollX, scrollY,
  ...[...document.querySelectorAll("main :not(.keeping *)")].map((e) => e.getBoundingClientRect()),
])"""
WITHIN = """(mark) => {
  const [seen, shown] = [mark, mark.closest(".leaf")].map((e) => e.getBoundingClientRect());
  return seen.top >= shown.top && seen.top < shown.bottom;
}"""


@pytest.fixture
def board(open_page) -> Page:
    page = open_page(NOTEBOOK)
    page.locator("[data-region=invitation]").wait_for()
    return page


def pane(page: Page) -> Locator:
    return page.get_by_role("complementary", name=re.compile(r"^577 F\.3d at "))


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name=FOOTBALL)


def opened(page: Page) -> Locator:
    opener(page).focus()
    page.keyboard.press("Enter")
    mark = pane(page).locator("mark")
    expect(mark).to_be_focused()
    return mark


def seek(page: Page, words: str) -> Locator:
    pane(page).get_by_role("searchbox", name="Find in all of the opinion").fill(words)
    return pane(page).locator(".found")


def test_it_opens_with_the_mark_in_sight_and_moves_nothing(board: Page) -> None:
    opener(board).focus()
    before = board.evaluate(BOXES)
    mark = opened(board)
    expect(mark).to_contain_text("it was about football")
    expect(mark).to_be_in_viewport()
    assert mark.evaluate(WITHIN)
    expect(board.locator("[data-begun]")).to_be_in_viewport()
    comes_to(board, BOXES, before)
    board.keyboard.press("Escape")
    expect(pane(board)).to_have_count(0)
    comes_to(board, BOXES, before)


def test_escape_and_the_button_close_it_and_focus_goes_back(board: Page) -> None:
    opened(board)
    board.keyboard.press("Escape")
    expect(pane(board)).to_have_count(0)
    expect(opener(board)).to_be_focused()
    opened(board)
    pane(board).get_by_role("button", name="Close the opinion, back to where I was").click()
    expect(pane(board)).to_have_count(0)
    expect(opener(board)).to_be_focused()
    open_it = board.get_by_role("button", name="Open the opinion")
    open_it.click()
    expect(pane(board).locator("mark")).to_be_focused()
    board.locator("main h2").first.click(position={"x": 2, "y": 2}, force=True)
    board.keyboard.press("Escape")
    expect(open_it).to_be_focused()


def test_pages_and_citations_are_turned(board: Page) -> None:
    mark = opened(board)
    heading = pane(board).get_by_role("heading", level=2)
    expect(heading).to_have_text("577 F.3d at 421")
    forth = pane(board).get_by_role("button", name="Next page")
    forth.click()
    expect(heading).to_have_text("577 F.3d at 422")
    expect(forth).to_be_focused()
    expect(mark).to_have_count(0)
    pane(board).get_by_role("button", name="Previous page").click()
    expect(heading).to_have_text("577 F.3d at 421")
    for _ in range(3):
        before = pane(board).locator(".place").inner_text()
        pane(board).get_by_role("button", name="Next citation").click()
        expect(pane(board).locator(".place")).not_to_have_text(before)
        expect(pane(board).locator(".place")).to_have_text(re.compile(r"^Passage \d+ of \d+ that"))
        expect(mark.first).to_be_in_viewport()
    pane(board).get_by_label("Page or note").select_option("442")
    expect(heading).to_have_text("577 F.3d at 442")


def test_words_are_found_as_one_types_and_opened(board: Page) -> None:
    opened(board)
    found = seek(board, "spectrum")
    expect(found.get_by_role("status")).to_have_text("1 place.")
    box = pane(board).get_by_role("searchbox")
    expect(box).to_be_focused()
    expect(box).to_have_value("spectrum")
    place = found.get_by_role("button", name=re.compile("^435 "))
    place.click()
    mark = pane(board).locator("mark")
    expect(mark).to_have_text("spectrum")
    expect(mark).to_be_in_viewport()
    assert mark.evaluate(WITHIN)
    expect(place).to_be_focused()
    board.keyboard.press("Escape")
    expect(opener(board)).to_be_focused()


@pytest.mark.parametrize("words", ["no such words", "<img src=x onerror=window.bad=1>"])
def test_what_is_not_there_is_said_and_stays_text(board: Page, words) -> None:
    opened(board)
    found = seek(board, words)
    expect(found.get_by_role("status")).to_have_text("The opinion has no such words.")
    assert pane(board).locator("img").count() == 0
    assert board.evaluate("window.bad") is None


def closed(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(pane(page)).to_have_count(0)


def said_to_be_lost(page: Page) -> None:
    stale = page.locator(".okin:has(> .regions)")
    expect(stale.locator("xpath=self::*[@data-stale]")).to_have_count(
        stale.count(), timeout=10_000
    )


@pytest.mark.parametrize(
    "acts",
    [
        pytest.param((said_to_be_lost, closed), id="said first"),
        pytest.param((closed, said_to_be_lost), id="closed first", marks=pytest.mark.long),
    ],
)
def test_it_closes_although_nothing_computes_the_page_any_more(voila, open_in_voila, acts) -> None:
    before = voila.kernels()
    page = open_in_voila(NOTEBOOK)
    opened(page)
    for kernel in voila.kernels() - before:
        kernel.kill()
    for act in acts:
        act(page)
    expect(pane(page)).to_have_count(0)
    expect(opener(page)).to_be_focused()


@pytest.mark.long
def test_axe_finds_nothing_open_or_closed_and_it_fits_a_telephone(board: Page, axe) -> None:
    opened(board)
    seek(board, "sears").get_by_role("listitem").first.wait_for()
    for scheme in SCHEMES:
        board.emulate_media(color_scheme=scheme)
        assert axe(board, ".okin.over") == [], scheme
    assert axe(board) == []
    board.set_viewport_size({"width": 320, "height": 640})
    assert board.evaluate("document.documentElement.scrollWidth") <= 320
    box = pane(board).bounding_box()
    assert (box["x"], box["width"]) == (0, 320)
    assert pane(board).evaluate("pane => pane.scrollWidth <= pane.clientWidth")
    assert axe(board, ".okin.over") == []
    board.keyboard.press("Escape")
    expect(pane(board)).to_have_count(0)
    assert axe(board) == []


def test_it_is_not_printed(board: Page) -> None:
    opened(board)
    board.emulate_media(media="print")
    expect(board.locator(".pane")).to_be_hidden()


@pytest.mark.long
def test_in_jupyterlab_it_stands_at_the_right_and_escape_goes_back(open_in_lab) -> None:
    page = open_in_lab(NOTEBOOK)
    page.set_viewport_size({"width": 1366, "height": 768})
    turn = opener(page)
    turn.scroll_into_view_if_needed()
    turn.click()
    mark = pane(page).locator("mark")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    box = pane(page).bounding_box()
    assert (box["y"], box["x"] + box["width"], box["height"]) == (0, 1366, 768)
    page.keyboard.press("Escape")
    expect(pane(page)).to_have_count(0)
    expect(turn).to_be_focused()
