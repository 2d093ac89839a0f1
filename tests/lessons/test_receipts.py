"""A receipt says what was done in a lesson, and is read only as it was made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.lessons.library import lesson_ids, open_lesson
from okin_lib.lessons.receipts.reading import LARGEST, BadReceipt, read
from okin_lib.page.regions import BadEvent
from tests.lessons.handing_in import AT, LESSON, at_end, handed, resealed
from tests.page.markup import ids
from tests.page.markup import read as parsed

HOSTILE = """</script><script>alert(1)</script><img src=x onerror=alert(2)> -->\r\n"'&<!--"""
KINDS = ("html", "json")


def taken(data: bytes):
    return read(data, lesson_ids(), 2)


def refused(data: bytes) -> str:
    with pytest.raises(BadReceipt) as problem:
        taken(data)
    return str(problem.value)


@pytest.fixture(scope="module")
def lesson():
    return at_end()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_handed_in_is_what_was_done(lesson, kind):
    receipt = taken(handed(lesson, kind, "  Ann   Other "))
    assert (receipt.learner, receipt.made) == ("Ann Other", f"{AT:%Y-%m-%d %H:%M} UTC")
    assert (receipt.lesson, receipt.law, receipt.version) == (
        LESSON,
        lesson.case.record.law,
        "0.1.0",
    )
    assert receipt.scenario == lesson.files["receipt.json"].args[0].args[3]
    assert (receipt.leaving, receipt.written) == (lesson.plan.exit.question, "Where he spoke.")
    predicted, *_ = (each for each in receipt.answers if each.step == "prediction")
    asked = lesson.plan.prediction
    assert (predicted.question, predicted.asked) == (asked.id, asked.question)
    assert (predicted.choice, predicted.label) == (asked.choices[0].id, asked.choices[0].label)
    assert predicted.because == "one record was decided"
    checks = [each for each in receipt.answers if each.step == "check"]
    assert [each.question for each in checks] == [each.id for each in lesson.plan.checks]
    assert all(each.passage for each in checks)


def test_what_changed_is_told_with_its_passage_and_the_reason_that_was_written(lesson):
    named = lesson.plan.named
    written = lesson.after({"write": "named", "value": "Words reach him."})
    (told,) = (each for each in taken(handed(written)).answers if each.step == "named")
    assert (told.question, told.label) == (named.id, named.choices[0].label)
    assert told.passage
    assert told.because == "Words reach him."


@pytest.mark.parametrize("lesson_id", lesson_ids())
@pytest.mark.parametrize("kind", KINDS)
def test_each_lesson_has_a_receipt_before_anything_is_answered(lesson_id, kind):
    lesson = open_lesson(lesson_id)
    receipt = taken(handed(lesson, kind))
    assert receipt.learner == receipt.written == ""
    assert {each.choice for each in receipt.answers} == {""}
    assert lesson.plan.again is None or lesson.plan.again.question not in str(receipt)


def test_the_page_reads_by_itself_and_runs_nothing(lesson):
    html = handed(lesson, "html").decode()
    root = parsed(html)
    assert "default-src 'none'" in html
    assert not re.search(r"\b(?:src|href)=|url\(|@import", html)
    assert [each.attrs["type"] for each in root.all("script")] == ["application/json"]
    for each in taken(html.encode()).answers:
        assert each.asked in root.text
        assert each.label in root.text
    assert "evidence of practice" in root.text.lower()
    assert len(set(ids(root))) == len(ids(root))


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_are_text_and_come_back_as_they_were_written(kind):
    lesson = at_end(because=HOSTILE, left=HOSTILE)
    data = handed(lesson, kind, HOSTILE)
    receipt = taken(data)
    assert receipt.written == HOSTILE
    assert receipt.learner == " ".join(HOSTILE.split())
    if kind == "html":
        root = parsed(data.decode())
        assert not root.all("img")
        assert len(root.all("script")) == 1
        assert "alert(1)" in root.all("main")[0].text


@given(st.text(max_size=200), st.text(max_size=60))
def test_whatever_is_written_comes_back(written, learner):
    lesson = open_lesson(LESSON).after({"write": "exit", "value": written})
    for kind in KINDS:
        receipt = taken(handed(lesson, kind, learner))
        assert (receipt.written, receipt.learner) == (written, " ".join(learner.split()))


def test_half_a_character_is_replaced_where_no_page_can_hold_it():
    lesson = open_lesson(LESSON).after({"write": "exit", "value": "\ud800"})
    assert {taken(handed(lesson, kind)).written for kind in KINDS} == {"\ud800"}


def test_a_name_that_is_none_is_refused(lesson):
    with pytest.raises(BadEvent, match="at most 100"):
        handed(lesson, learner="x" * 101)


@pytest.mark.parametrize("kind", KINDS)
def test_one_that_was_edited_is_refused(lesson, kind):
    data = handed(lesson, kind)
    assert "edited" in refused(data.replace(b"one record was decided", b"another reason", 1))


def test_a_page_whose_data_alone_or_whose_text_alone_was_edited_is_refused(lesson):
    data = handed(lesson, "html")
    shown, embedded = data.split(b'<script type="application/json"')
    words = (b"one record was decided", b"another reason")
    assert "edited" in refused(
        shown.replace(*words) + b'<script type="application/json"' + embedded
    )
    assert "edited" in refused(
        shown + b'<script type="application/json"' + embedded.replace(*words)
    )


def test_what_mail_does_to_a_file_is_no_edit(lesson):
    for kind in KINDS:
        data = handed(lesson, kind)
        assert taken(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n") + b"\r\n") == taken(data)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"lesson": "03_act_or_omision"}, "did you mean '03_act_or_omission'?"),
        ({"law": 99}, "law 99"),
        ({"form": 2}, "form 1"),
        ({"form": True}, "form"),
        ({"law": "2"}, "whole number"),
        ({"answers": {}}, "list"),
        ({"answers": [{"step": "check"}]}, "missing"),
        ({"written": None}, "missing"),
        ({"score": 10}, "score"),
        ({"made": "2026-09-01; rm"}, "when it was made"),
        ({"learner": ["a"]}, "text"),
    ],
)
def test_one_that_is_not_of_the_form_is_refused_though_it_is_sealed(lesson, changes, said):
    assert said in refused(resealed(lesson, changes))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[]", "another kind"),
        (b"{}", "form 1"),
        (b"NaN", "not JSON"),
        (b'{"form": 1, "form": 1}', "twice"),
        (b"[" * 100_000, "not JSON"),
        (b'{"form": ' + b"9" * 10_000 + b"}", "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"<html>", "no receipt"),
        (b"<!-- seal x -->", "no receipt"),
        (b'<script type="application/json" id="receipt">\n<!-- seal 0 -->', "edited"),
        (b" " * (LARGEST + 1), "larger"),
        ("<p>é".encode("latin-1"), "UTF-8"),
    ],
)
def test_what_is_no_receipt_is_refused_with_the_remedy(data, said):
    why = refused(data)
    assert said in why
    assert ": " in why


@given(st.binary(max_size=300))
def test_noise_is_refused_and_never_fails_otherwise(data):
    refused(data)
