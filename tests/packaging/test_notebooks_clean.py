"""Notebooks as they are committed: short, readable when collapsed, and without outputs."""

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
VERDICTS = ROOT / "tests" / "notebooks" / "verdicts"
NOTEBOOKS = [*sorted((ROOT / "notebooks").glob("*.ipynb")), *sorted(VERDICTS.glob("*.ipynb"))]
CHECKED = "# NBVAL_CHECK_OUTPUT"
MOST_LINES = 15

pytestmark = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)


def code_cells(path: Path) -> list[dict[str, Any]]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def lines(cell: dict[str, Any]) -> list[str]:
    return "".join(cell["source"]).splitlines()


def test_little_code_and_no_definitions(path: Path) -> None:
    code = [
        line.lstrip()
        for cell in code_cells(path)
        for line in lines(cell)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    assert len(code) <= MOST_LINES
    assert not [line for line in code if line.startswith(("def ", "class ", "async "))]


def test_each_code_cell_opens_with_a_comment(path: Path) -> None:
    first = {cell["id"]: lines(cell)[0] for cell in code_cells(path)}
    assert all(line.startswith("# ") and line != CHECKED for line in first.values()), first


def test_code_is_collapsed(path: Path) -> None:
    hidden = {
        cell["id"]: cell["metadata"].get("jupyter", {}).get("source_hidden")
        for cell in code_cells(path)
    }
    assert set(hidden.values()) == {True}, hidden


def test_only_checked_cells_have_outputs(path: Path) -> None:
    for cell in code_cells(path):
        checked = CHECKED in lines(cell)
        assert bool(cell["outputs"]) is checked, cell["id"]
        # nbstripout leaves such a cell alone, and nbval asks that it was run
        assert ("keep_output" in cell["metadata"].get("tags", [])) is checked, cell["id"]
        assert cell["execution_count"] is not None or not checked, cell["id"]


def test_checked_outputs_are_plain_text(path: Path) -> None:
    for output in (output for cell in code_cells(path) for output in cell["outputs"]):
        assert output["output_type"] == "stream" or set(output["data"]) == {"text/plain"}


def test_nothing_of_the_machine_is_kept(path: Path) -> None:
    metadata = json.loads(path.read_text(encoding="utf-8"))["metadata"]
    assert set(metadata) == {"kernelspec", "language_info", "title"}


def test_its_title_is_its_first_heading(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    first = next(line for cell in notebook["cells"] for line in lines(cell) if line[:1] == "#")
    assert first == f"# {notebook['metadata']['title']}"
