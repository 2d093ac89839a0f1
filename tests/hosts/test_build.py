"""The pages as files: those that the server sends, with all that they ask for."""

import re

import pytest
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.lessons.sequence import sequence

NOTEBOOKS = [entry.id for entry in sequence()]
VERSION = re.compile(r"\?v=[0-9a-f]+")
SPACE = re.compile(r"\s+")


def made(*arguments):
    result = CliRunner().invoke(main, ["build", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    to = tmp_path_factory.mktemp("site") / "pages"
    assert made("--out", to) == (0, f"Wrote the pages to {to}.\n")
    return to


def same(text):
    return SPACE.sub(" ", VERSION.sub("", text)).strip()


@pytest.mark.parametrize("name", ["", *NOTEBOOKS])
def test_each_page_is_the_one_that_the_server_sends(held, site, name):
    written = (site / f"{name or 'index'}.html").read_text("utf-8")
    served = held.ask(f"/{name}").text
    assert same(written) == same(served)


def test_all_that_a_page_asks_for_is_there_but_the_socket(held, site):
    html = "".join(path.read_text("utf-8") for path in site.glob("*.html"))
    asked = {each.partition("#")[0] for each in re.findall(r'(?:href|src)="/([^"]*)"', html)}
    files = asked - {"", *NOTEBOOKS}
    assert len(files) > 5
    for name in files:
        assert (site / name).is_file(), name
        if not name.endswith(".woff2"):
            assert (site / name).read_text("utf-8") == held.ask(f"/{name}").text


def test_under_a_prefix_every_address_has_it(tmp_path):
    assert made("--out", tmp_path / "to", "--base-url", "course")[0] == 0
    html = "".join(path.read_text("utf-8") for path in (tmp_path / "to").glob("*.html"))
    assert not re.findall(r'(?:href|src|data-socket)="/(?!course/)', html)


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_is_there_is_left(tmp_path, there):
    to = tmp_path / "to"
    if there == "file":
        to.write_text("mine", "utf-8")
    else:
        to.mkdir()
        (to / "mine").touch()
    before = sorted(tmp_path.rglob("*"))
    code, said = made("--out", to)
    assert (code, sorted(tmp_path.rglob("*"))) == (2, before)
    assert "--out" in said


def test_a_path_that_is_none_is_refused(tmp_path):
    code, said = made("--out", tmp_path / "to", "--base-url", '/a"b/')
    assert (code, (tmp_path / "to").exists()) == (2, False)
    assert "--base-url" in said
