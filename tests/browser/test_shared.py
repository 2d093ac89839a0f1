"""Pages whose lessons one process holds: they read at once, and come back by themselves."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect

from okin_lib.lessons.kept import kept
from okin_lib.lessons.library import start
from okin_lib.lessons.sequence import sequence
from tests.browser.conftest import Server, at_once, commit, once_kept, started, turn_to_step
from tests.browser.proxy import proxy
from tests.examples import left_to_long
from tests.servers import free_port

BOARD, ACT = "10_whole_board", "03_act_or_omission"
NOTEBOOKS = [entry.id for entry in sequence()]
FOOTBALL = "The football conversation"
WITHOUT = "Without the football conversation"
BACK_WITHIN = 60_000


@pytest.fixture(scope="module")
def held(folder, environment) -> Iterator[Server]:
    yield from started("serve.serve", folder, environment, options="shared=True")


def connected(page: Page, server: Server, place: str) -> Page:
    """Open a page, and wait until its controls can be used."""
    page.goto(f"{server.url}{place}")
    expect(page.locator("fieldset.still")).to_have_count(0)
    return page


def football(page: Page):
    return page.get_by_role("switch", name=FOOTBALL)


def live(page: Page):
    return page.locator("[data-region=live]")


def without_football(page: Page) -> None:
    football(page).uncheck()
    expect(live(page)).to_contain_text(WITHOUT)


@pytest.mark.long
def test_it_reads_before_anything_is_connected_and_says_when_that_takes_long(page, held) -> None:
    page.route_web_socket("**/socket", lambda _never_answers: None)
    at_once(page).goto(f"{held.url}{BOARD}")
    expect(live(page)).to_contain_text("On the record, ")
    expect(page.locator("[data-region=matrix]")).to_contain_text("Implicit sanction")
    expect(football(page)).to_be_disabled()
    expect(page.get_by_role("alert")).to_contain_text("can be read", timeout=10_000)


def test_without_a_script_it_reads(browser: Browser, held) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{held.url}{BOARD}")
    expect(page.get_by_text("it needs JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name="8. Before you go")).to_be_visible()
    expect(live(page)).to_contain_text("On the record, ")
    expect(football(page)).to_be_disabled()
    context.close()


def test_the_keyboard_changes_what_is_found_and_axe_finds_nothing(page, held, axe) -> None:
    connected(at_once(page), held, BOARD)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], scheme
    football(page).focus()
    page.keyboard.press("Space")
    expect(live(page)).to_contain_text(WITHOUT)
    expect(football(page)).to_be_focused()
    page.keyboard.press("Space")
    expect(live(page)).to_contain_text("On the record, ")


def test_what_is_open_stays_open_as_it_connects(page, held) -> None:
    routes = []
    page.route_web_socket("**/socket", lambda route: routes.append(route))
    at_once(page).goto(f"{held.url}{BOARD}")
    folded = page.locator("#matrix-key")
    folded.locator("summary").click()
    folded.evaluate("each => { each.mark = true; }")
    (route,) = routes
    route.send('{"opened": true}')
    expect(page.locator("fieldset.still")).to_have_count(0)
    assert folded.evaluate("each => each.open && each.mark")


def test_a_link_opens_the_same_and_a_reload_keeps_it(page, held, new_page) -> None:
    connected(at_once(page), held, BOARD)
    without_football(page)
    page.wait_for_url("**/10_whole_board?s=*")
    page.reload()
    expect(live(page)).to_contain_text(WITHOUT)
    expect(page.locator(".okin > .keeping").first).to_contain_text("where you left off")
    other = connected(at_once(new_page()), held, urlsplit(page.url)._replace(netloc="").path[1:])
    expect(live(other)).to_contain_text("On the record, ")
    other.goto(page.url)
    expect(live(other)).to_contain_text(WITHOUT)
    other.close()


@pytest.mark.long
@pytest.mark.parametrize("in_browser", ["deleted", "kept"])
def test_after_a_restart_it_goes_on_by_itself(page, folder, environment, in_browser) -> None:
    port = free_port()
    serve = contextmanager(started)
    with serve("serve.serve", folder, environment, port, "shared=True") as server:
        connected(page, server, ACT)
        turn_to_step(page, "Predict")
        commit(page)
        turn_to_step(page, "Change the record")
        once_kept(page, lambda: without_football(page))
        if in_browser == "deleted":
            page.evaluate("sessionStorage.clear()")
        server.process.kill()
        lost = page.get_by_role("alert").filter(has_text="no longer live")
        expect(lost).to_have_count(1)
        expect(lost).to_contain_text("it goes on by itself")
        football(page).click()
        expect(football(page)).not_to_be_checked()
    with serve("serve.serve", folder, environment, port, "shared=True"):
        expect(lost).to_have_count(0, timeout=BACK_WITHIN)
        expect(page.locator("[data-stale]")).to_have_count(0)
        expect(football(page)).not_to_be_checked()
        expect(page.locator("[data-region=prediction]")).to_contain_text("so that it opens")
        football(page).check()
        expect(live(page)).to_contain_text("On the record, ")
        page.close()


def has_a_page(server: Server) -> bool:
    connections = psutil.Process(server.process.pid).net_connections("tcp")
    return any(each.status == psutil.CONN_ESTABLISHED for each in connections)


@pytest.mark.long
def test_several_servers_behind_one_address_share_nothing(page, folder, environment) -> None:
    """As a proxy has them that sends each connection to the next of those that answer."""
    serve = contextmanager(started)
    asked = ("serve.serve", folder, environment, None, "shared=True")
    with (
        serve(*asked) as one,
        serve(*asked) as another,
        proxy(one.url, rewrites_host=False, others=[another.url]) as url,
    ):
        connected(at_once(page), Server(one.process, url), BOARD)
        without_football(page)
        (theirs,) = (each for each in (one, another) if has_a_page(each))
        with page.expect_websocket(timeout=BACK_WITHIN) as joined:
            theirs.process.kill()
        joined.value.wait_for_event("framereceived")
        expect(page.locator("[data-stale]")).to_have_count(0)
        expect(football(page)).not_to_be_checked()
        football(page).check()
        expect(live(page)).to_contain_text("On the record, ")
        page.close()


@pytest.mark.long
def test_a_server_that_hangs_is_said_and_once_it_goes_on_that_is_taken_back(page, held) -> None:
    connected(at_once(page), held, BOARD)
    server = psutil.Process(held.process.pid)
    server.suspend()
    try:
        expect(page.get_by_role("alert")).to_contain_text("no longer live", timeout=10_000)
    finally:
        server.resume()
    expect(page.locator("[data-stale]")).to_have_count(0)
    without_football(page)


def test_a_page_of_which_the_server_knows_nothing_any_more_says_so_and_waits_for_nothing(
    page, held
) -> None:
    def restarted_otherwise(route) -> None:
        server = route.connect_to_server()

        def heard(text: str) -> None:
            if json.loads(text).get("message", {}).get("kind") != "event":
                server.send(text)
                return
            route.send(json.dumps({"refused": "Frame refused: there is no such lesson."}))
            route.send(json.dumps({"message": {"kind": "pong", "n": 1}}))

        route.on_message(heard)

    page.route_web_socket("**/socket", restarted_otherwise)
    connected(at_once(page), held, BOARD)
    football(page).click()
    said = page.get_by_role("alert").filter(has_text="Reload the page")
    expect(said).to_have_count(1)
    expect(page.locator(".okin[data-waiting]")).to_have_count(0)
    expect(football(page)).to_be_checked()
    football(page).click()
    expect(football(page)).to_be_checked()
    expect(said).to_have_count(1)


def test_what_was_left_out_as_it_went_on_is_said_once_and_is_no_failure(page, held) -> None:
    left = kept(start(BOARD))
    left["members"]["gone"] = {}

    def goes_on(route) -> None:
        server = route.connect_to_server()

        def heard(text: str) -> None:
            frame = json.loads(text)
            if "open" in frame:
                frame["open"]["states"] = {BOARD: left}
            server.send(json.dumps(frame))

        route.on_message(heard)

    page.route_web_socket("**/socket", goes_on)
    connected(at_once(page), held, BOARD)
    said = page.get_by_role("alert").filter(has_text="left out: gone")
    expect(said).to_have_class("banner kept")
    without_football(page)
    expect(said).to_have_count(0)


def test_it_asks_this_server_alone_and_no_kernel(page, held) -> None:
    asked, refused = [], []
    page.on("request", lambda each: asked.append(each.url))
    page.on("websocket", lambda each: asked.append(each.url))
    page.on("console", lambda each: refused.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda each: refused.append(str(each)))
    connected(page, held, ACT)
    here = urlsplit(held.url).netloc
    assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {here}
    assert [urlsplit(url).path for url in asked if url.startswith("ws")] == ["/socket"]
    assert not [url for url in asked if "kernel" in url]
    assert refused == []
    assert held.kernels() == set()


@pytest.mark.parametrize("notebook", left_to_long(NOTEBOOKS, ACT))
def test_each_notebook_has_its_steps_and_an_address_names_one(page, held, notebook, axe) -> None:
    connected(page, held, notebook)
    assert page.locator("h1").first.inner_text() == page.title()
    steps = page.locator("#steps a")
    last = steps.last.get_attribute("href")
    connected(page, held, notebook + last)
    expect(page.locator("#steps [aria-current]")).to_have_attribute("href", last)
    assert axe(page) == []


def test_the_first_page_leads_to_these_pages_and_they_to_each_other(page, held) -> None:
    page.goto(held.url)
    page.get_by_role("link", name=sequence()[3].title, exact=True).click()
    expect(page).to_have_url(f"{held.url}{ACT}")
    expect(page.locator(".others [rel=next]")).to_have_attribute("href", f"/{NOTEBOOKS[4]}")


def test_the_projector_shows_one_question_a_screen(page, held) -> None:
    connected(page, held, BOARD)
    page.get_by_role("button", name="Projector mode").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#projector [role=status]")).to_contain_text("2 of ")


COUNTED = """
  const later = setInterval, send = WebSocket.prototype.send;
  window.setInterval = (act, after, ...rest) => later(act, after === 3000 ? 100 : after, ...rest);
  window.pings = [];
  WebSocket.prototype.send = function (data) {
    const { part, message } = JSON.parse(data);
    if (message?.kind === "ping") pings.push(part);
    send.call(this, data);
  };
"""


@pytest.mark.long
def test_one_part_asks_for_all_whether_the_server_is_there(page, held) -> None:
    page.add_init_script(COUNTED)
    connected(page, held, ACT)
    page.wait_for_function("() => pings.length > 60")  # longer than a part waits to be answered
    assert len(set(page.evaluate("pings"))) == 1
    expect(page.locator(".okin[data-stale]")).to_have_count(0)
