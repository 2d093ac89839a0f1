"""A board in a page of another site: alone, closed until it is predicted, as tall as it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from okin_lib.lessons.sequence import sequence
from tests.browser.conftest import Server, answered, comes_to, free_port, started
from tests.examples import left_to_long
from tests.servers import sending

ROOT = Path(__file__).parents[2]
BOARD, ACT = "10_whole_board", "03_act_or_omission"
NOTEBOOKS = [entry.id for entry in sequence()]
WHAT_TO_PASTE = (ROOT / "docs" / "embedding.md").read_text("utf-8")
SNIPPET = re.search(r"```html\n(.*?)```", WHAT_TO_PASTE, re.DOTALL)[1]
SITE = "https://notebooks.example.edu"
AS_TALL = """() => {
  const frame = document.querySelector("iframe");
  return Math.abs(frame.clientHeight - window.okinHeight) <= 1;
}"""
SAYS_A_HEIGHT = """height => new Promise((done) => {
  const tall = () => document.querySelector("iframe").clientHeight;
  addEventListener("message", () => done(tall()), { once: true });
  postMessage({ type: "okin:height", height }, "*");
})"""
HEARS = """
  window.heard = [];
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...its) {
    if ((this ?? window) === window) window.heard.push(type);
    return listen.call(this ?? window, type, ...its);
  };
"""
TELLS = """
  if (window === top) addEventListener("message", ({ data }) => {
    if (data?.type === "okin:height") window.okinHeight = data.height;
  });
"""
SUPPOSED = """() => new Promise((done) => {
  const look = () => location.search.includes("s=") ? done() : requestAnimationFrame(look);
  look();
})"""
AROUND = ("main .jp-RenderedMarkdown p", "#steps", "#turns", ".others", ".brand", "#project")


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder and the address of another site."""
    folder = tmp_path_factory.mktemp("around")
    with sending(folder) as site:
        yield folder, site


@pytest.fixture(scope="module")
def held(folder, environment, around) -> Iterator[Server]:
    there, site = around
    (there / "elsewhere.html").write_text("<title>Elsewhere</title>")
    local = (ROOT / "okin_lib" / "hosts" / "local.yaml").read_text("utf-8")
    texts = there / "local.yaml"
    texts.write_text(re.sub("(?<=quick_exit: ).*", f"{site}/elsewhere.html", local))
    its = f"shared=True, frame_ancestors=[{site!r}]"
    asked = environment | {"OKIN_LOCAL": str(texts)}
    yield from started("serve.serve", folder, asked, free_port(), its)


def framed(page: Page, held: Server, around: tuple[Path, str], notebook: str) -> FrameLocator:
    """Show a notebook's board in a page of the other site, by what our documentation has."""
    folder, site = around
    frame = SNIPPET.replace(SITE, held.url.rstrip("/")).replace(ACT, notebook)
    (folder / "index.html").write_text(
        f'<!DOCTYPE html><html lang="en"><title>A course</title><h1>A course</h1>'
        f'<p style="block-size: 40rem">Before.</p>{frame}<p style="block-size: 40rem">After.</p>'
    )
    page.add_init_script(TELLS)
    page.goto(f"{site}/")
    assert urlsplit(site).hostname != urlsplit(held.url).hostname
    shown = page.frame_locator("iframe")
    expect(shown.locator("fieldset.still")).to_have_count(0)
    return shown


def commit(shown: FrameLocator) -> None:
    form = shown.locator("form.predict")
    form.get_by_role("radio").first.check()
    form.get_by_role("textbox").fill("so that it opens")
    form.locator("[type=submit]").click()


def test_a_board_opens_once_its_prediction_is_committed_and_the_frame_is_as_tall_as_it(
    page, held, around
) -> None:
    shown = framed(page, held, around, ACT)
    expect(shown.get_by_role("heading", level=1)).to_have_text("3. Act or omission")
    expect(shown.get_by_text("This opens once you have").locator("visible=true")).to_have_count(1)
    expect(shown.get_by_role("switch")).to_have_count(0)
    for left_out in AROUND:
        for each in shown.locator(left_out).all():
            expect(each).to_be_hidden()
    comes_to(page, AS_TALL, True)
    before = page.evaluate("okinHeight")
    commit(shown)
    switch = shown.get_by_role("switch").first
    said = shown.locator("[data-region=live]").inner_text()
    switch.uncheck()
    expect(shown.locator("[data-region=live]")).not_to_have_text(said)
    comes_to(page, AS_TALL, True)
    assert page.evaluate("okinHeight") > before


def test_a_passage_opens_where_it_was_asked_for_in_sight(page, held, around) -> None:
    shown = framed(page, held, around, BOARD)
    comes_to(page, AS_TALL, True)
    pin = shown.locator("[data-region=why] button.pg:visible").first
    pin.scroll_into_view_if_needed()
    pin.click()
    mark = shown.locator(".pane mark").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    assert shown.locator(".pane").bounding_box()["height"] <= 640
    page.keyboard.press("Escape")
    expect(shown.locator(".pane")).to_be_hidden()
    expect(pin).to_be_focused()


def test_it_hears_nothing_and_the_page_around_hears_it_alone(page, held, around) -> None:
    page.add_init_script(HEARS)
    shown = framed(page, held, around, BOARD)
    comes_to(page, AS_TALL, True)
    tall = page.locator("iframe").evaluate("each => each.clientHeight")
    assert page.evaluate(SAYS_A_HEIGHT, 7) == tall  # that page is no frame of ours
    heard, also = shown.locator("body").evaluate("() => [heard, onmessage]")
    assert "message" not in heard
    assert "keydown" in heard  # what is noted is noted
    assert also is None


def test_the_whole_page_begins_with_what_is_supposed_in_the_frame(page, held, around) -> None:
    shown = framed(page, held, around, BOARD)
    shown.get_by_role("switch", name="The football conversation").uncheck()
    answered(page)
    shown.locator("body").evaluate(SUPPOSED)
    with page.context.expect_page() as opened:
        shown.get_by_role("link", name="The whole board").click()
    whole = opened.value
    assert re.search(rf"/{BOARD}\?s=[^&]+$", whole.url)
    expect(whole.locator("#steps")).to_be_visible()
    expect(whole.locator("[data-region=live]")).to_contain_text("Without the football")
    whole.close()


@pytest.mark.parametrize("notebook", left_to_long(NOTEBOOKS, ACT, BOARD))
def test_axe_finds_nothing_and_it_fits_a_narrow_column(page, held, axe, notebook) -> None:
    page.goto(f"{held.url}{notebook}?embed=board")
    expect(page.locator("fieldset.still")).to_have_count(0)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], scheme
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for said in ("domestic violence", "Hotline"):
        expect(page.locator("footer")).to_contain_text(said)
    page.keyboard.press("Tab")
    expect(page.locator("#quick-exit")).to_be_focused()


def test_the_quick_exit_leaves_the_page_around(page, held, around) -> None:
    shown = framed(page, held, around, BOARD)
    shown.get_by_role("link", name="Leave this site quickly").click()
    page.wait_for_url(f"{around[1]}/elsewhere.html")
