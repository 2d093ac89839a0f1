"""What the wheel holds, and that its commands work with nothing else of this project."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from tests.packaging.conftest import ROOT, started

NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


WHERE_IT_IS = {"pandas", "pyarrow", "tqdm"}
"""What is used where a reader has it, and needed by nothing."""

MADE = {"__pycache__", "_templates"}
"""What Python and we compile beside the sources."""


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not MADE.intersection(path.parts)
    }


def test_it_holds_every_file(wheel: Path) -> None:
    held = {name for name in ZipFile(wheel).namelist() if name.startswith("okin_lib/")}
    notebooks = {f"okin_lib/notebooks/{name}" for name in NOTEBOOKS}
    examples = (ROOT / "okin_lib" / "examples").iterdir()
    stored = {"okin_lib/_case.json", *(f"okin_lib/examples/{p.name}/_case.json" for p in examples)}
    assert held == files(ROOT / "okin_lib") | notebooks | stored


def test_it_says_that_it_is_typed(wheel: Path) -> None:
    assert {"okin_lib/py.typed", "okin_lib/__init__.pyi"} <= set(ZipFile(wheel).namelist())


def imported(source: str) -> Iterator[str]:
    """Yield the top-level name of every module that ``source`` imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def normalized(name: str) -> str:
    """Return one spelling for every way to write a distribution's name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_it_requires_every_library_it_imports(wheel: Path) -> None:
    archive = ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    required = {
        normalized(re.split(r"[^\w.-]", line)[0])
        for line in message_from_bytes(archive.read(metadata)).get_all("Requires-Dist", [])
        if "extra ==" not in line
    }
    modules = {
        module
        for name in archive.namelist()
        if name.endswith(".py")
        for module in imported(archive.read(name).decode())
    }
    distributions = packages_distributions()
    outside = modules - sys.stdlib_module_names - WHERE_IT_IS - {"okin_lib"}
    undeclared = {
        module for module in outside if required.isdisjoint(map(normalized, distributions[module]))
    }
    assert not undeclared


BUILT = """
import sys
sys.modules.update(dict.fromkeys({lacking}))
from okin_lib.lessons.installed import EXAMPLES, PACKAGE, compiled_text
for root in (PACKAGE, *EXAMPLES.iterdir()):
    compiled_text(root)
"""


def needed(requirement: str) -> set[str]:
    """Return what is installed with a library, and its own name."""
    name = normalized(Requirement(requirement).name)
    found = map(Requirement, requires(name) or ())
    ours = (each for each in found if not each.marker or each.marker.evaluate({"extra": ""}))
    return {name}.union(*(needed(str(each)) for each in ours))


def test_the_cases_are_compiled_with_what_the_build_names_and_no_more() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    there = set().union(*map(needed, named))
    lacking = [
        module
        for module, names in packages_distributions().items()
        if there.isdisjoint(map(normalized, names))
    ]
    code = BUILT.format(lacking=[each for each in lacking if each != "okin_lib"])
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.usefixtures("elsewhere")
def test_the_checkout_is_out_of_reach(bin_folder: Path) -> None:
    where = "import okin_lib; print(okin_lib.__file__)"
    found = subprocess.check_output([bin_folder / "python", "-c", where], text=True)
    assert Path(found).is_relative_to(bin_folder.parent)


@pytest.mark.usefixtures("elsewhere")
def test_check(bin_folder: Path) -> None:
    subprocess.run([bin_folder / "okin", "check"], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.usefixtures("elsewhere")
def test_analyze(bin_folder: Path) -> None:
    analysis = json.loads(subprocess.check_output([bin_folder / "okin", "analyze", "--json"]))
    assert list(analysis) == ["case", "law", "scenario", "findings", "dispositions"]


@pytest.mark.usefixtures("elsewhere")
def test_serve(bin_folder: Path) -> None:
    with started(bin_folder, "serve") as address:
        board = f"{address}voila/render/10_whole_board.ipynb"
        page = urlopen(board, timeout=60).read().decode()
    assert "application/vnd.jupyter.widget-view+json" in page
    assert 'id="quick-exit"' in page


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.ipynb")}


def test_lab_opens_copies_and_leaves_the_package_as_it_was(
    bin_folder: Path, elsewhere: Path
) -> None:
    (package,) = bin_folder.parent.glob("lib/python*/site-packages/okin_lib/notebooks")
    before = held(package)
    with started(bin_folder, "lab"):
        assert held(elsewhere / "okin-notebooks") == before
    assert held(package) == before


def test_export(bin_folder: Path, elsewhere: Path) -> None:
    export = [bin_folder / "okin", "export", "03_act_or_omission"]
    subprocess.run(export, check=True, stdout=subprocess.DEVNULL)
    page = (elsewhere / "03_act_or_omission.html").read_text("utf-8")
    assert "<title>3. Act or omission</title>" in page
