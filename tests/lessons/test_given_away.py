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
MOST, PROSE = 0.8, 0.6
"""A sentence with so much of what an answer says, says it; prose is always in sight."""
LAW = re.compile(r'"|\bthis model')
"""Words of the opinion, or what this model makes of them."""


def content(text):
    return {word[:6] for word in CONTENT.findall(text.lower())} - {word[:6] for word in COMMON}


def shown(lesson, apart):
    """What the regions say, but for the question itself."""
    regions = [html for key, html in lesson.regions().items() if key != apart]
    nodes = (node for html in regions for node in read(html).walk() if node.tag in BLOCKS)
    return [sentence for node in nodes for sentence in ENDS.split(node.text)]


def cells_of(lesson_id):
    return json.loads((notebooks() / f"{lesson_id}.ipynb").read_text("utf-8"))["cells"]


def prose(cells):
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    return [sentence for text in texts for sentence in ENDS.split(" ".join(text.split()))]


def told(lesson_id):
    """What the notebook says, above the cell that asks and below: no prose waits for an answer."""
    return prose(cells_of(lesson_id))


def told_under_the_first(lesson_id):
    """What the notebook says of what the first prediction opens, in sight before it is made."""
    cells = cells_of(lesson_id)
    (asked,) = (n for n, cell in enumerate(cells) if '"predict")' in "".join(cell["source"]))
    code = (n for n, cell in enumerate(cells) if n > asked and cell["cell_type"] == "code")
    return prose(cells[asked + 1 : next(code)])


def gives_away(prediction, sentences, most=MOST):
    answer = prediction.answers[prediction.answer].label
    said = content(answer) - content(prediction.question)
    if len(said) < 3:  # it says too little to be known again
        return []
    return [each for each in sentences if len(said & content(each)) >= most * len(said)]


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_the_first_is_not_answered_before_it_is_made(lesson_id):
    lesson = open_lesson(lesson_id)
    asked = lesson.plan.prediction
    assert asked.answer
    assert gives_away(asked, shown(lesson, "prediction")) == []
    assert gives_away(asked, told(lesson_id), PROSE) == []


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
        assert gives_away(again, shown(opened, "again")) == []
    assert gives_away(again, told(lesson_id), PROSE) == []


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_what_stands_under_the_first_says_how_to_work_and_nothing_of_the_law(lesson_id):
    assert [each for each in told_under_the_first(lesson_id) if LAW.search(each)] == []


def test_what_gives_it_away_is_seen():
    asked = open_lesson("03_act_or_omission").plan.prediction
    answer = asked.answers[asked.answer].label
    assert gives_away(asked, [f"As the page says, {answer}."])
    assert not gives_away(asked, [asked.question])


ANNOUNCED = re.compile(r"\b(courts?|readers?)\b[^.?]*\bdiffer", re.IGNORECASE)


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_that_courts_or_readers_differ_on_a_question_is_not_announced(lesson_id):
    (checks,) = (
        cell
        for cell in cells_of(lesson_id)
        if cell["cell_type"] == "markdown" and "check" in cell["id"]
    )
    asked = [question.question for question in open_lesson(lesson_id).plan.questions]
    assert not [each for each in (*prose([checks]), *asked) if ANNOUNCED.search(each)]
