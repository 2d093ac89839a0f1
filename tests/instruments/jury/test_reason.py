"""The remand: who is tried, and of what a jury is asked."""

import pytest

from okin_lib.instruments.jury.reason import remand
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset, scenario
from tests.reasoning.courtroom import VILLAGE, ask


def asked(case, analysis):
    return {
        trial.party: [issue.finding.element for issue in trial.issues]
        for trial in remand(case, analysis)
    }


def test_on_the_record_four_officers_and_the_village_are_tried(case):
    found = asked(case, ask(case))
    assert [party for party, questions in found.items() if questions] == [*VILLAGE, "village"]
    for officer in VILLAGE:
        assert "implicit-sanction" in found[officer]
        assert "explicit-sanction" not in found[officer]
        assert not {"comparator", "motive", "cause"} & set(found[officer])


def test_below_no_one_is_tried(case):
    below = analyze(case, scenario(case, readings=preset(case, "district-court")))
    assert not any(asked(case, below).values())


def test_an_assurance_is_asked_of_its_speaker_only(case):
    found = asked(case, ask(case, added=["assurance-by-lug"]))
    assert [party for party in VILLAGE if "explicit-sanction" in found[party]] == ["lug"]


@pytest.mark.parametrize("attribution", ["aggregate", "individual", "not-an-element"])
@pytest.mark.parametrize("without", [[], ["C39"], ["C39", "C40", "C09", "D04"]])
def test_only_what_is_triable_or_open_is_asked(case, attribution, without):
    analysis = ask(case, without, attribution=attribution)
    granted = {(d.party, d.claim) for d in analysis.dispositions if d.motion == "granted"}
    for trial in remand(case, analysis):
        for issue in trial.issues:
            assert issue.finding.kind == "fact"
            assert issue.finding.status in ("triable", "open")
            assert issue.finding.party == trial.party
            assert (trial.party, issue.finding.claim) not in granted
            assert "{" not in issue.text


def test_causation_and_injury_are_asked_of_whoever_is_tried_and_of_no_one_else(case):
    for trial in remand(case, ask(case)):
        assert bool(trial.undecided) == bool(trial.issues)
        for each in trial.undecided:
            assert case.parties[trial.party].name in each.text
    below = analyze(case, scenario(case, readings=preset(case, "district-court")))
    assert not any(trial.undecided for trial in remand(case, below))
