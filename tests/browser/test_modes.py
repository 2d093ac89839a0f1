"""On a projector and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.serve import notebooks
from tests.browser.conftest import commit, once_kept, predicted
from tests.browser.legible import legible
from tests.examples import left_to_long

WHOLE = "10_whole_board.ipynb"
ACT = "03_act_or_omission.ipynb"
DATES = "06_law_on_the_day.ipynb"
FRAMING = "05_framing_the_right.ipynb"
EVERY = sorted(path.name for path in notebooks().glob("*.ipynb"))
COMMIT = """() => {
  const form = document.querySelector("form.predict");
  form.querySelector("[type=radio]").checked = true;
  form.querySelector("[name=because]").value = "so I think";
  form.requestSubmit();
}"""
BODY = "getComputedStyle(document.querySelector('main p')).fontSize"
LOOK = """() => {
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const all = [...document.querySelectorAll("main *")].filter(
    (e) => e.checkVisibility({ visibilityProperty: true }) && own(e)
  ).filter((e) => !e.closest(".visually-hidden") && e.getBoundingClientRect().width > 2);
  const size = (e) => parseFloat(getComputedStyle(e).fontSize); // 0 for what only a reader is told
  const small = all.filter((e) => size(e) && size(e) < 20);
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    said: all.length,
    small: small.map((e) => e.textContent.trim()),
    cut: Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight),
  };
}"""
"""How much a screen says, what in it is small, and by how much it is larger than the screen."""


COLUMNS = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const shown = [...document.querySelectorAll("main .regions")].filter((e) => e.checkVisibility());
  done(shown.map((regions) => getComputedStyle(regions).gridTemplateColumns));
})))"""
LAID_OUT_ANEW = """() => {
  const main = document.querySelector("main");
  main.style.display = "none";
  document.body.offsetHeight;
  main.style.display = "";
}"""


def place(page: Page):
    return page.locator("#projector [role=status]")


def shown(page: Page) -> list[str]:
    """The regions that show, but for those that a learner acts in."""
    return page.locator(
        ":is(.regions, .regions > div) > [data-region]:not([data-aside])"
    ).evaluate_all("all => all.filter((r) => r.checkVisibility()).map((r) => r.dataset.region)")


@pytest.fixture
def projected(open_page):
    def opened(notebook: str) -> Page:
        page = open_page(notebook)
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.get_by_role("button", name="Projector mode").click()
        return page

    return opened


def turn_to(page: Page, region: str) -> None:
    page.locator(f"[data-region={region}]:not([hidden])").first.wait_for(state="attached")
    for _ in range(40):
        if region in shown(page):
            return
        page.keyboard.press("ArrowRight")
    pytest.fail(f"no screen shows {region}")


def forward(page: Page) -> None:
    """To the next screen; on the way the circuit flips first."""
    flips = page.locator("#projector [data-by='1']").inner_text() != "Next screen"
    for _ in range(1 + flips):
        page.keyboard.press("ArrowRight")


def predict(page: Page) -> None:
    turn_to(page, "prediction")
    commit(page)


def test_one_question_a_screen_at_28_px_by_arrow_keys(projected) -> None:
    page = projected(WHOLE)
    expect(place(page)).to_have_text("1 of 23: 10. The whole board")
    assert shown(page) == []
    seen = []
    for number in range(2, 24):
        forward(page)
        expect(place(page)).to_contain_text(f"{number} of 23")
        seen.append(shown(page))
    assert [regions for regions in seen if regions] == [
        ["recall"],
        ["prediction"],
        ["tasks"],
        ["live", "matrix"],
        ["live", "circuit"],
        ["share"],
        ["named"],
        ["again"],
        ["check"],
        ["exit"],
        ["memo"],
        ["invitation"],
    ]
    page.keyboard.press("ArrowRight")
    expect(place(page)).to_contain_text("23 of 23")
    page.keyboard.press("ArrowLeft")
    expect(place(page)).to_contain_text("22 of 23")
    assert page.evaluate(BODY) == "28px"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Projector mode")).to_be_focused()
    assert len(shown(page)) == 17


def test_what_is_folded_is_no_screen_until_it_is_open(projected) -> None:
    page = projected(WHOLE)
    page.keyboard.press("Escape")
    page.locator("#verdict-fold > summary").click()
    expect(page.locator("[data-region=verdict] .verdict")).to_be_visible()
    page.get_by_role("button", name="Projector mode").click()
    turn_to(page, "verdict")
    expect(place(page)).to_contain_text("of 24: Where each party stands")


