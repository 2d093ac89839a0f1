"""The static site in a browser: it reads as it comes, computes itself, and needs no network."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from attrs import frozen
from playwright.sync_api import Browser, BrowserContext, Page, expect

from okin_lib.hosts.site.figures import figures
from okin_lib.lessons.library import plans
from okin_lib.lessons.sequence import sequence
from tests.browser.conftest import VIEWPORT, at_once, commit, turn_to_step
from tests.browser.walk import tab_to
from tests.servers import Quiet, sending
from tests.walked import walk

pytestmark = pytest.mark.long

BOARD, ACT, START = "10_whole_board", "03_act_or_omission", "00_start_here"
NOTEBOOKS = [entry.id for entry in sequence()]
LESSONS = [plan.id for plan in plans()]
PREFIX = "/courses/okin"
FOOTBALL = "The football conversation"
WITHOUT = "Without the football conversation"
STARTED_WITHIN = 60_000
KEPT = "navigator.serviceWorker.ready.then(() => 0)"
RENEWED = """async () => {
  const its = await (await navigator.serviceWorker.getRegistration()).update();
  const { installing } = its;
  if (installing) await new Promise((done) => {
    installing.addEventListener("statechange", done, { once: true });
  });
}"""
ONE_CACHE = """async () => {
  let names = [];
  while (names.length !== 1 && performance.now() < 30000) {
    names = await caches.keys();
    await new Promise(requestAnimationFrame);
  }
  return names.join();
}"""
WORKERS = """
  const Plain = Worker;
  window.workers = [];
  window.Worker = class extends Plain {
    constructor(...its) { super(...its); workers.push(this); }
  };
