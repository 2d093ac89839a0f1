"""A notebook one step at a time, by keyboard and by address; without a script, all of it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import commit, show, show_in_steps, turn_to_step

ACT = "03_act_or_omission.ipynb"
WHOLE = "10_whole_board.ipynb"
NAMES = [
    "The question", "Recall", "Predict", "Change the record", "Two cases", "Name what changed",
    "Predict again", "Check yourself", "Before you go", "The opinion",
]  # fmt: skip
STEPS = [
    "Before you begin", "Recall", "Predict", "The board", "What changed, at length",
    "Name what you found", "Predict again", "Check yourself", "Before you go", "A memo on it",
    "The opinion",
]  # fmt: skip
NEAREST = "control => control.scrollIntoView({ block: 'nearest' })"
"""As a reader does: only what must be scrolled."""
UNMARKED = """
all => all.filter((link) => {
  const mark = getComputedStyle(link, "::before");
  const label = parseFloat(getComputedStyle(link).fontSize);
  return !label && (mark.content === "none" || !parseFloat(mark.inlineSize));
}).map((link) => link.textContent)
"""
"""The links of steps that show neither their label nor a mark."""
COVERED = """
() => {
  const topOf = (element) => element.getBoundingClientRect().top;
  const tops = [...document.querySelectorAll("main .okin")].map(topOf);
  return [...document.querySelectorAll("main .jp-RenderedMarkdown h2")].filter((heading) => {
    const letters = document.createRange();
    letters.selectNode(heading.firstChild); // after it a sign for a link, of another font
    const foot = letters.getBoundingClientRect().bottom;
    return heading.checkVisibility() && tops.some((top) => topOf(heading) < top && top < foot);
  }).map((heading) => heading.textContent);
}
"""
"""The headings the tails of whose letters lie under what follows."""


def seen(page: Page) -> list[str]:
    """The sections that show, by their heading."""
    return page.locator("main .jp-RenderedMarkdown h2").evaluate_all(
        "all => all.filter((e) => e.checkVisibility()).map((e) => e.firstChild.data)"
    )


def current(page: Page) -> str:
    return page.locator("#steps [aria-current=step]").inner_text()


def test_one_step_shows_at_a_time_and_the_keyboard_turns_to_each(open_page, axe) -> None:
    page = open_page(ACT)
    links = page.locator("#steps a")
    assert links.all_inner_texts() == NAMES
    assert seen(page) == ["Goals", "The question"]
    assert axe(page) == []
    for number, name in enumerate(NAMES[1:], 1):
        links.nth(number).focus()
        page.keyboard.press("Enter")
        expect(links.nth(number)).to_have_attribute("aria-current", "step")
        (heading,) = seen(page)
        assert heading.endswith(name)
        expect(page.locator("h2", has_text=heading).first).to_be_focused()
        expect(page.get_by_role("heading", level=1)).to_have_text("3. Act or omission")
        assert page.evaluate("scrollY") == 0
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert axe(page) == [], (name, scheme)


def test_the_address_keeps_the_step_over_a_reload_and_back_goes_back(open_page) -> None:
    page = open_page(ACT)
    page.get_by_role("link", name="Next: Recall").click()
    page.get_by_role("link", name="Next: Predict", exact=True).click()
    page.wait_for_url("**#2.-Predict")
    page.reload()
    assert current(page) == "Predict"
    page.go_back()
    expect(page.locator("#steps [aria-current]")).to_have_text("Recall")
    page.get_by_role("link", name="Skip to the text").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.wait_for_url("**#1.-Recall")
    assert current(page) == "Recall"


@pytest.mark.parametrize(
    ("fragment", "step"),
    [("8.-Before-you-go", "Before you go"), ("%E0%A4%A", "The question"), ("x", "The question")],
)
def test_an_address_opens_its_step_and_a_strange_one_the_first(
    page: Page, voila, fragment: str, step: str
) -> None:
    show(page, voila, f"{ACT}#{fragment}")
    assert current(page) == step


def test_a_page_opens_over_its_step_and_closing_it_goes_back(open_page) -> None:
    page = open_page(ACT)
    turn_to_step(page, "Predict")
    commit(page)
    turn_to_step(page, "Change the record")
    turn = page.get_by_role("button", name="Turn to 421: The football conversation")
    turn.click()
    mark = page.locator("[data-region=opinion] mark")
    expect(mark.first).to_be_visible()
    expect(mark.first).to_be_in_viewport()
    assert current(page) == "Change the record"
    page.locator("[data-go-back]").first.click()
    expect(turn).to_be_focused()
    expect(mark).to_have_count(0)
    assert current(page) == "Change the record"


def test_long_prose_before_an_exercise_is_folded_and_a_button_shows_it(open_page) -> None:
    page = open_page(f"{ACT}#3.-Change-the-record")
    told = page.get_by_text("Each switch at the left")
    button = page.get_by_role("button", name="What to do here")
    expect(told).to_be_hidden()
    button.press("Enter")
    expect(told).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")


def test_on_paper_all_is_shown(open_page) -> None:
    page = open_page(ACT)
    page.emulate_media(media="print")
    assert len(seen(page)) == len(NAMES) + 1
    expect(page.get_by_text("Each switch at the left")).to_be_visible()
    expect(page.locator("#steps")).to_be_hidden()


def test_in_every_step_each_other_has_a_label_or_a_mark_and_no_heading_is_covered(
    page: Page, voila
) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    show_in_steps(page, voila, WHOLE)
    for step in page.locator("#steps a").all():
        step.press("Enter")
        expect(step).to_have_attribute("aria-current", "step")
        assert page.locator("#steps a").evaluate_all(UNMARKED) == []
        assert page.evaluate(COVERED) == []


def test_the_whole_board_is_a_step_from_the_note_and_fits_two_viewports(page: Page, voila) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{voila.url}voila/render/{WHOLE}")
    assert page.locator("#steps a").all_inner_texts() == STEPS
    expect(page.get_by_text("Content note.")).to_be_visible()
    turn_to_step(page, "The board")
    expect(page.get_by_role("switch").first).to_be_in_viewport()
    for step in page.locator("#steps a").all():
        step.click()
        assert page.evaluate("document.documentElement.scrollHeight") < 2 * 768


def test_a_switch_of_the_whole_board_stays_where_it_is_in_sight_of_what_follows(
    page: Page, voila
) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{voila.url}voila/render/{WHOLE}")
    turn_to_step(page, "The board")
    live = page.locator("[data-region=live]")
    expect(live).to_be_visible()
    switches = page.locator(".area-facts [role=switch]:visible")
    for switch in (switches.last, switches.first, switches.nth(1)):
        switch.evaluate(NEAREST)
        expect(switch).to_be_in_viewport(ratio=0.9)
        assert page.evaluate("scrollY") == 0
        before, said = switch.bounding_box(), live.inner_text()
        switch.click()
        expect(live).not_to_have_text(said)
        expect(live).to_be_in_viewport(ratio=0.9)
        assert switch.bounding_box() == before


@pytest.mark.long
def test_without_a_script_all_is_shown_and_every_page_leads_on(browser: Browser, voila) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{voila.url}voila/render/{ACT}")
    for heading in ("Goals", "The question", "2. Predict", "The opinion"):
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page.get_by_text("Each switch at the left")).to_be_visible()
    page.get_by_role("link", name="The notebook after").click()
    page.get_by_role("link", name="The notebook before 3. Act or omission").wait_for()
    page.get_by_role("link", name="All the notebooks").click()
    expect(page.get_by_role("link", name="Act or omission", exact=True)).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 720, 1366, 1920])
def test_the_header_fits_and_nothing_in_it_is_cut(look_at_page, width: int) -> None:
    page = look_at_page(ACT)
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = "all => all.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"
    assert page.locator(".top > :not(.skip, .asked, #projector)").evaluate_all(cut) == []
