"""In each notebook, whatever is switched: what has not changed stays where it is."""

from random import Random

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.serve import notebooks
from tests.browser.conftest import commit, show_page
from tests.examples import left_to_long

LESSONS = sorted(path.stem for path in notebooks().glob("*.ipynb"))
SWITCHED, MOVED = 50, 0.01
ACTS = ("toggle", "bundle", "reading", "switch", "tick", "position", "step")
CONTROLS = ", ".join(
    f"main [data-act={act}]:enabled:not([type=radio]:checked):visible" for act in ACTS
)
LIVE = "[data-region=live]"
# A shift soon after an input counts too: what is switched is what one acts on.
WATCH = """() => {
  window.shifts = [];
  const named = (node) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 90);
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      shifts.push([each.value, ...each.sources.map(({ node }) => named(node))]);
    }
  }).observe({ type: "layout-shift" });
}"""
# Resolves with how much taller the page is, once it has said what follows and is painted.
SWITCH = """([control, live]) => new Promise((done) => {
  const tall = () => document.documentElement.getBoundingClientRect().height;
  const before = tall();
  new MutationObserver((_, watch) => {
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(tall() - before)));
  }).observe(live, { subtree: true, childList: true, characterData: true });
  control.click();
})"""


def turn_to_board(page: Page) -> None:
    """Turn to the step where things are switched, which a prediction may have to open."""
    if page.locator("form.predict").count():
        turn_to(page, "form.predict")
        commit(page)
    turn_to(page, LIVE)


def turn_to(page: Page, region: str) -> None:
    for step in page.locator("#steps a").all():
        if page.locator(region).locator("visible=true").count():
            return
        step.click()
        expect(step).to_have_attribute("aria-current", "step")


@pytest.mark.parametrize("notebook", left_to_long(LESSONS, "05_framing_the_right"))
def test_nothing_but_what_changed_moves(page: Page, voila, notebook: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    show_page(page, voila, f"{notebook}.ipynb")
    turn_to_board(page)
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(WATCH)
    live = page.locator(LIVE).locator("visible=true").element_handle()
    random = Random(2009)
    for _ in range(SWITCHED):
        control = random.choice(page.locator(CONTROLS).element_handles())
        assert page.evaluate(SWITCH, [control, live]) < 1, control
    moved = page.evaluate("shifts")
    assert sum(value for value, *_ in moved) < MOVED, moved
