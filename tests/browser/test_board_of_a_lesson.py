"""The board of a lesson: nothing moves, it is sound in every colour and width, and by keyboard."""

import random

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import answered, predicted
from tests.examples import left_to_long

LESSON = "03_act_or_omission.ipynb"
FOOTBALL = "[data-act=toggle][data-id=football-talk]"
LARGE = {"width": 1366, "height": 768}
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
# A shift soon after an input counts too: what is switched is what one acts on.
WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      shifts.push([each.value, ...each.sources.map(({ node }) => node?.outerHTML?.slice(0, 90))]);
    }
  }).observe({ type: "layout-shift", buffered: false });
}"""


@pytest.fixture
def lesson(open_page) -> Page:
    page = open_page(LESSON)
    page.set_viewport_size(LARGE)
    predicted(page)
    expect(region(page, "live")).to_contain_text("On the record, ")
    return page


def region(page: Page, name: str) -> Locator:
    return page.locator(f"[data-region={name}]")


def settled(page: Page) -> None:
    answered(page)
    page.evaluate(NEXT_FRAME)


@pytest.mark.long
@pytest.mark.parametrize("width", [1366, 1000, 720])
def test_nothing_moves_over_fifty_toggles(lesson: Page, width: int) -> None:
    lesson.set_viewport_size({"width": width, "height": 768})
    switches = lesson.locator(".in-play [role=switch]")
    settled(lesson)
    lesson.evaluate(WATCH)
    chance, said = random.Random(415), set()
    for _ in range(50):
        switches.nth(chance.randrange(switches.count())).dispatch_event("click")
        settled(lesson)
        said.add(region(lesson, "live").inner_text())
    assert len(said) > 10
    moved = lesson.evaluate("shifts")
    assert sum(value for value, *_ in moved) < 0.01, moved


@pytest.mark.parametrize("supposed", left_to_long(["record", "football-off"], "football-off"))
def test_axe_finds_nothing_at_any_width_or_in_any_colour(lesson: Page, axe, supposed) -> None:
    lesson.locator(f"[data-act=suppose][value={supposed}]").check()
    settled(lesson)
    for width in (1366, 720, 320):
        lesson.set_viewport_size({"width": width, "height": 768})
        assert axe(lesson) == [], width
        assert lesson.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    lesson.set_viewport_size(LARGE)
    for scheme, forced in (("dark", "none"), ("light", "active")):
        lesson.emulate_media(color_scheme=scheme, forced_colors=forced)
        assert axe(lesson) == [], (scheme, forced)


def test_by_keyboard_from_a_switch_to_its_reason_to_its_page_and_back(lesson: Page) -> None:
    switch = lesson.locator(FOOTBALL)
    switch.focus()
    lesson.keyboard.press("Space")
    expect(region(lesson, "live")).to_contain_text("Without the football conversation")
    expect(switch).to_be_focused()
    turn = region(lesson, "why").locator("[data-go=opinion]").first
    for _ in range(60):
        lesson.keyboard.press("Tab")
        if turn.evaluate("turn => turn === document.activeElement"):
            break
    expect(turn).to_be_focused()
    lesson.keyboard.press("Enter")
    mark = region(lesson, "opinion").locator("mark").first
    expect(mark).to_be_focused()
    lesson.keyboard.press("Escape")
    expect(turn).to_be_focused()
