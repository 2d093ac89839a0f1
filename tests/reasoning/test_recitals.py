"""What the opinion recites of failures as a whole keeps them alive where no incident shows them.

420: neither department "arrested Sears or interviewed him at any length", and "Only one domestic
incident report was filed"; 440: "more than a dozen contacts".
"""

import pytest

from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import scenario
from tests.reasoning.courtroom import AFFIRMATIVE, OFFICERS, VILLAGE, ask, finding, held

ACTS = (*AFFIRMATIVE, "C41", "C44", "C45", "F15")
NO_ARREST, ONE_REPORT = "A11", "A12"
RECITED = [(), (NO_ARREST,), (ONE_REPORT,)]


@pytest.fixture
def failures(case):
    maps = {fact.id: fact.map for fact in case.record.facts}
    return tuple(maps[fact] for fact in case.factors["repeated-failures"].arises.failures)


@pytest.mark.parametrize("without", RECITED)
def test_no_incident_is_not_no_failure_while_they_are_recited(case, failures, without):
    off = ask(case, without=(*failures, *ACTS, *without))
    for party in VILLAGE:
        found = finding(off, "implicit-sanction", party)
        assert (found.status, found.lean) == ("open", None)
    assert held(off, "custom", "village") == ("open", "open")
    reasons = finding(off, "implicit-sanction", "weber").because
    assert [s for s in reasons if s.page == "428" and "might" in s.quote]


def test_nor_where_only_the_failures_of_the_incidents_are_off(case, failures):
    custom = finding(ask(case, without=failures), "custom", "village")
    assert custom.status == "open"
    assert {s.side for s in custom.because if s.side} == {"plaintiff", "officers"}


def test_without_incident_or_recital_there_is_no_failure(case, failures):
    off = ask(case, without=(*failures, *ACTS, NO_ARREST, ONE_REPORT))
    for party in VILLAGE:
        assert held(off, "implicit-sanction", party)[0] == "no-genuine-issue"
    assert held(off, "custom", "village")[0] == "no-genuine-issue"


def test_what_is_recited_of_departments_is_charged_to_no_officer_alone(case, failures):
    alone = {"attribution": "individual"}
    posed = pose(case, scenario(case, without=failures, readings=alone))
    for party in OFFICERS:
        assert situation(posed, party).value("repeated-failures") is False, party


def test_who_answered_every_call_did_not_fail_whatever_is_recited(case, failures):
    posed = pose(case, scenario(case, without=failures, added=["responded-each-time"]))
    assert situation(posed, "village").value("repeated-failures") is False
