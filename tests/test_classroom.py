"""The commands for whoever teaches, as they meet them."""

import csv
import re
from collections import Counter
from typing import get_args

import pytest
from attrs import evolve
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.lessons.handout import handout
from okin_lib.lessons.key import key
from okin_lib.lessons.lesson_file import LessonPlan
from okin_lib.lessons.library import lesson_ids, open_lesson, plans, studied
from okin_lib.page.words import whose_words
from okin_lib.record.called import Speaker
from tests.lessons.handing_in import LESSON, at_end, class_of_120, handed
from tests.page.markup import ids, read

BROKEN = {
    "cut.json": "not JSON",
    "edited.html": "edited",
    "elsewhere.json": "lesson that is not here, '11_nothing'",
    "noise.html": "no receipt",
    "repeated.html": "repeats 000.html",
}


def run(*args):
    return CliRunner().invoke(main, [*map(str, args)])


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    class_of_120(folder)
    return folder


def test_of_120_receipts_115_make_a_table_and_five_get_a_clear_line(handed_in, tmp_path):
    to = tmp_path / "out.csv"
    result = run("receipts", handed_in, "--csv", to)
    assert result.exit_code == 1
    said = dict(line.split(": ", 1) for line in result.stderr.splitlines())
    assert said.keys() == BROKEN.keys()
    assert {name: why in said[name] for name, why in BROKEN.items()} == dict.fromkeys(BROKEN, True)
    table = rows(to)
    assert len(table) == 115
    assert len({row["learner"] for row in table}) == 115
    assert f"115 of 120 files stand in {to}." in result.stdout


def test_what_was_chosen_is_counted_question_by_question_with_each_because(handed_in):
    lines = run("receipts", handed_in).stdout.splitlines()
    asked = open_lesson(LESSON).plan.prediction
    at = lines.index(f"  prediction: {asked.question}")
    counts = Counter(n % len(asked.choices) for n in range(115))
    for nth, choice in enumerate(asked.choices):
        head = lines.index(f"    {counts[nth]:3}  {choice.label}", at)
        its = lines[head + 1 : head + 1 + counts[nth]]
        assert its == [f"           because: reason {nth}"] * counts[nth]


def test_the_last_receipt_of_a_learner_stands_and_the_other_is_named(tmp_path):
    early, late = (
        handed(at_end(left=text), learner=who, minutes=minutes)
        for text, who, minutes in (("early", "Ann", 0), ("late", " ANN", 5))
    )
    (tmp_path / "b.json").write_bytes(early)
    (tmp_path / "a.json").write_bytes(late)
    result = run("receipts", tmp_path, "--csv", tmp_path / "out.csv")
    assert result.stderr.startswith("b.json: its learner made a later one, a.json")
    assert [row["exit"] for row in rows(tmp_path / "out.csv")] == ["late"]


def test_of_learners_who_typed_no_name_each_file_stands(tmp_path):
    for n in range(2):
        (tmp_path / f"{n}.json").write_bytes(handed(at_end(left=str(n))))
    result = run("receipts", tmp_path)
    assert result.exit_code == 0
    assert "2 of 2 files stand." in result.stdout


def test_nothing_a_learner_wrote_runs_in_the_table_or_passes_for_another_line(tmp_path):
    hostile = "=cmd|' /C calc'!A0"
    (tmp_path / "-x.json").write_bytes(
        handed(at_end(because=f"{hostile}\x1b[2J", left=f"\t{hostile}\r{hostile}"), learner="@Ann")
    )
    result = run("receipts", tmp_path, "--csv", tmp_path / "out.csv")
    (row,) = rows(tmp_path / "out.csv")
    assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert (row["learner"], row["file"]) == ("'@Ann", "'-x.json")
    assert "\x1b" not in result.output


@pytest.mark.parametrize("name", ["link.json", "folder.json", "secret.html"])
def test_what_is_no_file_or_never_ends_is_named(tmp_path, name):
    if name == "folder.json":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).symlink_to("/dev/zero" if name == "link.json" else "nowhere")
    result = run("receipts", tmp_path)
    assert (result.exit_code, result.stderr) == (
        1, f"{name}: it is no file: put the receipt itself in the folder\n"
    )  # fmt: skip


def test_a_folder_without_receipts_and_one_that_there_is_not_are_said(tmp_path):
    result = run("receipts", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path} has no .html or .json file: name the folder" in result.stderr
    assert run("receipts", tmp_path / "none").exit_code == 2


