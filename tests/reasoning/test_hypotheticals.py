"""The map's hypotheticals that due process and immunity can answer."""

import pytest

from tests.reasoning.courtroom import (
    AFFIRMATIVE,
    OFFICERS,
    TOWN,
    VILLAGE,
    ask,
    disposition,
    finding,
    held,
    statuses,
)


@pytest.mark.parametrize("speaker", OFFICERS)
def test_an_explicit_assurance_moves_its_speaker_alone(case, speaker):
    """H4."""
    assured = ask(case, added=[f"assurance-by-{speaker}"])
    assert held(assured, "explicit-sanction", speaker) == ("triable", "strong")
    assert held(assured, "violation", speaker) == ("triable", "strong")
    assert held(assured, "clearly-established", speaker) == ("yes", "strong")
    assert held(assured, "immunity", speaker) == ("no", "strong")
    assert disposition(assured, speaker).motion == "denied"
    record, moved = statuses(ask(case)), statuses(assured)
    changed = {p for (e, p) in record if record[e, p] != moved[e, p]}
    assert changed.intersection(OFFICERS) == {speaker}


@pytest.mark.parametrize("party", OFFICERS)
def test_where_nothing_reached_the_wrongdoer(case, party):
    """H7."""
    analysis = ask(case, added=["nothing-reached-sears"])
    expected = "not-stated" if party in TOWN else "no-genuine-issue"
    assert held(analysis, "implicit-sanction", party) == (expected, "strong")
    assert disposition(analysis, party).motion == "granted"
    assert disposition(analysis, party).grade == "strong"


def test_officer_by_officer(case):
    """T1, H8, H24."""
    alone = ask(case, attribution="individual")
    for party in VILLAGE:
        assert disposition(alone, party).motion == "open"
        assert held(alone, "implicit-sanction", party)[0] == "open"
    assert "decided" not in {
        f.grade
        for f in alone.findings
        if f.party == "williams"
        and f.claim != "equal-protection"
        and f.element != "explicit-sanction"
    }
    for party in TOWN:
        assert disposition(alone, party).motion == "granted"


def test_repeated_failures_need_not_be_an_element(case):
    other = ask(case, attribution="not-an-element")
    for party in VILLAGE:
        assert held(other, "sorting", party)[0] == "not-reached"
        assert disposition(other, party).motion == "denied"
        assert disposition(other, party).grade == "decided"
    for party in TOWN:
        assert held(other, "sorting", party) == ("no-genuine-issue", "decided")


@pytest.mark.parametrize("added", ["harm-was-reckless", "officers-off-duty"])
@pytest.mark.parametrize("party", VILLAGE)
def test_one_of_penas_two_differences_leaves_it_open(case, added, party):
    """H10, H11."""
    assert held(ask(case, added=[added]), "clearly-established", party) == ("open", "open")
    broad = ask(case, added=[added], pena="broad")
    assert held(broad, "clearly-established", party) == ("no", "strong")


@pytest.mark.parametrize("party", VILLAGE)
def test_penas_pattern_after_pena(case, party):
    """H12."""
    later = ask(case, added=["harm-was-reckless", "officers-off-duty"], year=2008)
    assert held(later, "clearly-established", party) == ("yes", "strong")


@pytest.mark.parametrize("party", VILLAGE)
def test_mere_carelessness(case, party):
    """H15."""
    careless = ask(case, added=["careless-mistake-of-fact"])
    assert held(careless, "disregard", party) == ("no-genuine-issue", "strong")
    assert disposition(careless, party).motion == "granted"


@pytest.mark.parametrize("party", VILLAGE)
def test_danger_at_every_visit(case, party):
    """H16."""
    danger = ask(case, added=["danger-at-every-visit"])
    assert held(danger, "conscience", party) == ("no-genuine-issue", "strong")
    assert disposition(danger, party).motion == "granted"


@pytest.mark.parametrize("party", VILLAGE)
def test_no_training_no_manual_no_statute(case, party):
    """H17."""
    untrained = ask(case, added=["officers-untrained", "no-legal-duty"])
    established = finding(untrained, "clearly-established", party)
    assert (established.status, established.lean) == ("open", "plaintiff")
    assert held(untrained, "conscience", party) == ("open", "open")
    not_shown = ask(case, without=["S01", "S02", "S03", "S04"])
    assert held(not_shown, "conscience", party) == ("triable", "strong")
    assert held(not_shown, "clearly-established", party) == ("open", "open")


@pytest.mark.parametrize("party", VILLAGE)
def test_every_call_answered(case, party):
    """H18: strong for the officers only if the affirmative acts are off too."""
    answered = ask(case, added=["responded-each-time"])
    assert held(answered, "implicit-sanction", party)[0] == "open"
    passive = ask(case, without=AFFIRMATIVE, added=["responded-each-time"])
    assert held(passive, "implicit-sanction", party) == ("no-genuine-issue", "strong")
    assert disposition(passive, party).motion == "granted"


@pytest.mark.parametrize(
    ("year", "narrow", "broad"), [(1990, "no", "no"), (1995, "open", "no"), (2003, "yes", "no")]
)
def test_the_date_decides_what_was_established(case, year, narrow, broad):
    moved = ask(case, year=year)
    assert {held(moved, "clearly-established", p)[0] for p in VILLAGE} == {narrow}
    below = ask(case, year=year, pena="broad")
    assert {held(below, "clearly-established", p)[0] for p in VILLAGE} == {broad}


@pytest.mark.parametrize("party", VILLAGE)
def test_without_training_or_precedent_nothing_gave_notice(case, party):
    early = ask(case, without=["S01", "S02", "S03", "S04"], year=1990)
    assert held(early, "clearly-established", party) == ("no", "strong")
