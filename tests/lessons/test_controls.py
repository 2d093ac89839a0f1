"""What a lesson tells a learner to press, choose or switch is on its page, under that name."""

import json
import re

import pytest

from okin_lib.hosts.serve import notebooks
from okin_lib.instruments.board.state import Board
from okin_lib.lessons.library import lesson_ids, open_lesson, plans
from okin_lib.lessons.prose import prose
from tests.lessons.answering import predicted
from tests.page.markup import read

CONTROLS = {"button", "label", "legend", "summary", "option", "h3", "h4", "h5"}
QUOTED = re.compile(r'"([^"]+)"')
TOLD = re.compile(
    r"\b(?:press|choose|open|under|tick|set|switch (?:on|off)|ask for) \*(?!\*)([^*]+)\*", re.I
)

of_each_lesson = pytest.mark.parametrize("lesson_id", lesson_ids())


def opened(lesson_id):
    """The lesson with all of it open, at first and with every fact and reading on its board."""
    lesson = predicted(open_lesson(lesson_id))
    yield lesson
    if isinstance(getattr(lesson, "exercise", None), Board):
        every = lesson.after({"every": "facts"})
        yield every
        if lesson.exercise.plan.readings:
            yield every.after({"unfold": "readings"})


def controls(lesson_id):
    """What is written on each control and over each group of them."""
    nodes = (
        node
        for lesson in opened(lesson_id)
        for html in lesson.regions().values()
        for node in read(html).walk()
    )
    said = ((node.attrs.get("aria-label"), node.tag in CONTROLS and node.text) for node in nodes)
    return {text for both in said for text in both if text}


def missing(names, lesson_id):
    on_page = controls(lesson_id)
    patterns = {name: re.compile(re.escape(name).replace("…", ".*")) for name in names}
    return [name for name in names if not any(patterns[name].search(text) for text in on_page)]


@of_each_lesson
def test_what_a_task_names_is_on_the_page(lesson_id):
    lesson = open_lesson(lesson_id)
    quoted = [name for task in lesson.plan.tasks for name in QUOTED.findall(task.do)]
    names = [name for name in quoted if not lesson.case.opinion.find(name)]
    assert missing(names, lesson_id) == []


@of_each_lesson
def test_what_a_notebook_names_is_on_the_page(lesson_id):
    cells = json.loads((notebooks() / f"{lesson_id}.ipynb").read_text("utf-8"))["cells"]
    texts = [" ".join("".join(cell["source"]).split()) for cell in cells]
    titles = {plan.title for plan in plans()}
    names = [name for text in texts for name in TOLD.findall(text) if name not in titles]
    assert missing(names, lesson_id) == []


@of_each_lesson
def test_no_asterisk_stands_in_a_text_that_is_shown_as_it_is(lesson_id):
    assert [text for text in prose(open_lesson(lesson_id).plan) if "*" in text] == []


def test_what_is_not_on_the_page_is_seen():
    assert missing(["The dial", "The clerk said the date"], "00_start_here") == ["The dial"]
