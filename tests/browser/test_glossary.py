"""A word opens what it means where it stands, by key, finger and mouse, and is plain on paper."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import turn_to_step

NOTEBOOK = "03_act_or_omission.ipynb"
ONLY = "e => getComputedStyle(e).display"


@pytest.fixture
def predicting(open_page) -> Page:
    page = open_page(NOTEBOOK)
    turn_to_step(page, "Predict")
    page.locator("form.predict").wait_for()
    return page


def word(page: Page) -> Locator:
    return page.locator("form.predict .term").first


def meaning(page: Page) -> Locator:
    return page.locator(".meaning:popover-open")


def expanded(page: Page) -> bool:
    """Whether a screen reader is told that the word is open."""
    client = page.context.new_cdp_session(page)
    first = "document.querySelector('form.predict .term')"
    found = client.send("Runtime.evaluate", {"expression": first})
    tree = client.send(
        "Accessibility.getPartialAXTree",
        {"objectId": found["result"]["objectId"], "fetchRelatives": False},
    )
    (node,) = [each for each in tree["nodes"] if each["role"]["value"] == "button"]
    return {each["name"]: each["value"]["value"] for each in node["properties"]}["expanded"]


def test_it_opens_by_key_is_read_and_gives_focus_back(predicting: Page) -> None:
    word(predicting).focus()
    assert not expanded(predicting)
    predicting.keyboard.press("Enter")
    expect(meaning(predicting)).to_be_focused()
    assert expanded(predicting)
    expect(meaning(predicting)).to_be_in_viewport(ratio=1)
    predicting.keyboard.press("Escape")
    expect(meaning(predicting)).to_have_count(0)
    expect(word(predicting)).to_be_focused()


def test_it_opens_beside_the_word_and_goes_with_a_click_elsewhere(predicting: Page) -> None:
    word(predicting).click()
    said, shown = word(predicting).bounding_box(), meaning(predicting).bounding_box()
    assert said
    assert shown
    assert 0 <= shown["y"] - (said["y"] + said["height"]) < 24
    predicting.locator("form.predict h3").click()
    expect(meaning(predicting)).to_have_count(0)
    expect(predicting.locator("form.predict :checked")).to_have_count(0)


def test_all_open_together(predicting: Page) -> None:
    predicting.get_by_role("button", name="The words, and what they mean").click()
    words = predicting.locator(".meanings:popover-open")
    expect(words).to_be_in_viewport()
    assert words.locator(".meaning").count() == words.locator(".meaning:visible").count() > 10
    predicting.keyboard.press("Escape")
    expect(words).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_it(predicting: Page, axe, scheme) -> None:
    predicting.emulate_media(color_scheme=scheme)
    assert axe(predicting) == []
    word(predicting).click()
    assert axe(predicting) == []
    predicting.keyboard.press("Escape")
    predicting.get_by_role("button", name="The words, and what they mean").click()
    assert axe(predicting) == []


def test_it_fits_a_telephone_and_is_plain_text_on_paper(predicting: Page) -> None:
    predicting.set_viewport_size({"width": 320, "height": 700})
    word(predicting).click()
    expect(meaning(predicting)).to_be_in_viewport(ratio=1)
    assert predicting.evaluate("document.documentElement.scrollWidth") <= 320
    predicting.emulate_media(media="print")
    assert word(predicting).evaluate(ONLY) == "inline-block"
    expect(predicting.locator(".meaning:visible")).to_have_count(0)
    expect(predicting.locator("form.predict legend")).to_contain_text("On implicit sanction, what")
