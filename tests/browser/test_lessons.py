"""The other notebooks in Voila: opened, used by keyboard, audited, and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import turn_to_exercise, turn_to_step

REGIONS = {
    "04_the_facts_that_matter.ipynb": "choice",
    "05_framing_the_right.ipynb": "material",
    "06_law_on_the_day.ipynb": "when",
    "07_the_record_and_its_disputes.ipynb": "assumed",
}

TABLES = {"material": "Which kinds of case have been decided", "when": "By date and closeness"}
"""What has a figure, and is to be asked for first."""


@pytest.fixture(params=sorted(REGIONS))
def opened(request, open_in_voila) -> Page:
    """The notebook with its prediction made by keyboard alone."""
    page = open_in_voila(request.param)
    turn_to_step(page, "Predict")
    predict = page.locator("form.predict").first
    predict.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    predict.get_by_role("textbox").focus()
    page.keyboard.type("so that it opens")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("[data-region=live]").filter(has_text=" ").wait_for(state="attached")
    expect(page.locator("[data-region=live]")).not_to_be_empty()
    turn_to_exercise(page)
    page.region = REGIONS[request.param]
    return page


def test_it_answers_the_keyboard_and_axe_finds_nothing_and_it_fits_a_telephone(
    opened: Page, axe
) -> None:
    control = opened.locator(
        f"[data-region={opened.region}] :is(select, input[type=checkbox])"
    ).last
    live = opened.locator("[data-region=live]")
    before = live.text_content()
    control.focus()
    opened.keyboard.press("Space" if control.get_attribute("type") else "ArrowUp")
    expect(opened.locator(".okin[aria-busy]")).to_have_count(0)
    expect(control).to_be_focused()
    if opened.region == "when":
        expect(live).not_to_have_text(before)
    if table := TABLES.get(opened.region):
        opened.get_by_role("button", name=table).click()
        opened.get_by_role("button", name="Draw this as a figure").wait_for()
    for draw in opened.get_by_role("button", name="Draw this as a figure").all():
        draw.click()
        opened.locator("figure svg").first.wait_for()
    assert axe(opened) == []
    opened.evaluate(
        "document.querySelectorAll('.okin details').forEach((box) => (box.open = true))"
    )
    for step in opened.locator("#steps a").all():
        opened.set_viewport_size({"width": 1000, "height": 900})
        step.click()
        for width in (320, 720):
            opened.set_viewport_size({"width": width, "height": 700})
            assert opened.evaluate("document.documentElement.scrollWidth") <= width
