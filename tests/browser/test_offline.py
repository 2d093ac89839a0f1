"""A page that `okin export` writes, opened as a file."""

from pathlib import Path

import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import Page, expect

from okin_lib.hosts import offline
from okin_lib.hosts.serve import notebooks

HOSTILE = """
<script>window.bad = 1</script> <img src="http://a.example" onerror="window.bad = 1">
<meta http-equiv="refresh" content="0;url=http://a.example"> ![a picture](http://a.example/a.png)
"""


def opened(page: Page, notebook: Path, to: Path) -> Page:
    """Return the page of a notebook, with a list of what it asks for and of what went wrong."""
    offline.export(notebook, to)
    page.asked, page.wrong = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda said: page.wrong.append(said.text))
    page.goto(to.as_uri())
    return page


@pytest.fixture(params=["03_act_or_omission", "10_whole_board"])
def exported(request, page: Page, tmp_path: Path) -> Page:
    found = offline.find(request.param, notebooks())
    return opened(page, found, tmp_path / "für mich.html")


def test_a_hostile_notebook_runs_nothing_and_reaches_no_one(page: Page, tmp_path: Path) -> None:
    cells = [v4.new_markdown_cell(text) for text in (HOSTILE, f"```mermaid\n{HOSTILE}\n```")]
    nbformat.write(v4.new_notebook(cells=cells), tmp_path / "hostile.ipynb")
    opened(page, tmp_path / "hostile.ipynb", tmp_path / "hostile.html")
    expect(page.get_by_text("http-equiv")).to_have_count(2)
    assert page.asked == [page.url]
    assert page.evaluate("window.bad") is None


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
    controls = exported.locator("main :is(button, input, select, textarea):not(#fewer)")
    assert controls.count() > 0
    enabled = "main :is(button, input, select, textarea):enabled:not(#fewer)"
    assert exported.locator(enabled).count() == 0


def test_words_that_describe_violence_are_covered_and_show_while_one_is_on_them(
    page: Page, tmp_path: Path
) -> None:
    record = offline.find("01_read_the_record", notebooks())
    opened(page, record, tmp_path / "record.html")
    marked = page.locator("[data-region=prediction] .worded").first
    name, words = marked.locator("[role=button]"), marked.locator("span").last
    expect(words).to_be_visible()
    expect(name).to_be_hidden()
    page.get_by_role("checkbox", name="Fewer details").check()
    expect(words).to_be_hidden()
    name.focus()
    expect(words).to_be_visible()
    name.blur()
    expect(words).to_be_hidden()
