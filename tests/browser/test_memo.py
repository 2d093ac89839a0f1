"""A memo is saved as the files that are named, of what is supposed on the board."""

from pathlib import Path
from zipfile import is_zipfile

from playwright.sync_api import Page, expect

NOTEBOOK = "10_whole_board.ipynb"


def test_a_memo_is_saved_for_the_side_and_the_officer_chosen(open_page) -> None:
    page: Page = open_page(NOTEBOOK)
    form = page.locator("[data-region=memo]")
    form.locator("summary").click()
    form.get_by_label("For").select_option("judge")
    form.get_by_label("On").select_option("lug")
    expect(form.get_by_label("On")).to_have_value("lug")
    with page.expect_download() as saved:
        form.get_by_role("button", name="Save it as Word").click()
    assert saved.value.suggested_filename == "memo-lug-judge.docx"
    assert is_zipfile(saved.value.path())
    with page.expect_download() as saved:
        form.get_by_role("button", name="Save it as Markdown").click()
    assert Path(saved.value.path()).read_text("utf-8").startswith("# ")
    expect(form.get_by_text("Saved as memo-lug-judge.md.")).to_be_visible()
