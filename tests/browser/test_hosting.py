"""Where the server may stand: each opens the whole board, and a switch changes what is found."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from okin_lib.hosts.serve import notebooks
from tests.browser.conftest import (
    Server,
    at_once,
    close_sessions,
    run_all,
    started,
    toggles,
)
from tests.browser.proxy import proxy
from tests.servers import free_port, sending

pytestmark = pytest.mark.long
BOARD = "voila/render/10_whole_board.ipynb"
Serve = Callable[..., object]


@pytest.fixture
def page(page: Page) -> Page:
    return at_once(page)


@pytest.fixture
def serve(environment) -> Serve:
    @contextmanager
    def serving(
        options: str = "", folder: Path | None = None, port: int | None = None, **changed: str
    ) -> Iterator[Server]:
        asked = started("serve.serve", folder or notebooks(), environment | changed, port, options)
        try:
            yield next(asked)
        finally:
            next(asked, None)  # it ends the server

    return serving


@pytest.mark.parametrize("home", ["/proc/1", "/dev/null/none", "/nowhere"])
def test_a_home_that_cannot_be_written_to(page: Page, serve, home) -> None:
    with serve(HOME=home) as server:
        page.goto(server.url + BOARD)
        toggles(page)


def test_jupyterlab_where_the_home_cannot_be_written_to(page, folder, environment) -> None:
    nowhere = environment | {"HOME": "/dev/null/none"}
    with contextmanager(started)("lab_app.lab", folder, nowhere) as lab:
        run_all(lab, page, folder, "10_whole_board.ipynb")
        page.locator("[data-region=matrix]").wait_for()
        toggles(page)
        page.goto("about:blank")
        close_sessions(lab, page)


def test_a_folder_with_spaces_an_apostrophe_and_other_letters(page, serve, tmp_path) -> None:
    odd = tmp_path / "the judge's own – éß 法"
    odd.mkdir()
    (odd / "10_whole_board.ipynb").write_bytes((notebooks() / "10_whole_board.ipynb").read_bytes())
    with serve(folder=odd) as server:
        page.goto(server.url + BOARD)
        toggles(page)


def test_behind_a_proxy_that_keeps_host(page: Page, serve) -> None:
    with serve("base_url='/okin/'") as server, proxy(server.url, rewrites_host=False) as url:
        page.goto(url + BOARD)
        toggles(page)


def test_behind_a_proxy_that_rewrites_host(page: Page, serve) -> None:
    port = free_port()
    there = f"http://127.0.0.1:{port}"
    with (
        serve(f"base_url='/okin/', origins=['{there}']") as server,
        proxy(server.url, rewrites_host=True, port=port) as url,
    ):
        page.goto(url + BOARD)
        toggles(page)


@contextmanager
def framing(folder: Path, url: str) -> Iterator[str]:
    """Another site, whose page shows ours in a frame."""
    (folder / "index.html").write_text(f'<iframe src="{url}" width=900 height=800></iframe>')
    with sending(folder) as site:
        yield site


def test_in_a_frame_of_an_allowed_site_and_of_no_other(page: Page, serve, tmp_path) -> None:
    port = free_port()
    with framing(tmp_path, f"http://localhost:{port}/{BOARD}") as site:
        with serve(f"frame_ancestors=['{site}']", port=port):
            page.goto(site)
            toggles(page.frame_locator("iframe"))
        with serve(port=port):
            page.goto(site)
            expect(page.frame_locator("iframe").locator("body")).not_to_have_attribute(
                "data-voila", "voila"
            )


def test_beside_a_hostile_settings_file(page: Page, serve, tmp_path, monkeypatch) -> None:
    settings = {"VoilaConfiguration": {"template": "lab", "preheat_kernel": True}}
    (tmp_path / "voila.json").write_text(json.dumps(settings), "utf-8")
    monkeypatch.chdir(tmp_path)
    with serve() as server:
        page.goto(server.url + BOARD)
        toggles(page)
        expect(page.locator("#quick-exit")).to_be_visible()


def test_a_link_that_opens_only_here_says_so(page: Page, context, voila) -> None:
    page.goto(voila.url + BOARD)
    page.get_by_role("button", name="Show the link as a QR code").click()
    share = page.get_by_role("region", name="Share or keep this")
    expect(share).to_contain_text("This address opens only on this machine")
    expect(share).to_contain_text("--ip 0.0.0.0")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    share.get_by_role("button", name="Copy a link to this page").click()
    expect(share).to_contain_text("Copied. This address opens only on this machine.")


def test_a_server_for_all_gives_the_machines_own_address(page: Page, context, serve) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    with serve("ip='0.0.0.0'") as server:
        page.goto(server.url + BOARD)
        own = page.locator("body").get_attribute("data-own-address")
        if own is None:
            pytest.skip("this machine has no network")
        page.get_by_role("button", name="Show the link as a QR code").click()
        share = page.get_by_role("region", name="Share or keep this")
        expect(share.get_by_role("link")).to_contain_text(f"http://{own}:")
        share.get_by_role("button", name="Copy a link to this page").click()
        expect(share.get_by_text("Copied.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").startswith(f"http://{own}:")
        expect(share).not_to_contain_text("only on this machine")


def test_visits_leave_nothing_in_the_log(new_page, serve, capsys) -> None:
    with serve() as server:
        for _ in range(2):
            page = at_once(new_page())
            page.goto(server.url + BOARD)
            toggles(page)
            (kernel,) = server.kernels()
            page.close(run_before_unload=True)
            kernel.wait(timeout=10)
    assert capsys.readouterr().out.strip() == ""


def test_one_page_more_than_there_are_places_for_says_so(page: Page, new_page, serve, axe) -> None:
    with serve("shared=True, pages=1") as server:
        first = new_page()
        first.goto(server.url + BOARD)
        first.locator("[data-region=matrix]").first.wait_for(state="attached")
        assert page.goto(server.url + BOARD).status == 503
        expect(page.get_by_role("heading", level=1)).to_have_text("The room is full")
        assert axe(page) == []
        page.get_by_role("link", name="The whole board").click()
        toggles(page)
        page.go_back()
        (kernel,) = server.kernels()
        first.close(run_before_unload=True)
        kernel.wait(20)
        while page.get_by_role("heading", name="The room is full").count():  # it has just ended
            page.get_by_role("link", name="Try again").click()
        page.locator("[data-region=matrix]").first.wait_for(state="attached")
