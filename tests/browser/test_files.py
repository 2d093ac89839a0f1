"""A file that a lesson makes is saved as the visitor's own, on both hosts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import answered
from tests.examples import left_to_long

STUB = "stub.ipynb"


@pytest.mark.parametrize("host", left_to_long(["open_in_voila", "open_in_lab"], "open_in_voila"))
def test_a_file_is_saved_as_the_lesson_made_it_of_what_is_chosen_and_typed(host, request) -> None:
    page: Page = request.getfixturevalue(host)(STUB)
    page.get_by_role("checkbox", name="The talk").uncheck()
    page.get_by_label("Title").fill("Mine")
    with page.expect_download() as saved:
        page.get_by_role("button", name="The items").click()
    assert saved.value.suggested_filename == "own-items.txt"
    assert Path(saved.value.path()).read_text("utf-8") == "Mine: report, trainer"
    expect(page.get_by_text("Saved as own-items.txt.")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Mine")
    expect(page.get_by_role("checkbox", name="The talk")).not_to_be_checked()
    answered(page)
