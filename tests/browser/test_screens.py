"""The desks of two notebooks: worked by keyboard, in one screen, and nothing moves."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import comes_to, predicted
from tests.examples import left_to_long

DATES, FRAMING = "06_law_on_the_day.ipynb", "05_framing_the_right.ipynb"
HEIGHT = """(selector) => {
  const screen = document.querySelector("[data-layout=screen]").getBoundingClientRect();
  return document.querySelector(selector).getBoundingClientRect().bottom - screen.top;
}"""
PLACES = """() =>
  [...document.querySelectorAll("[data-layout=screen] > [data-region]:not([hidden])")]
  .map((r) => [r.dataset.region, Math.round(r.getBoundingClientRect().top + scrollY)])"""


@pytest.fixture
def screen(open_page):
    def opened(notebook: str) -> Page:
        page = open_page(notebook)
        page.set_viewport_size({"width": 1366, "height": 768})
        predicted(page)
        expect(page.locator("[data-region=live]")).to_contain_text("the right was")
        return page

    return opened


def test_the_years_are_stepped_and_slid_by_keyboard(screen) -> None:
    page = screen(DATES)
    live, slider = page.locator("[data-region=live]"), page.locator("input[type=range]")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(live).to_contain_text("For conduct in 2000–02")
    expect(slider).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(live).to_contain_text("For conduct in 1999–2001")
    page.get_by_role("button", name="Earlier").focus()
    page.keyboard.press("Enter")
    expect(live).to_contain_text("For conduct in 1990–92")  # the next that is not closed yet
    assert slider.input_value() == "1990"
    page.get_by_role("button", name="Undo").click()
    expect(live).to_contain_text("For conduct in 1999–2001")
    assert slider.input_value() == "1999"
    expect(page.get_by_role("button", name="Later", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"[?&]s="))


def test_an_undo_with_nothing_to_undo_says_so(screen) -> None:
    page = screen(DATES)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".banner").filter(has_text="nothing to undo").first).to_be_visible()


@pytest.mark.parametrize(
    ("notebook", "most"), [(DATES, "[data-region=established]"), (FRAMING, "[data-region=rules]")]
)
def test_what_matters_stands_in_one_screen_and_a_table_in_two(screen, notebook, most) -> None:
    page = screen(notebook)
    assert page.evaluate(HEIGHT, most) <= 768
    tallest = "document.querySelector('[data-layout=screen]').getBoundingClientRect().height"
    for button in page.locator(".asked-for button").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.locator(".when-asked")).to_have_count(1)
        assert page.evaluate(tallest) <= 2 * 768


@pytest.mark.parametrize(
    ("notebook", "control"),
    [(DATES, "[data-act=step][data-id=earlier]"), (DATES, "[data-act=switch][data-id=together]"),
     (FRAMING, "[data-act=tick][data-id='hemphill overt-enabling-act']")],
)  # fmt: skip
def test_nothing_moves_when_something_is_changed(screen, notebook, control) -> None:
    page = screen(notebook)
    expect(page.locator(control)).to_be_visible()  # the step is turned to
    before, said = page.evaluate(PLACES), page.locator("[data-region=live]").text_content()
    page.locator(control).click()
    expect(page.locator("[data-region=live]")).not_to_have_text(said)
    comes_to(page, PLACES, before)


@pytest.mark.parametrize("notebook", left_to_long([DATES, FRAMING], DATES))
def test_axe_finds_nothing_with_any_table_light_or_dark(screen, axe, notebook) -> None:
    page = screen(notebook)
    for button in page.locator(".asked-for button").all():
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
