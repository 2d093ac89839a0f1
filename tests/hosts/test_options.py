"""What an instructor may say of the server: it holds, and what is hostile is refused."""

import pytest

from okin_lib.hosts.server.options import Options
from tests.hosts.conftest import BOARD


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
