"""Who knew what: by what channel, imputed or not, and only on facts that stand."""

import pytest

from okin_lib.instruments.knowledge.data import Knowledge
from okin_lib.instruments.knowledge.reason import knowledge
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import scenario
from tests.reasoning.courtroom import OFFICERS

SETTING_ASIDE = ["plaintiff", "undisputed", "officers"]


@pytest.mark.parametrize("version", SETTING_ASIDE)
def test_no_ground_is_a_fact_that_the_reading_sets_aside(case, version):
    supposed = scenario(case, readings={"version": version})
    aside = pose(case, supposed).assumption.set_aside
    assert aside
    for known in knowledge(case, supposed):
        assert aside.isdisjoint(known.facts)


def test_on_what_is_undisputed_less_was_known_than_on_okins_version(case):
    def known(version: str) -> set[tuple[str, str]]:
        found = knowledge(case, scenario(case, readings={"version": version}))
        return {(each.matter, each.officer) for each in found if each.channel != "none"}

    assert known("undisputed") < known("plaintiff")


def known(case, **supposed):
    found = knowledge(case, scenario(case, **supposed))
    return {(each.matter, each.officer): each for each in found}


def channels(case, matter, **supposed):
    found = known(case, **supposed)
    return {officer: found[matter, officer].channel for officer in OFFICERS}


def test_every_matter_stands_somehow_for_every_officer(case):
    matters = [matter.id for matter in case.study(Knowledge).matters]
    found = knowledge(case, scenario(case))
    expected = {(matter, officer) for matter in matters for officer in OFFICERS}
    assert len(found) == len(expected)
    assert {(each.matter, each.officer) for each in found} == expected


def test_every_officer_was_told_of_violence(case):
    assert set(channels(case, "violence").values()) == {"told"}


def test_the_admission_was_heard_by_one_and_written_down_by_another(case):
    told = {"williams", "douglas"}
    found = channels(case, "admission")
    assert {officer for officer, channel in found.items() if channel == "told"} == told
    imputed = {o for o in OFFICERS if known(case)["admission", o].imputed}
    assert imputed == set(OFFICERS) - told


def test_without_the_admission_nothing_is_left_to_impute(case):
    found = known(case, without=["sears-told-williams"])
    for officer in OFFICERS:
        assert found["admission", officer].channel == "none"
        assert not found["admission", officer].imputed


def test_only_weber_was_told_of_a_threat_to_her_life(case):
    found = channels(case, "threats")
    assert [officer for officer in OFFICERS if found[officer] == "told"] == ["weber"]
    for officer in set(OFFICERS) - {"weber"}:
        assert known(case)["threats", officer].imputed


def test_what_nonparties_knew_is_not_an_officers(case):
    found = known(case, without=["told-weber-of-threats"])["threats", "weber"]
    assert (found.channel, found.imputed) == ("none", True)
    assert "dispatcher-told-of-threat" in found.facts


def test_sears_is_never_shown_with_weber_or_lug(case):
    assert channels(case, "presence") == {
        "douglas": "present",
        "manion": "present",
        "williams": "present",
        "lug": "inferred",
        "weber": "inferred",
        "odell": "none",
    }


def test_an_inference_from_the_absence_of_consequences_needs_that_absence(case):
    assert channels(case, "presence", without=["lug-no-report-or-arrest"])["lug"] == "none"


def test_if_nothing_reached_him_he_was_nowhere(case):
    assert set(channels(case, "presence", added=["nothing-reached-sears"]).values()) == {"none"}


def test_a_channel_falls_as_its_facts_go_off(case):
    told = known(case)["violence", "lug"]
    less = known(case, without=told.facts)["violence", "lug"]
    least = known(case, without=[*told.facts, *less.facts])["violence", "lug"]
    assert [each.channel for each in (told, less, least)] == ["told", "inferred", "none"]


def test_only_facts_that_are_on_are_named(case):
    everything = [fact.id for fact in case.record.facts]
    for off in (everything, everything[::2], everything[1::3]):
        for each in knowledge(case, scenario(case, off)):
            assert not set(each.facts) & set(off)
    assert all(e.channel == "none" for e in knowledge(case, scenario(case, everything)))
