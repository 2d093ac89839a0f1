"""Every component that a notebook shows, and what is done before it is shown."""

from collections.abc import Callable

from playwright.sync_api import Page

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


def officers_version(page: Page) -> None:
    """Assume the version that the motion does not permit."""
    page.locator("[data-act=reading][data-id=version][value=officers]").check()


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
    page.locator("#why-implicit-sanction .pg").first.click()
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
    ("invitation", WHOLE, "invitation", ()),
    ("readings", WHOLE, "readings", (unfold("readings"),)),
    ("hypotheticals", WHOLE, "hypotheticals", (unfold("hypotheticals"),)),
    ("opening", ACT, "opening", ()),
    ("prediction", ACT, "prediction", ()),
    ("committed", ACT, "prediction", (predict, reveal)),
    ("check", ACT, "check", (answer,)),
    ("exit", ACT, "exit", ()),
    ("guided-board", ACT, "", (predict, without_football)),
    ("choice", FACTS, "choice", (predict,)),
    ("roles", FACTS, "roles", (predict, draw("roles"))),
    ("turns-on", FACTS, "turns-on", (predict,)),
    ("positions", FRAMING, "positions", (predict,)),
    ("material", FRAMING, "material", (predict,)),
    ("framed", FRAMING, "established", (predict,)),
    ("rules", FRAMING, "rules", (predict,)),
    ("named", FRAMING, "named", (predict, press("The named positions"), unfold("named"))),
    (
        "grid",
        FRAMING,
        "grid",
        (predict, press("Which kinds of case have been decided"), draw("grid")),
    ),
    ("when", DATES, "when", (predict,)),
    ("established", DATES, "established", (predict,)),
    ("law", DATES, "law", (predict,)),
    ("orders", DATES, "orders", (predict,)),
    ("cases", DATES, "cases", (predict, press("The precedents in full"))),
    ("years", DATES, "years", (predict, press("From when"))),
    ("incidents", DATES, "incidents", (predict, press("Incident by incident"))),
    ("map", DATES, "map", (predict, press("By date and closeness"), draw("map"))),
    ("two-courts", DATES, "courts", (predict, press("Why the courts differ"))),
    ("docket", DATES, "docket", (predict, press("One docket, two orders"))),
    ("authorities", DATES, "authorities", (predict, press("All that the opinion cites"))),
    ("later", DATES, "later", (predict, press("Later law"))),
    ("assumed", RECORD, "assumed", (predict,)),
    ("lens", RECORD, "lens", (predict,)),
    ("incidents-in-time", RECORD, "timeline", (predict, press("The incidents in time"))),
    ("knowledge", RECORD, "knowledge", (predict, press("Who knew what"))),
    ("statute", RECORD, "statute", (predict, press("What the statute does"))),
    ("remand", RECORD, "remand", (predict, press("What a jury would be asked"))),
    ("changed", RECORD, "changed", (predict, officers_version, press("What changed"))),
)
