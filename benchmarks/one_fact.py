"""Click to changed text, in Voila: our board, beside `interact` redrawing a figure inline.

Measured inside the page with `performance.now()`, from the click to the first change of the
document that shows its result, at first of the sentence that says what follows. The targets for
ours are a median of 20 ms and a 95th percentile of 40 ms.

    python benchmarks/one_fact.py [NOTEBOOK [SWITCH [REGION]]]
"""

import shutil
import sys
import tempfile
from pathlib import Path

from measuring.in_voila import (
    browser,
    commit_prediction,
    peer,
    report,
    said,
    times,
    times_as_fast,
    turn_to,
    voila,
)
from measuring.interact import interact_notebook
from playwright.sync_api import Browser

from okin_lib.hosts.serve import notebooks


def measure(chromium: Browser, url: str, notebook: str, switch: str, region: str) -> None:
    page = chromium.new_page()
    page.goto(f"{url}voila/render/{notebook}")
    page.locator("main .regions").first.wait_for(state="attached")
    commit_prediction(page)
    turn_to(page, region)
    switched = page.get_by_role("switch", name=switch).first
    switched.wait_for()
    ours = times(page, switched, region)
    report(f"ours: {notebook}", ours)
    page.close()

    theirs = peer(chromium, url)
    print(times_as_fast(ours, theirs))
    print(said(ours))


def main(
    notebook: str = "03_act_or_omission.ipynb",
    switch: str = "The football conversation",
    region: str = "[data-region=live]",
) -> None:
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        shutil.copy(notebooks() / notebook, folder)
        interact_notebook(Path(folder))
        with voila(Path(folder)) as url:
            measure(chromium, url, notebook, switch, region)


if __name__ == "__main__":
    main(*sys.argv[1:])
