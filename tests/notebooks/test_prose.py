"""Every notebook says what its lesson and the opinion say."""

import ast
import json
import re
from pathlib import Path

import pytest

from okin_lib.hosts.cells import JUPYTER_ONLY
from okin_lib.lessons.library import lesson_ids, open_ids, open_lesson, start
from tests.reading import PLAIN, ease, foretelling, too_long

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
VERDICTS = sorted((Path(__file__).parent / "verdicts").glob("*.ipynb"))
OWN = {
    "Whose conduct counts",
    "Only the failures to act are left",
    "Read the law as this court did",
}
"""Names of controls, which stand in quotation marks too."""


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def cells(request):
    return json.loads(request.param.read_text(encoding="utf-8"))["cells"]


@pytest.fixture
def prose(cells):
    return " ".join(
        " ".join("".join(cell["source"]).replace("\n> ", "\n").split())
        for cell in cells
        if cell["cell_type"] == "markdown"
    )


@pytest.fixture
def shown(cells):
    """The arguments of each call that shows a part of a lesson, in order."""
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    calls = [node for cell in code for node in ast.walk(ast.parse(cell))]
    return [
        tuple(arg.value for arg in node.args)
        for node in calls
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "show"
    ]


@pytest.fixture
def its_case(shown):
    return start(shown[0][0]).case


def test_it_shows_every_part_of_its_lesson_once_in_order(shown):
    lesson = shown[0][0]
    assert shown == [(lesson, part) for part in start(lesson).parts]


def test_goals_and_question_are_the_lessons(prose, shown):
    if shown[0][0] in open_ids():
        pytest.skip("a board that no prediction closes has neither")
    plan = open_lesson(shown[0][0]).plan
    assert plan.question in prose
    assert all(goal in prose for goal in plan.goals)


def test_every_quotation_in_the_prose_stands_in_the_opinion(its_case, prose):
    quotations = {q for q in re.findall(r'"([^"]+)"', prose) if len(q.split()) > 2} - OWN

    for quotation in quotations:
        assert its_case.opinion.find(quotation), quotation


def test_pages_are_the_opinions(case, its_case, prose):
    pages = set(re.findall(r"\b4[0-9]{2}\b", prose))
    assert pages <= set(case.opinion.pages)
    assert any(page in prose for page in its_case.opinion.pages)


def test_it_reads_easily_and_never_says_what_a_court_would_do(cells, prose):
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    assert ease(texts) >= PLAIN
    assert too_long(texts) == []
    assert foretelling(texts) == []
    assert "not legal advice" in prose


def test_how_to_run_it_is_told_where_there_is_the_menu_alone(cells):
    told = [cell for cell in cells if "Run All" in "".join(cell["source"])]
    assert [cell["metadata"].get("tags") for cell in told] == [[JUPYTER_ONLY]]
    assert [cell for cell in cells if JUPYTER_ONLY in cell["metadata"].get("tags", [])] == told


def test_each_notebook_has_its_verdict_in_plain_text():
    assert [path.name for path in VERDICTS] == [path.name for path in NOTEBOOKS]


@pytest.mark.parametrize("path", VERDICTS, ids=lambda path: path.stem)
def test_what_is_printed_is_what_is_stored(path, capsys):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    (cell,) = [cell for cell in cells if cell.get("outputs")]
    exec(compile("".join(cell["source"]), "cell", "exec"), {})
    assert capsys.readouterr().out == "".join(cell["outputs"][0]["text"])


def test_every_lesson_has_a_notebook():
    text = "".join(path.read_text("utf-8") for path in NOTEBOOKS)
    assert all(f'\\"{lesson}\\"' in text for lesson in (*lesson_ids(), *open_ids()))
