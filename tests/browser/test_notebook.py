"""The notebook on act and omission, on both hosts."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from okin_lib.files.link_code import encode
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from tests.browser.conftest import REGIONS, comes_to, predicted, turn_to_exercise
from tests.examples import left_to_long

NOTEBOOK = "03_act_or_omission.ipynb"
FOOTBALL = "The football conversation"
FOOTBALL_OFF = "Without the football conversation"
# What each region says, but for what the last act put on other ground.
SAID = """() => [...document.querySelectorAll(".okin [data-region]:not([data-region=live])")]
  .map((region) => {
    const copy = region.cloneNode(true);
    copy.querySelectorAll(".ground").forEach((ground) => ground.remove());
    return copy.textContent.replace(/[\\s,]+/g, " ");
  })"""
IN_SIGHT = """selectors => selectors.filter((selector) => {
  const { top, bottom, height } = document.querySelector(selector).getBoundingClientRect();
  return !(height && top >= 0 && bottom <= innerHeight);
})"""
"""Which of these are not in the viewport with all of them."""


@pytest.fixture(params=left_to_long(["open_page", "open_in_lab"], "open_page"))
def board(request) -> Page:
    """The notebook with a prediction made, which opens its board."""
    page = opened(request.getfixturevalue(request.param)(NOTEBOOK))
    if page.locator(".handle").is_visible():  # a narrow cell, where the facts are a sheet
        page.locator(".handle").click()
    return page


def opened(page: Page) -> Page:
    """Return the page with its board, which a prediction opens."""
    predicted(page)
    page.locator(".in-play .handle").wait_for(state="attached")
    return page


def implicit(page: Page):
    """What the circuit says of the implicit sanction."""
    return page.locator(".drawn .line [data-id=implicit-sanction] .word")


def test_without_football_the_implicit_sanction_is_open_and_with_it_all_is_as_before(
    board: Page, axe
) -> None:
    """By mouse, then by keyboard alone; and axe finds nothing meanwhile."""
    football = board.get_by_role("switch", name=FOOTBALL)
    before = board.evaluate(SAID)
    expect(implicit(board)).to_contain_text("triable")
    football.uncheck()
    expect(implicit(board)).to_contain_text("open")
    expect(board.locator("[data-region=live]")).to_contain_text(FOOTBALL_OFF)
    assert axe(board) == []
    football.check()
    expect(implicit(board)).to_contain_text("triable")
    comes_to(board, SAID, before)
    back = board.evaluate(REGIONS)
    board.locator("[data-region=bar] input:checked").last.focus()
    for _ in range(6):  # past the way back, and in a narrow cell the handle
        board.keyboard.press("Tab")
        if football.evaluate("element => element === document.activeElement"):
            break
    board.keyboard.press("Space")
    expect(implicit(board)).to_contain_text("open")
    expect(football).to_be_focused()
    board.keyboard.press("Space")
    expect(implicit(board)).to_contain_text("triable")
    comes_to(board, REGIONS, back)


def test_what_is_entered_is_supposed_again_and_what_is_no_code_is_named(board: Page) -> None:
    football = board.get_by_role("switch", name=FOOTBALL)
    field = board.get_by_label("Suppose again what a code or a link says")
    football.uncheck()
    expect(implicit(board)).to_contain_text("open")
    code = board.get_by_label("The code of what you suppose").input_value()
    board.get_by_role("button", name="Back to the record").click()
    expect(football).to_be_checked()
    field.fill("<img src=x onerror='window.bad=1'>")
    board.get_by_role("button", name="Open", exact=True).click()
    expect(board.get_by_role("alert")).to_contain_text("Nothing was opened: this is no scenario")
    expect(football).to_be_checked()
    assert board.evaluate("window.bad") is None
    field.fill(f"https://example.org/voila/render/{NOTEBOOK}?s={code}")
    field.press("Enter")
    expect(football).not_to_be_checked()
    expect(board.get_by_role("alert")).to_have_count(0)
    expect(board.locator("[data-region=live]")).to_contain_text(FOOTBALL_OFF)
    board.get_by_role("button", name="Undo").click()
    expect(football).to_be_checked()


def test_cause_effect_and_reason_are_in_one_viewport(open_page) -> None:
    page = open_page(NOTEBOOK)
    page.set_viewport_size({"width": 1366, "height": 768})
    opened(page)
    football = page.get_by_role("switch", name=FOOTBALL)
    expect(football).to_be_visible()  # until the prediction is answered the page is shorter
    before = page.evaluate("document.documentElement.scrollHeight")
    football.uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text(FOOTBALL_OFF)
    expect(page.locator(".why .now mark")).to_have_text("open, leaning to Okin")
    assert page.evaluate("scrollY") == 0
    sought = [".bar", ".in-play [data-moved]", ".headline", ".strip", ".drawn .circuit"]
    reason = [".why h3", ".why .now", ".why .side h4", ".why .side p"]
    assert page.evaluate(IN_SIGHT, [*sought, *reason]) == []
    assert page.evaluate("document.documentElement.scrollHeight") <= before


def test_no_step_is_taller_than_two_viewports(open_page) -> None:
    page = open_page(NOTEBOOK)
    page.set_viewport_size({"width": 1366, "height": 768})
    opened(page)
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    expect(implicit(page)).to_contain_text("open")
    for step in page.locator("#steps a").all():
        step.click()
        assert page.evaluate("document.documentElement.scrollHeight") < 2 * 768


def test_on_a_telephone_the_handle_the_sentence_and_what_changed_are_in_sight(
    open_page,
) -> None:
    page = open_page(NOTEBOOK)
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page)

    def press(control) -> None:
        """Where it is, as a finger does: nothing scrolls to it first."""
        box = control.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    handle = page.locator(".handle")
    expect(handle).to_contain_text("On the record")
    press(handle)
    expect(handle).to_have_attribute("aria-expanded", "true")
    press(page.get_by_role("switch", name=FOOTBALL))
    expect(handle).to_contain_text(FOOTBALL_OFF)
    expect(handle).to_contain_text("7 changed")
    sought = [".handle", ".headline", ".strip mark"]
    assert page.evaluate(IN_SIGHT, sought) == []
    press(handle)
    expect(handle).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("scrollY") == 0
    assert page.evaluate(IN_SIGHT, [*sought, ".line .node[data-lit] mark"]) == []


def test_the_way_out_stays_above_the_opinion(open_page) -> None:
    page = open_page(NOTEBOOK)
    out = page.get_by_role("link", name="Leave this site quickly")
    opened(page)
    for width in (1366, 1000, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator(".in-play .pg").first.evaluate("e => e.click()")
        close = page.locator(".pane [data-go-back]").first
        expect(close).to_be_in_viewport(ratio=1)
        for control in (out, close):
            control.click(trial=True)
        close.click()


def test_nothing_scrolls_sideways_on_a_telephone(look_at_page) -> None:
    page = look_at_page(NOTEBOOK)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_link_opens_its_scenario_and_a_damaged_one_the_record(open_page) -> None:
    case = load_case()
    code = encode(case, scenario(case, ["football-talk"]))
    for given, on in ((code, False), (code[:-1], True), ("<script>bad=1</script>", True)):
        page = opened(open_page(f"{NOTEBOOK}?s={quote(given)}"))
        expect(page.get_by_role("switch", name=FOOTBALL)).to_be_checked(checked=on)
        expect(page.get_by_text("What you see is the record.")).to_have_count(int(on))
        assert page.evaluate("window.bad") is None
        page.evaluate("sessionStorage.clear()")  # so that the next link opens on nothing kept


def test_the_link_that_is_shown_opens_what_is_shown(open_page) -> None:
    page = opened(open_page(NOTEBOOK))
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    expect(implicit(page)).to_contain_text("open")
    page.get_by_role("button", name="QR code").click()
    page.locator(".share svg").wait_for()
    page.goto(page.locator(".share figcaption a").get_attribute("href"))
    page.locator(".okin").first.wait_for(state="attached")
    turn_to_exercise(page)  # the prediction is kept
    expect(page.get_by_role("switch", name=FOOTBALL)).not_to_be_checked()
