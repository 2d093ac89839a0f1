"""Click to changed text, in Voila: our board, beside `interact` redrawing a figure inline.

Measured inside the page with `performance.now()`, from the click to the first change of the
document that shows its result. The target for ours is a median under 25 ms.

    python benchmarks/click.py [NOTEBOOK [CHECKBOX [REGION]]]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright

from okin_lib.hosts.serve import notebooks

CLICKS = 40
WARM_UP = 5
TARGET = 25

INTERACT = """
%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import interact

names = [f"Element {n}" for n in range(25)]

def draw(football=True):
    figure, axes = plt.subplots(figsize=(8, 6))
    axes.barh(names, [1 if football else (n % 3) / 2 for n in range(25)])
    axes.set_title("Triable" if football else "Open")
    plt.show()

interact(draw);
"""

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
        yield line.split()[1]
        process.terminate()


def times(page: Page, checkbox: str, region: str) -> list[float]:
    """Return the milliseconds of each click, after some that do not count."""
    clicked = page.get_by_role("checkbox", name=checkbox).first.element_handle()
    shown = page.locator(region).first.element_handle()
    taken = []
    for _ in range(WARM_UP + CLICKS):
        taken.append(page.evaluate(TIMED, [clicked, shown]))
        page.evaluate("() => new Promise(requestAnimationFrame)")
    return taken[WARM_UP:]


def report(name: str, taken: list[float]) -> float:
    middle = median(taken)
    slow = quantiles(taken, n=20)[-1]
    print(f"{name:<42} median {middle:6.1f} ms   95th percentile {slow:6.1f} ms   n={len(taken)}")
    return middle


def commit_prediction(page: Page) -> None:
    """Open the board of a lesson that asks for a prediction first."""
    form = page.locator("form.predict").first
    if form.count():
        form.get_by_role("radio").first.check()
        form.get_by_role("textbox").fill("for the benchmark")
        form.get_by_role("button").click()


def measure(browser: Browser, url: str, notebook: str, checkbox: str, region: str) -> None:
    page = browser.new_page()
    page.goto(f"{url}voila/render/{notebook}")
    page.locator(".okin").first.wait_for()
    commit_prediction(page)
    page.get_by_role("checkbox", name=checkbox).first.wait_for()
    ours = report(f"ours: {notebook}", times(page, checkbox, region))
    page.close()

    page = browser.new_page()
    page.goto(f"{url}voila/render/interact.ipynb")
    page.locator(".jp-OutputArea-output img").wait_for()
    theirs = report(
        "interact, matplotlib redrawn inline", times(page, "football", ".widget-output")
    )
    print(f"{theirs / ours:.1f} times as fast; target: median under {TARGET} ms: ", end="")
    print("met" if ours < TARGET else "missed")


def main(
    notebook: str = "03_act_or_omission.ipynb",
    checkbox: str = "The football conversation",
    region: str = "[data-region=what-changed]",
) -> None:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shutil.copy(notebooks() / notebook, folder)
        cell = nbformat.v4.new_code_cell(INTERACT)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), Path(folder, "interact.ipynb"))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with voila(Path(folder)) as url:
            measure(browser, url, notebook, checkbox, region)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
