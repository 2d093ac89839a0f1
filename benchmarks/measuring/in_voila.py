"""What the measurements in Voila share: the server, the browser, the peer, and the clock."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from measuring.told import met

CLICKS = 40
WARM_UP = 5
MEDIAN, SLOW = 20, 40
"""What is aimed at, in milliseconds."""

# Resolves with the milliseconds from the click to the first change below `shown`.
TIMED = """
([clicked, shown]) => new Promise((resolve) => {
  const watch = new MutationObserver((changes) => {
    const shows = ({ addedNodes, type }) => type === "characterData" || addedNodes.length;
    if (!changes.some(shows)) return;
    watch.disconnect();
    resolve(performance.now() - start);
  });
  watch.observe(shown, { subtree: true, childList: true, characterData: true });
  const start = performance.now();
  clicked.click();
})
"""

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)))"
"""Painted, and nothing left to do: no one clicks faster."""


@contextmanager
def voila(folder: Path) -> Iterator[str]:
    """Serve ``folder`` and give the address."""
    call = f"serve(Path({str(folder)!r}))"
    code = f"from pathlib import Path; from okin_lib.hosts.serve import serve; {call}"
    with subprocess.Popen(
        [sys.executable, "-u", "-c", code], stdout=subprocess.PIPE, text=True
    ) as process:
        line = next(line for line in process.stdout if "http" in line)
        threading.Thread(target=process.stdout.read, daemon=True).start()
        try:
            yield line.split()[1]
        finally:
            process.terminate()


@contextmanager
def browser() -> Iterator[Browser]:
    """Run the machine's Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def peer(chromium: Browser, url: str) -> list[float]:
    """Report the milliseconds of each click on the peer, and return them."""
    page = chromium.new_page()
    # Our page takes one that shows no lesson of ours for broken, and would open it anew.
    page.add_init_script("history.replaceState({ reloaded: true }, '')")
    page.goto(f"{url}voila/render/interact.ipynb")
    page.locator(".jp-OutputArea-output img").wait_for()
    taken = times(page, page.get_by_role("checkbox", name="football"), ".widget-output")
    report("interact, matplotlib redrawn inline", taken)
    return taken


def turn_to(page: Page, region: str) -> None:
    """Turn to the step of a notebook that shows the region."""
    page.locator(region).first.wait_for(state="attached")
    for step in page.locator("#steps a").all():
        if page.locator(region).locator("visible=true").count():
            return
        step.click()
        page.locator("#steps [aria-current=step]").filter(has_text=step.inner_text()).wait_for()


def commit_prediction(page: Page) -> None:
    """Open what is behind the next prediction, in a notebook that asks for one."""
    form = page.locator("form.predict").first
    if form.count():
        turn_to(page, "form.predict")
        region = form.evaluate("form => form.closest('[data-region]').dataset.region")
        form.get_by_role("radio").first.check()
        form.get_by_role("textbox").fill("because the opinion says so")
        form.locator("[type=submit]").click()
        page.locator(f"[data-region={region}] dl").wait_for()


def times(page: Page, switch: Locator, region: str) -> list[float]:
    """Return the milliseconds of each click, after some that do not count."""
    clicked = switch.element_handle()
    shown = page.locator(region).first.element_handle()
    taken = []
    for _ in range(WARM_UP + CLICKS):
        taken.append(page.evaluate(TIMED, [clicked, shown]))
        page.evaluate(SETTLED)
    return taken[WARM_UP:]


def slowest(taken: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(taken, n=20)[-1]


def report(name: str, taken: list[float]) -> None:
    """Print how long it took."""
    print(
        f"{name:<42} median {median(taken):6.1f} ms   "
        f"95th percentile {slowest(taken):6.1f} ms   n={len(taken)}"
    )


def times_as_fast(taken: list[float], theirs: list[float]) -> str:
    """Return how many times as fast it is as the peer."""
    ratios = median(theirs) / median(taken), slowest(theirs) / slowest(taken)
    return "beside interact: {:.1f} times as fast at the median, {:.1f} at the 95th".format(
        *ratios
    )


def said(taken: list[float]) -> str:
    """Return whether it is as fast as is aimed at."""
    fast = median(taken) < MEDIAN and slowest(taken) < SLOW
    return f"target: median {MEDIAN} ms, 95th percentile {SLOW} ms: {met(fast)}"
