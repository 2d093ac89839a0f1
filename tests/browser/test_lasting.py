"""What a learner does lasts: reloaded, restarted, opened again; and goes when they say so."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from okin_lib.files.link_code import encode
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from tests.browser.conftest import Open, Server, predict_again, predicted, show, turn_to_step

LESSON = "03_act_or_omission"
NOTEBOOK = f"{LESSON}.ipynb"
KEY = f"okin-kept:{LESSON}"
FOOTBALL = "[data-act=toggle][data-id=football-talk]"
WRITTEN = "Two <b>lines</b>"
BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  const get = () => { throw new DOMException("no", "SecurityError"); };
  Object.defineProperty(window, name, { get });
}"""
HELD_BACK = """(() => {
  const [start, stop] = [setTimeout, clearTimeout];
  window.held = []; // what waits until the page is still, to change its address
  window.setTimeout = (late, after, ...rest) =>
    after === 400 ? -held.push(late) : start(late, after, ...rest);
  window.clearTimeout = (id) => { if (id < 0) held[-id - 1] = () => {}; else stop(id); };
})()"""
STARTED_WITHIN = 30_000
WIDE = {"width": 1400, "height": 900}
"""So that the facts are no sheet."""


def line(page: Page) -> Locator:
    """What says, in the step that shows, where the work is kept."""
    return page.locator(".okin > .keeping:visible").last


def write(page: Page, text: str = WRITTEN) -> None:
    turn_to_step(page, "Before you go")
    page.locator("#exit-answer").fill(text)
    page.locator("#exit-answer").blur()


def worked(page: Page) -> None:
    """Predict, suppose, write and answer: once the last shows, all before it is kept."""
    page.set_viewport_size(WIDE)
    predicted(page)
    page.locator(FOOTBALL).uncheck()
    write(page)
    predict_again(page)
    turn_to_step(page, "Check yourself")
    form = page.locator("[data-region=check] .ask form:visible")
    form.get_by_role("radio").nth(1).check()
    form.locator("[type=submit]").click()
    page.locator("[data-region=check] form.cite:visible").wait_for()
    turn_to_step(page, "Before you go")
    expect(line(page)).to_contain_text("Kept in ")


def found_again(page: Page) -> None:
    turn_to_step(page, "Before you go")
    expect(line(page)).to_contain_text("This is where you left off", timeout=STARTED_WITHIN)
    expect(page.locator("#exit-answer")).to_have_value(WRITTEN)
    turn_to_step(page, "Predict")
    expect(page.locator("[data-region=prediction] dd").nth(1)).to_have_text("so that it opens")
    expect(page.locator(FOOTBALL)).not_to_be_checked()


def in_browser(page: Page, storage: str) -> str | None:
    return page.evaluate(f"{storage}.getItem('{KEY}')")


def in_folder(folder: Path) -> dict[str, bytes]:
    """What JupyterLab's kernels have kept in the folder, by file."""
    return {path.name: path.read_bytes() for path in (folder / ".okin").glob("*")}


@pytest.fixture
def own_device(page: Page, voila: Server):
    """Whatever a test leaves on the device is deleted."""
    yield
    page.goto(voila.url)
    page.evaluate("localStorage.clear()")


@pytest.mark.long
def test_after_the_kernel_has_died_a_reload_finds_all_of_it_again(
    voila: Server, open_in_voila: Open, folder: Path
) -> None:
    before, beside = voila.kernels(), in_folder(folder)
    page = open_in_voila(NOTEBOOK)
    turn_to_step(page, "Predict")
    expect(line(page)).to_contain_text("Nothing is kept yet")
    worked(page)
    for kernel in voila.kernels() - before:
        kernel.kill()
    page.locator(".okin[data-stale]:visible").wait_for()
    page.reload()
    found_again(page)
    assert in_browser(page, "localStorage") is None
    assert in_folder(folder) == beside
    turn_to_step(page, "Before you go")
    line(page).get_by_role("button", name="Delete what is kept here").press("Enter")
    expect(line(page).get_by_role("status")).to_contain_text("Deleted.")
    expect(line(page).get_by_role("button").first).to_be_focused()
    assert in_browser(page, "sessionStorage") is None
    expect(page).not_to_have_url(re.compile(r"\?"))
    write(page, "More")
    page.reload()
    turn_to_step(page, "Predict")
    expect(line(page)).to_contain_text("Nothing is kept yet")
    expect(page.locator("form.predict").first).to_be_visible()


