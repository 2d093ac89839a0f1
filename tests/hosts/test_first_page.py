"""The first page: what it shows of a claim is the engine's own, and what it lists is there."""

import shutil

import pytest

from okin_lib.hosts.serve import notebooks
from okin_lib.hosts.server.options import Options
from okin_lib.hosts.server.sample import sample
from okin_lib.instruments.circuit.view import drawing
from okin_lib.lessons.lesson_file import LessonPlan, WholePlan
from okin_lib.lessons.library import plans
from okin_lib.lessons.sequence import sequence
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario

(WHOLE,) = [plan for plan in plans() if isinstance(plan, WholePlan)]


def test_both_states_are_the_engines_own_and_differ(case):
    its = WHOLE.sample
    drawn = [
        drawing(case, case.claims[its.claim], analyze(case, scenario(case, off)), its.party, "")
        for off in ([], [its.fact])
    ]
    shown = sample(case, its)
    assert drawn[0] != drawn[1]
    assert all(each in shown for each in drawn)


def facts_of(plan, opens):
    """The facts of the switches that a prediction opens."""
    board = plan.exercises.get("board") if isinstance(plan, LessonPlan) else plan.board
    switches = board.switches if board else {}
    return {fact for name in opens if name in switches for fact in switches[name].facts}


def test_the_switch_is_of_a_fact_that_no_prediction_asks_about(case):
    """So that it gives no prediction away."""
    for plan in plans():
        for each in filter(None, (plan.prediction, plan.again)):
            asked = [each.question, *(choice.label for choice in each.choices)]
            assert case.facts[WHOLE.sample.fact].label.lower() not in " ".join(asked).lower()
            assert WHOLE.sample.fact not in facts_of(plan, each.opens)


def test_each_notebook_stands_with_its_number_question_outcome_and_minutes(served):
    text = served.ask("/").text
    for entry in sequence():
        for said in (f">{entry.number}</span>", entry.title, entry.question, entry.minutes):
            assert said in text
        assert f'href="/voila/render/{entry.id}.ipynb"' in text


def test_the_minutes_are_those_that_the_notebook_says():
    for entry in sequence():
        if entry.id != WHOLE.id:
            said = (notebooks() / f"{entry.id}.ipynb").read_text("utf-8")
            assert f"{entry.minutes} minutes." in said


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("my_own_hypothetical.ipynb", ">my own hypothetical</a>"),
        ("a&b <i>.ipynb", ">a&amp;b &lt;i&gt;</a>"),
    ],
)
def test_a_readers_own_notebooks_stand_by_their_file_name(serving, tmp_path, name, readable):
    first = sequence()[0]
    for to in (f"{first.id}.ipynb", name):
        shutil.copy(notebooks() / f"{first.id}.ipynb", tmp_path / to)
    with serving(Options(), tmp_path) as served:
        text = served.ask("/").text
    assert "Also in this folder" in text
    assert first.title in text
    assert sequence()[1].title not in text
    assert readable in text


def test_a_folder_without_a_notebook_says_so(serving, tmp_path):
    with serving(Options(), tmp_path) as served:
        assert "No notebook is here." in served.ask("/").text


def test_under_a_prefix_every_link_keeps_it(serving):
    with serving(Options(base_url="/course")) as served:
        text = served.ask("/course/").text
        assert 'href="/voila' not in text
        assert served.ask("/course/okin/lesson.css").text
