"""A lesson's file is refused, with line and remedy, unless all it says stands."""

import re

import pytest

from okin_lib.lessons.installed import EXAMPLES, PACKAGE, example
from okin_lib.lessons.library import lesson_ids
from okin_lib.lessons.load import load_plan
from okin_lib.record.placed import DataError

TEXT = (PACKAGE / "lessons" / "03_act_or_omission.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_every_lesson_is_sound_and_named_as_its_file(case, lesson_id):
    examples = {path.name: example(path.name) for path in EXAMPLES.iterdir()}
    path = PACKAGE / "lessons" / f"{lesson_id}.yaml"
    assert load_plan(path, case, examples).id == lesson_id


def test_a_lesson_about_an_example_that_there_is_not_is_refused(case, tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_text(f"{TEXT}\ncase: parking-fine\n", encoding="utf-8")
    with pytest.raises(
        DataError, match=r"lesson\.yaml:\d+: there is no example case 'parking-fine'"
    ):
        load_plan(path, case)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("such as discussing football", "such as discussing baseball", "word for word"),
        ('page: "434"', 'page: "433"', "434"),
        ("event: first-call", "event: first-cal", "first-call"),
        ("[football-talk, derog", "[footbal-talk, derog", "football-talk"),
        ("without: [football-talk]", "without: [footbal-talk]", "football-talk"),
        ("- nothing-reached-sears", "- nothing-reached-seers", "nothing-reached-sears"),
        ("readings: [attribution, pena", "readings: [attribution, pina", "pena"),
        ("party: douglas", "party: duglas", "douglas"),
        ("exit:", "exitt:", "exit"),
        (
            "inaction-never-counts",
            "inaction-never-count",
            "no misconception 'inaction-never-count'",
        ),
        ("id: penalty", "id: approval", "approval"),
        ("answer: approval", "answer: aproval", "approval"),
        ("id: in-words", "id: football-alone", "football-alone"),
        ("tries: assurance-in-words", "tries: assurance-in-word", "assurance-in-words"),
        ("tries: omissions-only\n    a", "tries: omission-only\n    a", "omissions-only"),
        ("id: omission\n", "id: sanction-means\n", "sanction-means"),
        ("  board:\n", "  bord:\n", "no field 'bord' here; did you mean 'board'?"),
        (
            "exercise:\n",
            "exercise:\n  dates: {party: douglas, tables: [], read: {}, found: {}, marks: {}}\n",
            "one exercise: board, framing",
        ),
        ("exercise:\n", "exercise: {}\nboard:\n", "no field 'board' here"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert old in TEXT
    path = tmp_path / "lesson.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=r"lesson\.yaml:\d+: ") as refused:
        load_plan(path, case)
    assert says in str(refused.value)


def test_a_lesson_without_an_exercise_is_told_of_those_there_are(case, tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_text(re.sub(r"exercise:\n(  .*\n)+", "exercise: {}\n", TEXT), encoding="utf-8")
    with pytest.raises(DataError, match=r"lesson\.yaml:2: give one exercise: board, .*dates"):
        load_plan(path, case)