def test_what_is_deleted_at_once_is_not_put_in_the_address_after_all(
    page: Page, open_in_voila: Open
) -> None:
    page.add_init_script(HELD_BACK)
    open_in_voila(NOTEBOOK)
    page.set_viewport_size(WIDE)
    predicted(page)
    before = page.evaluate("held.length")
    page.locator(FOOTBALL).uncheck()
    page.wait_for_function("before => held.length > before", arg=before)
    delete = page.locator(".keeping button", has_text="Delete what is kept here").last
    delete.evaluate("button => button.click()")
    expect(page.locator(".keeping", has_text="Deleted.").last).to_be_attached()
    page.evaluate("held.forEach((late) => late())")
    assert urlsplit(page.url).query == ""


@pytest.mark.long
@pytest.mark.usefixtures("own_device")
def test_on_this_device_a_new_tab_has_it_and_the_older_is_told_when_the_other_goes_on(
    voila: Server, open_in_voila: Open, new_page
) -> None:
    page = open_in_voila(NOTEBOOK)
    worked(page)
    line(page).get_by_role("button", name="Keep it on this device").click()
    expect(line(page)).to_contain_text("on this device, for whoever uses it")
    assert in_browser(page, "sessionStorage") is None
    other = show(new_page(), voila, NOTEBOOK)
    found_again(other)
    write(other, "The other tab's")
    expect(line(page)).to_contain_text("in another tab")
    expect(page.get_by_role("alert").filter(has_text="in another tab")).to_be_visible()
    page.locator("#exit-answer").fill("The older tab's")
    page.locator("#exit-answer").blur()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "The other tab's" in (in_browser(page, "localStorage") or "")
    line(page).get_by_role("button", name="Keep what is shown here instead").click()
    expect(line(page)).to_contain_text("on this device, for whoever uses it")
    assert "The older tab's" in (in_browser(page, "localStorage") or "")
    turn_to_step(other, "Before you go")
    expect(line(other)).to_contain_text("in another tab")
    other.close(run_before_unload=True)


def test_a_browser_that_keeps_nothing_is_said_and_all_else_works(
    page: Page, voila: Server
) -> None:
    page.add_init_script(BLOCKED)
    show(page, voila, NOTEBOOK)
    turn_to_step(page, "Predict")
    expect(line(page)).to_contain_text("set to keep nothing")
    expect(page.locator(".banner:visible")).to_contain_text("set to keep nothing")
    predicted(page)
    expect(page.locator(".banner")).to_have_count(0)


def test_what_is_no_kept_lesson_is_said_left_and_deleted_when_that_is_asked(
    page: Page, voila: Server
) -> None:
    hostile = "<img src=x onerror=bad=1>"
    page.goto(voila.url)
    page.evaluate("([key, text]) => sessionStorage.setItem(key, text)", [KEY, hostile])
    show(page, voila, NOTEBOOK)
    turn_to_step(page, "Predict")
    expect(line(page)).to_contain_text("This cannot be taken up")
    predicted(page)
    turn_to_step(page, "Predict")
    assert in_browser(page, "sessionStorage") == hostile
    assert page.evaluate("window.bad") is None
    line(page).get_by_role("button", name="Delete what is kept here").click()
    line(page).get_by_role("button", name="Keep it until I close this tab").click()
    expect(line(page)).to_contain_text("Kept in ")


@pytest.mark.long
def test_a_link_stands_before_what_was_supposed_and_says_so(
    open_in_voila: Open, voila: Server
) -> None:
    page = open_in_voila(NOTEBOOK)
    worked(page)
    case = load_case()
    link = encode(case, scenario(case, ["car-reported-stolen"]))
    show(page, voila, f"{NOTEBOOK}?s={link}")
    turn_to_step(page, "Predict")
    expect(page.locator("[data-region=prediction] dd").nth(1)).to_have_text("so that it opens")
    expect(page.locator(".banner:visible")).to_contain_text("The link that you opened is shown")
    expect(page.locator(FOOTBALL)).to_be_checked()


@pytest.mark.long
def test_in_jupyterlab_a_new_kernel_finds_it_beside_the_notebook(
    open_in_lab: Open, folder: Path, axe
) -> None:
    page = open_in_lab(NOTEBOOK)
    worked(page)
    file = folder / ".okin" / f"{LESSON}.json"
    assert json.loads(file.read_text())["members"]["leaving"]["text"] == WRITTEN
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells").click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    found_again(page)
    assert axe(page, ".keeping") == []
    line(page).get_by_role("button", name="Delete what is kept here").click()
    expect(line(page)).to_contain_text("Deleted.")
    assert not file.parent.exists()
