"""What readers take to be so is shown not to be, by what the model finds or by an act."""

import pytest

from okin_lib.lessons.demonstration import found
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.misconceptions import MISCONCEPTIONS, Misconceptions
from tests.doctrine.study import refused

EVERY = load_case().study(Misconceptions).misconceptions


def test_there_are_many():
    assert len(EVERY) >= 25


@pytest.mark.parametrize(
    "each", [each for each in EVERY if each.shown_by], ids=lambda each: each.id
)
def test_what_shows_it_is_what_the_model_finds(case, each):
    assert found(case, each.shown_by) == each.shown_by.finds


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("such as discussing football", "such as discussing baseball", "word for word"),
        ("id: open-is-even", "id: open is even", "must be small letters"),
        ("id: open-is-even", "id: triable-is-proven", "is taken"),
        ("without: [football-talk], p", "without: [footbal-talk], p", "no fact 'footbal-talk'"),
        ("added: [sincere-belief-lawful]", "added: [sincere-belief]", "no hypothetical"),
        ("readings: {pena: broad}", "readings: {pina: broad}", "no reading 'pina'"),
        ("readings: {pena: broad}", "readings: {pena: wide}", "no value of pena 'wide'"),
        ("party: manion", "party: pena", "no party of whom anything is asked 'pena'"),
        ("finds: {comparator:", "finds: {comparater:", "no element of village 'comparater'"),
        ("finds: {implicit-sanction: triable}", "finds: {implicit-sanction: proven}", "proven"),
        ("year: 1992", "year: 1066", "cannot be in 1066: give one from"),
        ("    act: Set the remark", "    acts: Set the remark", "no field 'acts'"),
        ("    shown_by: {year: 1992,", "    act: Look\n    shown_by: {year: 1992,", "give either"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(MISCONCEPTIONS, case, tmp_path, old, new)
