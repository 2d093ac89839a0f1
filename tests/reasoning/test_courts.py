"""Both courts' dispositions, and the shape of what each decided."""

import pytest

from okin_lib.doctrine.readings import stands
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset
from okin_lib.reasoning.types import Scenario
from tests.reasoning.courtroom import (
    OFFICERS,
    TOWN,
    VILLAGE,
    ask,
    disposition,
    finding,
    held,
)


@pytest.mark.parametrize("party", VILLAGE)
def test_the_panel_reverses_as_to_the_village_officers(case, party):
    found = disposition(ask(case), party)
    assert (found.motion, found.on_appeal, found.grade) == ("denied", "reversed", "decided")


@pytest.mark.parametrize("party", TOWN)
def test_the_panel_affirms_as_to_the_town_officers(case, party):
    found = disposition(ask(case), party)
    assert (found.motion, found.on_appeal, found.grade) == ("granted", "affirmed", "decided")


def test_the_opinion_does_not_address_the_wrongdoer(case):
    found = disposition(ask(case), "sears")
    assert (found.motion, found.on_appeal) == ("not-addressed", "not-addressed")
    assert not [f for f in ask(case).findings if f.party == "sears"]


@pytest.mark.parametrize("party", TOWN)
def test_for_the_town_officers_only_two_elements_are_stated(case, party):
    stated = {
        f.element: f.status
        for f in ask(case).findings
        if f.party == party
        and f.claim in ("due-process", "qualified-immunity")
        and f.status not in ("not-stated", "not-reached")
    }
    assert stated == {"explicit-sanction": "no-genuine-issue", "sorting": "no-genuine-issue"}
    assert held(ask(case), "immunity", party)[0] == "not-reached"


@pytest.mark.parametrize("party", OFFICERS)
def test_the_district_court_grants_for_all_six(case, party):
    below = ask(case, **preset(case, "district-court"))
    assert disposition(below, party).motion == "granted"
    assert disposition(below, party).grade == "decided"
    assert held(below, "explicit-sanction", party) == ("no-genuine-issue", "decided")
    assert held(below, "implicit-sanction", party)[0] == "not-reached"
    assert held(below, "violation", party)[0] == "not-reached"
    assert held(below, "clearly-established", party) == ("no", "decided")
    assert held(below, "immunity", party) == ("yes", "decided")
    assert {s.speaker for s in finding(below, "immunity", party).because} == {"district-court"}


def test_the_second_circuit_preset_is_the_default(case):
    assert ask(case, **preset(case, "second-circuit")) == ask(case)


def test_the_order_of_prongs_leaves_the_judgment_for_the_officers_as_it_is(case):
    other = ask(case, order="established-first")
    for party in OFFICERS:
        assert disposition(other, party).motion == disposition(ask(case), party).motion


def test_on_the_record_what_the_court_held_of_a_party_comes_before_any_rule_that_fits(case):
    """Of equal protection it held one thing for all (439), whatever each is told to have done."""
    for found in analyze(case, Scenario()).findings:
        holdings = {
            each.id: each.parties
            for each in case.elements[found.element].authorities
            if each.kind == "holding" and stands(each.under, case.defaults)
        }
        if any(found.party in parties for parties in holdings.values()):
            assert found.authority in holdings, (found.party, found.element)


def test_what_turns_on_nothing_that_was_left_out_stands_on_the_ground_it_stood_on(case):
    """Else each switch would have moved the ground of whatever a rule fits as well (439)."""
    decided = analyze(case, Scenario()).findings
    for fact in case.record.facts:
        left_out = Scenario(without=frozenset([fact.id]))
        for was, now in zip(decided, analyze(case, left_out).findings, strict=True):
            element = case.elements[now.element]
            if not (element.parts or element.gates) and now.factors == was.factors:
                assert (now.status, now.authority) == (was.status, was.authority), fact.id


def test_collective_findings_are_marked_as_one(case):
    collective = {f.element for f in ask(case).findings if f.party == "lug" and f.collective}
    assert {"implicit-sanction", "conscience", "violation", "clearly-established"} <= collective


def test_every_finding_carries_authority(case):
    for found in ask(case).findings:
        assert found.because, found
        for support in found.because:
            case.opinion.verify(support.quote, support.page)


def test_an_argument_is_never_shown_as_the_courts_voice(case):
    supports = [s for f in ask(case).findings for s in f.because]
    (argued,) = {s for s in supports if s.quote.startswith("plainly transmitted the message")}
    assert argued.speaker == "argument"
