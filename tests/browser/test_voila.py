"""The front end on real Voila, with a lesson about nothing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import REGIONS, comes_to, show, turn_to_step

STUB = "stub.ipynb"
NOT_LIVE = re.compile("no longer live")


@pytest.fixture
def stub(look_in_voila) -> Page:
    return look_in_voila(STUB)


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def verdict(page: Page) -> Locator:
    return page.get_by_role("region", name="Findings")


def test_a_toggle_changes_the_findings_and_says_so_and_goes_back_exactly(stub: Page) -> None:
    before = stub.evaluate(REGIONS)
    box(stub, "The talk").uncheck()
    expect(verdict(stub)).to_contain_text("was Triable")
    expect(stub.get_by_role("status").filter(has_text="2 of 3 on")).to_be_visible()
    box(stub, "The talk").check()
    expect(verdict(stub)).not_to_contain_text("was Triable")
    comes_to(stub, REGIONS, before)


def test_the_keyboard_alone_is_enough(open_in_voila) -> None:
    stub = open_in_voila(STUB)
    focused = stub.locator(":focus")
    names = []
    while not names or names[-1] != "The talk":
        stub.keyboard.press("Tab")
        names.append(focused.evaluate("e => (e.labels?.[0] ?? e).textContent.trim()"))
    assert names[:2] == ["Leave this site quickly", "Skip to the text"]
    stub.keyboard.press("Space")
    expect(verdict(stub)).to_contain_text("was Triable")
    expect(box(stub, "The talk")).to_be_focused()
    stub.keyboard.press("Tab")
    expect(box(stub, "The report")).to_be_focused()


def test_a_change_touches_nothing_else(stub: Page) -> None:
    """Elements stay the same ones, with what is open, typed, chosen and scrolled in them."""
    stub.get_by_text("The passage, at 429").click()
    stub.get_by_label("Notes").fill("mine")
    stub.get_by_label("Because").fill("not sent")
    stub.get_by_role("radio", name="No").check()
    stub.get_by_label("Reading").focus()
    for element in (box(stub, "The talk"), stub.locator("details"), stub.get_by_label("Notes")):
        element.evaluate("element => { element.mark = true; }")
    stub.evaluate("scrollTo(0, 120)")
    stub.get_by_label("Reading").select_option("broad")
    expect(stub.locator("details")).to_contain_text("As read broadly")
    expect(stub.locator("blockquote")).to_be_visible()
    expect(stub.get_by_label("Notes")).to_have_value("mine")
    expect(stub.get_by_label("Because")).to_have_value("not sent")
    expect(stub.get_by_role("radio", name="No")).to_be_checked()
    expect(stub.get_by_label("Reading")).to_be_focused()
    for element in (box(stub, "The talk"), stub.locator("details"), stub.get_by_label("Notes")):
        assert element.evaluate("element => element.mark")
    assert stub.evaluate("scrollY") == 120


def test_a_form_sends_all_its_fields_at_once_and_focus_stays_near(stub: Page) -> None:
    stub.get_by_role("radio", name="Yes").check()
    stub.get_by_label("Because").fill("<img src=x onerror=alert(1)>")
    stub.get_by_label("Because").press("Enter")
    said = stub.get_by_text("You said yes, because <img src=x onerror=alert(1)>")
    expect(said).to_be_visible()
    assert stub.get_by_role("region", name="Predict").locator(":focus, :scope:focus").count()


def test_a_step_that_fails_shows_a_banner_until_one_works(stub: Page) -> None:
    stub.get_by_role("button", name="Fail").click()
    alert = stub.get_by_role("alert")
    expect(alert).to_contain_text("This step failed, so nothing was changed")
    box(stub, "The report").uncheck()
    expect(verdict(stub)).to_contain_text("On: talk, trainer")
    expect(alert).to_have_count(0)


def test_a_refused_event_is_shown_as_text_and_the_control_goes_back(stub: Page) -> None:
    box(stub, "The talk").evaluate("element => { element.dataset.act = 'unheard-of'; }")
    box(stub, "The talk").click()
    expect(stub.get_by_role("alert")).to_contain_text("No such event: <b>")
    expect(box(stub, "The talk")).to_be_checked()
    box(stub, "The talk").uncheck()
    expect(verdict(stub)).to_contain_text("was Triable")


def test_two_quick_changes_both_hold(stub: Page) -> None:
    stub.evaluate("document.querySelectorAll('.okin [type=checkbox]').forEach((e) => e.click())")
    expect(verdict(stub)).to_contain_text(re.compile(r"On: $"))
    for name in ("The talk", "The report", "The trainer"):
        expect(box(stub, name)).not_to_be_checked()


def test_a_killed_kernel_shows_within_ten_seconds(voila, open_in_voila) -> None:
    before = voila.kernels()
    page = open_in_voila(STUB)
    expect(verdict(page)).to_be_visible()
    for kernel in voila.kernels() - before:
        kernel.kill()
    alert = page.get_by_role("alert").filter(has_text=NOT_LIVE)
    expect(alert).to_have_count(1, timeout=10_000)
    expect(page.get_by_text(NOT_LIVE)).to_have_count(2, timeout=10_000)
    word = "element => getComputedStyle(element, '::before').content"
    assert verdict(page).evaluate(word) == '"No longer live"'
    box(page, "The talk").click()
    expect(box(page, "The talk")).to_be_checked()


@pytest.mark.long
def test_a_stopped_kernel_that_goes_on_takes_the_banner_back(voila, open_in_voila) -> None:
    before = voila.kernels()
    page = open_in_voila(STUB)
    (kernel,) = voila.kernels() - before
    kernel.suspend()
    expect(page.get_by_text(NOT_LIVE)).to_have_count(2, timeout=10_000)
    kernel.resume()
    expect(page.get_by_text(NOT_LIVE)).to_have_count(0)
    box(page, "The talk").uncheck()
    expect(verdict(page)).to_contain_text("was Triable")


def test_a_closed_page_ends_its_kernel(voila, new_page) -> None:
    before = voila.kernels()
    page = show(new_page(), voila, STUB)
    (kernel,) = voila.kernels() - before
    page.close(run_before_unload=True)
    kernel.wait(timeout=10)


def test_the_page_is_a_page_and_nothing_scrolls_sideways(stub: Page) -> None:
    assert stub.title() == "A stub"
    assert stub.locator("html").get_attribute("lang") == "en"
    expect(stub.get_by_role("main")).to_have_count(1)
    expect(stub.get_by_role("contentinfo")).to_contain_text("1-800-799-7233")
    expect(stub.get_by_text("Running step")).to_be_hidden()
    expect(stub.get_by_text("from stub_lesson import")).to_have_count(0)
    for width in (320, 1000):
        stub.set_viewport_size({"width": width, "height": 900})
        assert stub.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_lists_the_notebooks(page: Page, voila, axe) -> None:
    page.goto(voila.url)
    assert axe(page) == []
    page.get_by_role("link", name="stub").click()
    expect(page.get_by_role("heading", name="A stub")).to_be_visible()


def test_an_unknown_page_says_so(page: Page, voila, axe) -> None:
    page.goto(f"{voila.url}voila/render/nothing.ipynb")
    expect(page.get_by_role("heading")).to_have_text("404: Not Found")
    assert axe(page) == []


def test_axe_finds_nothing(stub: Page, axe) -> None:
    def sound() -> None:
        for scheme in ("light", "dark"):
            stub.emulate_media(color_scheme=scheme)
            assert axe(stub) == [], scheme

    sound()
    box(stub, "The talk").uncheck()
    stub.get_by_role("button", name="Fail").click()
    expect(stub.get_by_role("alert")).to_be_visible()
    sound()


def test_what_speaks_stands_in_its_area_once_what_was_sealed_opens(open_in_voila) -> None:
    page = open_in_voila("03_act_or_omission.ipynb")
    turn_to_step(page, "Predict")
    form = page.locator("form.predict")
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("Why not.")
    form.locator("[type=submit]").click()
    for region in ("live", "strip", "circuit", "why"):
        expect(page.locator(f".area-effects > [data-region={region}]")).to_have_count(1)
