"""The invented case on which the controls are learnt: what the model finds of it, act by act."""

import shutil

import pytest

from okin_lib.doctrine.compiled import compile_case
from okin_lib.lessons.installed import EXAMPLES, example
from okin_lib.lessons.library import open_lesson
from okin_lib.lessons.sources import read_example
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import scenario
from okin_lib.record.placed import DataError

ROOT = EXAMPLES / "library-fine"
CASE = example("library-fine")
LATE, TOLD, CLERK, SLIP, REASON = CASE.elements
WORD, IN_BOOK, RUDE, BACK = (
    "clerk-said-date",
    "slip-in-book",
    "clerk-was-rude",
    "back-two-days-late",
)
BOX, ILL = CASE.hypotheticals

OWED = {LATE: "yes", TOLD: "yes", CLERK: "open", SLIP: "yes", REASON: "yes"}
FOUND, HANDED_IN = ({"when-back": value} for value in ("when-found", "when-handed-in"))
SUPPOSED = (
    ((), (), {}, {}, "denied"),
    ((WORD,), (), {}, {CLERK: "no"}, "denied"),
    ((IN_BOOK,), (), {}, {TOLD: "open", SLIP: "no"}, "open"),
    ((WORD, IN_BOOK), (), {}, {TOLD: "no", CLERK: "no", SLIP: "no"}, "granted"),
    ((RUDE,), (), {}, {}, "denied"),
    ((BACK,), (), {}, {LATE: "no"}, "granted"),
    ((), (ILL,), {}, {REASON: "no"}, "granted"),
    ((), (BOX,), {}, {LATE: "open"}, "open"),
    ((), (BOX,), FOUND, {}, "denied"),
    ((), (BOX,), HANDED_IN, {LATE: "no"}, "granted"),
    ((), (), HANDED_IN, {}, "denied"),
    ((BACK,), (BOX,), {}, {LATE: "no"}, "granted"),
)


def found(without=(), added=(), readings=None):
    return analyze(CASE, scenario(CASE, without, added, readings))


@pytest.mark.parametrize(("without", "added", "readings", "otherwise", "motion"), SUPPOSED)
def test_what_is_found(without, added, readings, otherwise, motion):
    analysis = found(without, added, readings)
    assert {each.element: each.status for each in analysis.findings} == OWED | otherwise
    assert [each.motion for each in analysis.dispositions] == [motion]


def test_the_record_is_decided_and_any_switch_makes_of_it_what_follows():
    for analysis, grade in ((found(), "decided"), (found([RUDE]), "strong")):
        grades = {each.grade for each in analysis.findings if each.status != "open"}
        assert grades == {grade}


def test_what_is_open_leans_or_does_not():
    leans = {each.element: each.lean for each in found([], [BOX]).findings if each.lean}
    assert leans == {CLERK: "officers"}
    (box,) = (each for each in found([], [BOX]).findings if each.element == LATE)
    assert box.grade == "open"
    assert {each.side: each.page for each in box.because} == {
        "plaintiff": "Rule 1",
        "officers": "Rule 4",
    }


def test_who_must_show_a_fact_is_not_helped_by_its_going():
    for fact, element in ((BACK, LATE), (IN_BOOK, SLIP), (WORD, CLERK)):
        (finding,) = (each for each in found([fact]).findings if each.element == element)
        assert finding.status == "no"
        assert {each.page for each in finding.because} == {"Rule 4"}


def test_its_pages_are_called_as_its_text_calls_them():
    assert CASE.opinion.pages == ("The file", *(f"Rule {n}" for n in range(1, 5)), "The decision")
    assert CASE.opinion.find("A reader is told by the clerk, or by a slip in the book.") == (
        "Rule 2",
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "doctrine/elements/03-told-by-clerk.yaml",
            "page: Rule 2",
            "page: Rule 3",
            "not on Rule 3",
        ),
        (
            "record/facts/01-loan.yaml",
            "told them nothing.\n",
            "told them much.\n",
            "word for word",
        ),
        ("record/opinion.txt", "## The file\n", "", "heading such as '## Rule 1'"),
        (
            "doctrine/elements/05-no-good-reason.yaml",
            "kind: rule",
            "kind: precedents",
            "precedent",
        ),
    ],
)
def test_one_word_wrong_is_found(tmp_path, file, old, new, says):
    root = shutil.copytree(ROOT, tmp_path / "fine")
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(DataError, match=says):
        compile_case(root)


def test_it_is_stored_as_it_is_written():
    anew = read_example(ROOT)
    assert repr((anew.record, anew.doctrine)) == repr((CASE.record, CASE.doctrine))


def test_the_lesson_answers_as_the_model_does_and_gives_nothing_away():
    lesson = open_lesson("00_start_here")
    assert lesson.case is CASE
    switches = lesson.exercise.plan.switches
    assert "box" not in switches
    assert not lesson.exercise.plan.readings
    made = {"choice": lesson.plan.prediction.answer, "because": "so"}
    lesson = lesson.after({"commit": lesson.plan.prediction.id, "value": made})
    lesson = lesson.after({"toggle": WORD, "value": False})
    assert "holds" in lesson.regions()["live"]
    made = {"choice": lesson.plan.again.answer, "because": "so"}
    lesson = lesson.after({"commit": lesson.plan.again.id, "value": made})
    lesson = lesson.after({"toggle": BOX, "value": True})
    assert "the claim against the reader <mark>is open</mark>" in lesson.regions()["live"]


def test_no_page_of_it_speaks_of_a_court_before_it_is_asked_what_words_mean():
    lesson = open_lesson("00_start_here")
    made = {"choice": lesson.plan.prediction.answer, "because": "so"}
    lesson = lesson.after({"commit": lesson.plan.prediction.id, "value": made})
    lesson = lesson.after({"toggle": RUDE, "value": False})
    for region in lesson.regions().values():
        assert not any(
            word in region for word in ("court", "the opinion", "summary judgment", "jury")
        )
