"""Who knew what, the statute and the remand: what is said, for whom, and what is refused."""

import shutil

import attrs
import pytest

from okin_lib.doctrine.compiled import with_studies
from okin_lib.instruments.jury.data import Remand
from okin_lib.instruments.jury.reason import remand
from okin_lib.instruments.knowledge.data import Knowledge
from okin_lib.instruments.knowledge.reason import knowledge
from okin_lib.instruments.statute.data import Statute
from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.sources import STUDIES, counted
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset, scenario
from okin_lib.record.placed import DataError
from tests.reasoning.courtroom import OFFICERS, VILLAGE, ask

KNOWLEDGE = "instruments/knowledge/data.yaml"
STATUTE = "instruments/statute/data.yaml"
REMAND = "instruments/jury/data.yaml"
GENERALITY = "doctrine/generality.yaml"
ESTABLISHED = "doctrine/established.yaml"
DOCKET = "instruments/precedents/docket/data.yaml"
COURTS = "instruments/precedents/courts/data.yaml"
LATER = "instruments/later/data.yaml"
AUTHORITIES = "instruments/authorities/data.yaml"
COMPARISONS = "instruments/comparison/data.yaml"
DISPUTES = "record/disputes.yaml"
FILES = (
    DISPUTES, KNOWLEDGE, STATUTE, REMAND, GENERALITY, ESTABLISHED, DOCKET, COURTS, LATER,
    COMPARISONS, AUTHORITIES,
)  # fmt: skip


def known(case, **supposed):
    found = knowledge(case, scenario(case, **supposed))
    return {(each.matter, each.officer): each for each in found}


def channels(case, matter, **supposed):
    found = known(case, **supposed)
    return {officer: found[matter, officer].channel for officer in OFFICERS}


# Who knew what


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


# The statute


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


# The remand


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


def test_every_element_of_fact_without_a_question_is_made_of_others(case):
    made = {"violation", "unequal-protection", "predicate", "training"}
    asked_of = {question.element for question in case.study(Remand).questions}
    facts = {element.id for element in case.doctrine.elements if element.kind == "fact"}
    assert facts - asked_of == made


# The files


@pytest.fixture
def root(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PACKAGE / name, tmp_path / name)
    return tmp_path


