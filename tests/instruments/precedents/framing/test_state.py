"""Framing the right: ticks in, rules and an answer out."""

import pytest

from okin_lib.instruments.precedents.framing.state import Framing
from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent, Mistake
from tests.lessons.answering import predicted
from tests.page.markup import ids, pages, read, unlabelled


@pytest.fixture(scope="module")
def lesson():
    return predicted(open_lesson("05_framing_the_right"))


def answer(lesson):
    (found,) = read(lesson.regions()["established"]).all("span", **{"class": "answer"})
    return found.text


def live(lesson):
    return read(lesson.regions()["live"]).text


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
    below = lesson.after({"position": "positions", "value": "district-courts-reading"})
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
    shown = lesson.after({"show": "grid"})
    assert "<svg" not in shown.regions()["grid"]
    drawn = shown.after({"draw": "grid"}).regions()["grid"]
    assert "<svg" in drawn
    assert "<desc>" in drawn
    fresh = predicted(open_lesson("05_framing_the_right")).after({"show": "grid"})
    assert fresh.after({"draw": "grid"}).regions()["grid"] == drawn


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
        {"position": "positions", "value": "no-such"},
        {"position": "positions", "value": {"position": "panels-reading"}},
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
    acts = ({"switch": "clarity", "value": True}, {"show": "by-position"}, {"show": "grid"})
    for each in (lesson, *map(lesson.after, acts)):
        root = pages(each.regions(), each.parts)
        assert not unlabelled(root)
        assert len(set(ids(root))) == len(ids(root))


# The sentence, the way back and the link


def test_the_sentence_says_what_the_right_was_and_what_is_material(lesson):
    assert live(lesson) == (
        "So taken, for conduct in 2001 the right was clearly established, by Dwares and Hemphill."
        " The panel's reading. Material: 4 of Dwares, 4 of Hemphill, 2 of Pena;"
        " Dwares and Hemphill together."
    )
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    assert live(gun).endswith("That changed: it was clearly established.")


def test_a_tick_that_changes_a_rule_but_no_answer_says_so(lesson):
    ticked = lesson.after({"tick": "pena-v-deprisco knew", "value": True})
    assert answer(ticked) == answer(lesson)
    assert ticked.regions()["rules"] != lesson.regions()["rules"]
    assert live(ticked).endswith("The answer did not change.")
    apart = lesson.after({"switch": "together", "value": False})
    assert live(apart).endswith("The answer did not change; its ground did.")


def test_no_act_is_met_by_silence(lesson):
    ticks = [f"{name} {f}" for name, _ in lesson.exercise.ticks
             for f in lesson.exercise.case.precedents[name].factors]  # fmt: skip
    acts = [{"tick": box, "value": on} for box in ticks for on in (True, False)]
    acts += [{"switch": s, "value": on} for s in ("together", "clarity") for on in (True, False)]
    acts += [{"reading": "pena", "value": reader} for reader in ("narrow", "broad")]
    acts += [{"position": "positions", "value": "repeated-inaction"}]
    broad = lesson.after({"reading": "pena", "value": "broad"})
    for state in (lesson, broad):
        for after in map(state.after, acts):
            if after.exercise != state.exercise:
                assert live(after) != live(state)


def test_the_position_that_this_is_is_chosen_and_none_otherwise(lesson):
    def chosen(state):
        radios = read(state.regions()["positions"]).all("input", data_act="position")
        return [each.attrs["value"] for each in radios if "checked" in each.attrs]

    assert chosen(lesson) == ["panels-reading"]
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    assert chosen(gun) == []
    taken = gun.after({"position": "positions", "value": "fostering-impunity"})
    assert chosen(taken) == ["fostering-impunity"]


def test_undo_goes_back_step_by_step_and_says_so_when_nothing_is_left(lesson):
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    moved = gun.after({"position": "positions", "value": "repeated-inaction"})
    assert moved.after({"undo": "framing"}).regions() == gun.regions()
    assert moved.after({"undo": "framing"}).after({"redo": "framing"}).regions() == moved.regions()
    back = gun.after({"undo": "framing"})
    assert back.exercise == lesson.exercise
    with pytest.raises(Mistake, match="nothing to undo"):
        back.after({"undo": "framing"})


def test_a_link_opens_where_it_was_made(lesson):
    gun = lesson.after({"tick": "hemphill overt-enabling-act", "value": True})
    for state in (gun, gun.after({"reading": "pena", "value": "broad"})):
        (shown,) = read(state.regions()["positions"]).all("section")
        again = predicted(open_lesson("05_framing_the_right", shown.attrs["data-code"]))
        assert again.regions() == state.regions()
    (start,) = read(lesson.regions()["positions"]).all("section")
    assert start.attrs["data-code"] == ""


@pytest.mark.parametrize(
    "code",
    ["x", "2", "2.narrow..1.1", "2.wide..1.1.1", "2.narrow.x.1.1.1", "1.narrow..1.1.1", "2.narrow",
     "2.narrow..g.1.1", "2.narrow..-1.1.1", "2.narrow..fffff.1.1", "2.narrow..1.1.1.1",
     "9" * 5000],
)  # fmt: skip
def test_a_link_that_is_none_opens_the_start_and_says_so(lesson, code):
    opened = predicted(open_lesson("05_framing_the_right", code))
    assert opened.exercise == Framing.of(opened.exercise.case, lesson.plan.exercise.framing)
    assert "The link was not opened" in opened.regions()["positions"]


def test_what_a_position_comes_to_shows_only_when_it_is_asked_for(lesson):
    assert not read(lesson.regions()["by-position"]).text
    assert not read(lesson.regions()["grid"]).text
    sealed = open_lesson("05_framing_the_right").regions()
    assert "established" not in "".join(
        read(sealed[region]).text for region in lesson.exercise.parts["framing"]
    )
