"""What the notes for whoever teaches may not say, and what each must."""

from itertools import pairwise

import pytest

from okin_lib.course.teaching.data import TEACHING, Note, Teaching, length
from okin_lib.lessons.installed import PACKAGE, load_case
from okin_lib.lessons.library import plans
from tests.doctrine.study import refused

FOUND = load_case().study(Teaching)
of_each = pytest.mark.parametrize("note", FOUND.notes, ids=lambda note: note.notebook)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("quote: It is questionable", "quote: It is doubtful", "word for word"),
        ("minutes: 25\n", "minutes: 26\n", "its steps take 25 minutes, and it says 26"),
        ("after: 50 minutes", "after: 40 minutes", "no plan before it '40 minutes'"),
        ("minutes: 25\n", "minutes: 25\n    after: 75 minutes\n", "no plan before it"),
        ("minutes: 50\n", "minutes: 50\n    after: 75 minutes\n", "no plan before it"),
        ("assessed: [05_framing_the_right]", "assessed: [05_framing]", "no notebook '05_framing'"),
        ("notebook: 10_whole_board", "notebook: 00_start_here", "has 2 notes"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(TEACHING, case, tmp_path, old, new)


def test_a_side_that_has_no_answer_is_found(case, tmp_path):
    text = (PACKAGE / TEACHING.file).read_text("utf-8")
    start = text.index("    example:")
    example = text[start : text.index("    contested:", start)]
    assert "a side has no answer" in refused(TEACHING, case, tmp_path, example, "")


def test_words_that_both_sides_quote_are_found(case, tmp_path):
    text = (PACKAGE / TEACHING.file).read_text("utf-8")
    start = text.index('        page: "430"\n        quote: A reasonable factfinder undoubtedly')
    other = text.index("        page: 419 n.2", start)
    ours, theirs = (text[at : text.index("        weight", at)] for at in (start, other))
    said = refused(TEACHING, case, tmp_path, theirs, ours)
    assert "both sides quote the same words (at 430)" in said


def test_the_notes_stand_in_order_and_each_lesson_has_one():
    names = [note.notebook for note in FOUND.notes]
    assert [int(name[:2]) for name in names] == list(range(11))
    assert names == [plan.id for plan in plans()]


def test_the_plans_are_of_three_lengths():
    assert [(plan.minutes, length(FOUND, plan)) for plan in FOUND.plans] == [
        (25, 25),
        (50, 50),
        (75, 75),
    ]


@of_each
def test_a_note_says_all_that_a_class_needs(note: Note):
    assert len(note.toggles) >= 2
    assert len(note.prompts) >= 3
    assert note.contested
    assert note.cold_calls
    assert note.project
    assert note.needs


@of_each
def test_both_sides_answer_at_like_length_and_on_words_of_their_own(note: Note):
    said = [each.text for each in (*note.answers.values(), *note.example)]
    short, long = sorted(len(text.split()) for text in said)
    assert long - short <= 0.15 * long
    for one, other in pairwise(note.answers.values()):
        assert one.quote not in other.quote
        assert other.quote not in one.quote


def test_each_skill_is_practised_before_it_is_assessed_first_and_no_notebook_is_both():
    for skill in FOUND.skills:
        assert not {*skill.practised} & {*skill.assessed}
        assert skill.assessed