def test_the_installed_files_are_sound(case):
    lines = counted(case)
    assert all(line in lines for study in STUDIES for line in study.counted(case))
    assert not any(line.endswith(": 0") for line in lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (KNOWLEDGE, "had kicked her leg", "had kicked her arm", "word for word"),
        (KNOWLEDGE, 'page: "424"', 'page: "423"', "stands on 424"),
        (KNOWLEDGE, "channel: told", "channel: heard", "must be one of present, told"),
        (KNOWLEDGE, "told-lug-of-blows", "told-lug-of-blow", "did you mean 'told-lug-of-blows'?"),
        (KNOWLEDGE, "officers: [lug]", "officers: [village]", "no officer 'village'"),
        (KNOWLEDGE, "- matter: threats", "- matter: threat", "did you mean 'threats'?"),
        (KNOWLEDGE, "id: threats", "id: violence", "taken"),
        (KNOWLEDGE, "        facts: [told-lug-of-blows]\n", "", "has no facts"),
        (KNOWLEDGE, "imputed: true", "imputed: maybe", "true or false"),
        (KNOWLEDGE, "      imputed: true", "      facts: [football-talk]", "without facts"),
        (STATUTE, "We decline, however", "We refuse, however", "word for word"),
        (STATUTE, "fact: mandatory-arrest-law", "fact: arrest-law", "mandatory-arrest-law"),
        (STATUTE, "elements: [custom]", "elements: [customs]", "did you mean 'custom'?"),
        (STATUTE, "said: [okin-would-not-sign]", "said: [football-talk, feet-shown]", "one event"),
        (STATUTE, "- id: notice", "- id: custom", "taken"),
        (STATUTE, "accepted: false", "acepted: false", "did you mean 'accepted'?"),
        (REMAND, "element: awareness", "element: awarenes", "did you mean 'awareness'?"),
        (REMAND, "element: awareness", "element: immunity", "for the court"),
        (REMAND, "element: awareness", "element: disregard", "asked twice"),
        (REMAND, "Did {party} know", "Did he know", "does not name its party"),
        (REMAND, "Did {party} know", "Did {officer} know", "does not name its party"),
        (REMAND, "Did {party} know", "Did {party know", "does not name its party"),
        (REMAND, "Did {party} know", "Did {party.id} know", "does not name its party"),
        (REMAND, "counts for {party}, and what", "counts, and what", "not name its party"),
        (REMAND, "roles: [municipality]", "roles: [town]", "must be one of"),
        (REMAND, "a willful disregard", "the willful disregard", "432"),
        (GENERALITY, "material: [affirmative-interaction]", "material: [training]", "of dwares"),
        (GENERALITY, "drawn_from: [dwares]", "drawn_from: [dware]", "did you mean 'dwares'?"),
        (GENERALITY, "reading: narrow", "reading: narow", "did you mean 'narrow'?"),
        (GENERALITY, "    reading: narrow\n", "", "has no factors, or two"),
        (GENERALITY, "\n        side: plaintiff", "\n        side: officers", "not both sides"),
        (GENERALITY, '"Police {}"', '"Police"', "must have {} once"),
        (GENERALITY, "{part: whom", "{part: whose", "no part 'whose'"),
        (GENERALITY, "  known-victim: {part", "  known-threat: {part", "no words for the factor"),
        (GENERALITY, "Dwares gave notice", "Dwares gives notice", "word for word"),
        (ESTABLISHED, "of: [dwares, hemphill]", "of: [dwares, hempill]", "mean 'hemphill'?"),
        (ESTABLISHED, "sanction-conveyed, intentional", "known-victim, intentional", "not shared"),
        (ESTABLISHED, "reads: [narrow]", "reads: [wide]", "no reading given a ratio 'wide'"),
        (GENERALITY, "position: aff", "position: eff", "mean 'affirmative-creation-of-risk'?"),
        (DOCKET, "precedent: dwares", "precedent: dware", "did you mean 'dwares'?"),
        (DOCKET, "id: patrol", "id: partner", "taken"),
        (DOCKET, "conduct: 2007", "conduct: 2008", "decided in its own year"),
        (DOCKET, "factors: [affirm", "factors: [effirm", "did you mean 'affirmative-inter"),
        (DOCKET, "material: [sanction-conveyed, r", "material: [r", "would hold nothing"),
        (DOCKET, "  violation-first:", "  violation-last:", "violation-first"),
        (COURTS, "reading: broad", "reading: broader", "did you mean 'broad'?"),
        (COURTS, "      panel:", "      bench:", "no court 'bench'"),
        (COURTS, "page: 435 n.12", "page: 436 n.13", "stands on"),
        (LATER, "year: 2009", "year: 2001", "is no later law"),
        (AUTHORITIES, "through: hope", "through: hop", "did you mean 'hope'?"),
        (AUTHORITIES, "        through: hope\n", "", "names it in through"),
        (AUTHORITIES, "    cite: 523 U.S. 833\n", "", "not cited in full"),
        (AUTHORITIES, "cite: 985 F.2d 94", "cite: 985 F.2d 95", "985 F.2d 94 is not in it"),
        (AUTHORITIES, "used_as: dissent", "used_as: dicta", "must be one of holding"),
        (AUTHORITIES, "id: hope", "id: lewis", "taken"),
        (LATER, "readings: [order]", "readings: [ordre]", "did you mean 'order'?"),
        (LATER, "elements: [training]", "elements: [trainin]", "did you mean 'training'?"),
        (COMPARISONS, "[douglas, manion]", "[douglas, mannion]", "did you mean 'manion'?"),
        (COMPARISONS, "[douglas, manion]", "[douglas, sears]", "no moving party 'sears'"),
        (COMPARISONS, "[douglas, manion]", "[douglas, douglas]", "name two different ones"),
        (COMPARISONS, "[douglas, manion]", "[odell, williams]", "compared twice"),
        (COMPARISONS, "arrived in a backup", "came in a backup", "word for word"),
        (LATER, "2026-11-25", "25 November", "is no date"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, root, file, old, new, says):
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=rf"{file}:\d+: ") as refused:
        with_studies(root, case, STUDIES)
    assert says in str(refused.value)


def test_what_is_wrong_in_each_file_is_told_at_once(case, root):
    (root / STATUTE).unlink()
    (root / REMAND).write_text("notes: []\n", "utf-8")
    with pytest.raises(DataError) as refused:
        with_studies(root, case, STUDIES)
    assert "no such file" in str(refused.value)
    assert "'questions' is missing" in str(refused.value)


def test_studies_are_verified_against_the_case_they_are_for(case):
    facts = tuple(fact for fact in case.record.facts if fact.id != "told-lug-of-blows")
    other = attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))
    with pytest.raises(DataError, match="no fact 'told-lug-of-blows'"):
        with_studies(PACKAGE, other, STUDIES)


def test_causation_and_injury_are_asked_of_whoever_is_tried_and_of_no_one_else(case):
    for trial in remand(case, ask(case)):
        assert bool(trial.undecided) == bool(trial.issues)
        for each in trial.undecided:
            assert case.parties[trial.party].name in each.text
    below = analyze(case, scenario(case, readings=preset(case, "district-court")))
    assert not any(trial.undecided for trial in remand(case, below))


def test_the_ladder_of_culpability_has_its_rungs_in_order(case):
    said = [rung.text.partition(":")[0] for rung in case.study(Remand).ladder]
    assert said == [
        "Harm intended",
        "Harm by recklessness",
        "Of these officers, who had time to deliberate",
        "Harm by negligence",
    ]
    assert {rung.page for rung in case.study(Remand).ladder} == {"431", "432"}
