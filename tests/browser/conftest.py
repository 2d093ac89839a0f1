"""Our server, Voila under it and JupyterLab, and a real browser on them.

`open_page("NN_name.ipynb")` returns a page of the test's own whose lesson the server holds;
`open_in_voila` and `open_in_lab` one that a kernel computes, for a notebook of `stub/` as well.
`look_at_page` and `look_in_voila` return the page of the test before, if that left it as it found
it: they are for a test that only looks, or whose acts are undone by "Back to the record". No page
may ask anything of another machine.
"""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psutil
import pytest
from attrs import frozen
from axe_playwright_python.sync_playwright import Axe
from matplotlib import get_cachedir
from playwright.sync_api import (
    Browser,
    BrowserContext,
    FrameLocator,
    Locator,
    Page,
    Request,
    expect,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from okin_lib.hosts.serve import notebooks
from tests.servers import free_port, kernels, listens

HERE = Path(__file__).parent
STARTED_WITHIN = 60
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-features=LocalNetworkAccessChecks",  # an answer that a test rewrites has no address
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STILL = """() => Promise.allSettled(
  document.getAnimations()
    .filter((each) => Number.isFinite(each.effect.getComputedTiming().endTime))
    .map((each) => each.finished),
)"""
BACK_WITHIN = 300
ANSWERED_WITHIN = 20_000
"""Longer than a page waits before it says that nothing answers: that is then the finding. How soon
an answer comes is for `benchmarks/`, and a busy machine fails no test."""
expect.set_options(timeout=ANSWERED_WITHIN)
VIEWPORT = {"width": 1000, "height": 900}
LESSON = "application/vnd.jupyter.widget-view+json"
SHOWN = "lessons => document.querySelectorAll('main .okin .regions').length >= lessons"
DESCRIBED = """() => {
  const body = document.body.cloneNode(true);
  for (const line of body.querySelectorAll(".keeping")) line.remove(); // all is kept
  for (const each of body.querySelectorAll("*")) {
    const its = [...each.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name } of its) each.removeAttribute(name);
    for (const { name, value } of its) each.setAttribute(name, value);
  }
  return JSON.stringify([
    location.href, innerWidth, scrollY, Object.keys(window).length, body.outerHTML,
    [...document.querySelectorAll("input, select, textarea")].map((e) => [e.checked, e.value]),
  ]);
}"""
SET_ASIDE = """() => {
  delete window.axe;
  document.activeElement.blur();
  scrollTo(0, 0);
}"""
RESET = '() => document.querySelector("[data-act=reset]")?.click()'


REGIONS = """() => [...document.querySelectorAll(".okin [data-region]:not([data-region=live])")]
  .map((region) => region.outerHTML)"""


def comes_to(page: Page, probe: str, wanted: object) -> None:
    """Wait until a page says this of itself: each part of a lesson has an answer of its own."""
    same = f"wanted => JSON.stringify(({probe})()) === JSON.stringify(wanted)"
    with suppress(PlaywrightTimeoutError):
        page.wait_for_function(same, arg=wanted, polling=50, timeout=ANSWERED_WITHIN)
    assert page.evaluate(probe) == wanted


def answered(page: Page) -> None:
    """Wait until nothing that was asked on the page awaits its answer."""
    expect(page.locator(".okin[data-waiting]")).to_have_count(0)


def toggles(page: Page | FrameLocator) -> None:
    """Fail unless a switch of the board changes the table of what is found."""
    found = page.locator("[data-region=matrix]")
    before = found.text_content()
    handle = page.locator(".okin .handle:visible")
    if handle.count():  # where there is little room the facts are a sheet
        handle.first.click()
    page.locator(".okin [type=checkbox]:visible").first.uncheck()
    expect(found).not_to_have_text(before)


def look_at(page: Page, label: str) -> None:
    """Take a look at what is supposed, by its tab or from the list."""
    tab = page.get_by_role("button", name=label, exact=True).first
    if tab.count():
        tab.click()
        expect(tab).to_have_attribute("aria-pressed", "true")
        return
    listed = page.get_by_role("combobox", name="More looks")
    listed.select_option(label=label)
    expect(listed.locator("option:checked")).to_have_text(label)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@frozen
class Server:
    """A running server: its process, and the address that it printed."""

    process: subprocess.Popen[str]
    url: str

    def kernels(self) -> set[psutil.Process]:
        return kernels(self.process.pid)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with our notebooks and the stub."""
    to = tmp_path_factory.mktemp("notebooks")
    for source in (notebooks(), HERE / "stub"):
        shutil.copytree(source, to, dirs_exist_ok=True)
    return to


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a process of someone who never used Jupyter has."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
    return {**kept, "HOME": str(tmp_path_factory.mktemp("home")), "PYTHONUNBUFFERED": "1"}


def started(
    command: str,
    folder: Path,
    environment: dict[str, str],
    port: int | None = None,
    options: str = "",
) -> Iterator[Server]:
    """Run ``command``, as "serve.serve", of `okin_lib.hosts` until the test session ends."""
    module, _, name = command.partition(".")
    call = f"{name}(Path({str(folder)!r}), {port or free_port()}, False, {options})"
    code = f"from pathlib import Path; from okin_lib.hosts.{module} import {name}; {call}"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, **pipes) as process:
        deadline = threading.Timer(STARTED_WITHIN, process.kill)
        deadline.start()
        said = []
        for line in process.stdout:
            said.append(line)
            found = re.search(r"https?://(localhost|127\.0\.0\.1):\d+\S*", line)
            if found and listens(found[0], process):
                break
        else:
            pytest.fail(f"{command} did not start:\n{''.join(said)}")
        deadline.cancel()
        log = threading.Thread(target=lambda: print(*process.stdout, sep=""))
        log.start()
        try:
            yield Server(process, found[0])
        finally:
            process.terminate()
            log.join()


@pytest.fixture(scope="session")
def voila(folder: Path, environment: dict[str, str]) -> Iterator[Server]:
    listed = {"MPLCONFIGDIR": get_cachedir()}  # to list the fonts anew takes seconds
    yield from started("serve.serve", folder, environment | listed, options="shared=True")


@pytest.fixture(scope="session")
def lab(folder: Path, environment: dict[str, str]) -> Iterator[Server]:
    yield from started("lab_app.lab", folder, environment)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.fail("No Chromium: install it, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """The one that all pages are opened in."""
    context = browser.new_context(viewport=VIEWPORT)
    yield context
    context.close()


@pytest.fixture(scope="session")
def opener(context: BrowserContext, voila: Server) -> Page:
    """What every page is opened from: they then share a process, which compiles a program once."""
    page = context.new_page()
    page.goto(voila.url)
    return page


@pytest.fixture
def new_page(context: BrowserContext, opener: Page) -> Iterator[Callable[[], Page]]:
    """Return empty pages, of which none may ask anything of another machine."""
    outside: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in {None, "", "localhost", "127.0.0.1"}:
            outside.append(request.url)

    def new() -> Page:
        with context.expect_page() as opened:
            opener.evaluate("() => { window.open('about:blank') }")
        return opened.value

    context.on("request", note)
    yield new
    context.remove_listener("request", note)
    context.clear_permissions()
    assert not outside


@pytest.fixture
def page(new_page: Callable[[], Page]) -> Iterator[Page]:
    """A page for this test alone."""
    page = new_page()
    yield page
    if not page.is_closed():
        page.close(run_before_unload=True)  # so that its kernel ends


Open = Callable[[str], Page]


BOARD = "10_whole_board.ipynb"
UNFOLDED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`main > [data-off] { display: block !important; }
    main[data-prose] { columns: auto !important; }
    main .jp-RenderedMarkdown :is(h2, p) {
      margin-block: 0 !important; font-size: 1rem !important; }`);
  document.adoptedStyleSheets.push(sheet);
}"""


def at_once(page: Page) -> Page:
    """Let the page show the steps of a notebook together, as JupyterLab and paper do."""
    page.add_init_script(f"({UNFOLDED})()")
    return page


def show(page: Page, server: Server, notebook: str) -> Page:
    """Open a notebook in Voila, and wait for each of its lessons; the whole board, all at once."""
    if urlsplit(notebook).path == BOARD:
        at_once(page)
    return show_in_steps(page, server, notebook)


def show_page(page: Page, server: Server, notebook: str) -> Page:
    """Open a notebook's page, and wait until it can be used; the whole board, all at once."""
    if urlsplit(notebook).path == BOARD:
        at_once(page)
    page.goto(server.url + notebook.replace(".ipynb", "", 1))
    expect(page.locator("fieldset.still")).to_have_count(0)
    # It can be used before its typefaces have come, and before it says where what is done lasts.
    page.evaluate("document.fonts.ready.then(() => 0)")
    expect(page.locator(".keeping > span:empty")).to_have_count(0)
    return page


def show_in_steps(page: Page, server: Server, notebook: str) -> Page:
    """Open any notebook in Voila as it opens for a learner, and wait for each of its lessons."""
    answer = page.goto(f"{server.url}voila/render/{notebook}")
    # Asked every so often, since a page that another lies over draws no frames to ask at.
    page.wait_for_function(SHOWN, arg=answer.text().count(LESSON) or 1, polling=50)
    return page


def turn_to_step(page: Page, name: str) -> None:
    """In Voila, turn to a step of the notebook; JupyterLab shows all of them."""
    if page.locator("body[data-voila]").count():
        turn_by(page.locator("#steps").get_by_role("link", name=name, exact=True))


def turn_by(link: Locator) -> None:
    """Turn to the step of a link, and wait until it has: its heading then takes the focus."""
    step = link.page.locator(f'#steps [href="{link.get_attribute("href")}"]')
    link.click()
    expect(step).to_have_attribute("aria-current", "step")


def once_kept(page: Page, act: Callable[[], object]) -> None:
    """Act, and wait until the browser keeps what came of it: that follows what the page shows."""
    before = page.evaluate("JSON.stringify(sessionStorage)")
    act()
    page.wait_for_function("before => JSON.stringify(sessionStorage) !== before", arg=before)


def commit(page: Page) -> None:
    """Commit the prediction whose form shows."""
    region = page.locator("[data-region]:has(form.predict:visible)").first
    region = page.locator(f"[data-region={region.get_attribute('data-region')}]")
    region.get_by_role("radio").first.check()
    region.get_by_role("textbox").fill("so that it opens")
    region.locator("[type=submit]").click()
    expect(region.get_by_text("Your prediction, committed")).to_be_visible()


def predicted(page: Page) -> Page:
    """Commit the first prediction, and turn to what it opens."""
    turn_to_step(page, "Predict")
    commit(page)
    return turn_to_exercise(page)


def predict_again(page: Page) -> None:
    """Commit the second prediction: it opens what a learner checks themselves by."""
    turn_to_step(page, "Predict again")
    commit(page)


def turn_to_exercise(page: Page) -> Page:
    """In Voila, turn to the step after the first prediction."""
    if page.locator("body[data-voila]").count():
        turn_to_step(page, "Predict")
        turn_by(page.locator("#turns [rel=next]"))
    return page


@pytest.fixture
def open_in_voila(page: Page, voila: Server) -> Open:
    return lambda notebook: show(page, voila, notebook)


@pytest.fixture
def open_page(page: Page, voila: Server) -> Open:
    return lambda notebook: show_page(page, voila, notebook)


@frozen
class Kept:
    """A page that a test left, and how it was found."""

    page: Page
    found: str

    def restored(self) -> bool:
        """Whether it is again as it was found, with the record and a window as at first."""
        self.page.set_viewport_size(VIEWPORT)
        self.page.emulate_media(media="null", color_scheme="null", forced_colors="null")
        self.page.evaluate(SET_ASIDE)
        answered(self.page)
        if self.page.evaluate(DESCRIBED) == self.found:
            return True
        self.page.evaluate(RESET)
        same = f"found => ({DESCRIBED})() === found"
        answered(self.page)
        try:
            self.page.wait_for_function(same, arg=self.found, timeout=BACK_WITHIN)
        except PlaywrightTimeoutError:
            return False
        return True


@pytest.fixture(scope="session")
def kept() -> dict[str, Kept]:
    """The page that the last test left as it found it, by its notebook."""
    return {}


@pytest.fixture
def look_in_voila(
    new_page: Callable[[], Page], voila: Server, kept: dict[str, Kept]
) -> Iterator[Open]:
    """Open a notebook, or take the page of the test before, if that left it as it found it."""
    yield from looking(lambda notebook: show(new_page(), voila, notebook), kept)


@pytest.fixture
def look_at_page(
    new_page: Callable[[], Page], voila: Server, kept: dict[str, Kept]
) -> Iterator[Open]:
    """Do as `look_in_voila` does, with a page that has no kernel."""
    yield from looking(lambda notebook: show_page(new_page(), voila, notebook), kept)


def looking(shown: Open, kept: dict[str, Kept]) -> Iterator[Open]:
    def opened(notebook: str) -> Page:
        if notebook not in kept:
            for other in kept.values():
                other.page.close(run_before_unload=True)
            kept.clear()
            page = shown(notebook)
            kept[notebook] = Kept(page, page.evaluate(DESCRIBED))
        kept[notebook].page.bring_to_front()
        return kept[notebook].page

    yield opened
    for notebook, each in list(kept.items()):
        if not each.restored():
            each.page.close(run_before_unload=True)
            del kept[notebook]


def run_all(lab: Server, page: Page, folder: Path, notebook: str) -> Page:
    """Open a copy of a notebook in JupyterLab, and run its cells."""
    new = uuid4().hex  # a workspace and a kernel of its own, and nothing that a test saved
    shutil.copy(folder / notebook, folder / f"{new}.ipynb")
    page.goto(lab.url.replace("/lab?", f"/lab/workspaces/{new}/tree/{new}.ipynb?"))
    run_cells(page)
    return page


def run_cells(page: Page) -> None:
    """Run the cells of the notebook that is open in JupyterLab."""
    page.get_by_text("| Idle").wait_for()  # before this, running asks for a kernel
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


@pytest.fixture
def run_in_lab(page: Page, folder: Path, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Open a notebook and run its cells, whether or not they then show anything."""
    shutil.rmtree(folder / ".okin", ignore_errors=True)  # what a test before this one did
    yield lambda notebook: run_all(request.getfixturevalue("lab"), page, folder, notebook)
    page.goto("about:blank")  # so that it starts no new kernel
    close_sessions(request.getfixturevalue("lab"), page)


@pytest.fixture
def open_in_lab(run_in_lab: Open) -> Open:
    def opened(notebook: str) -> Page:
        page = run_in_lab(notebook)
        page.locator(".okin").first.wait_for()
        return page

    return opened


def close_sessions(lab: Server, page: Page) -> None:
    """End every notebook's kernel."""
    address = urlsplit(lab.url)
    sessions = f"{address.scheme}://{address.netloc}/api/sessions"
    headers = {"Authorization": f"token {address.query.removeprefix('token=')}"}
    for session in page.request.get(sessions, headers=headers).json():
        page.request.delete(f"{sessions}/{session['id']}", headers=headers)


@pytest.fixture
def axe() -> Callable[..., list[dict]]:
    """What axe-core finds wrong with what is ours: a page in Voila, our lessons in JupyterLab."""
    options = {
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, which axe-core leaves off
    }

    def violations(page: Page, within: str = "", only: str = "") -> list[dict]:
        page.evaluate(STILL)  # a colour on its way to another is neither
        ours = "html" if page.locator("body[data-voila]").count() else ".okin"
        asked = options | ({"runOnly": [only]} if only else {})
        results = Axe().run(page, context=within or ours, options=asked)
        return [
            {"rule": found["id"], "element": node["target"], "remedy": node["failureSummary"]}
            for found in results.response["violations"]
            for node in found["nodes"]
        ]

    return violations