def test_the_reason_takes_the_place_of_the_circuit_and_gives_it_back(projected) -> None:
    page = projected(ACT)
    predict(page)
    turn_to(page, "circuit")
    assert shown(page) == ["live", "strip", "circuit"]
    page.keyboard.press("w")
    assert shown(page) == ["live", "why"]
    page.locator(".bar").get_by_role("radio", name="No football conversation").check()
    expect(page.locator("[data-region=why] mark")).to_be_visible()
    assert shown(page) == ["live", "why"]
    page.get_by_role("button", name="Why").click()
    assert shown(page) == ["live", "strip", "circuit"]


@pytest.mark.parametrize("notebook", [ACT, WHOLE])
def test_no_screen_is_empty_or_cut_or_has_small_words(projected, notebook: str) -> None:
    page = projected(notebook)
    page.set_viewport_size({"width": 1280, "height": 720})
    if notebook == ACT:
        predict(page)
    for _ in range(20):
        page.keyboard.press("ArrowLeft")
    last = int(re.findall("[0-9]+", place(page).inner_text())[1])
    for number in range(1, last + 1):
        expect(place(page)).to_contain_text(f"{number} of {last}")
        for _ in range(2):
            where = place(page).inner_text()
            found = page.evaluate(LOOK)
            assert found["said"], where
            assert found["small"] == [], where
            assert found["cut"] <= 0, where
            page.keyboard.press("w")
        forward(page)


def test_facts_stay_beside_the_findings_and_keys_that_type_do_not_turn(projected, axe) -> None:
    page = projected(WHOLE)
    turn_to(page, "matrix")
    football = page.get_by_role("switch", name="The football conversation")
    football.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-region=matrix]")).to_contain_text("32 of 144 changed")
    expect(football).to_be_focused()
    assert axe(page, "body") == []  # the heading of the page is on another screen
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_label("Suppose the events began in").focus()
    before = place(page).inner_text()
    page.keyboard.press("ArrowRight")
    expect(place(page)).to_have_text(before)
    football.focus()
    page.keyboard.press("ArrowRight")
    expect(place(page)).not_to_have_text(before)
    page.keyboard.press("ArrowLeft")
    football.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Projector mode")).to_be_focused()


def test_a_prediction_is_hidden_until_it_is_revealed(projected) -> None:
    page = projected(ACT)
    predict(page)
    expect(page.get_by_text("so that it opens")).to_be_hidden()
    page.locator("#prediction-reveal summary").click()
    expect(page.get_by_text("so that it opens")).to_be_visible()


def test_a_table_that_is_asked_for_is_a_screen_with_its_title(projected) -> None:
    page = projected(DATES)
    predict(page)
    turn_to(page, "law")
    page.get_by_role("button", name="One docket, two orders").click()
    expect(page.locator("[data-region=docket] table")).to_be_attached()
    turn_to(page, "docket")
    expect(place(page)).to_have_text(re.compile("^[0-9]+ of [0-9]+: How law grows: one docket"))


def test_a_reload_keeps_the_screen_until_one_leaves(projected) -> None:
    page = projected(WHOLE)
    turn_to(page, "circuit")
    once_kept(page, page.get_by_role("button", name="Draw it").click)
    expect(page.locator("[data-region=strip] .tile").first).to_be_visible()
    before = place(page).inner_text()
    page.reload()
    expect(place(page)).to_have_text(before)
    expect(page.locator("[data-region=strip] .tile").first).to_be_visible()
    assert shown(page) == ["live", "strip", "circuit"]
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("button", name="Projector mode")).to_be_visible()
    expect(page.locator("#projector")).to_be_hidden()


@pytest.mark.parametrize("lesson", left_to_long([DATES, FRAMING], DATES))
def test_each_screen_has_the_layout_for_its_letters(open_page, lesson) -> None:
    page = predicted(open_page(lesson))
    page.set_viewport_size({"width": 1280, "height": 720})
    page.get_by_role("button", name="Projector mode").click()
    screens = range(int(place(page).inner_text().split()[2].rstrip(":")) - 1)
    turned_to = []
    for _ in screens:
        page.locator("main .screen-side").first.is_visible()  # to ask for it has it laid out
        page.keyboard.press("ArrowRight")
        turned_to.append(page.evaluate(COLUMNS))
    for _ in screens:
        page.keyboard.press("ArrowLeft")
    for columns in turned_to:
        page.keyboard.press("ArrowRight")
        page.evaluate(LAID_OUT_ANEW)
        assert page.evaluate(COLUMNS) == columns, place(page).inner_text()
        legible(page, (place(page).inner_text(),))
    assert any("px" in each for columns in turned_to for each in columns)


