"""The record and its disputes: the statute and the readings in, the studies out."""

import pytest

from okin_lib.lessons.library import open_lesson
from okin_lib.page.regions import BadEvent, changed
from tests.page.markup import ids, pages, unlabelled

COMMIT = {
    "commit": "threat-to-her-life",
    "value": {"choice": "williams-only", "because": "the report"},
}


@pytest.fixture(scope="module")
def lesson():
    return open_lesson("07_the_record_and_its_disputes").after(COMMIT)


def test_all_four_studies_are_there(lesson):
    regions = lesson.regions()
    assert "varies between the accounts, and turns a finding in this model" in regions["lens"]
    assert 'data-act="toggle"' in regions["statute"]
    assert {"knowledge", "remand"} <= regions.keys()


def test_the_statute_goes_off_and_comes_back(lesson):
    fact = "mandatory-arrest-law"
    off = lesson.after({"toggle": fact, "value": False})
    assert "statute" in changed(lesson.regions(), off.regions())
    assert off.after({"toggle": fact, "value": True}).regions() == lesson.regions()


def test_the_officers_version_changes_the_motion(lesson):
    theirs = lesson.after({"reading": "version", "value": "officers"})
    assert "lens" in changed(lesson.regions(), theirs.regions())


@pytest.mark.parametrize(
    "event",
    [
        {"toggle": "football-talk", "value": False},
        {"reading": "pena", "value": "broad"},
        {"reading": "version", "value": "mine"},
    ],
)
def test_what_is_none_of_its_events_is_refused(lesson, event):
    with pytest.raises(BadEvent):
        lesson.after(event)


def test_markup_is_sound_and_every_control_is_labelled(lesson):
    root = pages(lesson.regions(), lesson.parts)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))
