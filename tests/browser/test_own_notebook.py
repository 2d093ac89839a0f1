"""The example of a notebook of one's own, and what stands twice on a page, on real JupyterLab."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

EXAMPLE = "examples/your_own_instrument.ipynb"
TWICE = "twice.ipynb"
WIDE = {"width": 1400, "height": 1000}
"""So that the facts are no sheet."""
SWITCH = "[data-act=toggle][data-id=football-talk]"
IDS = "() => [...document.querySelectorAll('.okin [id]')].map((element) => element.id)"


@pytest.fixture
def example(open_in_lab) -> Page:
    page = open_in_lab(EXAMPLE)
    page.set_viewport_size(WIDE)
    page.locator(SWITCH).wait_for()
    return page


@pytest.mark.long
def test_stock_checkboxes_and_a_dropdown_ask_the_model(example: Page) -> None:
    said = example.locator(".jp-RenderedHTML strong").filter(has_text="Implicit sanction, ")
    expect(said).to_have_text("Implicit sanction, Douglas: triable (decided)")
    example.get_by_role("checkbox", name="The football conversation").uncheck()
    expect(said).to_contain_text("Implicit sanction, Douglas: open")
    example.locator(".widget-dropdown select").select_option("Weber")
    expect(said).to_contain_text("Implicit sanction, Weber: open")


@pytest.mark.long
def test_a_switch_on_the_board_turns_what_is_linked_and_reaches_ones_own_output(
    example: Page,
) -> None:
    said = example.get_by_text(re.compile(r"^\d+ findings changed\. Supposed: "))
    expect(said).to_have_count(0)
    example.locator(SWITCH).click()
    expect(said).to_contain_text("left out: The football conversation")
    example.get_by_role("tab", name="The circuit").click()
    line = example.locator(".drawn .line [data-id=implicit-sanction] .word")
    expect(line).to_contain_text("open")
    example.get_by_role("tab", name="The board").click()
    example.get_by_role("button", name="Back to the record").click()
    expect(said).to_have_text("0 findings changed. Supposed: the record, as the court read it.")
    expect(line).to_contain_text("triable")


@pytest.fixture
def boards(open_in_lab) -> list[Locator]:
    page = open_in_lab(TWICE)
    page.set_viewport_size(WIDE)
    boards = page.locator(".okin:has(> .regions)")
    boards.nth(1).wait_for()
    return boards.all()


@pytest.mark.long
def test_the_same_instrument_stands_twice_on_a_page_and_each_for_itself(boards, axe) -> None:
    one, other = boards
    other.get_by_role("radio", name="No football conversation").check()
    expect(other.locator(SWITCH)).not_to_be_checked()
    expect(other.get_by_role("radio", name="No football conversation")).to_be_checked()
    expect(one.get_by_role("radio", name="The record")).to_be_checked()
    expect(one.locator(SWITCH)).to_be_checked()
    ids = one.page.evaluate(IDS)
    assert len(set(ids)) == len(ids)
    assert {found["rule"] for found in axe(one.page)} == {"landmark-unique"}  # the same twice


@pytest.mark.long
def test_a_page_is_turned_to_in_the_pane_of_the_board_that_asks(boards) -> None:
    for board in boards:
        turn = board.get_by_role("button", name="Turn to 421: The football conversation")
        turn.click()
        mark = board.page.locator("[data-region=opinion] mark").first
        expect(mark).to_be_focused()
        board.page.keyboard.press("Escape")
        expect(turn).to_be_focused()
        expect(mark).to_have_count(0)


@pytest.mark.long
def test_the_code_is_linked_in_the_page(boards) -> None:
    _, other = boards
    label = other.page.locator(".widget-label")
    before = label.inner_text()
    other.locator(SWITCH).click()
    expect(label).not_to_have_text(before)
    expect(label).not_to_be_empty()


@pytest.mark.long
def test_a_word_opens_its_meaning_in_the_lesson_that_uses_it(open_in_lab) -> None:
    page = open_in_lab("two_lessons.ipynb")
    buttons = page.get_by_role("button", name="The words, and what they mean")
    expect(buttons).to_have_count(2)
    words = page.locator(".meanings")
    expect(words).to_have_count(2)
    for nth in range(2):
        buttons.nth(nth).click()
        expect(words.nth(nth)).to_be_visible()
        expect(words.nth(1 - nth)).to_be_hidden()
        page.keyboard.press("Escape")
        expect(words.nth(nth)).to_be_hidden()
    ids = page.evaluate(IDS)
    assert len(set(ids)) == len(ids)