def test_a_table_that_is_there_is_kept_unless_told_otherwise(tmp_path):
    (tmp_path / "a.json").write_bytes(handed(at_end()))
    to = tmp_path / "out.csv"
    to.write_text("mine")
    result = run("receipts", tmp_path, "--csv", to)
    assert (result.exit_code, to.read_text()) == (2, "mine")
    assert "is there already: name another file with --csv, or add --force" in result.stderr
    assert run("receipts", tmp_path, "--csv", to, "--force").exit_code == 0
    assert len(rows(to)) == 1


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_the_key_has_each_question_with_each_choice_its_feedback_and_its_passages(lesson_id):
    text = run("key", lesson_id).stdout.replace("\\", "")
    plan = open_lesson(lesson_id).plan
    for question in plan.questions:
        assert question.question in text
        for choice in question.choices:
            assert f"{choice.label}**" in text
            assert choice.feedback in text
            assert all(f"“{each.quote}” ({each.page};" in text for each in choice.because)
    assert plan.exit.question in text


def test_the_key_marks_the_answer_what_tempts_and_that_readers_differ():
    plan = open_lesson(LESSON).plan
    asked = plan.checks[0]
    first, second, *_ = asked.choices
    tempting = evolve(second, misconception="penalty")
    marked = evolve(asked, answer=first.id, choices=(first, tempting))
    split = evolve(asked, id="split", answer="", rests_on=None)
    text = key([evolve(plan, checks=(marked, split), recall=())], {"penalty": "It punishes."})
    text = text.partition("### Check yourself")[2]
    answered, differing = text.split(f"**{asked.question}**")[1:]
    assert answered.index(f"**Answer: {first.label}**") < answered.index("Not: ")
    assert f"**Not: {second.label}** (taken to be so: It punishes.)" in answered
    assert "No answer is marked" not in answered
    assert "No answer is marked" in differing
    assert "Answer: " not in differing.partition("### Before you go")[0]


ELSEWHERE = [plan for plan in plans() if isinstance(plan, LessonPlan) and plan.case]


@pytest.mark.parametrize("plan", ELSEWHERE, ids=[plan.id for plan in ELSEWHERE])
def test_whose_words_a_passage_is_is_said_as_the_case_of_the_lesson_names_them(plan):
    case = studied(plan)
    named = set(case.record.called.speakers.values())
    by_key = set(re.findall(r"” \([^;]+; ([^)]+)\)", key([plan], {})))
    pins = read(str(handout(case, plan))).all("p", **{"class": "pin"})
    on_paper = {pin.text.partition(": ")[2] for pin in pins}
    assert by_key & named
    assert on_paper & named
    assert by_key | on_paper <= {whose_words(case, each) for each in get_args(Speaker)}


def test_nothing_that_is_told_in_the_key_is_a_mark_of_markdown():
    plan = evolve(open_lesson(LESSON).plan, title="1. A | b, $c$ &amp; ~~d~~")
    assert r"## 1\. A \| b, \$c\$ \&amp; \~\~d\~\~" in key([plan], {})


def test_the_key_of_all_goes_to_a_file_and_keeps_what_is_there(here):
    assert run("key", "--to", "key.md").stdout == "Wrote key.md.\n"
    text = (here / "key.md").read_text("utf-8")
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        plan.title for plan in plans()
    ]
    again = run("key", "--to", "key.md")
    assert again.exit_code == 2
    assert "is there already" in again.stderr


@pytest.mark.parametrize("command", ["key", "handout"])
def test_an_unknown_notebook_is_refused_with_the_nearest(here, command):
    result = run(command, "03_act_or_omision.ipynb")
    assert result.exit_code == 2
    assert "did you mean '03_act_or_omission'?" in result.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_a_handout_has_the_questions_the_switches_and_the_passages_and_no_answers(here, lesson_id):
    name = f"{lesson_id}-handout.html"
    assert run("handout", f"{lesson_id}.ipynb").stdout.startswith(f"Wrote {name}: ")
    html = (here / name).read_text("utf-8")
    (page,) = read(html).all("article")
    plan = open_lesson(lesson_id).plan
    board = plan.exercises.get("board")
    for question in plan.questions:
        assert question.question in page.text
        for choice in question.choices:
            assert choice.label in page.text
            assert choice.feedback not in html
            for each in choice.because:
                assert each.quote in page.text
                assert each.text not in page.text
    assert all(switch.label in page.text for switch in (board.switches.values() if board else ()))
    assert plan.exit.question in page.text
    html = html.replace('<input type="checkbox" id="fewer">', "")  # covers words, without a script
    assert not re.search(r"<(?:script|input|form)|url\((?!data:)|src=", html)
    assert len(set(ids(page))) == len(ids(page))


def test_no_order_or_mark_on_a_handout_tells_the_answer():
    case, plan = open_lesson(LESSON).case, open_lesson(LESSON).plan
    bare = evolve(plan, checks=tuple(evolve(each, answer="") for each in plan.checks))
    for question in plan.checks:
        for choice in question.choices:
            marked = evolve(question, answer=choice.id)
            other = evolve(plan, checks=tuple(marked if q is question else q for q in bare.checks))
            assert handout(case, other) == handout(case, bare)
