"""A fact of a learner's own on the whole board: typed, switched on, undone, and found again."""

from playwright.sync_api import Locator, Page, expect

from okin_lib.doctrine.own_facts import MARK
from tests.browser.conftest import Open

NOTEBOOK = "10_whole_board.ipynb"
WORDS = "O'Dell told <b>Sears</b> so"
CHANGED = "Explicit sanction, O'Dell: triable. It was no genuine issue"
LEFT_OFF, WITHIN = "This is where you left off", 60_000


def own(page: Page) -> Locator:
    return page.locator("[data-region=own]")


def live(page: Page) -> Locator:
    return page.locator("[data-region=live]")


def say(page: Page) -> None:
    """Fill the form in by the keyboard alone."""
    own(page).locator("#own-fact > summary").press("Enter")
    own(page).get_by_label("The fact, in your words").press_sequentially(WORDS, timeout=WITHIN)
    own(page).get_by_label("O'Dell").press("Space")
    for heading, factor in (
        ("What the officers did", "Explicit assurance"),
        ("What the wrongdoer did and knew", "Harm followed"),
    ):
        own(page).get_by_text(heading, exact=True).press("Enter")
        own(page).get_by_label(factor, exact=True).press("g")
    own(page).get_by_role("button", name="Add it").press("Enter")


def test_a_fact_of_ones_own_is_added_undone_and_found_again(open_page: Open) -> None:
    page = open_page(NOTEBOOK)
    page.set_viewport_size({"width": 320, "height": 700})
    handle = page.locator("[data-act=sheet]")
    handle.click()
    expect(handle).to_have_attribute("aria-expanded", "true")
    say(page)
    switch = own(page).get_by_role("switch", name=f"{WORDS} ({MARK})")
    expect(switch).to_be_checked()
    expect(own(page).get_by_label("The fact, in your words")).to_have_value("")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.set_viewport_size({"width": 1400, "height": 900})
    expect(live(page)).to_contain_text(f"With “{WORDS} ({MARK})” added")
    expect(live(page)).to_contain_text("against five officers goes on")
    changed = page.locator("[data-region=matrix] td:has(b)").first
    expect(changed.get_by_role("button")).to_have_accessible_name(CHANGED)
    expect(page.locator("[data-region=share]")).to_contain_text("leaves out the facts of your own")
    page.get_by_role("button", name="Undo").click()
    expect(switch).to_have_count(0)
    expect(live(page)).to_contain_text("On the record, ")
    page.get_by_role("button", name="Redo").click()
    expect(switch).to_be_checked()
    expect(page.locator(".okin > .keeping:visible").last).to_contain_text("Kept in ")
    page.reload()
    expect(page.locator(".okin > .keeping:visible").last).to_contain_text(LEFT_OFF, timeout=WITHIN)
    expect(switch).to_be_checked()
    expect(live(page)).to_contain_text("against five officers goes on")
    own(page).get_by_role("button", name=f"Take out: {WORDS}").click()
    expect(switch).to_have_count(0)
    expect(live(page)).to_contain_text("Your fact is taken out.")
