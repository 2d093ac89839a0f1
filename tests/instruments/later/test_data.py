"""Later law: cards that decide nothing, and are marked until someone has checked them."""

import re

import attrs
import pytest

from okin_lib.instruments.later.data import LATER, Later
from okin_lib.instruments.later.view import cards
from tests.doctrine.study import refused
from tests.page.markup import read

FOUND = {
    "mullenix": "waited some minutes",
    "rivas-villegas": "only assumed",
    "connick": "need to train was obvious",
    "tahlequah": "former husband",
    "iqbal": "May 2009, before this opinion",
    "torres-graeff": "without precedential effect",
    "johnson-biddeford": "Immunity was affirmed",
    "martinez-clovis": "not clearly established before",
    "taravella": "note 11",
    "camreta": "won on immunity",
}


@pytest.fixture
def later(case):
    return {card.id: card for card in case.study(Later).cards}


def test_every_authority_asked_for_is_there(later):
    assert set(later) == {
        *("al-kidd", "tolan", "mullenix", "kisela", "connick", "askins", "taylor"),
        *("rivas-villegas", "tahlequah", "martinez-clovis", "tangreti", "iqbal"),
        *("torres-graeff", "taravella", "irish-fowler", "johnson-biddeford", "fisher-moore"),
        *("jones-east-haven", "white-pauly", "wesby", "emmons", "camreta"),
    }


@pytest.mark.parametrize(("card", "words"), FOUND.items())
def test_a_card_says_what_limits_it(later, card, words):
    found = later[card]
    assert words in " ".join((found.holds, found.plaintiff, found.officers))


def test_a_card_bears_on_a_question_and_has_both_sides_and_no_quotation_or_pin(later):
    for card in later.values():
        assert card.elements or card.readings
        said = (card.holds, card.plaintiff, card.officers)
        assert all(said)
        assert not any(re.search(r'["“”]|\bat \d|, \d{2,}', text) for text in said), card.id


def test_none_is_verified_until_a_person_has_checked_it(case, later):
    assert not any(card.checked for card in later.values())
    assert cards(case, "later").count("Not verified. Check before class.") == len(later)


def test_who_has_checked_a_card_is_shown_in_place_of_the_warning(case):
    found = case.study(Later)
    checked = attrs.evolve(found.cards[0], checked="A. Reader, 2027")
    other = attrs.evolve(found, cards=(checked, *found.cards[1:]))
    shown = cards(_with(case, other), "later")
    assert "Checked: A. Reader, 2027." in shown
    assert shown.count("Not verified.") == len(found.cards) - 1


def test_a_reading_on_which_a_card_bears_is_named(case):
    shown = cards(case, "later")
    assert case.readings["order"].label in shown
    assert case.readings["attribution"].label in shown


def _with(case, later):
    studies = {kind: case.study(kind) for kind in case.studies}
    return attrs.evolve(case, studies=type(case.studies).of({**studies, Later: later}))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("year: 2009", "year: 2001", "is no later law"),
        ("readings: [order]", "readings: [ordre]", "did you mean 'order'?"),
        ("elements: [training]", "elements: [trainin]", "did you mean 'training'?"),
        ("2026-11-25", "25 November", "is no date"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(LATER, case, tmp_path, old, new)


def test_a_card_on_what_is_asked_of_municipalities_alone_is_cited_for_one(case, later):
    articles = dict(zip(later, read(cards(case, "later")).all("article"), strict=True))
    assert {*later["askins"].elements} == {"custom-despite-immunity", "training-despite-immunity"}
    assert "For the municipality: " in articles["askins"].text
    assert "For the officers: " in articles["mullenix"].text
