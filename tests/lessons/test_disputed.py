"""The record and its disputes: the statute and the readings in, the studies out."""

import pytest

from okin_lib.files.link_code import encode
from okin_lib.lessons.library import open_lesson, start
from okin_lib.page.regions import BadEvent, Mistake, changed
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, pages, read, unlabelled

LESSON = "07_the_record_and_its_disputes"
COMMIT = {
    "commit": "threat-to-her-life",
    "value": {"choice": "williams-only", "because": "the report"},
}
STUDIES = ("lens", "timeline", "knowledge", "statute", "remand", "changed")
OFFICERS = {"reading": "version", "value": "officers"}
STATUTE = "mandatory-arrest-law"


@pytest.fixture(scope="module")
def lesson():
    return open_lesson(LESSON).after(COMMIT)


def show(lesson, study):
    return lesson.after({"show": study, "value": ""})


def live(lesson):
    return read(lesson.regions()["live"]).text


def test_all_studies_are_there_each_when_it_is_asked_for(lesson):
    regions = lesson.regions()
    assert "varies between the accounts, and turns a finding in this model" in regions["lens"]
    for study in STUDIES:
        shown = show(lesson, study).regions()
        opened = [each for each in STUDIES if read(shown[each]).all("h3")]
        assert opened == [study]
        assert (
            read(shown["aspects"]).all("button", aria_pressed="true")[0].attrs["data-id"] == study
        )


def test_the_statute_has_one_switch(lesson):
    off = lesson.after({"toggle": STATUTE, "value": False})
    for state, on in ((lesson, True), (off, False)):
        root = pages(show(state, "statute").regions(), state.parts)
        (box,) = root.all("input", data_act="toggle", data_id=STATUTE)
        assert ("checked" in box.attrs) == on


def test_the_statute_goes_off_and_comes_back(lesson):
    off = lesson.after({"toggle": STATUTE, "value": False})
    assert "statute" in changed(show(lesson, "statute").regions(), show(off, "statute").regions())
    assert off.after({"toggle": STATUTE, "value": True}).regions() == lesson.regions()


def test_the_officers_version_changes_the_motion_and_says_what_it_was(lesson):
    theirs = lesson.after(OFFICERS)
    assert "lens" in changed(lesson.regions(), theirs.regions())
    told = read(theirs.regions()["lens"])
    assert "Otherwise than on the record: " in told.all("p", **{"class": "moved"})[0].text
    (marked,) = {mark.text for mark in told.all("table")[0].all("mark")}
    assert marked == "open"
    listed = read(show(theirs, "changed").regions()["changed"])
    count = len(listed.all("tr")) - 1
    assert f"and {count - 1} more" in live(theirs)
    assert "Whose version is assumed" in listed.text


@pytest.mark.parametrize("study", STUDIES)
def test_no_switch_is_met_with_silence(lesson, study):
    record = show(lesson, study)
    for reading in lesson.exercise.plan.readings:
        for value in lesson.case.readings[reading].values[1:]:
            after = record.after({"reading": reading, "value": value.id})
            news = changed(record.regions(), after.regions())
            assert {"assumed", "live"} <= news.keys()
            assert value.label in live(after)
            assert "finding" in live(after)
            assert study == "timeline" or study in news or study == "statute"


def test_undo_and_reset_lead_back_and_say_where_there_is_nothing_to_undo(lesson):
    off = lesson.after(OFFICERS).after({"toggle": STATUTE, "value": False})
    once = off.after({"undo": "disputed"})
    assert once.regions() == lesson.after(OFFICERS).regions()
    assert once.after({"undo": "disputed"}).regions() == lesson.regions()
    reset = off.after({"reset": "disputed"})
    assert reset.regions() == lesson.regions()
    assert reset.after({"undo": "disputed"}).regions() == off.regions()
    for act in ("undo", "reset"):
        with pytest.raises(Mistake, match="Nothing was"):
            lesson.after({act: "disputed"})


def test_a_link_carries_what_is_assumed_and_no_more_than_can_be_here(lesson):
    case = lesson.case
    theirs = lesson.after(OFFICERS)
    code = encode(case, theirs.exercise.scenario)
    assert f"s={code}" in theirs.regions()["assumed"]
    assert start(LESSON, code).after(COMMIT).regions() == theirs.regions()
    for bad in ("nonsense", encode(case, scenario(case, ["football-talk"]))):
        opened = start(LESSON, bad).after(COMMIT)
        assert "The link was not opened" in live(opened)
        assert opened.exercise.scenario == lesson.exercise.scenario
        assert "data-code" not in opened.regions()["assumed"]


def test_what_is_chosen_in_a_study_changes_only_it(lesson):
    for study, field in (("lens", "matter"), ("timeline", "fact"), ("knowledge", "known")):
        shown = show(lesson, study)
        other = read(shown.regions()[study]).all("input", data_id=field)[-1].attrs["value"]
        after = shown.after({"choose": field, "value": other})
        assert changed(shown.regions(), after.regions()).keys() == {study}


@pytest.mark.parametrize(
    "event",
    [
        {"toggle": "football-talk", "value": False},
        {"reading": "pena", "value": "broad"},
        {"reading": "version", "value": "mine"},
        {"show": "evidence"},
        {"choose": "known", "value": "lug.violence"},
        {"choose": "matter", "value": "nothing"},
        {"draw": "timeline"},
    ],
)
def test_what_is_none_of_its_events_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


@pytest.mark.parametrize("study", STUDIES)
def test_markup_is_sound_and_every_control_is_labelled(lesson, study):
    shown = show(lesson.after(OFFICERS), study)
    root = pages(shown.regions(), lesson.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
