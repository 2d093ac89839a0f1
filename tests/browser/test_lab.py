"""The front end on real JupyterLab, with a lesson about nothing."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import close_sessions

STUB = "stub.ipynb"
WHOLE = "10_whole_board.ipynb"
REPORT = Path(__file__).parents[2] / "docs" / "accessibility.md"


@pytest.fixture
def stub(open_in_lab) -> Page:
    page = open_in_lab(STUB)
    page.locator(".okin").nth(1).wait_for()
    return page


def test_a_toggle_changes_the_findings_and_says_so(stub: Page) -> None:
    findings = stub.get_by_role("region", name="Findings")
    before = findings.evaluate("element => element.outerHTML")
    stub.get_by_role("checkbox", name="The talk").uncheck()
    expect(findings).to_contain_text("was Triable")
    expect(stub.locator("[data-region=live]")).to_have_text("2 of 3 on")
    stub.get_by_role("checkbox", name="The talk").check()
    expect(findings).not_to_contain_text("was Triable")
    assert findings.evaluate("element => element.outerHTML") == before


def test_keys_go_to_our_controls_and_not_to_jupyterlab(stub: Page) -> None:
    box = stub.get_by_role("checkbox", name="The talk")
    box.focus()
    stub.keyboard.press("Space")
    expect(stub.get_by_role("region", name="Findings")).to_contain_text("was Triable")
    expect(box).to_be_focused()
    cells = stub.locator(".jp-Notebook .jp-Cell").count()
    for key in ("b", "a", "x"):
        stub.keyboard.press(key)
    stub.keyboard.press("Tab")
    expect(stub.get_by_role("checkbox", name="The report")).to_be_focused()
    assert stub.locator(".jp-Notebook .jp-Cell").count() == cells
    stub.get_by_label("Notes").focus()
    stub.keyboard.type("abx")
    expect(stub.get_by_label("Notes")).to_have_value("abx")


@pytest.mark.long
def test_a_killed_kernel_shows_within_ten_seconds(lab, open_in_lab) -> None:
    before = lab.kernels()
    page = open_in_lab(STUB)
    expect(page.get_by_role("region", name="Findings")).to_be_visible()
    for kernel in lab.kernels() - before:
        kernel.kill()
    said = page.get_by_text(re.compile("no longer live"))
    expect(said).to_have_count(2, timeout=10_000)


RUN = re.compile("choose Run > Run All Cells")


@pytest.mark.long
def test_what_was_saved_says_what_to_do_once_its_kernel_is_gone(lab, open_in_lab) -> None:
    page = open_in_lab(STUB)
    expect(page.get_by_text(RUN)).to_be_hidden()
    address = page.url
    with page.expect_response(
        lambda answer: answer.request.method == "PUT" and ".ipynb" in answer.url
    ):
        page.keyboard.press("Control+s")
    page.goto("about:blank")
    close_sessions(lab, page)
    page.goto(address)
    page.get_by_text("| Idle").wait_for()
    expect(page.get_by_text(RUN)).to_be_visible()


@pytest.mark.long
@pytest.mark.parametrize("lacking", ["anywidget", "@jupyter-widgets"])
def test_where_the_browser_side_is_not_installed_it_says_what_to_install(
    page, run_in_lab, lacking
) -> None:
    page.route(f"**/lab/extensions/{lacking}/**", lambda route: route.abort())
    run_in_lab(STUB)
    expect(page.get_by_text("pip install anywidget")).to_be_visible()


@pytest.mark.long
def test_no_part_of_jupyterlab_fails_as_it_starts(page: Page, open_in_lab) -> None:
    """What is left out takes along what cannot be without it."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    open_in_lab(STUB)
    assert [each for each in said if "activat" in each] == []


@pytest.mark.long
def test_no_page_by_voila_without_the_quick_exit_is_offered_or_served(lab, open_in_lab) -> None:
    page = open_in_lab(STUB)
    address = urlsplit(lab.url)
    served = f"{address.scheme}://{address.netloc}/voila/render/{STUB}?{address.query}"
    assert page.request.get(served).status == 404
    assert "Voil" not in page.locator("body").inner_text()
    assert page.locator("[title*=Voil], [aria-label*=Voil]").count() == 0


@pytest.mark.long
def test_axe_finds_nothing_of_ours_and_of_the_host_what_the_report_lists(open_in_lab, axe) -> None:
    page = open_in_lab(WHOLE)
    page.locator("[data-region=invitation]").wait_for()
    assert axe(page) == []
    listed = re.findall(r"^\| JupyterLab \| `([a-z-]+)`", REPORT.read_text("utf-8"), re.MULTILINE)
    assert {found["rule"] for found in axe(page, "html")} == set(listed)
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-item").filter(has_text="Theme").first.click()
    page.get_by_role("menuitem", name="JupyterLab Dark", exact=True).click()
    page.locator("body[data-jp-theme-light=false]").wait_for(state="attached")
    assert axe(page) == []