def test_the_circuit_fits_a_projector_in_words_of_20_px_and_more(projected) -> None:
    page = projected(ACT)
    predict(page)
    turn_to(page, "circuit")
    page.set_viewport_size({"width": 1280, "height": 720})
    sizes = page.locator(
        ".regions :is([data-region=circuit] :is(.lab, .word, .plate), .headline p, .tile *)"
    ).evaluate_all(
        "all => all.filter((e) => e.checkVisibility())"
        ".map((e) => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 20
    legible(page)
    line = page.locator(".line").first.bounding_box()
    assert line["x"] >= 0
    assert line["x"] + line["width"] <= 1280
    assert line["y"] + line["height"] <= page.locator("#projector").bounding_box()["y"]


def test_forward_first_flips_the_switch_and_then_turns(projected) -> None:
    page = projected(ACT)
    predict(page)
    turn_to(page, "circuit")
    at, forward = place(page).inner_text(), page.locator("#projector [data-by='1']")
    record = page.locator(".headline p").first.inner_text()
    expect(forward).to_have_text("Suppose: No football conversation")
    forward.click()
    expect(page.locator(".headline p").first).not_to_have_text(record)
    expect(place(page)).to_have_text(at)
    expect(forward).to_have_text("Next screen")
    forward.click()
    expect(place(page)).not_to_have_text(at)


def test_a_page_opens_over_its_screen_and_escape_closes_it_first(projected) -> None:
    page = projected(WHOLE)
    turn_to(page, "matrix")
    page.get_by_role("button", name="Turn to 421: The football conversation").click()
    mark = page.locator("[data-region=opinion] mark")
    expect(mark).to_be_visible()
    expect(mark).to_be_in_viewport()
    assert shown(page) == ["live", "matrix"]
    page.keyboard.press("Escape")
    expect(mark).to_have_count(0)
    assert shown(page) == ["live", "matrix"]
    expect(place(page)).to_be_visible()


def test_on_paper_each_passage_stands_once_at_the_end_in_order(open_page, case) -> None:
    page = open_page(WHOLE)
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("switch", name="The football conversation").uncheck()
    expect(page.locator("[data-region=live]")).to_contain_text("Without the football")
    page.get_by_role("button", name="Print, with the passages").click()
    appendix = page.locator(".appendix")
    expect(appendix).to_be_attached()
    expect(page.locator("[data-region=what-changed]")).to_contain_text("Left out")
    page.emulate_media(media="print")
    expect(appendix).to_be_visible()
    pins = [text.split(":")[0] for text in appendix.locator("cite").all_inner_texts()]
    assert len(pins) > 20
    passages = list(zip(pins, appendix.locator("blockquote").all_inner_texts(), strict=True))
    assert len(set(passages)) == len(passages)
    assert any(pin in case.opinion.notes for pin in pins)
    places = [case.opinion.location(pin, quotation)[:2] for pin, quotation in passages]
    assert places == sorted(places)
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    expect(page.locator(".matrix").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(appendix).to_have_count(0)


def test_on_paper_nothing_is_told_by_colour(look_at_page) -> None:
    page = look_at_page(WHOLE)
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.locator(".okin .state").evaluate_all(
        "all => all.map((s) => getComputedStyle(s).color + getComputedStyle(s).backgroundImage)"
    )
    for colour in set(colours):
        numbers = colour.replace("rgba(0, 0, 0, 0)", "").split("rgb(")[1:]
        assert all(len(set(each.split(")")[0].split(", "))) == 1 for each in numbers), colour


@pytest.mark.parametrize("notebook", left_to_long(EVERY, ACT, WHOLE))
def test_a_notebook_takes_six_sheets_at_most(open_page, notebook) -> None:
    page = open_page(notebook)
    if page.locator("form.predict").count():
        page.evaluate(COMMIT)
        expect(page.get_by_text("Your prediction, committed")).to_be_attached()
    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))
    assert 0 < len(sheets) <= 6
