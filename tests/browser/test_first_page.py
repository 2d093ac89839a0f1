"""The first page in a browser: one switch that needs no script, links, and every width."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from okin_lib.lessons.sequence import sequence

SHOWN = "all => all.map((e) => e.checkVisibility({ visibilityProperty: true }))"


@pytest.fixture
def first(page: Page, voila) -> Page:
    page.goto(voila.url)
    return page


def states(page: Page) -> list[bool]:
    """Whether each drawing shows: on the record, and without the fact."""
    return page.locator(".sample > .drawn").evaluate_all(SHOWN)


def test_the_switch_shows_the_one_state_or_the_other_and_moves_nothing(first: Page) -> None:
    switch = first.get_by_role("switch")
    tall = "document.documentElement.scrollHeight"
    before = first.evaluate(tall)
    assert states(first) == [True, False]
    expect(first.get_by_role("status")).to_contain_text("On the record")
    switch.focus()
    first.keyboard.press("Space")
    assert states(first) == [False, True]
    expect(first.get_by_text("Without it")).to_be_visible()
    expect(first.get_by_text("On the record,")).to_be_hidden()
    assert first.evaluate(tall) == before


def test_axe_finds_nothing_and_the_quick_exit_comes_first(first: Page, axe) -> None:
    first.keyboard.press("Tab")
    expect(first.get_by_role("link", name="Leave this site quickly")).to_be_focused()
    for scheme in ("light", "dark"):
        first.emulate_media(color_scheme=scheme)
        for width in (320, 1366):
            first.set_viewport_size({"width": width, "height": 768})
            assert axe(first) == [], (scheme, width)
            assert first.evaluate("document.documentElement.scrollWidth") <= width


def test_the_fonts_come_from_the_server_once_and_nothing_moves_when_they_do(
    page: Page, voila
) -> None:
    # They and the first script are held back until the page has been painted without them.
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => "
        "{ window.moved += each.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    held: list[Route] = []
    page.route(re.compile(r"\.woff2|exit\.js"), lambda route: held.append(route))
    page.goto(voila.url, wait_until="commit")
    expect(page.locator("footer")).to_be_attached()
    page.evaluate(
        "new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))"
    )
    for each in held:
        each.continue_()
    page.unroute_all()
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => 0)")
    fonts = [url.split("?")[0] for url in asked if "woff2" in url]
    assert len(fonts) == len(set(fonts)) >= 2
    assert page.evaluate("document.fonts.check('1rem \"Source Serif 4\"')")
    assert page.evaluate("moved") < 0.01


def test_each_notebook_is_a_link_and_the_hotline_is_there_before_them(first: Page) -> None:
    for entry in sequence():
        link = first.get_by_role("heading", name=entry.title).get_by_role("link")
        assert link.get_attribute("href").endswith(f"/{entry.id}")
    text = first.locator("main").inner_text()
    assert text.index("Content note.") < text.index("The notebooks")
    assert text.index("1-800-799-7233") < text.index("The notebooks")


def test_the_switch_and_the_list_work_without_a_script(browser: Browser, voila) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(voila.url)
    page.get_by_role("switch").uncheck()
    expect(page.get_by_text("Without it")).to_be_visible()
    expect(page.get_by_role("link", name=sequence()[0].title, exact=True)).to_be_visible()
    context.close()
