"""What a learner has before them at the main task of each notebook, as a table in Markdown.

At 1366 x 768, once the prediction is committed, after toggles drawn by lot, each scrolled to as a
learner does: how tall the page is at most; how many words it shows, and how many of these are in
sight; how many pixels further up or down than what is switched the sentence stands that says what
follows, and the nearest and the last of what else changed, at the median; how many controls of
ours it shows; and after how many clicks a finding's passage is marked where it stands.

    python benchmarks/at_a_glance.py [ADDRESS NOTEBOOK ...]

With an address, of the notebooks that Voila serves there: those of an earlier version, to compare.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from statistics import median

from measuring.in_voila import SETTLED, browser, commit_prediction, turn_to, voila
from playwright.sync_api import Browser, Locator, Page

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.library import lesson_ids, open_ids

TOGGLES = 20
ACTS = ("toggle", "bundle", "reading", "switch", "tick", "position", "step")
CONTROLS = ", ".join(f".okin [data-act={act}]:enabled:not([type=radio]:checked)" for act in ACTS)
LIVE = "[data-region=live]"
WAYS = (
    (".circuit .el:not([aria-pressed=true])", "[data-region=why] .pg"),
    (".matrix td button:not([aria-pressed=true])", "[data-region=why] .pg"),
    (".established [data-act=read]",),
    (".tree summary", ".tree details[open] [data-act=read]"),
    ("[data-region=aspect] summary", "[data-region=aspect] details[open] [data-act=read]"),
)
"""What is clicked in turn to come from a finding to its passage; the first that is there is taken.
The last two are of pages that had no other."""
HEADS = ("notebook", "px tall", "words", "in sight", "px to the sentence", "px to a change",
         "px to the last", "controls", "clicks to the passage")  # fmt: skip

# Resolves, once it is painted and still, with where what followed a click stands.
TOGGLED = (
    """
async (clicked) => {
  clicked.scrollIntoView({ block: "nearest" });
  const box = (element) => element.getBoundingClientRect();
  const away = (element) => Math.abs(box(element).top - box(clicked).top);
  const own = clicked.closest("[data-region]").dataset.region;
  const asides = /^(live|bar|share|facts|search|year|readings|hypotheticals|own|tasks)/;
  const changed = new Set();
  const watch = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of [target, ...addedNodes]) {
        changed.add(node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
      }
    }
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  const live = document.querySelector('[data-region="live"]');
  const said = new Promise((done) => new MutationObserver(done)
    .observe(live, { subtree: true, childList: true, characterData: true }));
  clicked.click();
  await Promise.race([said, new Promise((done) => setTimeout(done, 5000))]);
  await ("""
    + SETTLED
    + """)();
  watch.disconnect();
  const effects = [...changed].filter((each) => {
    const region = each?.isConnected && each.closest("[data-region]")?.dataset.region;
    return region && region !== own && !asides.test(region) && !each.matches("[data-region]")
      && each.checkVisibility() && box(each).height > 0;
  });
  return {
    sentence: away(live),
    first: effects.length ? Math.min(...effects.map(away)) : null,
    last: effects.length ? Math.max(...effects.map(away)) : null,
    tall: document.documentElement.scrollHeight,
  };
}
"""
)
# The words that show, and those of them that are in sight, cut by whatever cuts them.
WORDS = """
() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const inSight = (node, element) => {
    range.selectNodeContents(node);
    let { top, bottom, left, right } = range.getBoundingClientRect();
    if (bottom - top < 4) return false;
    for (let each = element; each; each = each.parentElement) {
      if (getComputedStyle(each).overflow === "visible") continue;
      const cut = each.getBoundingClientRect();
      [top, bottom] = [Math.max(top, cut.top), Math.min(bottom, cut.bottom)];
      [left, right] = [Math.max(left, cut.left), Math.min(right, cut.right)];
    }
    [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return bottom - top > 4 && right - left > 4;
  };
  let [shown, sighted] = [0, 0];
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const element = node.parentElement;
    const words = node.data.split(/\\s+/).filter(Boolean).length;
    if (!words || element.closest("script, style") || !element.checkVisibility()) continue;
    shown += words;
    if (inSight(node, element)) sighted += words;
  }
  return [shown, sighted];
}
"""
SHOWN = """
() => [...document.querySelectorAll(".okin :is(button, input, select, textarea, summary, a)")]
  .filter((each) => each.checkVisibility()).length
"""


@contextmanager
def pages(address: str) -> Iterator[str]:
    """Give the address where the notebooks are served."""
    if address:
        yield address
    else:
        with voila(notebooks()) as own:
            yield own


def visible(page: Page, selector: str) -> Locator:
    """What of it shows."""
    return page.locator(selector).locator("visible=true")


def clicks(page: Page) -> str:
    """Return how many clicks lead from a finding to its passage, marked in the opinion."""
    for way in WAYS:
        if not visible(page, way[0]).count():
            continue
        for selector in way:
            visible(page, selector).first.click()
        marked = page.locator("[data-region=opinion] mark").first
        marked.wait_for()
        return str(len(way))
    return "no way"


def measured(chromium: Browser, url: str, name: str) -> tuple[str, ...]:
    """Return a row of the table."""
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto(f"{url}voila/render/{name}.ipynb")
    page.locator(".okin [data-region]").first.wait_for(state="attached")
    commit_prediction(page)
    turn_to(page, LIVE)
    if not visible(page, CONTROLS).count():
        return (name, *["nothing to switch"] * (len(HEADS) - 1))
    random, found, words = Random(2009), [], []
    for _ in range(TOGGLES):
        control = random.choice(visible(page, CONTROLS).element_handles())
        found.append(page.evaluate(TOGGLED, control))
        words.append(page.evaluate(WORDS))
    shown, sighted = (median(each) for each in zip(*words, strict=True))
    changing = [each for each in found if each["first"] is not None]
    row = (
        max(each["tall"] for each in found),
        shown,
        sighted,
        median(each["sentence"] for each in found),
        *(median(each[end] for each in changing) if changing else 0 for end in ("first", "last")),
        page.evaluate(SHOWN),
    )
    led = clicks(page)
    page.close()
    return (name, *(f"{each:,.0f}" for each in row), led)


def main(address: str = "", *names: str) -> None:
    print(f"| {' | '.join(HEADS)} |\n|{' --- |' * len(HEADS)}")
    with browser() as chromium, pages(address) as url:
        for name in names or (*lesson_ids(), *open_ids()):
            print(f"| {' | '.join(measured(chromium, url, name))} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
