"""The statute: its four jobs, its five occasions, and what its file may not say."""

import pytest

from okin_lib.instruments.statute.data import STATUTE, Statute
from tests.doctrine.study import refused
from tests.reasoning.courtroom import ask


def test_the_statute_has_four_jobs_of_which_one_was_rejected(case):
    found = case.study(Statute)
    assert [job.accepted for job in found.jobs] == [True, True, True, False]
    assert not found.never.accepted
    assert found.fact == "mandatory-arrest-law"
    assert all(job.elements for job in found.jobs)


def test_there_are_five_occasions_each_by_someone_and_on_a_day(case):
    facts = {fact.id: fact for fact in case.record.facts}
    dates = {event.id: event.date for event in case.record.events}
    charges = case.study(Statute).charges
    assert [dates[facts[wish.said[0]].event] for wish in charges] == [
        "2001-12-23",
        "2001-12-23",
        "2002-03-25",
        "2002-05-12",
        "2002-05-19",
    ]


def test_what_is_said_of_her_wishes_moves_nothing(case):
    said = [fact for wish in case.study(Statute).charges for fact in wish.said]
    record = {(f.element, f.party): (f.status, f.lean) for f in ask(case).findings}
    for off in ([fact] for fact in said):
        without = ask(case, off).findings
        assert {(f.element, f.party): (f.status, f.lean) for f in without} == record


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("We decline, however", "We refuse, however", "word for word"),
        ("fact: mandatory-arrest-law", "fact: arrest-law", "mandatory-arrest-law"),
        ("elements: [custom]", "elements: [customs]", "did you mean 'custom'?"),
        ("said: [okin-would-not-sign]", "said: [football-talk, feet-shown]", "one event"),
        ("- id: notice", "- id: custom", "taken"),
        ("accepted: false", "acepted: false", "did you mean 'accepted'?"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(STATUTE, case, tmp_path, old, new)
