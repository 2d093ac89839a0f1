"""The notes for whoever teaches: before all else where asked for, and nowhere else."""

import re
from html import unescape

import pytest

from okin_lib.course.teaching.data import Teaching
from okin_lib.files.link_code import decode
from okin_lib.hosts.session import Session
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.kept import kept
from okin_lib.lessons.library import plans, start
from okin_lib.lessons.misconceptions import Misconceptions
from okin_lib.lessons.taken_up import Address
from okin_lib.lessons.teaching import REGION, note_of, notes, with_notes
from okin_lib.page.worded import worded
from tests.page.markup import read

APART = "../../notes/somewhere"
NAMES = [plan.id for plan in plans()]


def words(case) -> list[str]:
    """Some words of each note."""
    return [note.project for note in case.study(Teaching).notes]


@pytest.mark.parametrize("name", NAMES)
def test_without_them_a_lesson_has_nothing_of_them(case, name):
    lesson = start(name)
    shown = "".join(lesson.regions().values())
    assert REGION not in lesson.regions()
    assert not any(REGION in part for part in lesson.parts.values())
    assert not any(text in shown for text in words(case))
    assert "For whoever teaches" not in shown


@pytest.mark.parametrize("name", ["03_act_or_omission", "10_whole_board"])
def test_with_them_they_are_the_first_of_the_first_part_and_stay_there(case, name):
    lesson = with_notes(start(name), APART)
    first = next(iter(lesson.parts))
    assert lesson.parts[first][0] == REGION
    assert case.study(Teaching).note_of(name).project in lesson.regions()[REGION]
    assert f'href="{APART}"' in lesson.regions()[REGION]
    assert next(iter(Session(lesson).regions(first))) == REGION
    assert start(name).regions() == {
        key: html for key, html in lesson.regions().items() if key != REGION
    }
    resumed = lesson.resumed({})
    assert resumed.regions() == lesson.regions()


def test_they_stay_when_what_was_kept_is_taken_up():
    address = Address("03_act_or_omission", notes=APART)
    found = address.taken_up(kept(start("03_act_or_omission"))).lesson
    assert found.regions() == address.opened().regions()
    assert REGION in found.regions()


def test_they_are_folded_on_the_page_and_open_in_a_window_apart():
    shown = with_notes(start("03_act_or_omission"), APART).regions()[REGION]
    assert "<details open" not in shown
    found = notes("03_act_or_omission")
    assert found is not None
    assert found.title == "Act or omission"
    assert "<details>" not in found.note


def test_a_name_without_notes_has_none():
    assert notes("nothing") is None
    lesson = start(NAMES[0])
    assert with_notes(lesson, APART) != lesson


@pytest.mark.parametrize("note", load_case().study(Teaching).notes, ids=lambda note: note.notebook)
def test_a_note_has_what_readers_take_to_be_so_and_what_shows_it(case, note):
    met = [m for m in case.study(Misconceptions).misconceptions if note.notebook in m.notebooks]
    html = note_of(case, note, 2, shown=True)
    text = read(html).text
    assert len(met) + len(note.wrong) >= 2
    for each in met:
        assert each.says in text
        assert each.rests_on.quote in text
        assert each.act in text
    codes = re.findall("<code>(.+?)</code>", unescape(html))
    assert len(codes) == sum(not each.act for each in met)
    assert all(not decode(case, code).notice for code in codes)


@pytest.mark.parametrize("note", load_case().study(Teaching).notes, ids=lambda note: note.notebook)
def test_words_that_describe_violence_can_be_covered_in_a_note(case, note):
    covered = r'<span class="worded".*?</span></span>'
    bare = read(re.sub(covered, "", note_of(case, note, 2, shown=True))).text
    assert "worded" not in worded(case, bare)


def test_they_say_that_hiding_them_locks_nothing(case):
    assert "does not lock them" in case.study(Teaching).about
