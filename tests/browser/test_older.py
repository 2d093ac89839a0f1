"""What newer browsers brought is not needed: docs/accessibility.md says from which ones on."""

import re

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.front import join
from okin_lib.hosts.serve import HERE
from tests.browser.conftest import turn_to_step

BOARD = "10_whole_board.ipynb"
FOOTBALL = "The football conversation"
WITHOUT = """
  delete Element.prototype.checkVisibility;
  for (const name of Object.getOwnPropertyNames(Element.prototype)) {
    if (name === "role" || name.startsWith("aria")) delete Element.prototype[name];
  }
  delete URL.canParse;
  delete Promise.withResolvers;
  delete Object.groupBy;
  for (const name of ["toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];
  const Whole = FormData;
  window.FormData = class extends Whole { constructor(form) { super(form); } };
"""


@pytest.mark.long
def test_the_board_works_without_what_safari_15_and_firefox_102_lack(
    voila, open_in_voila, page: Page
) -> None:
    before = voila.kernels()
    page.add_init_script(WITHOUT)
    open_in_voila(BOARD)
    page.get_by_role("switch", name=FOOTBALL).uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text(
        "Without the football conversation, "
    )
    page.get_by_role("button", name="Projector mode").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status").filter(has_text="2 of ")).to_be_visible()
    page.keyboard.press("Escape")
    for kernel in voila.kernels() - before:
        kernel.kill()
    expect(page.get_by_role("alert").filter(has_text="no longer live")).to_be_visible(
        timeout=10_000
    )


@pytest.mark.long
def test_a_prediction_is_sent_without_what_older_browsers_lack(open_in_voila, page: Page) -> None:
    page.add_init_script(WITHOUT)
    open_in_voila("03_act_or_omission.ipynb")
    turn_to_step(page, "Predict")
    form = page.locator("form.predict").first
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("Why not.")
    form.locator("[type=submit]").click()
    expect(page.locator("[data-region=prediction] dd").nth(1)).to_have_text("Why not.")


def _older(css: str) -> str:
    """The style sheet as a browser reads it that knows neither light-dark() nor containers."""
    return css.replace("light-dark(", "unheard-of(").replace("@container", "@unheard-of")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", ["", 'data-jp-theme-light="false"'])
def test_without_light_dark_the_lessons_are_dark_on_light(page: Page, scheme, theme) -> None:
    css = _older(join.sheet())
    page.emulate_media(color_scheme=scheme)
    page.set_content(
        f"""<style>body {{ --jp-layout-color0: #111; --jp-content-font-color0: #fff; }}</style>
        <style>{css}</style>
        <body {theme}><div class="okin"><p class="note">A note with a <a href="#">link</a></p>
        <p class="state-open">Open</p><p><mark>Marked</mark></p></div>"""
    )
    style = "(element, name) => getComputedStyle(element)[name]"

    def of(selector: str, name: str) -> str:
        return page.locator(selector).evaluate(style, name)

    assert of(".okin", "backgroundColor") == "rgb(244, 241, 234)"
    assert of(".okin", "color") == "rgb(26, 29, 33)"
    assert of(".note", "color") == "rgb(75, 81, 88)"
    assert of("a", "color") == "rgb(28, 79, 130)"
    assert "rgb(255, 226, 122)" in of("mark", "backgroundImage")
    assert "28, 79, 130" in of(".state-open", "backgroundImage")


@pytest.mark.parametrize(
    "newer",
    [
        r"\.checkVisibility\(",
        r"\.(role|aria[A-Z]\w*) = ",
        r"new FormData\([^)]*,",
        r"\.(toSorted|toReversed|toSpliced|findLast|replaceChildren|at)\(",
        r"\b(structuredClone|randomUUID|canParse|groupBy|withResolvers)\b",
    ],
)
def test_no_script_of_ours_uses_what_older_browsers_lack(newer: str) -> None:
    scripts = HERE.rglob("*.js")
    assert [each.name for each in scripts if re.search(newer, each.read_text("utf-8"))] == []
