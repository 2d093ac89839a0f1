"""The words that say what was found: one for each thing, and none too many."""

from pathlib import Path

import pytest
from attrs import evolve

from okin_lib.doctrine.statuses import Status
from okin_lib.lessons.installed import PACKAGE
from okin_lib.page import words
from okin_lib.reasoning.types import Finding


def test_every_status_has_its_own_sign_and_word():
    signs = {word.sign for word in words.STATUS.values()}
    texts = {word.text for word in words.STATUS.values()}
    assert len(signs) == len(texts) == len(words.STATUS) == len(Status.__args__)


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2001-12-23", "December 23, 2001"),
        ("2002-11", "November 2002"),
        ("2003", "2003"),
        ("", ""),
    ],
)
def test_days(iso, written):
    assert words.day(iso) == written


def test_lists():
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_a_hearsay_chain_is_told_from_the_words_in_the_document_back(case):
    admission = next(fact for fact in case.record.facts if fact.id == "sears-told-williams")
    assert words.source(admission.source) == "Okin (words in Douglas's report), reporting Sears"


def test_a_finding_that_leans_says_to_whom(case):
    found = Finding(
        "c",
        "e",
        "douglas",
        "fact",
        "open",
        "open",
        "officers",
        (),
        (),
        (),
        (),
        "a",
        collective=False,
    )
    assert words.graded(case, found) == "open, leaning to the officers"
    of_a_village = evolve(found, party="village")
    assert words.graded(case, of_a_village) == "open, leaning to the municipality"


def test_templates_never_say_what_the_court_would_do():
    page = Path(words.__file__).parent
    for path in [*PACKAGE.rglob("*.html"), *page.rglob("*.py")]:
        assert "court would" not in path.read_text(encoding="utf-8").lower()
