"""Toggles drawn by lot on the board of each notebook, in Voila at 1366 x 768.

Each is scrolled to as a learner does. After it: how long until the page said so; what of the
control, the sentence that says what follows, the circuit, the strip and the first line of the
reason is not in the viewport with the others (and the verdict in the reason, which no target
names); what else moved, shifts after input included, and how far the control itself; and whether
the page is any taller. The targets are that all of it is in sight each time, shifts of less than
0.01 together in 50 toggles, no more height, a median of 20 ms and a 95th percentile of 40 ms.
Beside it, in the same run, `interact` redrawing a figure inline.

    python benchmarks/toggles.py [NOTEBOOK ...]
"""

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from any_fact import WATCH
from measuring.in_voila import (
    SETTLED,
    browser,
    commit_prediction,
    peer,
    report,
    said,
    times_as_fast,
    turn_to,
    voila,
)
from measuring.interact import interact_notebook
from playwright.sync_api import Browser, Page

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.library import lesson_ids, open_ids

TOGGLES, COUNTED_BY, MOVED = 300, 50, 0.01
ACTS = ("toggle", "bundle", "reading", "switch", "tick", "position", "step")
CONTROLS = ", ".join(
    f"main [data-act={act}]:enabled:not([type=radio]:checked):visible" for act in ACTS
)
LIVE = "[data-region=live]"
# Clicks, and resolves with what the page has come to once it is painted and still.
TOGGLED = (
    """
async ([clicked, live]) => {
  const tall = () => document.documentElement.scrollHeight;
  const before = tall();
  const said = new Promise((done, silent) => {
    new MutationObserver((_, watch) => { watch.disconnect(); done(performance.now()); })
      .observe(live, { subtree: true, childList: true, characterData: true });
    setTimeout(() => silent(new Error(`nothing is said of ${clicked.outerHTML}`)), 5000);
  });
  const control = clicked.closest("label, li, button") ?? clicked;
  clicked.scrollIntoView({ block: "nearest" });
  const place = clicked.getBoundingClientRect().top;
  const start = performance.now();
  clicked.click();
  const taken = (await said) - start;
  await ("""
    + SETTLED
    + """)();
  const shown = { switch: control, headline: live };
  for (const name of ["circuit", "strip"]) {
    shown[name] = document.querySelector(`[data-region=${name}]`);
  }
  shown.reason = document.querySelector(".why h3");
  shown.verdict = document.querySelector(".why .now");
  const hidden = Object.keys(shown).filter((name) => {
    const box = shown[name]?.checkVisibility() && shown[name].getBoundingClientRect();
    return box && (box.top < 0 || box.bottom > innerHeight);
  });
  const stays = clicked.isConnected; // what asks to part those together goes once they are
  const strayed = stays ? Math.abs(clicked.getBoundingClientRect().top - place) : 0;
  return { taken, hidden, strayed, taller: tall() - before };
}
"""
)


def opened(chromium: Browser, url: str, name: str) -> Page:
    """Return the page with its board, and nothing folded over it."""
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto(f"{url}voila/render/{name}.ipynb")
    page.locator("main .regions").first.wait_for(state="attached")
    commit_prediction(page)
    turn_to(page, LIVE)
    page.evaluate("scrollTo(0, 0)")
    return page


def measure(page: Page, name: str) -> list[float]:
    """Print what 300 toggles come to, and return the milliseconds of each."""
    random = Random(2009)
    page.evaluate(WATCH)
    taken, hidden, taller, strayed = [], Counter[str](), 0, 0.0
    live = page.locator(LIVE).locator("visible=true").element_handle()
    for _ in range(TOGGLES):
        controls = page.locator(CONTROLS).element_handles()
        found = page.evaluate(TOGGLED, [random.choice(controls), live])
        taken.append(found["taken"])
        hidden.update(found["hidden"])
        taller = max(taller, found["taller"])
        strayed = max(strayed, found["strayed"])
    moved = page.evaluate("window.moved") * COUNTED_BY / TOGGLES
    report(name, taken)
    print(f"  {said(taken)}")
    print(
        f"  out of sight in {TOGGLES} toggles: {dict(hidden) or 'nothing'}; taller by {taller} px"
    )
    print(f"  moved by {moved:.4f} in {COUNTED_BY} toggles ({MOVED})")
    print(f"  the control moved by {strayed:.0f} px at most")
    return taken


def main(*names: str) -> None:
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        shutil.copytree(notebooks(), folder, dirs_exist_ok=True)
        interact_notebook(Path(folder))
        with voila(Path(folder)) as url:
            taken = {}
            for name in names or (*lesson_ids(), *open_ids()):
                page = opened(chromium, url, name)
                taken[name] = measure(page, name)
                page.close()
            theirs = peer(chromium, url)
    for name, ours in taken.items():
        print(f"{name:<28} {times_as_fast(ours, theirs)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
