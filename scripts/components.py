"""Every component that a notebook shows, and what is done before it is shown."""

from collections.abc import Callable

from measuring.in_voila import commit_prediction as predict
from measuring.in_voila import turn_to
from playwright.sync_api import Page

from okin_lib.lessons.installed import PACKAGE

WHOLE = "10_whole_board.ipynb#3.-The-board"
ACT = "03_act_or_omission.ipynb"
FRAMING = "05_framing_the_right.ipynb"
DATES = "06_law_on_the_day.ipynb"
THEN = "09_then_and_since.ipynb"
CASE_FILE = PACKAGE / "cases" / "hypotheticals" / "h04.yaml"
FOOTBALL = "The football conversation"
IN_TIME = "The incidents in time"

Step = Callable[[Page], object]
Component = tuple[str, str, str, tuple[Step, ...]]
"""Name, notebook, region, and what is done before it is shown."""


def press(name: str) -> Step:
    """Press the button, wherever it is."""

    def pressed(page: Page) -> None:
        button = page.get_by_role("button", name=name, exact=True, include_hidden=True).first
        button.evaluate("button => button.click()")

    return pressed


def look(label: str) -> Step:
    """Take a look from the list of those that have no tab."""

    def looked(page: Page) -> None:
        page.get_by_role("combobox", name="More looks", include_hidden=True).evaluate(
            """(list, label) => {
              list.value = [...list.options].find((each) => each.text === label).value;
              list.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            label,
        )

    return looked


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


def circuits(page: Page) -> None:
    """Ask for the circuits of the whole board."""
    press("Draw it")(page)
    page.locator("[data-region=strip] .tile").first.wait_for(state="attached")


def predict_again(page: Page) -> None:
    """Commit the second prediction, once the first has opened it."""
    page.locator("[data-region=again] form.predict").wait_for(state="attached")
    predict(page)


def every_fact(page: Page) -> None:
    """Open the drawer of all facts, readings and years."""
    page.locator("[data-act=every]").first.click()
    page.locator("[data-region=search]:not([hidden])").wait_for(state="attached")


def open_case_file(page: Page) -> None:
    """Open a case file of a learner's own."""
    unfold("case-file")(page)
    field = page.locator("#case-file-text")
    field.evaluate("(field, text) => { field.value = text; }", CASE_FILE.read_text("utf-8"))
    press("Open it on the board")(page)
    page.locator(".case-file.opened").wait_for(state="attached")


def reveal(page: Page) -> None:
    """Open what the opinion has to say to it."""
    page.locator("#prediction-reveal summary").click()


def answer(page: Page) -> None:
    """Answer the first question of the self-check."""
    turn_to(page, "[data-region=check]")
    form = page.locator("[data-region=check] form").first
    form.get_by_role("radio").first.check()
    form.locator("[type=submit]").click()
    cite = page.locator("[data-region=check] form.cite").first
    cite.get_by_role("radio").first.check()
    cite.get_by_role("button").click()
    page.locator("[data-region=check] .feedback").first.wait_for()


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
    ("undrawn", WHOLE, "circuit", ()),
    ("strip", WHOLE, "strip", (without_football, circuits)),
    ("circuit", WHOLE, "circuit", (without_football, circuits)),
    ("why", WHOLE, "why", (without_football,)),
    ("what-changed", WHOLE, "what-changed", (without_football, unfold("what-changed"))),
    ("verdict", WHOLE, "verdict", (unfold("verdict"),)),
    ("list", WHOLE, "list", (unfold("list"),)),
    ("case-file", WHOLE, "case-file", (open_case_file,)),
    ("share", WHOLE, "share", (press("Show the link as a QR code"),)),
    ("timeline", WHOLE, "aspect", (press(IN_TIME),)),
    ("timeline-figure", WHOLE, "aspect", (press(IN_TIME), draw("aspect"))),
    ("evidence", WHOLE, "aspect", (press("The evidence of each side"),)),
    ("two-parties", WHOLE, "aspect", (press("Two parties side by side"),)),
    ("beside-the-record", WHOLE, "aspect", (without_football, look("Beside the record"))),
    ("lanes", WHOLE, "aspect", (look("How the claims are made up"),)),
    ("cases", WHOLE, "aspect", (without_football, look("Cases on one grid"))),
    ("precedents", WHOLE, "aspect", (look("The precedents"), draw("aspect"))),
    ("pivots", WHOLE, "aspect", (look("What a finding turns on"),)),
    ("disputes", WHOLE, "aspect", (look("What is disputed, and the motion"),)),
    ("who-knew", WHOLE, "aspect", (look("Who knew what"),)),
    ("statute-use", WHOLE, "aspect", (look("What the statute does"),)),
    ("jury", WHOLE, "aspect", (look("What a jury would be asked"),)),
    ("opinion", WHOLE, "", (turn,)),
    ("invitation", WHOLE, "invitation", ()),
    ("readings", WHOLE, "readings", (unfold("readings"),)),
    ("hypotheticals", WHOLE, "hypotheticals", (unfold("hypotheticals"),)),
    ("opening", ACT, "opening", ()),
    ("prediction", ACT, "prediction", ()),
    ("committed", ACT, "prediction", (predict, reveal)),
    ("check", ACT, "check", (predict, predict_again, answer)),
    ("exit", ACT, "exit", ()),
    ("guided-predict", ACT, "", ()),
    ("guided-board", ACT, "", (predict, without_football)),
    ("guided-drawer", ACT, "", (predict, without_football, every_fact)),
    ("positions", FRAMING, "positions", (predict,)),
    ("material", FRAMING, "material", (predict,)),
    ("framed", FRAMING, "established", (predict,)),
    ("rules", FRAMING, "rules", (predict,)),
    ("named", ACT, "named", (predict,)),
    (
        "by-position",
        FRAMING,
        "by-position",
        (predict, press("The named positions"), unfold("by-position")),
    ),
    (
        "grid",
        FRAMING,
        "grid",
        (predict, predict_again, press("Which kinds of case have been decided"), draw("grid")),
    ),
    ("when", DATES, "when", (predict,)),
    ("established", DATES, "established", (predict,)),
    ("law", DATES, "law", (predict,)),
    ("orders", DATES, "orders", (predict,)),
    ("precedents-in-full", DATES, "cases", (predict, press("The precedents in full"))),
    ("years", DATES, "years", (predict, predict_again, press("From when"))),
    ("incidents", DATES, "incidents", (predict, predict_again, press("Incident by incident"))),
    ("two-courts", DATES, "courts", (predict, press("Why the courts differ"))),
    ("docket", DATES, "docket", (predict, press("One docket, two orders"))),
    ("later", THEN, "later", (predict, predict_again, press("Later law"))),
)
