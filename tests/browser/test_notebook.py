"""The notebook on act and omission, on both hosts."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from okin_lib.files.link_code import encode
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from tests.browser.conftest import turn_to_step

NOTEBOOK = "03_act_or_omission.ipynb"
FOOTBALL = "The football conversation"


@pytest.fixture(params=["open_in_voila", "open_in_lab"])
def board(request) -> Page:
    """The notebook with a prediction made, which opens its board."""
    return predicted(request.getfixturevalue(request.param)(NOTEBOOK))


def predicted(page: Page) -> Page:
    """Return the page once a prediction is made."""
    turn_to_step(page, "Predict")
    predict = page.locator("form.predict").first
    predict.get_by_role("radio").first.check()
    predict.get_by_role("textbox").fill("so that the board opens")
    predict.get_by_role("button").click()
    expect(page.get_by_text("Your prediction, committed")).to_be_visible()
    turn_to_step(page, "Change the record")
    page.get_by_role("checkbox", name=FOOTBALL).wait_for()
    return page


def implicit(page: Page):
    """What the tree says of the implicit sanction."""
    item = page.locator(".tree .element").get_by_text("Implicit sanction", exact=True)
    return item.locator("xpath=following-sibling::*[1]")


def markup(page: Page) -> list[str]:
    return page.locator(".okin [data-region]:not([data-region=live])").evaluate_all(
        "regions => regions.map((region) => region.outerHTML)"
    )


def test_without_football_the_implicit_sanction_is_open_and_with_it_all_is_as_before(
    board: Page, axe
) -> None:
    """By mouse, then by keyboard alone; and axe finds nothing meanwhile."""
    football = board.get_by_role("checkbox", name=FOOTBALL)
    before = markup(board)
    expect(implicit(board)).to_contain_text("triable")
    football.uncheck()
    expect(implicit(board)).to_contain_text("open")
    expect(board.locator("[data-region=live]")).to_contain_text(FOOTBALL)
    assert axe(board) == []
    football.check()
    expect(implicit(board)).to_contain_text("triable")
    assert markup(board) == before
    board.locator("[data-region=steps] button").last.focus()
    for _ in range(4):
        board.keyboard.press("Tab")
        if football.evaluate("element => element === document.activeElement"):
            break
    board.keyboard.press("Space")
    expect(implicit(board)).to_contain_text("open")
    expect(football).to_be_focused()
    board.keyboard.press("Space")
    expect(implicit(board)).to_contain_text("triable")


def test_what_is_entered_is_supposed_again_and_what_is_no_code_is_named(board: Page) -> None:
    football = board.get_by_role("checkbox", name=FOOTBALL)
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
    expect(board.locator("[data-region=live]")).to_contain_text(FOOTBALL)
    board.get_by_role("button", name="Undo").click()
    expect(football).to_be_checked()


def test_nothing_scrolls_sideways_on_a_telephone(look_in_voila) -> None:
    page = look_in_voila(NOTEBOOK)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_link_opens_its_scenario_and_a_damaged_one_the_record(open_in_voila) -> None:
    case = load_case()
    code = encode(case, scenario(case, ["football-talk"]))
    for given, on in ((code, False), (code[:-1], True), ("<script>bad=1</script>", True)):
        page = predicted(open_in_voila(f"{NOTEBOOK}?s={quote(given)}"))
        expect(page.get_by_role("checkbox", name=FOOTBALL)).to_be_checked(checked=on)
        expect(page.get_by_text("What you see is the record.")).to_have_count(int(on))
        assert page.evaluate("window.bad") is None


def test_the_link_that_is_shown_opens_what_is_shown(open_in_voila) -> None:
    page = predicted(open_in_voila(NOTEBOOK))
    page.get_by_role("checkbox", name=FOOTBALL).uncheck()
    expect(implicit(page)).to_contain_text("open")
    page.get_by_role("button", name="QR code").click()
    page.locator(".share svg").wait_for()
    page.goto(page.locator(".share figcaption a").get_attribute("href"))
    page.locator(".okin").first.wait_for(state="attached")
    expect(predicted(page).get_by_role("checkbox", name=FOOTBALL)).not_to_be_checked()
