"""What the server answers, to whom, and with which headers; no kernel starts here."""

import json
import re

import pytest

from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD

TREE = "/"
ADDRESSES = [
    TREE,
    f"/{BOARD}",
    "/voila/templates/okin/static/page.css",
    "/voila/static/voila.js",
    "/nothing",
    "/voila/render/nothing.ipynb",
    "/api/kernels/1-2-3-4-5",
    "/healthz",
    "/robots.txt",
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
    assert "The notebooks</h1>" in served.ask("/?classic-tree=false").text


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
    assert served.ask("/healthz").text == "ok\n"
    assert "Disallow: /voila/" in served.ask("/robots.txt").text


@pytest.mark.parametrize(
    "address",
    [
        "/voila/templates/lab",
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


def test_a_visitor_is_not_known_again(served):
    cookies = served.ask(f"/{BOARD}").headers.get_all("Set-Cookie")
    assert [cookie.partition("=")[0] for cookie in cookies] == ["_xsrf"]
    assert "expires" not in cookies[0].lower()


HOSTILE = {
    "Voila": {
        "port": 1,
        "base_url": "/elsewhere/",
        "tornado_settings": {
            "headers": {
                "X-Mine": "kept",
                "Referrer-Policy": "unsafe-url",
                "Content-Security-Policy": "script-src *",
                "X-Split": "a\r\nSet-Cookie: b",
            },
            "jinja_template_vars": {},
            "xsrf_cookies": False,
            "debug": True,
        },
    },
    "VoilaConfiguration": {
        "template": "lab",
        "strip_sources": False,
        "show_tracebacks": True,
        "preheat_kernel": True,
        "allow_template_override": "YES",
        "extension_allowlist": [],
        "file_allowlist": [".*"],
        "http_header_envs": ["Cookie"],
    },
}


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    """A user's folders, each with settings that would undo ours."""
    here, config = tmp_path / "here", tmp_path / "config"
    for folder in (here, config / "labconfig"):
        folder.mkdir(parents=True)
    (here / "voila.py").write_text("raise SystemExit('it was run')\n", "utf-8")
    (here / "voila.json").write_text(json.dumps(HOSTILE), "utf-8")
    (config / "voila.json").write_text("{ not JSON", "utf-8")
    (config / "labconfig" / "page_config.json").write_text('["not", "fields"]', "utf-8")
    monkeypatch.chdir(here)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(config))


@pytest.mark.usefixtures("hostile")
def test_a_users_settings_add_headers_and_change_nothing_else(serving, capfd):
    with serving(Options()) as server:
        answer = server.ask(f"/{BOARD}")
    assert answer.status == 200
    assert "from okin_lib" not in answer.text  # the sources are stripped
    assert "1-800-799-7233" in answer.text
    assert "cdn.jsdelivr" not in answer.text
    assert answer.headers["X-Mine"] == "kept"
    assert answer.headers["X-Split"] is None
    assert answer.headers["Referrer-Policy"] == "same-origin"
    ours, theirs = answer.headers.get_all("Content-Security-Policy")
    assert "script-src 'self' blob:" in ours
    assert theirs == "script-src *"
    said = capfd.readouterr().err
    for name in ("VoilaConfiguration.template", "Voila.tornado_settings.debug", "voila.py"):
        assert name in said


@pytest.mark.usefixtures("hostile")
def test_only_the_extensions_of_the_board_load(serving):
    with serving(Options()) as server:
        page = server.ask(f"/{BOARD}").text
    (config,) = re.findall(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    names = {each["name"] for each in json.loads(config)["federated_extensions"]}
    assert names == {
        "@voila-dashboards/widgets-manager8",
        "@jupyter-widgets/jupyterlab-manager",
        "anywidget",
    }


def test_under_a_prefix_and_in_a_frame(serving):
    options = Options(base_url="okin", frame_ancestors=["https://LMS.example.edu/"])
    with serving(options) as server:
        page = server.ask(f"/okin/{BOARD}")
        assert server.ask("/okin").headers["Location"] == "/okin/"
        assert 'href="/okin/voila/render/10_whole_board.ipynb"' in server.ask("/okin/").text
    assert page.status == 200
    assert 'src="/okin/voila/static/voila.js"' in page.text
    policy = page.headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://lms.example.edu")
    assert page.headers["X-Frame-Options"] is None


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("base_url", '/a"b/'),
        ("base_url", "/a/?b"),
        ("base_url", "//evil.example\n"),
        ("frame_ancestors", ["https://x; script-src *"]),
        ("frame_ancestors", ["https://x.example\nX: y"]),
        ("frame_ancestors", ["*"]),
        ("frame_ancestors", ["https://a.example https://b.example"]),
        ("frame_ancestors", ["javascript:alert(1)"]),
        ("origins", ["https://*.example.edu"]),
        ("origins", ["https://example.edu/path"]),
    ],
)
def test_a_hostile_option_is_refused_and_named(option, value):
    name = {"origins": "--origin"}.get(option, f"--{option.replace('_', '-')}")
    with pytest.raises(ValueError, match=name):
        Options(**{option: value})
