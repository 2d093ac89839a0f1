"""Framing the right: ticks in, rules and an answer out."""

import pytest

from okin_lib.instruments.precedents.framing.state import Framing
from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent
from tests.page.markup import ids, pages, unlabelled

COMMIT = {"commit": "too-general", "value": {"choice": "hemphill", "because": "the gun"}}


@pytest.fixture(scope="module")
def lesson():
    return open_lesson("05_framing_the_right").after(COMMIT)


def answer(lesson):
    return lesson.regions()["live"]


def all_but(lesson, precedent, *kept):
    ticked = dict(lesson.exercise.ticks)[precedent]
    for factor in ticked - set(kept):
        lesson = lesson.after({"tick": f"{precedent} {factor}", "value": False})
    return lesson


def test_the_panels_reading_credits_both_cases_together(lesson):
    assert "yes, clearly established (Dwares and Hemphill)" in answer(lesson)


def test_by_itself_hemphill_forces_it(lesson):
    apart = lesson.after({"switch": "together", "value": False})
    assert "yes, clearly established (Hemphill)" in answer(apart)
    assert answer(apart.after({"switch": "together", "value": True})) == answer(lesson)


def test_cases_are_read_each_by_itself_once_one_is_taken_otherwise(lesson):
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    assert "together" not in gun.exercise.on
    later = lesson.after({"tick": "pena-v-deprisco knew", "value": True})
    assert "together" in later.exercise.on


def test_the_gun_as_material_loses_it_and_the_district_courts_position_too(lesson):
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    assert "open" in answer(gun)
    taken = {"position": "district-courts-reading"}
    below = lesson.after({"position": "positions", "value": taken})
    assert "no, not clearly established (Pena)" in answer(below)
    assert below.exercise.reader == "broad"


def test_nothing_ticked_is_no_notice_and_says_what_cuts_the_other_way(lesson):
    general = all_but(lesson, "hemphill").regions()["rules"]
    assert "A state actor may not harm a person." in general
    assert "The contours of the right must be sufficiently clear" in general
    assert "may apply with obvious clarity" in general


def test_everything_ticked_governs_only_its_own_case(case, lesson):
    (dwares,) = (p for p in case.doctrine.precedents if p.id == "dwares")
    assert "present-at-assault" in dwares.factors
    for factor in dwares.factors:
        lesson = lesson.after({"tick": f"dwares {factor}", "value": True})
    assert "governs no decided case but its own" in lesson.regions()["rules"]


def test_a_known_victim_is_never_a_fact_of_dwares(lesson):
    with pytest.raises(BadEvent):
        lesson.after({"tick": "dwares known-victim", "value": True})


def test_clarity_is_shown_and_forces_nothing(lesson):
    shown = lesson.after({"switch": "clarity", "value": True})
    assert "it forces nothing" in shown.regions()["established"]
    assert answer(shown) == answer(lesson)


def test_the_figure_is_drawn_when_asked_for_and_always_the_same(lesson):
    assert "<svg" not in lesson.regions()["grid"]
    drawn = lesson.after({"draw": "grid"}).regions()["grid"]
    assert "<svg" in drawn
    assert "<desc>" in drawn
    fresh = open_lesson("05_framing_the_right").after(COMMIT).after({"draw": "grid"})
    assert fresh.regions()["grid"] == drawn


def test_back_is_the_start(lesson):
    changed = all_but(lesson, "hemphill").after({"reading": "pena", "value": "broad"})
    reset = changed.after({"reset": "framing"})
    assert reset.exercise == Framing.of(lesson.exercise.case, lesson.plan.exercise.framing)


@pytest.mark.parametrize(
    "event",
    [
        {"tick": "hemphill", "value": True},
        {"tick": "<script>", "value": True},
        {"tick": "hemphill known-victim", "value": "yes"},
        {"position": "positions", "value": {"position": "no-such"}},
        {"position": "positions", "value": "panels-reading"},
        {"switch": "pena", "value": True},
        {"reading": "order", "value": "established-first"},
        {"draw": "map"},
        {"toggle": "football-talk", "value": False},
    ],
)
def test_what_is_none_of_its_events_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


def test_markup_is_sound_and_every_control_is_labelled(lesson):
    for each in (lesson, lesson.after({"switch": "clarity", "value": True})):
        root = pages(each.regions(), each.parts)
        assert not unlabelled(root)
        assert len(set(ids(root))) == len(ids(root))
