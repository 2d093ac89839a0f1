"""The notebook says what the lesson and the opinion say."""

import ast
import json
import re
from pathlib import Path

import pytest

from okin_lib.lessons.library import open_lesson
from okin_lib.lessons.plain import verdict

LESSON = "act-or-omission"
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "03_act_or_omission.ipynb"


@pytest.fixture(scope="module")
def cells():
    return json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


@pytest.fixture(scope="module")
def prose(cells):
    return " ".join(
        " ".join("".join(cell["source"]).replace("\n> ", "\n").split())
        for cell in cells
        if cell["cell_type"] == "markdown"
    )


@pytest.fixture(scope="module")
def code(cells):
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_goals_and_question_are_the_lessons(prose):
    plan = open_lesson(LESSON).plan
    assert plan.question in prose
    assert all(goal in prose for goal in plan.goals)


def test_it_shows_every_part_once_in_order(code):
    calls = [node for cell in code for node in ast.walk(ast.parse(cell))]
    shown = [
        tuple(arg.value for arg in node.args)
        for node in calls
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "show"
    ]
    assert shown == [(LESSON, part) for part in open_lesson(LESSON).parts]


def test_every_quotation_in_the_prose_stands_in_the_opinion(case, prose):
    quotations = [q for q in re.findall(r'"([^"]+)"', prose) if len(q.split()) > 5]
    own = {"Only the failures to act are left", "Read the law as this court did"}
    assert len(quotations) > 4
    for quotation in set(quotations) - own:
        assert case.opinion.find(quotation), quotation


def test_pages_are_the_opinions(case, prose):
    pages = {int(page) for page in re.findall(r"\b4[0-9]{2}\b", prose)}
    known = {int(page) for page in case.opinion.pages}
    assert pages
    assert pages <= known


def test_the_controls_that_the_prose_names_are_there(prose):
    board = open_lesson(LESSON).exercise
    html = "".join(board.regions().values())
    for name in ("What changed", "Only the failures to act are left", "Whose conduct counts"):
        assert name in prose
        assert name in html
    assert "Read the law as this court did" in html


def test_it_never_says_what_the_court_would_do(prose):
    assert "court would" not in prose.lower()
    assert "not legal advice" in prose


def test_the_stored_verdict_is_the_verdict(cells):
    (stored,) = [output for cell in cells for output in cell.get("outputs", ())]
    expected = f"{verdict(LESSON)}\n\n{verdict(LESSON, without=['football-talk'])}\n"
    assert "".join(stored["text"]) == expected
