"""Every component and page as it shows at each width, dark, on a projector and on paper.

    python scripts/screenshots.py [FOLDER [NAME ...]]

One PNG for each component and mode goes to FOLDER, `screenshots` by default; with names, of these
components only.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from components import COMPONENTS
from measuring.in_voila import browser, turn_to, voila
from playwright.sync_api import Browser, Error, Page

from okin_lib.hosts.serve import notebooks

MODES = ("1366", "1920", "720", "390", "320", "dark", "print", "projector")
SIZES = {
    "1920": (1920, 1080),
    "720": (720, 768),  # a cell of JupyterLab is as wide
    "390": (390, 844),
    "320": (320, 700),
    "projector": (1280, 720),
}
FIRST = (1366, 768)
WHOLE_PAGE = ("320", "720", "390", "print")
UNCLIPPED = """element => {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (getComputedStyle(box).overflowY !== "auto") continue;
    box.style.cssText += "max-block-size: none; overflow: visible;";
  }
}"""
"""Show all of what a column that scrolls would show a part of."""


@contextmanager
def opened(chromium: Browser, url: str, notebook: str) -> Iterator[Page]:
    """Open the notebook."""
    width, height = FIRST
    page = chromium.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(f"{url}voila/render/{notebook}")
    page.locator("[data-region=invitation]").wait_for(state="attached")
    page.set_default_timeout(10_000)
    yield page
    page.close()


def to_screen(page: Page, region: str) -> None:
    """Turn, on the projector, to the screen that shows the region."""
    page.locator("#project").evaluate("button => button.click()")  # what is open may lie over it
    total = int(page.locator("#projector [role=status]").inner_text().split()[2].rstrip(":"))
    swapped = region == "why"  # it has no screen of its own
    for _ in range(total):
        if page.locator(f"[data-region={'circuit' if swapped else region}]").is_visible():
            break
        page.locator("#projector [data-by='1']").evaluate("button => button.click()")
    if swapped:
        page.locator("#projector").get_by_role("button", name="Why").click()


def set_mode(page: Page, mode: str, region: str) -> None:
    """Show the page in a mode."""
    width, height = SIZES.get(mode, FIRST)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(
        media="print" if mode == "print" else "screen",
        color_scheme="dark" if mode == "dark" else "light",
    )
    if mode == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    if mode == "projector":
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        to_screen(page, region or "circuit")
    elif region and mode != "print":  # paper has every step
        turn_to(page, f"[data-region={region}]")


def take(page: Page, region: str, mode: str, path: Path) -> None:
    """Take one component in one mode: by itself, or the screen that it is on."""
    set_mode(page, mode, region)
    shown = page.locator(f"[data-region={region}]") if region else page
    if mode == "projector" or not region:
        page.screenshot(path=path, full_page=mode in WHOLE_PAGE)
    elif shown.is_visible():
        shown.evaluate(UNCLIPPED)
        shown.screenshot(path=path)


def main(folder: str = "screenshots", *names: str) -> None:
    """Take the components, all of them or those named, in every mode."""
    for mode in MODES:
        Path(folder, mode).mkdir(parents=True, exist_ok=True)
    failed: list[str] = []
    chosen = [each for each in COMPONENTS if not names or each[0] in names]
    with browser() as chromium, voila(notebooks()) as url:
        for name, notebook, region, steps in chosen:
            try:
                with opened(chromium, url, notebook) as page:
                    for step in steps:
                        step(page)
                    for mode in MODES:
                        take(page, region, mode, Path(folder, mode, f"{name}.png"))
            except Error as problem:
                failed.append(f"{name}: {problem.message.splitlines()[0]}")
    print(f"{len(chosen) - len(failed)} components in {len(MODES)} modes: {folder}/")
    if failed:
        sys.exit("\n".join(failed))


if __name__ == "__main__":
    main(*sys.argv[1:])
