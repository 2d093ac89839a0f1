"""Before and after the board: predicted, checked and left with, by keyboard and on a telephone."""

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.serve import notebooks
from tests.browser.conftest import answered, commit, predict_again, turn_to_step
from tests.examples import left_to_long

ACT = "03_act_or_omission.ipynb"
LESSONS = sorted(path.stem for path in notebooks().glob("*.ipynb"))
DATES = "06_law_on_the_day.ipynb"
STEPS = {"prediction": "Predict", "check": "Check yourself", "exit": "Before you go"}
HEIGHT = "region => document.querySelector(`[data-region=${region}]`).offsetHeight"


def predict(page: Page) -> None:
    turn_to_step(page, "Predict")
    commit(page)
    predict_again(page)
    answered(page)


def answer(page: Page) -> None:
    turn_to_step(page, "Check yourself")
    form = page.locator(".check .ask form:visible")
    form.get_by_role("radio").nth(1).check()
    form.locator("[type=submit]").click()
    cite = page.locator(".check form.cite:visible")
    cite.get_by_role("radio").first.check()
    cite.get_by_role("button").click()
    page.locator(".check .feedback:visible").wait_for()
    answered(page)


@pytest.mark.parametrize("notebook", left_to_long([ACT, DATES], ACT))
def test_axe_finds_nothing_at_any_stage_and_each_fits_a_telephone_and_two_screens(
    open_page, axe, notebook
) -> None:
    page = open_page(notebook)

    def sound() -> None:
        for region, step in STEPS.items():
            turn_to_step(page, step)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert axe(page, f"[data-region={region}]") == [], (region, scheme)
            page.set_viewport_size({"width": 320, "height": 700})
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            page.set_viewport_size({"width": 1366, "height": 768})
            assert 0 < page.evaluate(HEIGHT, region) <= 2 * 768, region

    sound()
    predict(page)
    turn_to_step(page, "Predict")
    page.locator("#prediction-reveal summary").click()
    answer(page)
    turn_to_step(page, "Before you go")
    page.locator("#exit-hints summary").click()
    sound()


def test_by_keyboard_alone_from_the_question_to_what_is_said_to_it(open_page) -> None:
    page = open_page(ACT)
    focused = page.locator(":focus")

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if name in focused.evaluate("e => (e.labels?.[0] ?? e).textContent"):
                return
        pytest.fail(f"no Tab leads to {name!r}")

    turn_to_step(page, "Predict")
    page.locator("form.predict").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(focused).to_be_checked()
    tab_to("Because")
    page.keyboard.type("the rule is about failures")
    tab_to("Commit")
    page.keyboard.press("Enter")
    expect(page.locator("[data-region=prediction] dd").nth(1)).to_have_text(
        "the rule is about failures"
    )
    tab_to("What the opinion has to say")
    page.keyboard.press("Enter")
    expect(page.locator("#prediction-reveal blockquote").first).to_be_visible()
    predict_again(page)
    turn_to_step(page, "Check yourself")
    page.locator(".check form:visible").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    tab_to("Answer, and choose its passage")
    page.keyboard.press("Enter")
    expect(page.locator(".check form.cite:visible")).to_be_visible()
    page.locator(".check form.cite:visible").get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    tab_to("See what the opinion says")
    page.keyboard.press("Enter")
    expect(page.locator(".check [role=status]:visible")).to_contain_text("You answered")
    page.locator(".check .turns:visible button").last.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".check h3:visible")).to_have_text("Check yourself: 2 of 3")
    expect(page.locator(".check h3:visible")).to_be_focused()
    tab_to("Previous question")
    page.keyboard.press("Enter")
    expect(page.locator(".check [role=status]:visible")).to_contain_text("You answered")


def test_what_is_chosen_and_typed_and_not_sent_stays(open_page) -> None:
    page = open_page(ACT)
    turn_to_step(page, "Before you go")
    page.locator("[data-region=exit] textarea").fill("on the first call")
    predict(page)
    turn_to_step(page, "Check yourself")
    page.locator(".check form:visible").get_by_role("radio").nth(2).check()
    page.get_by_role("button", name="Next question").click()
    expect(page.locator(".check h3:visible")).to_have_text("Check yourself: 2 of 3")
    page.get_by_role("button", name="Previous question").click()
    expect(page.locator(".check h3:visible")).to_have_text("Check yourself: 1 of 3")
    expect(page.locator(".check form:visible").get_by_role("radio").nth(2)).to_be_checked()
    expect(page.locator("[data-region=exit] textarea")).to_have_value("on the first call")


def test_before_a_prediction_the_line_ends_at_the_question(open_page) -> None:
    page = open_page(ACT)
    turn_to_step(page, "Predict")
    line = page.locator("[data-region=prediction] figure")
    expect(line).to_be_visible()
    expect(line.locator(".asked")).to_contain_text("?")
    expect(line).not_to_contain_text("triable")
    page.emulate_media(forced_colors="active")
    expect(line.locator(".asked .bead")).to_be_visible()
    page.emulate_media(media="print", forced_colors="none")
    expect(line).to_be_visible()


def test_an_answer_is_tried_on_the_board_and_what_is_written_is_kept_as_text(
    open_page,
) -> None:
    page = open_page(ACT)
    predict(page)
    turn_to_step(page, "Check yourself")
    page.locator(".check").get_by_role("button", name="Next question").click()
    page.get_by_role("button", name="Try it on the board").click()
    expect(page.locator("[data-region=circuit]")).to_be_visible()
    expect(page.locator("[data-act=suppose]:checked")).to_have_value("omissions-only")

    turn_to_step(page, "Before you go")
    keep = page.get_by_role("button", name="Keep it as text")
    keep.click()
    expect(page.get_by_text("Nothing was saved")).to_be_visible()
    page.locator("#exit-answer").fill("<b>My line</b>")
    with page.expect_download() as download:
        keep.click()
    text = download.value.path().read_text("utf-8")
    assert text.endswith("\n\n<b>My line</b>\n")
    expect(page.get_by_text("Saved as exit-answer.txt")).to_be_visible()


@pytest.mark.parametrize("notebook", left_to_long(LESSONS, "03_act_or_omission"))
def test_a_prediction_and_its_choices_stand_in_one_viewport(page, voila, notebook: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(voila.url + notebook)
    turn_to_step(page, "Predict")
    form = page.locator("form.predict:visible").first
    for shown in (form.locator("legend"), *form.locator(".choice").all()):
        expect(shown).to_be_in_viewport(ratio=1)
