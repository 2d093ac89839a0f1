"""What the import contract cannot see: what really loads, and what the code knows by name."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import okin_lib

PACKAGE = Path(okin_lib.__file__).parent
PURE = {
    "record",
    "doctrine",
    "reasoning",
    "patterns",
    "page",
    "files",
    "instruments",
    "course",
    "lessons",
}
ACCELERATORS = {"markupsafe._speedups", "yaml._yaml"}  # each has a twin in Python
READINGS = "readings.yaml"  # what a reading does to the analysis is code

COMPILED = """
import sys
from importlib.machinery import EXTENSION_SUFFIXES
before = set(sys.modules)
import {modules}
for name in set(sys.modules) - before:
    file = getattr(sys.modules[name], "__file__", None) or ""
    if file.endswith(tuple(EXTENSION_SUFFIXES)):
        print(name)
"""


def pure_modules() -> list[str]:
    paths = [path.relative_to(PACKAGE.parent) for path in PACKAGE.rglob("*.py")]
    return [
        ".".join(path.with_suffix("").parts)
        for path in paths
        if path.parts[1] in PURE
        and path.stem != "__init__"
        and "figures" not in path.parts
        and path.stem != "figure"
    ]


def test_pure_layers_load_no_compiled_library() -> None:
    script = COMPILED.format(modules=", ".join(pure_modules()))
    compiled = subprocess.run(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, check=True, text=True
    ).stdout.split()
    outside = {name for name in compiled if name.partition(".")[0] not in sys.stdlib_module_names}
    assert outside <= ACCELERATORS


WORDS_OF_THE_PROGRAM = {
    "okin": "the program's own name",
    "plaintiff officers officer undisputed": "a side, a role, a status: the record's types",
    "violation immunity rule": "what the doctrine's types call an outcome, and an authority",
    "violation-first established-first": "the orders of the prongs: what each does is code",
    "framing": "an exercise, by its name in a lesson's file",
    "district-court background": "a speaker and a weight: roles of a passage in any opinion",
    "record notice statute established words": "regions and fields of pages",
    "neither either violence baseline": "common words, here of files, figures, labels and JSON",
}
"""What stands in code and is an id in data, too; each with why it is no fact and no law."""

PROGRAM = set(" ".join(WORDS_OF_THE_PROGRAM).split())

EXAMPLES = {
    "must be a year or a date, as in 2002 or 2002-05-12": "how a date is written",
    "write it as 2001-12-23, 2001-12 or 2001": "how a date is written",
    "tag:yaml.org,2002:str": "YAML's own name of a type",
}
"""Strings with a year in them that is no year of a case."""

ITS_OWN_PAGES = PACKAGE / "hosts"  # they name the program, which has the case's name
YEAR = r"(?:1[789]|20)\d\d"
WHO = "panel", "she", "her", "hers"  # a court and a party that the words of a page once knew


def data(name: str) -> Any:
    return yaml.safe_load((PACKAGE / name).read_text(encoding="utf-8"))


def ids(data: Any) -> Iterator[str]:
    """Yield every id in ``data``, however deep."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from ids(item)


def every_id() -> set[str]:
    """Return every id in the data, but for readings: what they do to the analysis is code."""
    return {
        name
        for path in PACKAGE.rglob("*.yaml")
        if path.name != READINGS
        for name in ids(yaml.safe_load(path.read_text(encoding="utf-8")))
    }


def proper_names() -> set[str]:
    """Return the names of the parties, the precedents, the courts and the sides."""
    precedents = data("doctrine/precedents.yaml")
    record = data("record/case.yaml")
    parties = [party["name"] for group in data("record/parties.yaml").values() for party in group]
    cases = [case[key] for case in precedents["precedents"] for key in ("name", "short", "court")]
    presets = [preset["label"] for preset in data("doctrine/readings.yaml")["presets"]]
    return {*parties, *cases, *presets, *precedents["courts"], record["title"], record["court"]}


def strings(path: Path) -> Iterator[str]:
    """Yield every string constant in a module, but for docstrings, which may give a source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def texts() -> Iterator[tuple[Path, str]]:
    """Yield what the program can say: each string in its code, each line of its templates."""
    for path in PACKAGE.rglob("*.py"):
        yield from ((path, text) for text in strings(path))
    for path in PACKAGE.rglob("*.html"):
        if not path.is_relative_to(ITS_OWN_PAGES):
            yield from ((path, line) for line in path.read_text(encoding="utf-8").splitlines())


def test_code_knows_no_fact_and_no_law_by_id() -> None:
    law = every_id() - PROGRAM
    assert law
    assert [
        f"{path.relative_to(PACKAGE)}: {text}"
        for path in PACKAGE.rglob("*.py")
        for text in strings(path)
        if text in law
    ] == []


def test_templates_know_no_fact_and_no_law_by_id() -> None:
    law = {name for name in every_id() if "-" in name} - set(
        " ".join(WORDS_OF_THE_PROGRAM).split()
    )
    named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, law))})(?![\w-])")
    found = [(path.name, text) for path, text in texts() if path.suffix == ".html"]
    assert [each for each in found if named.search(each[1])] == []


@pytest.mark.parametrize("kind", ["names", "pronouns", "years"])
def test_no_page_and_no_message_knows_a_party_a_court_a_case_or_a_year(kind: str) -> None:
    name = {
        "names": "|".join(map(re.escape, proper_names())),
        "pronouns": "|".join(WHO),
        "years": YEAR,
    }[kind]
    known = re.compile(rf"(?<!\w)(?:{name})(?!\w)")
    assert [
        f"{path.relative_to(PACKAGE)}: {text}"
        for path, text in texts()
        if known.search(text) and text not in EXAMPLES
    ] == []


@pytest.mark.parametrize("text", ["decided in 1998", "by Sears", "2d Cir.", "Pena"])
def test_a_name_or_a_year_would_be_seen(text: str) -> None:
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, proper_names()))}|{YEAR})(?!\w)")
    assert known.search(text)
