"""What the server answers, to whom, and with which headers; no kernel starts here."""

import json
from logging import WARNING
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from okin_lib.hosts.server.channels import Channels
from okin_lib.hosts.server.pages import HEARTBEAT, LONGEST_SILENCE, STILL_HERE, NotebookPage
from tests.hosts.conftest import BOARD

TREE = "/"
KERNEL = "/api/kernels/12345678-1234-1234-1234-123456789012"
ADDRESSES = [
    TREE,
    f"/{BOARD}",
    "/voila/templates/okin/static/page.css",
    "/voila/static/voila.js",
    "/nothing",
    "/voila/render/nothing.ipynb",
    KERNEL,
    f"{KERNEL}/channels",
    "/voila/api/shutdown/1-2-3-4-5",
    "/voila/labextensions/anywidget/package.json",
    "/healthz",
    "/robots.txt",
    "/okin/tokens.css",
    "/okin/lesson.css",
    "/notes/03_act_or_omission?instructor=1",
    "/voila",
    "/voila/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_what_a_browser_may_do(served, address):
    headers = served.ask(address).headers
    (policy,) = headers.get_all("Content-Security-Policy")
    assert "script-src 'self' blob:;" in policy
    assert policy.endswith("frame-ancestors 'self'")
    assert "unsafe" not in policy.split("script-src")[1].split(";")[0]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "query",
    ["template=lab", "template=nonexistent", "theme=dark", 'theme="><script>alert(1)</script>'],
)
@pytest.mark.parametrize("address", [TREE, f"/{BOARD}"])
def test_the_address_chooses_no_template_and_no_theme(served, address, query):
    plain, asked = served.ask(address), served.ask(f"{address}?{query.replace(' ', '%20')}")
    assert (asked.status, asked.text) == (200, plain.text)


def test_the_list_is_ours_whatever_is_asked_for(served):
    assert "The notebooks</h2>" in served.ask("/?classic-tree=false").text


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "facebookexternalhit/1.1"},
        {"User-Agent": "Slackbot-LinkExpanding 1.0"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
    ],
)
def test_a_program_starts_no_kernel(served, headers):
    before = list(served.started)
    answer = served.ask(f"/{BOARD}", headers=headers)
    assert served.started == before
    ahead = "User-Agent" not in headers
    assert answer.status == (503 if ahead else 200)
    assert ahead or "10 whole board" in answer.text


def test_a_reader_starts_one(served):
    before = len(served.started)
    telephone = {"User-Agent": "Mozilla/5.0 (Linux; Android 9; CUBOT_X18) Chrome/120"}
    assert served.ask(f"/{BOARD}?s=abc&utm=x", headers=telephone).status == 200
    assert served.started[before:] == ["s=abc&utm=x"]


@pytest.mark.parametrize("address", [TREE, f"/{BOARD}", "/healthz", "/robots.txt"])
def test_head_is_answered_without_a_kernel(served, address):
    before = list(served.started)
    answer = served.ask(address, "HEAD")
    assert (answer.status, answer.text, served.started) == (200, "", before)


def test_the_health_and_the_robots(served):
    answer = served.ask("/healthz")
    told = {"status": "ready", "pages": 0, "kernels": 0, "places": 60}
    assert (answer.status, json.loads(answer.text)) == (200, told)
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Disallow: /voila/" in served.ask("/robots.txt").text


@pytest.mark.parametrize(
    "address",
    [
        "/voila/templates/lab",
        "/voila/templates/okin/static/%00",
        "/voila/static/%00",
        "/voila/labextensions/%7F",
        "/%0d%0aSet-Cookie:%20a=b",
        "/voila/tree/%1b",
        "/voila/labextensions/@jupyterlab/plugin/package.json",
        "/voila/labextensions/anywidget/../@jupyterlab/plugin/package.json",
        "/voila/api/themes/",
        f"{KERNEL}",
        f"{KERNEL}/channels",
        f"{KERNEL}/restart",
        "/api/kernels",
        "/api/contents",
        "/api/sessions",
        "/api/shutdown",
        "/api/terminals",
        "/files/10_whole_board.ipynb",
        "/lab",
        "/static/style/style.min.css",
        "/terminals/1",
        "/voila/templates/lab/static/x",
        "/voila/templates/okin/static/../index.html.j2",
        "/voila/templates/okin/static/../../../../../../etc/passwd",
        "/voila/files/10_whole_board.ipynb",
        "/voila/api/contents/",
        "/voila/render/%00.ipynb",
        "/voila/render/..%2f..%2fetc%2fpasswd.ipynb",
        "/voila/render/nothing",
        "/voila/tree/nothing",
        "/login",
    ],
)
def test_what_is_not_for_visitors_is_not_there(served, address):
    assert served.ask(address).status == 404


@pytest.mark.parametrize("address", ["/voila/tree/%ff", "/voila/render/%ff.ipynb"])
def test_an_address_that_is_no_text_is_refused_with_a_page(served, address):
    answer = served.ask(address)
    assert (answer.status, "400: Bad Request" in answer.text) == (400, True)


def test_a_page_whose_kernel_says_nothing_is_given_up(served, caplog):
    async def silent(_page, path):
        yield f"<p>{path}</p>"
        while True:
            yield HEARTBEAT

    with patch.object(NotebookPage, "get_generator", silent):
        text = served.ask(f"/{BOARD}").text
    assert text == "<p>10_whole_board.ipynb</p>" + STILL_HERE * LONGEST_SILENCE
    assert "given up" in caplog.text


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "UNHEARD-OF"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_any_other_way_of_asking_changes_nothing(served, caplog, address, method):
    before = list(served.started)
    answer = served.ask(f"{address}?theme=dark&template=lab", method)
    assert answer.status in {200, 403, 404, 405}
    assert answer.text == "" or answer.status != 200
    assert "script-src 'self' blob:;" in answer.headers["Content-Security-Policy"]
    assert served.started == before
    assert [each.msg for each in caplog.records if each.levelno >= WARNING] == []


@pytest.mark.parametrize(("connected", "intervals"), [(None, 1), (object(), 3)])
def test_a_page_is_cut_only_if_it_has_not_answered(connected, intervals):
    """Jupyter first looks after one interval, and has asked for no answer before."""
    socket = SimpleNamespace(ping_interval=30_000, ws_connection=connected)
    assert Channels.ping_timeout.fget(socket) == intervals * socket.ping_interval


@pytest.mark.parametrize("site", ["https://evil.example", "null", "http://localhost:1"])
def test_a_page_of_another_site_joins_no_kernel(served, site):
    headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Origin": site}
    assert served.ask(f"{KERNEL}/channels", headers=headers | key).status in {403, 404}


def test_a_visitor_is_not_known_again(served):
    cookies = served.ask(f"/{BOARD}").headers.get_all("Set-Cookie")
    assert [cookie.partition("=")[0] for cookie in cookies] == ["_xsrf"]
    assert "expires" not in cookies[0].lower()
    for other in (TREE, "/notes/03_act_or_omission?instructor=1", "/okin/lesson.css"):
        assert served.ask(other).headers.get_all("Set-Cookie") is None
