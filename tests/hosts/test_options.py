"""What an instructor may say of the server: it holds, and what is hostile is refused."""

import socket
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import psutil
import pytest

from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD

VOILA = [sys.executable, "-u", "-m", "okin_lib", "voila", "--socket"]


@pytest.mark.long
def test_on_a_file_it_listens_for_its_user_alone_and_on_no_port(tmp_path: Path):
    path = tmp_path / "voila"
    with subprocess.Popen([*VOILA, path], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout.readline() == f"It listens on {path}. Ctrl-C stops it.\n"
            with socket.socket(socket.AF_UNIX) as asking, asking.makefile("rb") as answer:
                asking.connect(str(path))
                asking.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
                assert b" 200 OK\r\n" in answer.readline()
            assert S_IMODE(path.stat().st_mode) == 0o600
            assert psutil.Process(server.pid).net_connections("inet") == []
        finally:
            server.terminate()


@pytest.mark.parametrize(
    "name",
    ["a-file", *(pytest.param(each, marks=pytest.mark.long) for each in ("no/voila", "x" * 200))],
)
def test_where_it_cannot_listen_is_said(tmp_path: Path, name: str):
    (tmp_path / "a-file").touch()
    ran = subprocess.run([*VOILA, tmp_path / name], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 2
    assert ran.stderr.startswith("okin: --socket: ")


@pytest.mark.parametrize("user", ["ann@example.edu", "ann%20b", "a.b-c_d~e"])
def test_under_the_address_that_a_hub_has_for_a_user(user: str):
    assert Options(base_url=f"/user/{user}/okin").base_url == f"/user/{user}/okin/"


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
        ("base_url", "/a%2/"),
        ("base_url", "/a%0d%0ab/"),
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
