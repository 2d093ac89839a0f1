"""The years as a learner sees them: lines, a sentence, a window, and the way back."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.instruments.years.reason import stretches
from okin_lib.lessons.dates import Dates
from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import Mistake
from okin_lib.reasoning.established import facing, law_in
from okin_lib.reasoning.precedent import apart, read_together
from okin_lib.reasoning.scenario import scenario
from tests.lessons.answering import dated
from tests.page.markup import read
from tests.reasoning.courtroom import OFFICERS

READERS = ("narrow", "broad")


@pytest.fixture(scope="module")
def lesson():
    return dated()


def live(lesson):
    return read(lesson.regions()["live"]).text


def to(lesson, year):
    return lesson.after({"year": "when", "value": str(year)})


@settings(deadline=None, max_examples=40)
@given(party=st.sampled_from(OFFICERS), reader=st.sampled_from(READERS), together=st.booleans())
def test_the_stretches_of_a_line_are_the_answers_of_the_engine_year_by_year(
    case, party, reader, together
):
    found = stretches(case, party, reader, together)
    drawn = {y: each.answer for each in found for y in range(each.first, each.last + 1)}
    taken = apart(case, reader)
    takes = read_together(case, taken) if together else taken
    assert drawn == {
        year: law_in(
            case, facing(case, scenario(case, year=year), party), takes, year
        ).found.answer
        for year in case.years
    }
    assert all(a.answer != b.answer for a, b in pairwise(found))


@pytest.mark.parametrize("reader", READERS)
def test_the_chart_draws_each_stretch_with_its_years_and_its_word(case, lesson, reader):
    (line,) = read(lesson.regions()["law"]).all("li", data_key=reader)
    usual = reader in case.doctrine.together.reads
    for each, drawn in zip(
        stretches(case, "douglas", reader, usual),
        line.all("li", **{"class": "stretch"}),
        strict=True,
    ):
        assert drawn.text.endswith(f"{each.answer}, {each.first} to {each.last}")
        assert drawn.all("span", data_s=each.answer)


def test_the_sentence_names_both_readings_the_one_chosen_first(lesson):
    assert live(lesson) == (
        "For conduct in 2001–03 the right was clearly established as the panel reads Pena;"
        " not clearly established as the district court read it."
    )
    broad = lesson.after({"reading": "pena", "value": "broad"})
    assert live(broad).index("district court") < live(broad).index("panel")


def test_the_sentence_says_what_changes_within_the_conduct(lesson):
    assert "open, and from 1999 clearly established as the panel" in live(to(lesson, 1997))
    assert "Changed: the answer as the panel reads Pena." in live(to(lesson, 1997))


def test_a_step_that_changes_no_answer_says_so(lesson):
    apart_ = lesson.after({"switch": "together", "value": False})
    assert "No answer changed; the ground did as the panel reads Pena." in live(apart_)
    assert "Dwares and Hemphill are read each by itself, to the same end." in live(apart_)
    assert "No answer changed." in live(to(lesson, 2002))
    clear = lesson.after({"switch": "clarity", "value": True})
    assert "it forces nothing" in live(clear)
    early = to(clear, 1985)
    assert "no general rule had been identified by then" in live(early)


ACTS = [
    *({"switch": name, "value": on} for name in ("together", "clarity") for on in (True, False)),
    *({"reading": "pena", "value": reader} for reader in READERS),
    {"step": "later"},
    {"step": "earlier"},
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("year", [1985, 1992, 1995, 1998, 2001, 2005, 2012])
def test_no_act_is_met_by_silence(lesson, reader, year):
    start = to(lesson.after({"reading": "pena", "value": reader}), year)
    for state in (start, *map(start.after, ACTS)):
        for after in map(state.after, ACTS):
            if after.exercise != state.exercise:
                assert live(after) != live(state)


def test_what_changed_is_marked_and_the_window_too(lesson):
    supposed = lesson.after({"reading": "pena", "value": "broad"}).after(
        {"switch": "together", "value": True}
    )
    law = read(supposed.regions()["law"])
    assert [each.text.split(",")[0] for each in law.all("li") if "data-lit" in each.attrs] == [
        "open"
    ]
    assert "data-moved" not in law.all("p", **{"class": "win"})[0].attrs
    assert (
        "data-moved"
        in read(to(lesson, 1990).regions()["law"]).all("p", **{"class": "win"})[0].attrs
    )
    assert read(supposed.regions()["established"]).all("mark")
    assert not read(lesson.regions()["established"]).all("mark")


def test_undo_goes_back_step_by_step_and_says_so_when_nothing_is_left(lesson):
    moved = to(lesson, 1990).after({"switch": "clarity", "value": True})
    once = moved.after({"undo": "dates"})
    assert once.regions() == to(lesson, 1990).regions()
    assert once.after({"redo": "dates"}).regions() == moved.regions()
    back = once.after({"undo": "dates"})
    assert back.regions() == lesson.regions()
    with pytest.raises(Mistake, match="nothing to undo"):
        back.after({"undo": "dates"})
    with pytest.raises(Mistake, match="nothing to redo"):
        lesson.after({"redo": "dates"})


def test_a_reset_can_be_undone(lesson):
    moved = to(lesson, 1990)
    assert moved.after({"reset": "dates"}).after({"undo": "dates"}).exercise == moved.exercise


def test_a_link_opens_where_it_was_made(lesson):
    moved = to(lesson.after({"reading": "pena", "value": "broad"}), 1997).after(
        {"switch": "clarity", "value": True}
    )
    (when,) = read(moved.regions()["when"]).all("section")
    again = dated(when.attrs["data-code"])
    assert again.exercise == moved.exercise
    assert again.regions() == moved.regions()
    (start,) = read(lesson.regions()["when"]).all("section")
    assert start.attrs["data-code"] == ""


@pytest.mark.parametrize(
    "code",
    ["x", "2", "2.1997.broad", "2.1066.broad.", "2.1997.wide.", "2.1997.broad.x", "1.1997.broad.",
     "2.x.broad.", "2.1997.broad..", "9" * 5000, "<script>", "2.1997.broad.\n"],
)  # fmt: skip
def test_a_link_that_is_none_opens_the_record_and_says_so(lesson, code):
    opened = dated(code)
    exercise = lesson.exercise
    assert opened.exercise == Dates.of(exercise.case, exercise.plan)
    assert "The link was not opened" in opened.regions()["when"]
    assert "script" not in opened.regions()["when"]


def test_nothing_of_the_years_shows_before_the_prediction():
    sealed = open_lesson("06_law_on_the_day")
    for region in sealed.exercise.parts["dates"]:
        assert "established" not in read(sealed.regions()[region]).text


def test_one_table_shows_at_a_time_and_goes_when_it_is_pressed_again(lesson):
    asked = lesson.after({"show": "later"}).after({"show": "courts"})
    assert not read(asked.regions()["later"]).text
    assert read(asked.regions()["courts"]).text
    assert not read(asked.after({"show": "courts"}).regions()["courts"]).text
