"""Every component as it shows: light, dark, at 320 px, on a projector and on paper.

    python scripts/screenshots.py [FOLDER [NAME ...]]

One PNG for each component and mode goes to FOLDER, `screenshots` by default; with names, of these
components only.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from in_voila import browser, voila
from playwright.sync_api import Browser, Page

from okin_lib.hosts.serve import notebooks

WHOLE = "10_whole_board.ipynb"
ACT = "03_act_or_omission.ipynb"
FACTS = "04_the_facts_that_matter.ipynb"
FRAMING = "05_framing_the_right.ipynb"
DATES = "06_law_on_the_day.ipynb"
RECORD = "07_the_record_and_its_disputes.ipynb"
FOOTBALL = "The football conversation"

Step = Callable[[Page], object]
Component = tuple[str, str, str, tuple[Step, ...]]
"""Name, notebook, region, and what is done before it is shown."""


def press(name: str) -> Step:
    """Press the button."""
    return lambda page: page.get_by_role("button", name=name, exact=True).first.click()


def unfold(region: str) -> Step:
    """Open the first box in a region that opens."""
    return lambda page: page.locator(f"[data-region={region}] summary").first.click()


def without_football(page: Page) -> None:
    """Leave the football conversation out."""
    page.get_by_role("checkbox", name=FOOTBALL).first.uncheck()


def predict(page: Page) -> None:
    """Commit a prediction."""
    form = page.locator("form.predict").first
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("because the opinion says so")
    form.get_by_role("button").click()
    page.locator("[data-region=prediction] dl").wait_for()


def reveal(page: Page) -> None:
    """Open what the opinion has to say to it."""
    page.locator("#prediction-reveal summary").click()


def answer(page: Page) -> None:
    """Answer the first question of the self-check."""
    form = page.locator("section.check form").first
    form.get_by_role("radio").first.check()
    form.get_by_role("button").click()
    page.locator(".check .feedback").first.wait_for()


def search(page: Page) -> None:
    """Look for facts."""
    page.get_by_role("searchbox").fill("football")
    page.get_by_text("facts are shown").filter(has_text="214").wait_for()


def open_reasons(page: Page) -> None:
    """Open the reasons for one finding."""
    page.locator("#why-implicit-sanction summary").click()
    page.locator("#why-implicit-sanction blockquote").first.wait_for()


def draw(region: str) -> Step:
    """Ask for a region's figure."""

    def drawn(page: Page) -> None:
        page.locator(f"[data-act=draw][data-id={region}]").click()
        page.locator(f"[data-region={region}] figure svg").wait_for()

    return drawn


def turn(page: Page) -> None:
    """Turn to the page of a reason."""
    page.locator("#why-implicit-sanction .turn-to").first.click()
    page.locator("[data-region=opinion] mark").first.wait_for()


