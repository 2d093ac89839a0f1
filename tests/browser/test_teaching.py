"""The notes for whoever teaches: on a page that was asked for with them, and in a window apart."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import answered, turn_to_step

ACT = "03_act_or_omission.ipynb"
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SAID = "For whoever teaches"


@pytest.fixture
def taught(open_page) -> Page:
    page = open_page(f"{ACT}?instructor=1")
    turn_to_step(page, "Recall")
    return page


def sound(page: Page, axe, within: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1366):
            page.set_viewport_size({"width": width, "height": 768})
            assert axe(page, within) == [], (scheme, width)
            assert page.evaluate(SIDEWAYS) <= 0, width


def test_a_page_without_them_has_nothing_of_them(open_page) -> None:
    page = open_page(ACT)
    assert page.locator("[data-region=teaching]").count() == 0
    assert SAID not in page.content()


def test_they_open_by_keyboard_fit_and_axe_finds_nothing(taught: Page, axe) -> None:
    summary = taught.locator("#teaching-title")
    expect(summary).to_contain_text(f"{SAID}: Act or omission")
    summary.focus()
    taught.keyboard.press("Enter")
    answers = taught.locator("[data-region=teaching] summary", has_text="Model answers")
    answers.focus()
    taught.keyboard.press("Enter")
    expect(taught.locator("[data-region=teaching] blockquote:visible")).to_have_count(2)
    sound(taught, axe, "[data-region=teaching]")


def test_they_are_neither_projected_nor_printed(taught: Page) -> None:
    notes = taught.locator("[data-region=teaching]")
    taught.locator("#teaching-title").click()
    expect(notes.locator(".note")).to_be_visible()
    taught.get_by_role("button", name="Projector mode").click()
    place = taught.locator("#projector [role=status]")
    last = int(place.inner_text().split(" of ")[1].partition(":")[0])
    for number in range(1, last + 1):
        expect(place).to_contain_text(f"{number} of {last}")
        expect(notes).to_be_hidden()
        assert SAID not in place.inner_text()
        taught.keyboard.press("ArrowRight")
    taught.keyboard.press("Escape")
    taught.emulate_media(media="print")
    expect(notes).to_be_hidden()


def test_a_window_apart_has_them_open_for_whoever_does_not_see_the_projector(
    taught: Page, axe
) -> None:
    taught.locator("#teaching-title").click()
    with taught.expect_popup() as opening:
        taught.get_by_role("link", name="Open these notes in a window").click()
    apart = opening.value
    expect(apart.get_by_role("heading", level=1)).to_have_text("Act or omission")
    expect(apart.get_by_role("heading", name="Model answers, for both sides")).to_be_visible()
    expect(apart.get_by_text("Moreover, the evidence suggests").first).to_be_visible()
    assert apart.evaluate("opener") is None
    sound(apart, axe, "html")
    assert apart.evaluate("document.querySelectorAll('details:not([open])').length") == 0


def test_an_act_leaves_them_as_they_were_opened(taught: Page) -> None:
    taught.locator("#teaching-title").click()
    link = taught.get_by_role("link", name="Open these notes in a window")
    expect(link).to_be_visible()
    form = taught.locator(".check .ask form:visible").first
    form.get_by_role("radio").first.check()
    form.get_by_role("button").first.click()
    answered(taught)
    expect(link).to_be_visible()
