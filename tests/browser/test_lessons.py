"""Each notebook from top to bottom, as a learner works it; and all of it found again."""

from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.lesson_file import LessonPlan, Plan
from okin_lib.lessons.library import start
from okin_lib.lessons.receipts.reading import read
from tests.browser.conftest import show_in_steps
from tests.browser.legible import legible, legible_at_widths
from tests.browser.walk import LEFT, asks, do_tasks, found_again, leave, predict, toggle, work
from tests.examples import left_to_long

LESSONS = sorted(path.stem for path in notebooks().glob("*.ipynb"))
SCREEN = {"width": 1366, "height": 768}
ALL_CELLS = 16_000
"""A height, in px, at which JupyterLab draws every cell."""
SIZE = """() => ({
  px: document.documentElement.scrollHeight,
  words: document.querySelector("main").innerText.match(/\\S+/g).length,
  controls: [...document.querySelectorAll("main :is(button, input, select, textarea, summary)")]
    .filter((control) => control.checkVisibility()).length,
})"""
"""Of a step, as it shows."""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
TOP = ".jp-WindowedPanel-outer"
CLOSING = "WebSocket is already in CLOSING or CLOSED state."
"""Said where a connection is lost, as when a page is left: the page connects anew, and goes on."""


@pytest.fixture
def said(page: Page) -> list[str]:
    """What goes wrong on the page, as its console has it."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and said.text != CLOSING:
            wrong.append(said.text)

    page.on("console", hear)
    return wrong


@pytest.mark.parametrize("lesson", left_to_long(LESSONS, "03_act_or_omission"))
def test_a_learner_works_it_from_top_to_bottom_and_finds_it_again(
    page, voila, said, axe, tmp_path, lesson
) -> None:
    page.set_viewport_size(SCREEN)
    show_in_steps(page, voila, f"{lesson}.ipynb")
    plan, done, sizes = start(lesson).plan, [], {}
    for link in page.locator("#steps a").all():
        link.press("Enter")
        expect(link).to_have_attribute("aria-current", "step")
        done += work(page, plan)
        if page.locator("#exit-answer").is_visible():
            leave(page)
            receipt_holds_all(page, plan, tmp_path)
        sizes[link.inner_text()] = page.evaluate(SIZE)
        sound(page, axe, link.inner_text())
    assert sorted(done) == sorted(each.id for each in (*plan.questions, *plan.tasks))
    tell(lesson, sizes)
    assert max(size["px"] for size in sizes.values()) <= 2 * SCREEN["height"]
    assert said == []
    page.reload()
    found_again(page, {"prediction": plan.prediction, "again": plan.again})
    assert said == []


@pytest.mark.long
@pytest.mark.parametrize("lesson", LESSONS)
def test_in_jupyterlab_all_runs_without_a_verdict_and_a_new_kernel_finds_it_again(
    page, open_in_lab, folder, lesson
) -> None:
    page.set_viewport_size(SCREEN)
    open_in_lab(f"{lesson}.ipynb")
    plan, parts = start(lesson).plan, (folder / f"{lesson}.ipynb").read_text().count("okin.show(")
    expect(page.locator(".okin > .regions")).to_have_count(parts)
    assert page.locator(TOP).evaluate("panel => panel.scrollTop") == 0
    expect(page.locator(".okin .said")).to_have_count(0)
    if isinstance(plan, LessonPlan):
        expect(page.locator("[data-region=live]")).to_be_empty()
        expect(page.locator(".okin [role=switch]")).to_have_count(0)
    asks(page, plan.prediction).get_by_role("radio").first.focus()
    predict(page, plan.prediction)
    toggle(page)
    leave(page)
    do_tasks(page, plan)  # once these show, what was written before them is kept
    page.set_viewport_size({"width": SCREEN["width"], "height": ALL_CELLS})
    legible_at_widths(page, LESSONS.index(lesson))
    page.set_viewport_size(SCREEN)
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells").click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    found_again(page, {"prediction": plan.prediction})


def tell(lesson: str, sizes: dict[str, dict[str, int]]) -> None:
    """Print how large the notebook is at the end, for whoever asks by -rP."""
    tallest = max(sizes, key=lambda step: sizes[step]["px"])
    most = max(sizes, key=lambda step: sizes[step]["controls"])
    words = sum(size["words"] for size in sizes.values())
    print(
        f"{lesson}: {len(sizes)} steps, {words} words, "
        f"the tallest {tallest} with {sizes[tallest]['px']} px, "
        f"the most controls {sizes[most]['controls']} in {most}"
    )


def receipt_holds_all(page: Page, plan: Plan, folder: Path) -> None:
    """Download the receipt: nothing that was asked is without an answer in it."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Receipt to hand in (HTML)").click()
    saved.value.save_as(folder / "receipt.html")
    receipt = read((folder / "receipt.html").read_bytes(), [plan.id], load_case().record.law)
    assert all(each.choice for each in receipt.answers)
    assert len(receipt.answers) == len(plan.questions)
    assert receipt.written == LEFT


def sound(page: Page, axe, step: str) -> None:
    """At the end of a step axe finds nothing in either scheme, and nothing goes sideways."""
    assert axe(page) == [], step
    page.emulate_media(color_scheme="dark")
    assert axe(page, only="color-contrast") == [], step
    page.emulate_media(color_scheme="light")
    for width in (320, 720, 1000, SCREEN["width"]):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(SIDEWAYS) <= 0, (step, width)
        legible(page, (step, width))
    page.set_viewport_size(SCREEN)
