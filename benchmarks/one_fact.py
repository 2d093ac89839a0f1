"""Click to changed text, in Voila: our board, beside `interact` redrawing a figure inline.

Measured inside the page with `performance.now()`, from the click to the first change of the
document that shows its result. The target for ours is a median under 25 ms.

    python benchmarks/one_fact.py [NOTEBOOK [CHECKBOX [REGION]]]
"""

import shutil
import sys
import tempfile
from pathlib import Path

from in_voila import browser, interact_notebook, report, times, voila
from playwright.sync_api import Browser, Page

from okin_lib.hosts.serve import notebooks

TARGET = 25


def commit_prediction(page: Page) -> None:
    """Open the board of a lesson that asks for a prediction first."""
    form = page.locator("form.predict").first
    if form.count():
        form.get_by_role("radio").first.check()
        form.get_by_role("textbox").fill("for the benchmark")
        form.get_by_role("button").click()


def measure(chromium: Browser, url: str, notebook: str, checkbox: str, region: str) -> None:
    page = chromium.new_page()
    page.goto(f"{url}voila/render/{notebook}")
    page.locator(".okin").first.wait_for()
    commit_prediction(page)
    page.get_by_role("checkbox", name=checkbox).first.wait_for()
    ours = report(f"ours: {notebook}", times(page, checkbox, region))
    page.close()

    page = chromium.new_page()
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
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        shutil.copy(notebooks() / notebook, folder)
        interact_notebook(Path(folder))
        with voila(Path(folder)) as url:
            measure(chromium, url, notebook, checkbox, region)


if __name__ == "__main__":
    main(*sys.argv[1:])
