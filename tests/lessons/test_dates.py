"""The law on the day: a year in, the law of that year out."""

import pytest

from okin_lib.instruments.docket.data import Docket
from okin_lib.instruments.precedents.dates.points import points
from okin_lib.lessons.dates import Dates
from okin_lib.lessons.dates_tables import LABELS
from okin_lib.page.passages import passage
from okin_lib.page.regions import BadEvent
from tests.lessons.answering import dated
from tests.page.markup import ids, pages, read, unlabelled
from tests.reasoning.courtroom import OFFICERS


@pytest.fixture(scope="module")
def lesson():
    return dated()


def asked(lesson, table):
    """A table, which shows once it is asked for."""
    assert lesson.regions()[table] == f'<section data-region="{table}" hidden></section>'
    return lesson.after({"show": table}).regions()[table]


def said(lesson):
    """The answer of the reading that is chosen."""
    (found,) = read(lesson.regions()["established"]).all("p", data_reading=lesson.exercise.reader)
    return found.text


def answer(lesson, year=None, **readings):
    for reading, value in readings.items():
        lesson = lesson.after({"reading": reading, "value": value})
    if year:
        lesson = lesson.after({"year": "when", "value": str(year)})
    return said(lesson)


@pytest.mark.parametrize(
    ("year", "narrow", "broad"),
    [
        (1985, "no, not", "no, not"),
        (1992, "no, not", "no, not"),
        (1993, "open", "no, not"),
        (1998, "open", "no, not"),
        (1999, "(Dwares and Hemphill)", "no, not"),
        (2001, "(Dwares and Hemphill)", "no, not"),
        (2006, "(Dwares, Hemphill and Pena)", "(Pena)"),
    ],
)
def test_the_year_decides(lesson, year, narrow, broad):
    assert narrow in answer(lesson, year)
    assert broad in answer(lesson, year, pena="broad")


def test_the_year_of_the_first_case_is_open_and_says_why(case, lesson):
    party = lesson.exercise.plan.party
    page = lesson.after({"year": "when", "value": "1993"}).regions()["established"]
    assert all(passage(case, why, party) in page for why in case.doctrine.same_year)
    assert "force no answer either way" in page


def test_what_the_first_case_is_by_itself_is_open_and_says_why(case, lesson):
    party = lesson.exercise.plan.party
    undecided = case.precedents["dwares"].establishes["narrow"].undecided
    for year in range(1994, 1999):
        page = lesson.after({"year": "when", "value": str(year)}).regions()["established"]
        assert all(passage(case, why, party) in page for why in undecided.because)
        assert {why.side for why in undecided.because} == {"plaintiff", "officers"}


def test_a_difference_that_is_not_material_is_not_said_to_be_none(lesson):
    assert "overt-enabling-act" in lesson.exercise.case.precedents["hemphill"].factors
    shown = asked(lesson, "map")
    assert "none that is material on this reading" in shown
    assert ">none<" not in shown


def test_what_is_supposed_of_a_precedent_is_marked_wherever_it_is_used(lesson):
    broad = lesson.after({"reading": "pena", "value": "broad"})
    mark = "is supposed; the opinion does not state it"
    assert asked(broad, "map").count(mark) == 1
    assert asked(broad, "docket").count(mark) == 2  # under each order
    assert "in part as supposed" in asked(broad, "years")
    assert not any(mark in region for region in lesson.regions().values())
    assert not any(mark in asked(lesson, table) for table in LABELS)


def test_an_answer_that_rests_on_a_supposed_ratio_says_so(lesson):
    broad = lesson.after({"reading": "pena", "value": "broad"})
    assert "supposed" not in answer(broad, 2006)
    together = broad.after({"switch": "together", "value": True})
    assert "in part as supposed" in answer(together, 2006)
    moved = together.after({"year": "when", "value": "2006"})
    assert "in part as supposed" in moved.regions()["established"]


def test_the_year_found_is_shown_with_its_case(lesson):
    years = asked(lesson, "years")
    assert "1999" in years
    assert "Hemphill v. Schott" in years
    assert "2006" in years
    assert "Pena v. DePrisco" in years


def test_later_cases_stay_in_sight_and_are_marked(lesson):
    cases = asked(lesson.after({"year": "when", "value": "1995"}), "cases")
    assert cases.count("not yet decided") == 3


def test_moving_the_date_moves_nothing_but_this_question(lesson):
    moved = lesson.after({"step": "earlier"})
    assert lesson.regions()["orders"] == moved.regions()["orders"]
    for table in ("years", "courts", "docket", "later"):
        assert asked(lesson, table) == asked(moved, table)


def test_the_docket_shows_who_wins_under_one_order_alone(lesson):
    docket = asked(lesson, "docket")
    assert "wins under one order and loses under the other, on the same facts" in docket
    invented = lesson.case.study(Docket).invented
    assert all(f"Invented: {each.label}" in docket for each in invented)


def test_the_courts_part_at_a_step_that_is_named(lesson):
    assert "here they part" in asked(lesson, "courts")


def test_later_law_is_fenced(lesson):
    later = asked(lesson, "later")
    assert "outside the opinion" in later
    assert "November 25, 2026" in later
    assert later.count("Not verified. Check before class.") == 22


def test_the_years_end_where_they_end(lesson):
    first = lesson.after({"year": "when", "value": "1985"})
    assert first.after({"step": "earlier"}).regions() == first.regions()


def test_the_figure_is_drawn_when_asked_for(lesson):
    assert "<svg" not in asked(lesson, "map")
    drawn = lesson.after({"show": "map"}).after({"draw": "map"})
    assert "<svg" in drawn.regions()["map"]


def test_back_is_the_start(lesson):
    moved = lesson.after({"year": "when", "value": "1990"}).after(
        {"switch": "together", "value": True}
    )
    assert moved.after({"reset": "dates"}).exercise == Dates.of(
        lesson.exercise.case, lesson.exercise.plan
    )


@pytest.mark.parametrize(
    "event",
    [
        {"year": "when", "value": "1900"},
        {"year": "when", "value": 1990},
        {"year": "then", "value": "1990"},
        {"step": "sideways"},
        {"draw": "grid"},
        {"show": "grid"},
        {"undo": "framing"},
    ],
)
def test_what_is_none_of_its_events_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


def test_markup_is_sound_and_every_control_is_labelled(lesson):
    shown = [lesson.after({"year": "when", "value": str(year)}) for year in (1990, 2001)]
    shown += [lesson.after({"show": table}) for table in LABELS]
    for each in shown:
        root = pages(each.regions(), each.parts)
        assert not unlabelled(root)
        assert len(set(ids(root))) == len(ids(root))


def test_no_difference_is_none_that_is_material_on_the_reading(lesson):
    table = read(asked(lesson, "map")).all("table")[0]
    (hemphill,) = (row for row in table.all("tr") if row.text.startswith("Hemphill"))
    found = hemphill.all("td")[-1].text
    assert found.startswith("none that is material on this reading")
    assert "Not material on this reading: overt enabling act" in found


@pytest.mark.parametrize("reader", ["narrow", "broad"])
def test_a_difference_is_material_or_not_and_never_both(case, reader):
    for party in OFFICERS:
        for point in points(case, party, 2001, reader):
            assert not set(point.differences) & set(point.immaterial)
