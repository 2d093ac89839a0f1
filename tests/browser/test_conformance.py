"""What the accessibility report says and axe-core does not see, on each kind of page."""

import re

import pytest
from playwright.sync_api import Page

from okin_lib.hosts import offline
from okin_lib.hosts.serve import notebooks
from tests.browser.conftest import commit, turn_to_exercise, turn_to_step

ACT = "03_act_or_omission"
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
"""What WCAG 1.4.12 lets a reader set."""
CUT = """() => [...document.querySelectorAll("main *, header.top *, footer *")].filter((each) => {
  if (each.closest(".visually-hidden")) return false;
  if (!each.checkVisibility({ visibilityProperty: true })) return false;
  const { overflowX, overflowY } = getComputedStyle(each);
  const hides = ["hidden", "clip"];
  const cuts = (how, whole, seen) => hides.includes(how) && seen > 2 && whole > seen + 1;
  return cuts(overflowX, each.scrollWidth, each.clientWidth)
    || cuts(overflowY, each.scrollHeight, each.clientHeight);
}).map((each) => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""
"""What cuts off some of what is in it."""
COVERED = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const drawn = focused.getBoundingClientRect().width > 2;
  const shown = drawn ? focused : focused.labels?.[0] ?? focused;
  const points = [...shown.getClientRects()].flatMap((box) => [
    [box.left + 2, box.top + 2],
    [box.right - 2, box.bottom - 2],
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
  ]);
  const top = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean);
  if (top.some((each) => shown.contains(each) || each.contains(shown))) return null;
  return `${focused.tagName} ${focused.className} ${focused.textContent.trim().slice(0, 40)}`;
}"""
"""What has focus, if no part of it can be seen."""


@pytest.fixture(params=["the list", "the prediction", "the board", "the notes", "an export"])
def shown(request, page: Page, voila, open_in_voila, tmp_path) -> Page:
    if request.param == "an export":
        offline.export(offline.find(ACT, notebooks()), tmp_path / "page.html")
        page.goto((tmp_path / "page.html").as_uri())
    elif request.param in ("the list", "the notes"):
        page.goto(voila.url + ("" if request.param == "the list" else f"notes/{ACT}?instructor=1"))
    else:
        open_in_voila(f"{ACT}.ipynb")
        turn_to_step(page, "Predict")
        if request.param == "the board":
            commit(page)
            turn_to_exercise(page)
    return page


@pytest.mark.parametrize("width", [320, 1366])
def test_text_may_be_spaced_and_nothing_is_cut(shown: Page, width) -> None:
    shown.set_viewport_size({"width": width, "height": 768})
    before = set(shown.evaluate(CUT))
    shown.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css);"
        " document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; }",
        SPACED,
    )
    assert set(shown.evaluate(CUT)) - before == set()
    if width == 320:
        assert shown.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("size", [(320, 700), (1366, 768)], ids=str)
def test_what_has_focus_is_never_wholly_covered(shown: Page, size) -> None:
    shown.set_viewport_size({"width": size[0], "height": size[1]})
    covered = []
    for _ in range(120):
        shown.keyboard.press("Tab")
        covered += filter(None, [shown.evaluate(COVERED)])
        if shown.evaluate("document.activeElement === document.body"):
            break
    assert covered == []


def test_what_is_written_on_a_control_is_in_its_name(shown: Page) -> None:
    named = shown.evaluate(
        """() => [...document.querySelectorAll("[aria-label]:is(a, button, input, summary)")]
        .filter((each) => each.checkVisibility())
        .map((each) => [each.innerText ?? "", each.ariaLabel])"""
    )
    words = [[re.findall(r"[\w']+", text.lower()) for text in each] for each in named]
    assert [each for each in words if not set(each[0]) <= set(each[1])] == []
