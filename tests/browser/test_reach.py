"""A page whose kernel cannot be reached says so within ten seconds, and takes it back."""

import json
import re
import socket
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from nbformat import v4
from playwright.sync_api import Page, Route, expect

STUB = "voila/render/stub.ipynb"
SOON = 10_000
PROBE = "session_id=probe"
ELSEWHERE = """
  const Real = WebSocket;
  window.elsewhere = (url) => %s;
  window.opened = [];
  window.WebSocket = class extends Real {
    constructor(url, protocols = []) {
      super(window.elsewhere(String(url)), protocols);
      this.addEventListener("open", () => opened.push(String(url)));
    }
  };
"""

# What would come after so many milliseconds comes at once.
SOONER = """
  const later = setTimeout;
  window.setTimeout = (act, after, ...rest) => later(act, after === %s ? 0 : after, ...rest);
"""
RELOADED = "performance.getEntriesByType('navigation')[0].type === 'reload'"
AGAIN = f"""addEventListener("load", () =>
  document.documentElement.toggleAttribute("data-again", {RELOADED}));"""
HAVE_OPENED = """() => new Promise((done) => {
  const look = () => %s ? done() : setTimeout(look, 50);
  look();
})"""


@pytest.fixture
def deaf() -> str:
    """The address of what takes a connection, and then says nothing."""
    with socket.create_server(("localhost", 0)) as server:
        yield f"ws://localhost:{server.getsockname()[1]}/"


def said(page: Page, text: str) -> None:
    alert = page.get_by_role("alert").filter(has_text=re.compile(text))
    expect(alert).to_have_count(1, timeout=SOON)
    expect(alert).to_be_visible()


@pytest.mark.long
def test_a_refused_connection_is_said_and_taken_back_when_one_comes(page: Page, voila) -> None:
    """As behind a proxy that rewrites Host or does not upgrade."""
    refused = f"{voila.url}nothing".replace("http", "ws")
    page.add_init_script(ELSEWHERE % json.dumps(refused))
    page.goto(f"{voila.url}{STUB}")
    said(page, "cannot reach what computes it.*WebSockets")
    expect(page.locator("#loading")).to_be_hidden()
    page.evaluate("() => { window.elsewhere = (url) => url; }")
    page.locator(".okin").first.wait_for(timeout=60_000)
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.long
def test_a_connection_that_is_never_answered_is_said(page: Page, voila, deaf: str) -> None:
    page.add_init_script(ELSEWHERE % json.dumps(deaf))
    page.goto(f"{voila.url}{STUB}")
    said(page, "cannot reach what computes it")


@pytest.mark.long
@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda route: route.abort(), id="refuses"),
        pytest.param(lambda _: None, id="is silent"),
    ],
)
def test_a_server_that_does_not_answer_is_said(page: Page, voila, deaf: str, ask) -> None:
    page.add_init_script(ELSEWHERE % json.dumps(deaf))
    page.route("**/api/kernels/*", ask)
    page.goto(f"{voila.url}{STUB}")
    said(page, "server of this page does not answer")


@pytest.mark.long
def test_a_kernel_that_ended_before_the_page_joined_it_is_said(page: Page, voila) -> None:
    """As when it is culled while the page waits in a tab behind."""

    def end_kernel(route: Route) -> None:
        kernel = re.search(r'"kernelId": "([^"]+)"', page.content())[1]
        # Not with the page's own cookie: its other requests may renew that one meanwhile.
        token = {"Cookie": "_xsrf=ended", "X-XSRFToken": "ended"}
        asked = Request(f"{voila.url}api/kernels/{kernel}", headers=token, method="DELETE")
        with urlopen(asked, timeout=SOON / 1000) as answer:
            assert answer.status == 204
        route.continue_()

    page.route("**/voila/static/voila.js", end_kernel)
    page.goto(f"{voila.url}{STUB}")
    said(page, "has stopped")


@pytest.mark.parametrize("file", ["voila/static/voila.js", "anywidget/static/*.js"])
def test_a_program_that_does_not_load_is_said(page: Page, voila, file: str) -> None:
    page.route(f"**/{file}", lambda route: route.abort())
    page.goto(f"{voila.url}{STUB}")
    said(page, "did not load")


def test_a_page_that_is_cut_short_says_so(page: Page, voila) -> None:
    def cut(route: Route) -> None:
        answer = route.fetch()
        whole = answer.text()
        route.fulfill(response=answer, body=whole[: whole.index('data-step="3"')])

    page.route("**/voila/render/**", cut)
    page.goto(f"{voila.url}{STUB}")
    said(page, "ended before it was whole")


def test_a_page_whose_messages_were_lost_tries_again_once_by_itself(
    page: Page, voila, deaf
) -> None:
    """All can be reached, and yet no lesson comes: it does when the page is opened anew."""
    page.add_init_script(ELSEWHERE % f"{RELOADED} || url.includes('{PROBE}') ? url : '{deaf}'")
    page.add_init_script(SOONER % 5000)
    page.goto(f"{voila.url}{STUB}?s=kept")
    page.locator(".okin").first.wait_for()
    assert page.evaluate(RELOADED)
    assert page.url.endswith("?s=kept")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.wait_for_function("() => !history.state.reloaded")


def test_a_page_tries_again_no_more_than_once(page: Page, voila, deaf: str) -> None:
    page.add_init_script(ELSEWHERE % f"url.includes('{PROBE}') ? url : '{deaf}'")
    page.add_init_script(SOONER % 5000)
    page.add_init_script(AGAIN)
    page.goto(f"{voila.url}{STUB}")
    page.locator("html[data-again]").wait_for()
    page.evaluate(HAVE_OPENED % "opened.length > 3")  # it asked what is wrong, over and over
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.long
def test_a_slow_start_is_no_fault(page: Page, voila, deaf: str) -> None:
    """While the kernel can be reached, the page is loading, however long that takes."""
    page.add_init_script(ELSEWHERE % f"url.includes('{PROBE}') ? url : '{deaf}'")
    page.goto(f"{voila.url}{STUB}")
    page.evaluate(HAVE_OPENED % f"opened.some((url) => url.includes('{PROBE}'))")
    expect(page.get_by_text("Loading the programs of this page")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.long
def test_a_start_that_takes_over_a_minute_is_a_fault(page: Page, voila, deaf: str) -> None:
    page.add_init_script(ELSEWHERE % f"url.includes('{PROBE}') ? url : '{deaf}'")
    page.add_init_script(SOONER % 60000)
    page.goto(f"{voila.url}{STUB}")
    said(page, "does not run here")


def test_a_page_with_no_lesson_waits_for_none(page: Page, voila, folder: Path) -> None:
    kernelspec = {"name": "python3", "display_name": "Python 3"}
    cells = [v4.new_markdown_cell("Prose.")]
    prose = v4.new_notebook(cells=cells, metadata={"kernelspec": kernelspec})
    (folder / "prose.ipynb").write_text(json.dumps(prose), "utf-8")
    page.goto(f"{voila.url}voila/render/prose.ipynb")
    expect(page.get_by_text("Prose.")).to_be_visible()
    expect(page.locator("#loading")).to_be_hidden()
    expect(page.get_by_role("alert")).to_have_count(0)
