"""Disputed matters: the record's are all there, and one word wrong is found with its line."""

import shutil
from collections import defaultdict

import pytest

from okin_lib.lessons.installed import PACKAGE
from okin_lib.record.disputes import load_disputes
from okin_lib.record.placed import DataError

FILE = "record/disputes.yaml"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "record").mkdir()
    shutil.copy(PACKAGE / FILE, tmp_path / FILE)
    return tmp_path


def test_every_disputed_fact_of_the_record_is_in_one_matter(case):
    disputed = {fact.id for fact in case.record.facts if fact.status == "disputed"}
    assert disputed <= {fact for dispute in case.disputes for fact in dispute.facts}


def test_each_account_is_one_sides(case):
    versions = {fact.id: fact.version for fact in case.record.facts}
    for dispute in case.disputes:
        for account in dispute.accounts:
            assert {versions[fact] for fact in account.facts} <= {"any", account.side}


def test_what_one_sides_accounts_alone_tell_is_of_its_version(case):
    """421: made no written report of a visit that Weber's report does not have."""
    versions = {fact.id: fact.version for fact in case.record.facts}
    for dispute in case.disputes:
        if len(dispute.accounts) > 1:
            sides = defaultdict(set)
            for account in dispute.accounts:
                for fact in account.facts:
                    sides[fact].add(account.side)
            for fact, told in sides.items():
                assert len(told) > 1 or {versions[fact]} == told, fact


def test_her_own_papers_are_two_accounts(case):
    (feet,) = (dispute for dispute in case.disputes if dispute.id == "feet")
    assert [account.side for account in feet.accounts] == ["plaintiff", "plaintiff", "officers"]


def test_what_no_one_contradicts_has_one_account(case):
    assert [d.id for d in case.disputes if len(d.accounts) == 1] == ["admission"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("But Okin insists", "And Okin insists", "word for word"),
        ('page: "424"', 'page: "425"', "stands on 424"),
        ("side: officers", "side: officer", "must be one of plaintiff, officers"),
        ("[football-talk]", "[footbal-talk]", "did you mean 'football-talk'?"),
        ("[football-talk]", "[]", "no facts"),
        ("[football-talk]", "[spoke-separately]", "version of the officers"),
        ("[football-talk]", "[feet-shown]", "is in 'football-or-separate-talk' too"),
        ("id: slow-to-door", "id: feet", "taken"),
        ("id: slow-to-door", "id: slow to door", "small letters"),
        ("title: How she", "titel: How she", "did you mean 'title'?"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, root, old, new, says):
    text = (root / FILE).read_text("utf-8")
    assert old in text
    (root / FILE).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=rf"{FILE}:\d+: ") as refused:
        load_disputes(root, case.record, case.opinion)
    assert says in str(refused.value)


def test_a_matter_without_accounts_is_refused(case, root):
    entry = '  - {id: none, title: None, page: "422", quote: Okin denies this., accounts: []}\n'
    with (root / FILE).open("a", encoding="utf-8") as file:
        file.write(entry)
    with pytest.raises(DataError, match="'none' has no accounts"):
        load_disputes(root, case.record, case.opinion)
