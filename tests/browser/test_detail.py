"""A reader has the words that describe violence covered, and opens what they want to read."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import turn_to_step

NOTEBOOK = "01_read_the_record.ipynb"


def choice(page: Page) -> Locator:
    return page.get_by_role("button", name="Fewer details")


def first(page: Page) -> tuple[Locator, Locator]:
    """The name of an act in the question that is asked first, and the words of it."""
    marked = page.locator(".predict .worded, [data-region=prediction] .worded").first
    return marked.locator("[role=button]"), marked.locator("span").last


@pytest.fixture
def asked(open_page) -> Page:
    page = open_page(NOTEBOOK)
    turn_to_step(page, "Predict")
    return page


def test_what_is_chosen_covers_until_it_is_asked_for_and_a_reload_keeps_it(
    asked: Page, axe
) -> None:
    name, words = first(asked)
    expect(choice(asked)).to_have_attribute("aria-pressed", "false")
    expect(words).to_be_visible()
    expect(name).to_be_hidden()
    choice(asked).click()
    expect(choice(asked)).to_have_attribute("aria-pressed", "true")
    expect(words).to_be_hidden()
    assert [axe(asked, within) for within in (".top", "main")] == [[], []]
    asked.emulate_media(media="print")
    expect(words).to_be_hidden()
    asked.emulate_media(media="screen")
    name.focus()
    asked.keyboard.press("Enter")
    expect(words).to_be_visible()
    expect(name).to_have_attribute("aria-expanded", "true")
    expect(name).to_be_focused()
    asked.keyboard.press("Space")
    expect(words).to_be_hidden()
    asked.reload()
    turn_to_step(asked, "Predict")
    name, words = first(asked)
    expect(name).to_be_visible()
    expect(words).to_be_hidden()
    choice(asked).click()
    expect(words).to_be_visible()
    expect(name).to_be_hidden()


def test_what_is_opened_stays_open_when_the_lesson_draws_around_it_anew(open_page) -> None:
    page = open_page("10_whole_board.ipynb")
    marked = page.locator(".okin [data-region=facts-first-call] .worded")
    page.locator("[data-act=unfold][data-id=more-first-call] > summary").dispatch_event("click")
    expect(marked.nth(1)).to_be_attached()
    choice(page).click()
    marked.first.locator("[role=button]").dispatch_event("click")  # it may be folded away
    page.locator("[data-act=toggle][data-id=football-talk]").first.dispatch_event("click")
    expect(page.locator("[data-region=live]")).to_contain_text("ootball")
    expect(marked.first).to_have_attribute("data-said", "")
    expect(marked.last).not_to_have_attribute("data-said", "")


@pytest.mark.long
def test_in_jupyterlab_the_choice_stands_once_above_the_first_step(open_in_lab) -> None:
    page = open_in_lab(NOTEBOOK)
    expect(choice(page)).to_have_count(1)
    expect(page.locator(".okin").first.locator("> .fewer")).to_be_visible()
    name, words = first(page)
    choice(page).click()
    expect(words).to_be_hidden()
    name.focus()
    page.keyboard.press("Enter")
    expect(words).to_be_visible()
    expect(name).to_be_focused()