"""
ANSWER = """([sent, heard]) => new Promise((done, failed) => {
  const worker = globalThis.walking ??= new Worker("walks.js", { type: "module" });
  const frames = [];
  const begin = () => {
    worker.postMessage("anew");
    for (const frame of sent) worker.postMessage(frame);
  };
  worker.onerror = ({ message }) => failed(new Error(message));
  worker.onmessage = ({ data: { bytes, frame } }) => {
    if (bytes) return;
    if (!frame) return begin();
    frames.push(frame);
    if (frames.length === heard) done(frames);
  };
  if (globalThis.walked) begin();
  globalThis.walked = true;
})"""


@frozen
class Site:
    """The site where it is served, below a path of its own, and what it was asked for."""

    url: str
    asked: list[str]
    renewed: list[str]
    """The version that its service worker says it has, if another than its own."""


def made_here(static_site: Path) -> dict[str, str]:
    """What the site is served with besides: a worker that begins anew, and some figures."""
    (path,) = static_site.glob("worker-*.js")
    worker = path.read_text("utf-8")
    joins = re.search(r"^const receive = (.*);$", worker, re.MULTILINE)[1]
    walks = worker.replace("const receive", "let receive").replace(
        "receive(data))", f'{{ if (data === "anew") receive = {joins}; else receive(data); }})'
    )
    drawn = figures([START])
    there = json.dumps({id: (each.name, each.title) for id, each in drawn.items()})
    return {
        f"{PREFIX}/walks.js": walks,
        f"{PREFIX}/{path.name}": worker.replace('"figures": {}', f'"figures": {there}'),
        **{f"{PREFIX}/figures/{id}.svg": each.svg.decode() for id, each in drawn.items()},
    }


@pytest.fixture(scope="module")
def served(static_site: Path) -> Iterator[Site]:
    ours = made_here(static_site)
    offline = (static_site / "offline.js").read_text("utf-8")
    asked, renewed = list[str](), list[str]()

    class Below(Quiet):
        def do_GET(self) -> None:  # noqa: N802  # as it is called there
            asked.append(self.path)
            if self.path == f"{PREFIX}/offline.js" and renewed:
                self._send(re.sub('(?<=VERSION = ")[^"]+', renewed[0], offline))
            elif self.path in ours:
                self._send(ours[self.path])
            elif self.path.startswith(f"{PREFIX}/"):
                super().do_GET()
            else:
                self.send_error(404)

        def _send(self, text: str) -> None:
            drawn = self.path.endswith(".svg")
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml" if drawn else "text/javascript")
            self.end_headers()
            self.wfile.write(text.encode())

        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix(PREFIX))

    with sending(static_site, "localhost", Below) as site:
        yield Site(f"{site}{PREFIX}/", asked, renewed)


@pytest.fixture(scope="module")
def requests() -> list[str]:
    """What the pages of a browser asked for."""
    return []


@pytest.fixture(scope="module")
def visitor(browser: Browser, requests: list[str]) -> Iterator[BrowserContext]:
    """A browser that was never there."""
    context = browser.new_context(viewport=VIEWPORT)
    context.on("request", lambda each: requests.append(each.url))
    yield context
    context.close()


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """A page of a browser that was never there, for this test alone."""
    context = browser.new_context(viewport=VIEWPORT)
    yield at_once(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def visit(visitor: BrowserContext, served: Site) -> Page:
    """A page of the first visit, once it can be used."""
    page = at_once(visitor.new_page())
    page.goto(f"{served.url}{BOARD}.html")
    return started(page)


def started(page: Page) -> Page:
    """Wait until the controls of a page can be used, and it says where what is done lasts."""
    expect(page.locator("fieldset.still")).to_have_count(0, timeout=STARTED_WITHIN)
    expect(page.locator(".keeping > span:empty")).to_have_count(0, timeout=STARTED_WITHIN)
    return page


def football(page: Page):
    return page.get_by_role("switch", name=FOOTBALL)


def live(page: Page):
    return page.locator("[data-region=live]")


def test_it_reads_while_it_loads_and_says_how_far_that_has_come(stranger, served, axe) -> None:
    stranger.route("**/packages-*.zip", lambda _never_answers: None)
    stranger.goto(f"{served.url}{BOARD}.html")
    expect(live(stranger)).to_contain_text("On the record, ")
    expect(football(stranger)).to_be_disabled()
    bar = stranger.get_by_role("progressbar", name="Loading what computes this page")
    expect(bar).to_have_attribute("aria-valuetext", re.compile(r"1\d\.\d of 1\d\.\d MB"))
    assert axe(stranger) == []
    stranger.set_viewport_size({"width": 320, "height": 700})
    assert stranger.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    stranger.context.unroute_all(behavior="ignoreErrors")


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ("Object.defineProperty(navigator, 'deviceMemory', { value: 1 })", "more memory"),
        ("delete globalThis.WebAssembly", "a newer browser"),
        ("globalThis.Worker = class { constructor() { this.terminate = () => 0; } }", "newer"),
    ],
)
def test_where_it_cannot_run_it_reads_and_says_why(stranger, served, lacks, said) -> None:
    stranger.add_init_script(lacks)
    stranger.goto(f"{served.url}{BOARD}.html")
    expect(stranger.get_by_role("note").filter(has_text=said)).to_be_visible()
    expect(stranger.locator("#loading")).to_be_hidden()
    expect(live(stranger)).to_contain_text("On the record, ")
    expect(football(stranger)).to_be_disabled()


def test_what_does_not_load_is_said_with_what_to_do(stranger, served) -> None:
    stranger.context.route("**/packages-*.zip", lambda route: route.fulfill(status=404))
    stranger.goto(f"{served.url}{BOARD}.html")
    expect(stranger.get_by_role("alert")).to_contain_text(
        "Reload the page", timeout=STARTED_WITHIN
    )
    expect(stranger.locator("#loading")).to_be_hidden()
    expect(football(stranger)).to_be_disabled()


def test_the_keyboard_changes_what_is_found_and_axe_finds_nothing(visit, axe) -> None:
    assert axe(visit) == []
    football(visit).focus()
    visit.keyboard.press("Space")
    expect(live(visit)).to_contain_text(WITHOUT)
    expect(football(visit)).to_be_focused()
    visit.wait_for_url("**/10_whole_board.html?s=*")
    visit.keyboard.press("Space")
    expect(live(visit)).to_contain_text("On the record, ")


def test_a_figure_that_was_drawn_ahead_comes_when_it_is_asked_for(stranger, served, axe) -> None:
    stranger.goto(f"{served.url}{START}.html")
    started(stranger)
    commit(stranger)
    stranger.get_by_text("Every element, party by party").first.click()
    matrix = stranger.locator("[data-region=matrix]")
    assert not [path for path in served.asked if "/figures/" in path]
    matrix.get_by_role("button", name="Draw this as a figure").click()
    expect(matrix.get_by_role("img", name="A drawing of what stands here")).to_be_visible()
    assert len([path for path in served.asked if "/figures/" in path]) == 1
    assert matrix.locator("img").evaluate("each => each.decode().then(() => each.naturalWidth)")
    assert axe(stranger) == []


def test_its_board_alone_computes_itself_too(stranger, served) -> None:
    stranger.goto(f"{served.url}{ACT}.html?embed=board")
    started(stranger)
    expect(stranger.locator("#steps")).to_be_hidden()
    expect(stranger.get_by_role("switch")).to_have_count(0)
    commit(stranger)
    expect(stranger.get_by_role("switch").first).to_be_enabled()


@pytest.mark.usefixtures("visit")
def test_it_asks_its_own_host_alone(served, requests) -> None:
    here = urlsplit(served.url).netloc
    asked = [urlsplit(url) for url in requests if not url.startswith(("data:", "blob:"))]
    assert {each.netloc for each in asked} == {here}
    assert all(each.path.startswith(PREFIX) for each in asked)


def walks_answer(page: Page, lesson: str, seed: int) -> None:
    sent, heard = walk(lesson, seed)
    assert page.evaluate(ANSWER, [sent, len(heard)]) == heard


def test_walks_show_the_same_as_in_the_shared_process_to_the_letter(visit) -> None:
    walks_answer(visit, BOARD, 1)
    walks_answer(visit, ACT, 1)


def test_500_walks_show_the_same(visit) -> None:
    for seed in range(500):
        walks_answer(visit, LESSONS[seed % len(LESSONS)], seed)


@pytest.fixture(scope="module")
def again(visit: Page, visitor: BrowserContext, served: Site) -> Iterator[Page]:
    """A page of the second visit, with no network, from the list of the notebooks on."""
    visit.evaluate(KEPT)
    served.asked.clear()
    visitor.set_offline(True)
    page = visitor.new_page()
    page.add_init_script(WORKERS)
    page.goto(f"{served.url}index.html")
    page.get_by_role("link", name=sequence()[3].title, exact=True).click()
    yield page
    visitor.set_offline(False)
    page.close()


def test_on_the_second_visit_it_needs_no_network(again, served) -> None:
    expect(again).to_have_url(f"{served.url}{ACT}.html")
    assert again.locator("h1").first.inner_text() == again.title()
    started(again)
    turn_to_step(again, "Predict")
    commit(again)
    assert {*served.asked} <= {f"{PREFIX}/offline.js"}  # the browser looks for a new one itself


def test_what_fails_later_is_said_with_what_to_do(again) -> None:
    again.evaluate("workers[0].dispatchEvent(new ErrorEvent('error'))")
    lost = again.get_by_role("alert").filter(has_text="no longer live")
    expect(lost).to_contain_text("Reload the page")


def test_what_was_done_is_there_again_after_a_reload(again, served) -> None:
    again.goto(f"{served.url}{NOTEBOOKS[4]}.html")  # where nothing was done yet
    started(again)
    turn_to_step(again, "Predict")
    commit(again)
    expect(again.locator(".okin > .keeping:visible").last).to_contain_text("Kept in ")
    again.reload()
    started(again)
    turn_to_step(again, "Predict")
    expect(again.get_by_text("Your prediction, committed")).to_be_visible()


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_each_notebook_reads_starts_and_is_worked_by_keyboard(stranger, served, axe, notebook):
    stranger.goto(f"{served.url}{notebook}.html")
    assert stranger.locator("h1").first.inner_text() == stranger.title()
    started(stranger)
    assert axe(stranger) == []
    controls = stranger.locator("main .okin :is(input, button):enabled")
    tab_to(stranger, controls.filter(visible=True).first)
    stranger.set_viewport_size({"width": 320, "height": 700})
    assert stranger.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_new_site_takes_the_place_of_the_old_once_no_page_of_that_is_open(stranger, served):
    stranger.goto(f"{served.url}{ACT}.html")
    started(stranger)
    stranger.evaluate(KEPT)
    old = stranger.evaluate("caches.keys()")
    served.renewed.append("another")
    try:
        stranger.evaluate(RENEWED)
        context = stranger.context
        stranger.close()
        page = context.new_page()
        page.goto(f"{served.url}{ACT}.html")
        new = page.evaluate(ONE_CACHE)
    finally:
        served.renewed.clear()
    assert old != [new]
    assert new.endswith("another")
