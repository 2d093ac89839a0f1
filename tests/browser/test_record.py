"""The record and its accounts, and the studies of it, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from okin_lib.lessons.disputed import STUDIES
from tests.browser.conftest import predicted

NOTEBOOK = "07_the_record_and_its_disputes.ipynb"
LAID_OUT = """() => ["cal", "account", "its"].map((name) => {
  const { top, bottom } = document.querySelector(`.record .${name}`).getBoundingClientRect();
  return [top, bottom];
})"""


def region(page: Page, name: str):
    return page.locator(f"[data-region={name}]")


def sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.fixture
def record(open_in_voila) -> Page:
    page = open_in_voila(NOTEBOOK)
    predicted(page)
    expect(region(page, "lens").locator("h3")).to_have_count(1)
    return page


def test_calls_facts_and_versions_fit_one_viewport_and_are_chosen_by_keyboard(
    record: Page,
) -> None:
    record.set_viewport_size({"width": 1366, "height": 768})
    record.get_by_role("button", name="The incidents in time").click()
    box = region(record, "timeline").locator(".record")
    box.evaluate("box => box.scrollIntoView()")
    assert box.evaluate("box => box.getBoundingClientRect().height") <= 660
    assert sideways(record) <= 0
    first, second = (box.locator(".call input").nth(place) for place in (0, 1))
    expect(first).to_be_checked()
    before = record.evaluate(LAID_OUT)
    first.focus()
    record.keyboard.press("ArrowRight")
    expect(second).to_be_checked()
    expect(second).to_be_focused()
    expect(box.locator(".its h4").first).to_contain_text("5 facts")
    fact = box.locator(".row input").last
    fact.focus()
    record.keyboard.press("Space")
    expect(fact).to_be_checked()
    expect(fact).to_be_focused()
    told = fact.evaluate("fact => fact.closest('.row').querySelector('label span').textContent")
    expect(box.locator(".account .named")).to_have_text(told)
    assert record.evaluate(LAID_OUT) == before


def test_each_study_fits_is_sound_and_follows_what_is_assumed(record: Page, axe) -> None:
    record.set_viewport_size({"width": 1366, "height": 768})
    record.locator("[data-act=reading][data-id=version][value=officers]").check(force=True)
    expect(region(record, "live")).to_contain_text("findings changed")
    top = region(record, "assumed")
    for study in STUDIES:
        record.locator(f"[data-act=show][data-id={study}]").click()
        expect(region(record, study).locator("h3")).to_have_count(1)
        bottom = region(record, study).evaluate("e => e.getBoundingClientRect().bottom")
        step = bottom - top.evaluate("e => e.getBoundingClientRect().top")
        assert step < 2 * 768, study
        assert axe(record) == [], study
        record.set_viewport_size({"width": 320, "height": 700})
        assert sideways(record) <= 0, study
        record.set_viewport_size({"width": 1366, "height": 768})
    record.get_by_role("button", name="Back to the record").click()
    expect(region(record, "live")).to_contain_text("The record, as the court read it")
    record.get_by_role("button", name="Undo").click()
    expect(region(record, "live")).to_contain_text("findings changed")
