"""What the README, CONTRIBUTING and the pages of docs/ send a reader to is there."""

import ast
import re
from pathlib import Path
from pydoc import locate

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "okin_lib"
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAMED = re.compile(r"`((?:okin_lib|tests|scripts|docs)/[\w./-]+)`")
PATHS = re.compile(
    r"(?<![\w/.-])(?:\.\./)?((?:okin_lib|tests|scripts|docs|notebooks|benchmarks)/[\w./-]*\w)"
)
MODULES = re.compile(r"\bokin_lib(?:\.\w+)+")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TOY = "tellers"  # the instrument that a newcomer makes


def section(text: str, title: str) -> str:
    return text.split(f"\n## {title}\n")[1].split("\n## ")[0]


def names(path: Path) -> set[str]:
    """Return what a module defines."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node]
        found |= {getattr(each, "name", getattr(each, "id", "")) for each in targets}
    return found


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_every_path_and_module_that_is_named_is_there(page):
    text = page.read_text("utf-8")
    paths = {path for path in PATHS.findall(text) if TOY not in path}
    modules = {name for name in MODULES.findall(text) if TOY not in name}
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
    assert [name for name in sorted(modules) if locate(name) is None] == []


def test_paths_and_modules_are_found_where_they_are_named():
    named = "`tests/page/markup.py::read`, [it](../docs/security.md), okin_lib.page.words."
    assert PATHS.findall(named) == ["tests/page/markup.py", "docs/security.md"]
    assert MODULES.findall(named) == ["okin_lib.page.words"]
    naming = {page.stem for page in PAGES if PATHS.search(page.read_text("utf-8"))}
    assert naming == {page.stem for page in PAGES} - {
        "changelog", "class", "gallery", "glossary", "index", "reference",
    }  # fmt: skip


def test_the_layout_names_every_folder_from_the_top_layer_down():
    layout = section(README, "How the code is laid out")
    folders = re.findall(r"^      (\w+)/", layout, re.MULTILINE)
    assert set(folders) == {path.parent.name for path in PACKAGE.glob("*/*") if path.suffix} - {
        "__pycache__",
        "_templates",  # compiled, and in no commit
    } | {"cases"}
    assert folders[:-1] == [
        "api", "hosts", "lessons", "course", "instruments", "files", "page", "patterns",
        "reasoning", "doctrine", "record", "figures",
    ]  # fmt: skip


def test_every_instrument_is_in_the_table_of_what_is_on_the_screen():
    table = section(README, "How the code is laid out")
    folders = {path.parent.name for path in (PACKAGE / "instruments").glob("*/__init__.py")}
    assert folders == set(re.findall(r"`okin_lib/instruments/(\w+)/", table))


GLOSSARY = re.findall(r"^\| \*\*(\w+)\*\* \|.*\| `(\S+)` \|$", CONTRIBUTING, re.MULTILINE)


def test_the_glossary_has_ten_words():
    assert len(GLOSSARY) == 10


@pytest.mark.parametrize(("word", "where"), GLOSSARY)
def test_a_word_of_the_glossary_is_defined_where_it_is_said_to_be(word, where):
    path = ROOT / where
    assert path.is_dir() or word.capitalize() in names(path)


def test_a_newcomer_finds_each_thing_in_at_most_three_steps():
    rows = section(CONTRIBUTING, "Where is ...?").strip().splitlines()[4:]
    layout = section(README, "How the code is laid out")
    assert len(rows) == 4
    for row in rows:
        steps = NAMED.findall(row)
        assert len(row.strip("| ").split("|")) == 4  # what is looked for, and three steps
        folder = steps[0].removeprefix("okin_lib/")
        assert folder in layout  # the first is named in the README


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("okin_lib/record/facts/09-neighbor-call.yaml", "May 12"),
        ("okin_lib/doctrine/elements/02-implicit-sanction.yaml", "id: implicit-sanction"),
        ("okin_lib/instruments/years/chart.html", "in years %}"),
        ("okin_lib/instruments/board/in_play.html", 'role="switch"'),
        ("okin_lib/page/fact.html", 'data-act="toggle"'),
    ],
)
def test_what_is_looked_for_is_there(file, says):
    assert f"`{file}`" in section(CONTRIBUTING, "Where is ...?")
    assert "(CONTRIBUTING.md#where-is-)" in README  # where a newcomer begins
    assert says in (ROOT / file).read_text("utf-8")
