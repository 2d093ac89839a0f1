"""The notebooks use the public face alone."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import okin_lib

ROOT = Path(__file__).parents[2] / "notebooks"
SUITE = sorted(ROOT.glob("*.ipynb"))
EXAMPLES = sorted(ROOT.glob("examples/*.ipynb"))
LINES = 30
"""Fewer than these a small instrument of one's own takes: else the library is none."""


def code(path: Path) -> list[str]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def imported(source: str) -> Iterator[tuple[str, str | None]]:
    """Yield each module that is imported, with the name that it is called by."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, alias.asname) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}", None


@pytest.mark.parametrize("path", SUITE, ids=lambda path: path.stem)
def test_a_notebook_of_the_suite_imports_the_public_face_alone(path):
    every = {each for cell in code(path) for each in imported(cell)}
    assert every == {("okin_lib", "okin")}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_imports_the_public_face_and_stock_widgets(path):
    every = {each for cell in code(path) for each in imported(cell)}
    assert every == {("okin_lib", "okin"), ("ipywidgets", "widgets")}


@pytest.mark.parametrize("path", [*SUITE, *EXAMPLES], ids=lambda path: path.stem)
def test_what_is_asked_of_it_is_public(path):
    asked = {
        node.attr
        for cell in code(path)
        for node in ast.walk(ast.parse(cell))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "okin"
    }
    assert asked
    assert asked <= set(okin_lib.__all__)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_cell_of_an_example_is_short_and_committed_without_output(path):
    assert max(len(cell.splitlines()) for cell in code(path)) < LINES
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
