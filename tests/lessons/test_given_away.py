"""Nothing that can be read before a prediction says what its answer is."""

import json
import re

import pytest

from okin_lib.hosts.serve import notebooks
from okin_lib.lessons.library import lesson_ids, open_lesson
from tests.page.markup import read

BLOCKS = {"p", "li", "h2", "h3", "h4", "dd", "td", "th", "summary", "legend", "figcaption"}
ENDS = re.compile(r"(?<=[.?!])\s+")
CONTENT = re.compile(r"[a-z]{4,}")
COMMON = {"that", "this", "with", "from", "what", "they", "have", "each", "were", "which", "then"}
MOST = 0.8
"""A sentence with so much of what an answer says, says it."""


def content(text):
    return {word[:6] for word in CONTENT.findall(text.lower())} - {word[:6] for word in COMMON}


def shown(lesson, apart):
    """What the regions say, but for the question itself."""
    regions = [html for key, html in lesson.regions().items() if key != apart]
    nodes = (node for html in regions for node in read(html).walk() if node.tag in BLOCKS)
    return [sentence for node in nodes for sentence in ENDS.split(node.text)]


def told(lesson_id, part):
    """What the notebook says above the cell that asks."""
    path = notebooks() / f"{lesson_id}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    calls = [f'"{part}")' in "".join(cell["source"]) for cell in cells]
    above = cells[: calls.index(True)]
    prose = ["".join(cell["source"]) for cell in above if cell["cell_type"] == "markdown"]
    return [sentence for text in prose for sentence in ENDS.split(" ".join(text.split()))]


def gives_away(prediction, sentences):
    answer = prediction.answers[prediction.answer].label
    said = content(answer) - content(prediction.question)
    if len(said) < 3:  # it says too little to be known again
        return []
    return [each for each in sentences if len(said & content(each)) >= MOST * len(said)]


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_the_first_is_not_answered_before_it_is_made(lesson_id):
    lesson = open_lesson(lesson_id)
    asked = lesson.plan.prediction
    assert asked.answer
    assert gives_away(asked, [*shown(lesson, "prediction"), *told(lesson_id, "predict")]) == []


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_the_second_is_not_answered_by_what_the_first_opens(lesson_id):
    lesson = open_lesson(lesson_id)
    first, again = lesson.plan.prediction, lesson.plan.again
    if again is None:
        pytest.skip("this lesson asks for one prediction")
    assert again.answer
    for choice in first.choices:
        value = {"choice": choice.id, "because": "so"}
        opened = lesson.after({"commit": first.id, "value": value})
        assert gives_away(again, [*shown(opened, "again"), *told(lesson_id, "again")]) == []


def test_what_gives_it_away_is_seen():
    asked = open_lesson("03_act_or_omission").plan.prediction
    answer = asked.answers[asked.answer].label
    assert gives_away(asked, [f"As the page says, {answer}."])
    assert not gives_away(asked, [asked.question])
