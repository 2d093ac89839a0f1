"""A case file of a learner's own on the whole board: pasted, refused, opened and closed."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open

REGION = "[data-region=case-file]"
NOTEBOOK = "10_whole_board.ipynb"
WITHIN = 60_000
TITLE = "<img src=x onerror=alert(1)>"
LONG = "x" * 200
PATTERN = f"""\
title: {TITLE}
date: 2003
court: S.D.N.Y.
posture: summary-judgment
violence: domestic
parties:
  - {{id: reyes, name: {LONG}, employer: town, factors: {{told-of-violence: true}}}}
  - {{id: town, role: municipality}}
"""
SCENARIO = """\
title: Mine
scenarios:
  - suppose: No football.
    without: [football-talk]
    expect: [{parties: [douglas], element: implicit-sanction, status: triable}]
"""


def its(page: Page) -> Locator:
    return page.locator(REGION)


def live(page: Page) -> Locator:
    return page.locator("[data-region=live]")


def opened(page: Page, text: str) -> None:
    """Put the text in the field that shows, and open it by the keyboard."""
    its(page).get_by_label("The text of the file").fill(text)
    its(page).get_by_role("button", name="Open it on the board").press("Enter")


def sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_a_case_file_is_refused_in_place_opened_closed_and_found_again(
    open_page: Open, axe
) -> None:
    page = open_page(NOTEBOOK)
    page.set_viewport_size({"width": 320, "height": 700})
    its(page).locator("#case-file-form > summary").press("Enter")
    opened(page, SCENARIO.replace("football-talk", "footbal-talk"))
    wrong = its(page).get_by_role("alert")
    expect(wrong).to_contain_text("Line 4: there is no fact of the record 'footbal-talk'")
    field = its(page).get_by_label("The text of the file")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value(SCENARIO.replace("football-talk", "footbal-talk"))
    assert (sideways(page) <= 0, axe(page, REGION)) == (True, [])
    expect(live(page)).to_contain_text("On the record, ")
    opened(page, SCENARIO)
    expect(its(page)).to_be_focused()
    expect(page.get_by_role("region", name="From your case file: Mine")).to_be_visible()
    expect(its(page)).to_contain_text("expected status triable, found open")
    assert sideways(page) <= 0
    expect(live(page)).to_contain_text("From your case file 'Mine', HYPOTHETICAL: 'No football.'")
    expect(live(page)).to_contain_text("Without the football conversation")
    expect(page.locator(".okin > .keeping:visible").last).to_contain_text("Kept in ")
    page.reload()
    shown = page.get_by_role("region", name="From your case file: Mine")
    expect(shown).to_be_visible(timeout=WITHIN)
    shown.get_by_role("button", name="Close it").press("Enter")
    expect(shown).to_have_count(0)
    expect(live(page)).to_contain_text("On the record, ")
    expect(live(page)).to_contain_text("Your case file is closed")
    page.get_by_role("button", name="Undo").click()
    expect(shown).to_be_visible()


def test_a_fact_pattern_is_told_below_and_is_text(open_page: Open, tmp_path: Path, axe) -> None:
    page = open_page(NOTEBOOK)
    its(page).locator("#case-file-form > summary").click()
    chooser, said = its(page).locator("[type=file]"), its(page).locator(".fill [role=status]")
    for name, content, told in (
        ("large.yaml", b"#" * 20_001, "large.yaml is larger than 20 kB"),
        ("word.docx", b"PK\xff\xfe", "word.docx is not text in UTF-8"),
        ("mine.yaml", PATTERN.encode(), "mine.yaml stands in the field, and is not opened yet."),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        chooser.set_input_files(path)
        expect(said).to_contain_text(told)
    expect(its(page).get_by_label("The text of the file")).to_have_value(PATTERN)
    its(page).get_by_role("button", name="Open it on the board").click()
    shown = page.get_by_role("region", name=f"From your case file: {TITLE}")
    expect(shown).to_be_visible(timeout=WITHIN)
    expect(shown).to_contain_text("This kind of file is a fact pattern")
    expect(shown.locator("img")).to_have_count(0)
    expect(live(page)).to_contain_text("is open below: another case, as its factors")
    for width in (320, 1000):
        page.set_viewport_size({"width": width, "height": 700})
        assert (sideways(page) <= 0, axe(page, REGION)) == (True, [])
    shown.get_by_role("button", name="Close it").click()
    expect(shown).to_have_count(0)
