"""Every component that a notebook shows, and what is done before it is shown."""

from collections.abc import Callable

from in_voila import commit_prediction as predict
from in_voila import turn_to
from playwright.sync_api import Page

WHOLE = "10_whole_board.ipynb#1.-The-board"
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
    """Press the button, wherever it is."""

    def pressed(page: Page) -> None:
        button = page.get_by_role("button", name=name, exact=True, include_hidden=True).first
        button.evaluate("button => button.click()")

    return pressed


def unfold(region: str) -> Step:
    """Open the first box in a region that opens."""

    def unfolded(page: Page) -> None:
        summary = page.locator(f"[data-region={region}] summary").first
        summary.evaluate("summary => summary.click()")

    return unfolded


def without_football(page: Page) -> None:
    """Leave the football conversation out."""
    turn_to(page, "[data-act=toggle]")
    page.get_by_role("switch", name=FOOTBALL).first.uncheck()


def officers_version(page: Page) -> None:
    """Assume the version that the motion does not permit."""
    turn_to(page, "[data-region=assumed]")
    page.locator("[data-act=reading][data-id=version][value=officers]").check()


def reveal(page: Page) -> None:
    """Open what the opinion has to say to it."""
    page.locator("#prediction-reveal summary").click()


def answer(page: Page) -> None:
    """Answer the first question of the self-check."""
    turn_to(page, "section.check")
    form = page.locator("section.check form").first
    form.get_by_role("radio").first.check()
    form.get_by_role("button").click()
    cite = page.locator("section.check form.cite").first
    cite.get_by_role("radio").first.check()
    cite.get_by_role("button").click()
    page.locator(".check .feedback").first.wait_for()


def search(page: Page) -> None:
    """Look for facts."""
    page.get_by_role("searchbox").fill("football")
    page.get_by_text("facts are shown").wait_for()


def draw(region: str) -> Step:
    """Ask for a region's figure."""

    def drawn(page: Page) -> None:
        turn_to(page, f"[data-act=draw][data-id={region}]")
        page.locator(f"[data-act=draw][data-id={region}]").click()
        page.locator(f"[data-region={region}] figure svg").wait_for()

    return drawn


def turn(page: Page) -> None:
    """Turn to the page of a reason."""
    page.locator("[data-region=why] .pg").first.click()
    page.locator(".pane mark").first.wait_for()


COMPONENTS: tuple[Component, ...] = (
    ("board", WHOLE, "", (without_football,)),
    ("search", WHOLE, "", (search,)),
    ("matrix", WHOLE, "matrix", (without_football,)),
    ("matrix-figure", WHOLE, "matrix", (without_football, draw("matrix"))),
    ("live", WHOLE, "live", (without_football,)),
    ("strip", WHOLE, "strip", (without_football,)),
    ("circuit", WHOLE, "circuit", (without_football,)),
    ("why", WHOLE, "why", (without_football,)),
    ("what-changed", WHOLE, "what-changed", (without_football, unfold("what-changed"))),
    ("verdict", WHOLE, "verdict", (unfold("verdict"),)),
    ("list", WHOLE, "list", (unfold("list"),)),
    ("share", WHOLE, "share", (press("Show the link as a QR code"),)),
    ("timeline", WHOLE, "aspect", ()),
    ("timeline-figure", WHOLE, "aspect", (draw("aspect"),)),
    ("evidence", WHOLE, "aspect", (press("The evidence of each side"),)),
    ("two-parties", WHOLE, "aspect", (press("Two parties side by side"),)),
    ("beside-the-record", WHOLE, "aspect", (without_football, press("Beside the record"))),
    ("lanes", WHOLE, "aspect", (press("How the claims are made up"),)),
    ("precedents", WHOLE, "aspect", (press("The precedents"), draw("aspect"))),
    ("opinion", WHOLE, "", (turn,)),
    ("invitation", WHOLE, "invitation", ()),
    ("readings", WHOLE, "readings", (unfold("readings"),)),
    ("hypotheticals", WHOLE, "hypotheticals", (unfold("hypotheticals"),)),
    ("opening", ACT, "opening", ()),
    ("prediction", ACT, "prediction", ()),
    ("committed", ACT, "prediction", (predict, reveal)),
    ("check", ACT, "check", (answer,)),
    ("exit", ACT, "exit", ()),
    ("guided-predict", ACT, "", ()),
    ("guided-board", ACT, "", (predict, without_football)),
    (
        "guided-drawer",
        ACT,
        "",
        (predict, without_football, press("All 208 facts, readings, year")),
    ),
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
