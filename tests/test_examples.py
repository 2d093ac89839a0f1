"""Every example of the README, of the pages and of the public docstrings prints what it says."""

import doctest
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import okin_lib
from okin_lib import api

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WITH_EXAMPLES = {"README.md", "library.md"}
PUBLIC = sorted(f"{api.__name__}.{module.name}" for module in iter_modules(api.__path__))
FENCED = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(path: Path) -> list[str]:
    return FENCED.findall(path.read_text("utf-8"))


def held(test: doctest.DocTest) -> None:
    said: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=said.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


def test_the_pages_with_examples():
    assert {path.name for path in PAGES if examples(path)} == WITH_EXAMPLES


@pytest.mark.parametrize("name", sorted(WITH_EXAMPLES))
def test_the_examples_of_a_page(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where they write their files
    (path,) = (each for each in PAGES if each.name == name)
    code = "\n".join(examples(path))
    held(doctest.DocTestParser().get_doctest(code, {}, name, str(path), 0))


@pytest.mark.parametrize("name", [okin_lib.__name__, *PUBLIC])
def test_the_examples_of_a_module(name):
    for test in doctest.DocTestFinder().find(import_module(name)):
        held(test)


def test_the_readme_needs_ten_lines():
    (code,) = examples(ROOT / "README.md")
    assert len(code.splitlines()) <= 10