COMPONENTS: tuple[Component, ...] = (
    ("board", WHOLE, "", (without_football,)),
    ("search", WHOLE, "", (search,)),
    ("matrix", WHOLE, "matrix", (without_football,)),
    ("matrix-figure", WHOLE, "matrix", (without_football, draw("matrix"))),
    ("what-changed", WHOLE, "what-changed", (without_football,)),
    ("verdict", WHOLE, "verdict", ()),
    ("tree", WHOLE, "tree", (open_reasons,)),
    ("share", WHOLE, "share", (press("Show the link as a QR code"),)),
    ("timeline", WHOLE, "aspect", ()),
    ("timeline-figure", WHOLE, "aspect", (draw("aspect"),)),
    ("evidence", WHOLE, "aspect", (press("The evidence of each side"),)),
    ("two-parties", WHOLE, "aspect", (press("Two parties side by side"),)),
    ("beside-the-record", WHOLE, "aspect", (without_football, press("Beside the record"))),
    ("lanes", WHOLE, "aspect", (press("How the claims are made up"),)),
    ("precedents", WHOLE, "aspect", (press("The precedents"), draw("aspect"))),
    ("opinion", WHOLE, "opinion", (open_reasons, turn)),
    ("readings", WHOLE, "readings", (unfold("readings"),)),
    ("hypotheticals", WHOLE, "hypotheticals", (unfold("hypotheticals"),)),
    ("opening", ACT, "opening", ()),
    ("prediction", ACT, "prediction", ()),
    ("committed", ACT, "prediction", (predict, reveal)),
    ("check", ACT, "check-explicit", (answer,)),
    ("exit", ACT, "exit", ()),
    ("guided-board", ACT, "", (predict, without_football)),
    ("choice", FACTS, "choice", (predict,)),
    ("roles", FACTS, "roles", (predict, draw("roles"))),
    ("turns-on", FACTS, "turns-on", (predict,)),
    ("positions", FRAMING, "positions", (predict,)),
    ("material", FRAMING, "material", (predict,)),
    ("switches", FRAMING, "switches", (predict,)),
    ("rules", FRAMING, "rules", (predict,)),
    ("named", FRAMING, "named", (predict, unfold("named"))),
    ("grid", FRAMING, "grid", (predict, draw("grid"))),
    ("when", DATES, "when", (predict,)),
    ("established", DATES, "established", (predict,)),
    ("cases", DATES, "cases", (predict,)),
    ("years", DATES, "years", (predict,)),
    ("incidents", DATES, "incidents", (predict, unfold("incidents"))),
    ("map", DATES, "map", (predict, draw("map"))),
    ("two-courts", DATES, "courts", (predict,)),
    ("docket", DATES, "docket", (predict,)),
    ("later", DATES, "later", (predict, unfold("later"))),
    ("lens", RECORD, "lens", (predict,)),
    ("knowledge", RECORD, "knowledge", (predict,)),
    ("statute", RECORD, "statute", (predict,)),
    ("remand", RECORD, "remand", (predict,)),
)

MODES = ("light", "dark", "320", "print", "projector")
SIZES = {"320": (320, 700), "projector": (1920, 1080)}


@contextmanager
def opened(chromium: Browser, url: str, notebook: str) -> Iterator[Page]:
    """Open the notebook."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"{url}voila/render/{notebook}")
    page.locator("[data-region=opinion]").wait_for()
    yield page
    page.close()


def to_screen(page: Page, region: str) -> None:
    """Turn, on the projector, to the screen that shows the region."""
    page.get_by_role("button", name="Projector mode").click()
    total = int(page.locator("#projector [role=status]").inner_text().split()[2].rstrip(":"))
    for _ in range(total):
        if page.locator(f"[data-region={region}]").is_visible():
            return
        page.locator("#projector [data-by='1']").click()


def set_mode(page: Page, mode: str, region: str) -> None:
    """Show the page in a mode."""
    width, height = SIZES.get(mode, (1440, 900))
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(
        media="print" if mode == "print" else "screen",
        color_scheme="dark" if mode == "dark" else "light",
    )
    if mode == "print":
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    if mode == "projector":
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        to_screen(page, region or "matrix")


def take(page: Page, region: str, mode: str, path: Path) -> None:
    """Take one component in one mode: by itself, or the screen that it is on."""
    set_mode(page, mode, region)
    shown = page.locator(f"[data-region={region}]") if region else page
    if mode == "projector" or not region:
        page.screenshot(path=path, full_page=mode in ("320", "print"))
    elif shown.is_visible():
        shown.screenshot(path=path)


def main(folder: str = "screenshots", *names: str) -> None:
    """Take the components, all of them or those named, in every mode."""
    for mode in MODES:
        Path(folder, mode).mkdir(parents=True, exist_ok=True)
    chosen = [each for each in COMPONENTS if not names or each[0] in names]
    with browser() as chromium, voila(notebooks()) as url:
        for name, notebook, region, steps in chosen:
            with opened(chromium, url, notebook) as page:
                for step in steps:
                    step(page)
                for mode in MODES:
                    take(page, region, mode, Path(folder, mode, f"{name}.png"))
        print(f"{len(chosen)} components in {len(MODES)} modes: {folder}/")


if __name__ == "__main__":
    main(*sys.argv[1:])
