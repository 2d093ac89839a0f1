"""The facts of the record: whose account each is, and where the Discussion relies on it."""

from collections import defaultdict

import pytest

from tests.record.reliance import RELIANCE

NAMED = {
    "town-backup-june": "424 n.6",
    "power-and-phones-said-cut": "423",
    "leg-and-doctor": "423-24",
    "raised-hand-alleged": "424",
    "ranting-remark": "422",
    "attorney-remark": "422",
    "motive-remark": "425",
    "state-police-called": "425",
    "acted-in-concert-alleged": "426",
    "inaccurate-reports-alleged": "427",
    "odell-unaware-of-contributions": "426 n.8",
    "manion-no-favors": "426 n.8",
}


@pytest.mark.parametrize(("fact", "page"), NAMED.items())
def test_what_the_background_recites_is_in_the_record(case, fact, page):
    assert case.facts[fact].page == page


@pytest.mark.parametrize(("page", "quote", "facts"), RELIANCE)
def test_each_passage_that_relies_on_facts_stands_on_its_page(case, page, quote, facts):
    case.opinion.verify(quote, page)
    assert not set(facts) - set(case.facts)


def test_a_fact_is_used_exactly_where_the_discussion_relies_on_it(case):
    relied = defaultdict(set)
    for page, _, facts in RELIANCE:
        for fact in facts:
            relied[fact].add(page)
    assert {fact.id: set(fact.used) for fact in case.record.facts if fact.used} == relied


def test_the_pages_that_use_a_fact_are_pages_of_the_discussion(case):
    start = case.opinion.location("427", "I. Okin's Due Process Claims")
    for fact in case.record.facts:
        for pin in fact.used:
            assert case.opinion.start(pin) > start, (fact.id, pin)


def test_what_okin_said_that_an_officer_wrote_down_is_her_account(case):
    officers = {p.name for p in case.record.parties if p.role in ("officer", "nonparty-officer")}
    for fact in case.record.facts:
        told = fact.source
        if told.who in officers and "Okin" in told.hops:
            assert fact.version == "officers", fact.id
            assert fact.status == "disputed", fact.id
        if told.who == "Okin" and told.written_by:
            assert told.told_through[-1] == "Okin", fact.id
            assert fact.status == "plaintiff", fact.id
            assert "wrote" in fact.statement or "records" in fact.statement, fact.id


def test_the_admission_is_okins_account_and_precedes_the_first_call(case):
    fact = case.facts["sears-told-williams"]
    told = fact.source
    assert (told.who, told.written_by, fact.status) == ("Okin", "Douglas", "plaintiff")
    assert told.told_through == ("Sears", "Okin")
    (dispute,) = (each for each in case.disputes if each.id == "admission")
    (best,) = (note for note in dispute.notes if note.side == "officers")
    assert "before the first call to the police" in best.text


def test_friendship_and_donations_feed_no_factor(case):
    fed = frozenset().union(*case.feeds.values())
    theirs = [f for f in case.record.facts if f.event == "acquaintance"]
    assert len(theirs) == 15
    assert not fed & {fact.id for fact in theirs}
    for fact in theirs:
        if "n.8" in fact.page:
            assert "never relies on friendship or donations" in fact.remark.text


def test_new_marks_of_contempt_feed_contempt_and_the_trainer_only(case):
    marks = {"ranting-remark", "attorney-remark", "non-relevant-remark", "motive-remark"}
    fed_by = {k for k, each in case.ascribed.items() if marks & set(each.arises.facts)}
    assert fed_by == {"open-contempt", "dismissive-trainer", "own-part"}
    for factor in fed_by:
        assert marks <= set(case.ascribed[factor].arises.facts)
