"""What the import contract cannot see: what really loads, and what the code knows by name."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

import okin_lib

PACKAGE = Path(okin_lib.__file__).parent
PURE = {"record", "doctrine", "reasoning", "page", "files", "instruments", "lessons"}
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


def ids(data: Any) -> Iterator[str]:
    """Yield every id in ``data``, however deep."""
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from ids(item)


def strings(path: Path) -> Iterator[str]:
    """Yield every string constant in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_code_knows_no_fact_and_no_law_by_name() -> None:
    law = {
        name
        for path in PACKAGE.rglob("*.yaml")
        if path.name != READINGS
        for name in ids(yaml.safe_load(path.read_text(encoding="utf-8")))
        if "-" in name  # a single word may stand in code for something else
    }
    named = {
        f"{path.relative_to(PACKAGE)}: {text}"
        for path in PACKAGE.rglob("*.py")
        for text in strings(path)
        if text in law
    }
    assert law
    assert not named
