"""The link that a board gives, and whether others can open it."""

import pytest

from okin_lib.page.share import share_panel

HERE = "This address opens only on this machine."


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("http://localhost:8866/voila/render/a.ipynb?s=x", "okin serve --ip 0.0.0.0"),
        ("http://127.0.0.1:8866/okin/voila/render/a.ipynb?s=x", "okin serve --ip 0.0.0.0"),
        ("http://[::1]:8866/voila/render/a.ipynb?s=x", "okin serve --ip 0.0.0.0"),
        ("http://localhost:8888/lab/workspaces/auto-a/tree/a.ipynb?s=x", "okin serve."),
        ("https://hub.example.edu/user/me/lab/tree/a.ipynb?s=x", "okin serve."),
        ("https://hub.example.edu/user/me/notebooks/a.ipynb?s=x", "okin serve."),
        ("http://[no-address?s=x", "okin serve --ip 0.0.0.0"),
    ],
)
def test_a_link_that_others_cannot_open_says_so_and_what_to_do(link, remedy):
    shown = share_panel("share", "x", "?s=x", None, link)
    assert HERE in shown
    assert remedy in shown


@pytest.mark.parametrize(
    "link",
    ["", "http://192.168.1.5:8866/voila/render/a.ipynb?s=x", "https://a.example/okin/label?s=x"],
)
def test_any_other_link_does_not(link):
    assert HERE not in share_panel("share", "x", "?s=x", None, link)
