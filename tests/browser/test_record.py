"""The record and its accounts, as a look of the whole board, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import comes_to, look_at

LAID_OUT = """() => ["cal", "account", "its"].map((name) => {
  const { top, bottom } = document.querySelector(`.record .${name}`).getBoundingClientRect();
  return [top, bottom];
})"""


def test_calls_facts_and_versions_are_chosen_by_keyboard_and_nothing_moves(open_page) -> None:
    page: Page = open_page("10_whole_board.ipynb")
    page.set_viewport_size({"width": 1366, "height": 768})
    look_at(page, "The incidents in time")
    box = page.locator("[data-region=aspect] .record")
    box.evaluate("box => box.scrollIntoView()")
    first, second = (box.locator(".call input").nth(place) for place in (0, 1))
    expect(first).to_be_checked()
    before = page.evaluate(LAID_OUT)
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(second).to_be_checked()
    expect(second).to_be_focused()
    expect(box.locator(".its h4").first).to_contain_text("5 facts")
    fact = box.locator(".row input").last
    fact.focus()
    page.keyboard.press("Space")
    expect(fact).to_be_checked()
    expect(fact).to_be_focused()
    told = fact.evaluate("fact => fact.closest('.row').querySelector('label span').textContent")
    expect(box.locator(".account .named")).to_have_text(told)
    comes_to(page, LAID_OUT, before)
