"""A learner downloads a receipt of a lesson, and it is accepted as it is."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from okin_lib.cli import main
from okin_lib.lessons.library import open_lesson
from tests.browser.conftest import predicted, turn_to_step

LESSON = "03_act_or_omission"
LEFT = "Where he was told <b>nothing</b> would happen."


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as saved:
        page.get_by_role("button", name=button).click()
    to = folder / saved.value.suggested_filename
    saved.value.save_as(to)
    expect(page.get_by_text(f"Saved as {to.name}.")).to_be_visible()
    return to


def test_a_receipt_downloads_in_one_click_and_is_accepted(open_page, tmp_path) -> None:
    page = open_page(f"{LESSON}.ipynb")
    predicted(page)
    turn_to_step(page, "Before you go")
    page.get_by_role("textbox", name=open_lesson(LESSON).plan.exit.question).fill(LEFT)
    page.get_by_label("your name or number").fill("Ann")
    html = downloaded(page, "Receipt to hand in (HTML)", tmp_path)
    expect(page.get_by_label("your name or number")).to_have_value("Ann")
    accepted = CliRunner().invoke(main, ["receipts", str(tmp_path), "--csv", f"{tmp_path}/a.csv"])
    assert accepted.exit_code == 0, accepted.stderr
    assert "so that it opens" in accepted.stdout
    assert f"{LESSON}" in accepted.stdout
    row = (tmp_path / "a.csv").read_text("utf-8").splitlines()[1]
    assert row.startswith("Ann,")
    assert LEFT in row
    html.unlink()
    downloaded(page, "Receipt (JSON)", tmp_path)
    assert CliRunner().invoke(main, ["receipts", str(tmp_path)]).exit_code == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_receipt_opens_as_a_file_and_axe_finds_nothing(open_page, axe, tmp_path, scheme):
    page = open_page(f"{LESSON}.ipynb")
    turn_to_step(page, "Before you go")
    html = downloaded(page, "Receipt to hand in (HTML)", tmp_path)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme=scheme)
    page.goto(html.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Receipt: Act or omission")
    assert axe(page, "main") == []
    assert said == []
