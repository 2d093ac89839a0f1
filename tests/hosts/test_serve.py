"""What an instructor can change, and where the notebooks are."""

import pytest

from okin_lib.hosts import local
from okin_lib.hosts.serve import notebooks

CHANGED = "quick_exit: https://www.example.org/\ncontent_note: Ours.\nhotline: Also ours.\n"


@pytest.fixture
def instead(tmp_path, monkeypatch):
    """A function that puts a text in the place of our own file."""
    path = tmp_path / "local.yaml"
    monkeypatch.setenv(local.VARIABLE, str(path))
    return lambda text: path.write_text(text, "utf-8")


def test_our_own_texts():
    texts = local.load()
    assert texts["quick_exit"] == "https://www.weather.gov/"
    assert "1-800-799-7233" in texts["hotline"]


def test_an_instructors_texts_stand_in_the_place_of_ours(instead):
    instead(CHANGED)
    assert local.load()["hotline"] == "Also ours."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (CHANGED.replace("hotline", "hotlien"), "hotlien"),
        (CHANGED.replace("https://www.example.org/", "javascript:alert(1)"), "web address"),
        (CHANGED + "{", "local.yaml"),
        ("", "local.yaml"),
    ],
)
def test_a_file_that_is_not_as_ours_is_refused_with_its_name_and_what_is_wrong(
    instead, text, wrong
):
    instead(text)
    with pytest.raises(ValueError, match=wrong) as refused:
        local.load()
    assert "local.yaml" in str(refused.value)


def test_a_missing_file_is_refused(instead):
    assert instead
    with pytest.raises(ValueError, match="OKIN_LOCAL"):
        local.load()


def test_the_notebooks_are_found():
    assert notebooks().is_dir()
