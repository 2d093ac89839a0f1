"""A page that `okin export` writes, opened as a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts import offline
from okin_lib.hosts.serve import notebooks


@pytest.fixture(params=["03_act_or_omission", "10_whole_board"])
def exported(request, page: Page, tmp_path: Path) -> Page:
    """The page, opened with a list of what it asks for and of what went wrong."""
    to = tmp_path / "für mich.html"
    offline.export(offline.find(request.param, notebooks()), to)
    page.asked, page.wrong = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda said: page.wrong.append(said.text))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto(to.as_uri())
    return page


def test_it_reads_with_no_request_and_axe_finds_nothing(exported: Page, axe) -> None:
    expect(exported.get_by_role("note")).to_contain_text("its controls do nothing")
    expect(exported.locator("main .okin").first).to_be_visible()
    assert exported.asked == [exported.url]
    assert exported.wrong == []
    for scheme in ("light", "dark"):
        exported.emulate_media(color_scheme=scheme)
        assert axe(exported) == []
    exported.set_viewport_size({"width": 320, "height": 700})
    assert exported.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_quick_exit_is_first_and_no_control_is_live(exported: Page) -> None:
    exported.keyboard.press("Tab")
    expect(exported.get_by_role("link", name="Leave this page quickly")).to_be_focused()
    controls = exported.locator("main :is(button, input, select, textarea)")
    assert controls.count() > 0
    assert exported.locator("main :is(button, input, select, textarea):enabled").count() == 0
