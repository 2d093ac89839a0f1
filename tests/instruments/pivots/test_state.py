"""The facts that matter: an element, an officer and a fact in, the parts they play out."""

import re

import pytest

from okin_lib.instruments.pivots.part import ROLE
from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent, Mistake
from okin_lib.reasoning.pivotal import pivotal
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, pages, read, unlabelled

COMMIT = {"commit": "football-for-lug", "value": {"choice": "not-for-lug", "because": "away"}}


@pytest.fixture(scope="module")
def lesson():
    return open_lesson("04_the_facts_that_matter").after(COMMIT)


def rows(lesson):
    """Each officer's row of the table, as words."""
    table = lesson.regions()["roles"].partition("<tbody")[2].partition("</tbody>")[0]
    text = (re.sub(r"<[^>]+>|\s+", " ", f"<tr {row}") for row in table.split("<tr ")[1:])
    return {words.split()[0]: " ".join(words.split()) for words in text}


def test_the_football_conversation_officer_by_officer_and_reading_by_reading(lesson):
    found = rows(lesson)
    for officer in ("Douglas", "Lug", "Weber", "Williams"):
        assert found[officer].count("● but for") == 3
    assert found["Douglas"].count("◐ necessary in a set") == 2
    assert found["Lug"].count("○ neither") == 2
    for officer in ("Manion", "O&#39;Dell"):
        assert found[officer].count("○ neither") == 5


def test_nothing_in_the_record_changes_the_explicit_sanction_and_the_nearest_is_named(lesson):
    asked = lesson.after({"choose": "element", "value": "explicit-sanction"})
    turns_on = asked.regions()["turns-on"]
    assert "no removal of facts of the record, however many, changes this status" in turns_on
    assert "Douglas assures Sears in words (not in the record)" in read(turns_on).text


def test_it_says_what_pivotal_does_not_mean(lesson):
    assert "nothing of what caused an injury" in lesson.regions()["roles"]


def test_the_figure_is_drawn_when_asked_for_and_is_of_one_choice(lesson):
    assert "<svg" not in lesson.regions()["roles"]
    drawn = lesson.after({"draw": "roles"})
    assert "<svg" in drawn.regions()["roles"]
    assert not unlabelled(pages(drawn.regions(), drawn.parts))
    for choice, value in (("fact", "officers-trained"), ("officer", "lug")):
        chosen = drawn.after({"choose": choice, "value": value})
        assert "<svg" not in chosen.regions()["roles"]


@pytest.mark.parametrize("element", ["violation", "clearly-established", "sorting"])
def test_a_search_cut_short_says_so(lesson, element):
    asked = lesson.after({"choose": "element", "value": element})
    shown = "".join(asked.regions().values())
    assert "not settled" in shown


def test_tiles_are_the_facts_of_the_smallest_sets_with_the_part_that_each_plays(lesson):
    pivots = lesson.exercise
    found = pivotal(lesson.case, scenario(lesson.case), pivots.element, pivots.officer, 100)
    root = read(lesson.regions()["turns-on"])
    (out, *_) = root.all("div", **{"class": "way"})
    tiles = [t for t in out.all("span") if "data-role" in t.attrs]
    drawn = list(found.but_for)
    drawn += [key for each in found.removals if len(each) > 1 for key in each][: len(tiles)]
    assert [t.attrs["data-role"] for t in tiles] == [found.role(key) for key in drawn][
        : len(tiles)
    ]
    assert all(ROLE[found.role(k)].text in t.text for k, t in zip(drawn, tiles, strict=False))
    (me,) = [t for t in tiles if "me" in t.attrs["class"].split()]
    assert lesson.case.facts[pivots.fact].label in me.text


def test_undo_and_reset_lead_back_and_say_where_there_is_nothing_to_undo(lesson):
    one = lesson.after({"choose": "officer", "value": "lug"})
    two = one.after({"choose": "fact", "value": "officers-trained"})
    assert two.after({"undo": "pivots"}).regions() == one.regions()
    assert two.after({"reset": "pivots"}).regions() == lesson.regions()
    assert two.after({"reset": "pivots"}).after({"undo": "pivots"}).regions() == two.regions()
    for act in ("undo", "reset"):
        with pytest.raises(Mistake, match="Nothing was"):
            lesson.after({act: "pivots"})


def test_a_link_asks_the_same_again(lesson):
    asked = lesson.after({"choose": "officer", "value": "lug"})
    code = read(asked.regions()["choice"]).all("section")[0].attrs["data-code"]
    again = open_lesson("04_the_facts_that_matter", code).after(COMMIT)
    assert again.regions() == asked.regions()
    bad = open_lesson("04_the_facts_that_matter", "sorting.nobody.x").after(COMMIT)
    assert "The link was not opened" in bad.regions()["live"]
    assert bad.regions()["turns-on"] == lesson.regions()["turns-on"]


@pytest.mark.parametrize("choice", ["element", "officer", "fact"])
def test_no_choice_is_met_with_silence(lesson, choice):
    for value in lesson.exercise.choices[choice]:
        if value != getattr(lesson.exercise, choice):
            after = lesson.after({"choose": choice, "value": value})
            assert after.regions()["live"] != lesson.regions()["live"]


@pytest.mark.parametrize(
    "event",
    [
        {"choose": "element", "value": "custom"},
        {"choose": "fact", "value": "<script>"},
        {"choose": "judge", "value": "pooler"},
        {"choose": "officer", "value": None},
        {"draw": "map"},
    ],
)
def test_what_is_none_of_its_events_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


def test_markup_is_sound_and_every_control_is_labelled(lesson):
    root = pages(lesson.regions(), lesson.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
