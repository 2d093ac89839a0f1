"""A claim's line in a browser: what is heard of it, what is pressed, and that it fits."""

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.front import join
from okin_lib.lessons.library import start

DRAWN = {"unfold": "circuit"}
FOOTBALL_OFF = {"toggle": "football-talk", "value": False}
SMALLEST = 12.5

SMALL = """(smallest) => [...document.querySelectorAll(".circuit *")].filter((each) =>
  [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
  parseFloat(getComputedStyle(each).fontSize) < smallest).map((each) => each.innerText)"""
TOP = "each => each.map((one) => one.getBoundingClientRect().top)"


@pytest.fixture
def line(page: Page) -> Page:
    """A page with the lines of one officer, off the record."""
    tree = start("10_whole_board").after(DRAWN).after(FOOTBALL_OFF).regions()["circuit"]
    page.set_content(f'<style>{join.sheet()}</style><div class="okin">{tree}</div>')
    return page


@pytest.mark.parametrize("width", [320, 720, 1366])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_it_fits_and_no_text_is_small(line: Page, width: int, media) -> None:
    line.set_viewport_size({"width": width, "height": 800})
    line.emulate_media(media=media)
    assert line.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert line.evaluate(SMALL, SMALLEST) == []
    expect(line.get_by_role("button", name="Explicit sanction").first).to_be_visible()


def test_it_stands_in_a_narrow_cell_and_lies_in_a_wide_one(line: Page) -> None:
    beads = line.locator(".line").first.locator("> .node[data-lane=main] > .el > .bead")
    line.set_viewport_size({"width": 1366, "height": 800})
    tops = beads.evaluate_all(TOP)
    assert max(tops) - min(tops) < 8  # a diamond's box is turned
    line.set_viewport_size({"width": 720, "height": 800})
    tops = beads.evaluate_all(TOP)
    assert tops == sorted(set(tops))


@pytest.mark.parametrize("width", [320, 1366])
def test_it_is_heard_as_sentences_in_the_order_of_the_line(line: Page, width: int) -> None:
    line.set_viewport_size({"width": width, "height": 800})
    heard = line.locator(".line").first.aria_snapshot()
    sentences = [
        'button "Due process violation: open, leaning to Okin. It was triable"',
        'button "Explicit sanction: no genuine issue, on other ground"',
        "text: or",
        'button "Implicit sanction: open, leaning to Okin. It was triable"',
        'button "Immunity: open. It was not immune"',
    ]
    places = [heard.index(sentence) for sentence in sentences]
    assert places == sorted(places)
