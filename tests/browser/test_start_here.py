"""The controls, on the invented case: a prediction, the line, a reading, a rule and back."""

from playwright.sync_api import expect

from tests.browser.conftest import answered, commit, turn_to_step

START = "00_start_here.ipynb"


def test_every_control_answers_as_the_prose_says(open_page) -> None:
    page = open_page(START)
    expect(page.locator("main :is(h1, blockquote)").first).to_contain_text("Content note.")
    turn_to_step(page, "Predict")
    commit(page)
    answered(page)
    turn_to_step(page, "Work the board")
    said = page.locator("[data-region=live]")
    page.get_by_role("switch", name="The clerk said the date").uncheck()
    expect(said).to_contain_text("the claim against the reader holds")
    page.get_by_role("switch", name="A slip with the date").uncheck()
    expect(said).to_contain_text("the claim against the reader fails")
    page.locator(".why .pg").first.click()
    expect(page.get_by_role("heading", name="at Rule 4")).to_be_visible()
    page.get_by_role("button", name="Close the rule book").click()
    page.get_by_role("button", name="Back to the record").click()
    expect(page.get_by_role("switch", name="In the box")).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_answers_the_second_prediction_opens_after_it(open_page) -> None:
    page = open_page(START)
    turn_to_step(page, "Predict")
    commit(page)
    turn_to_step(page, "Predict again")
    form = page.locator("form.predict:visible")
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("so that it opens")
    form.get_by_role("button").click()
    expect(page.locator("#again-title")).to_contain_text("committed")
    answered(page)
    turn_to_step(page, "Work the board")
    said = page.locator("[data-region=live]")
    page.get_by_role("switch", name="In the box").check()
    expect(said).to_contain_text("the claim against the reader is open")
    page.get_by_role("button", name="All 7 facts, readings").click()
    page.locator("summary", has_text="How the law is read").click()
    page.get_by_role("radio", name="Back when handed in").check()
    expect(said).to_contain_text("the claim against the reader fails")
