"""When the right was established: the table of the design, year by year, reading by reading."""

import pytest

from okin_lib.instruments.later.data import Later
from okin_lib.instruments.precedents.courts.data import Courts
from okin_lib.instruments.precedents.courts.reason import compare
from okin_lib.instruments.statute.data import Statute
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.established import (
    facing,
    first_year,
    incidents,
    law_in,
)
from okin_lib.reasoning.factors import situation_of
from okin_lib.reasoning.generality import taken
from okin_lib.reasoning.precedent import apart, read_together
from okin_lib.reasoning.scenario import moved, scenario
from okin_lib.reasoning.types import Scenario
from tests.reasoning.courtroom import AFFIRMATIVE, VILLAGE, finding, held

READERS = ("narrow", "broad")


def supposing(case, party="weber", **supposed):
    return facing(case, scenario(case, **supposed), party)


def answer(case, situation, reader, year=2001, together=False):
    return found(case, situation, reader, year, together).answer


def found(case, situation, reader, year=2001, together=False):
    return law_in(case, situation, reading(case, reader, together), year).found


def reading(case, reader, together=False):
    alone = apart(case, reader)
    return read_together(case, alone) if together else alone


def by(constraint):
    return [precedent.id for precedent in constraint.by]


# The table of the design


@pytest.mark.parametrize("party", VILLAGE)
def test_the_record(case, party):
    record = supposing(case, party)
    assert by(found(case, record, "narrow")) == ["hemphill"]
    assert by(found(case, record, "narrow", together=True)) == ["dwares", "hemphill"]
    assert by(found(case, record, "broad")) == ["pena-v-deprisco"]
    assert [answer(case, record, reader) for reader in READERS] == ["yes", "no"]


def test_what_distinguishes_each_court_from_each_precedent(case):
    panel, district = compare(case, supposing(case), 2001)
    assert {r.of: r.missing for r in panel.precedents} == {
        "dwares": (),
        "hemphill": (),
    }
    assert {r.of: r.missing for r in district.precedents} == {
        "dwares": ("explicit-assurance",),
        "hemphill": ("overt-enabling-act",),
    }
    assert not any(r.beyond for r in panel.precedents)
    assert (panel.stood.found.answer, district.stood.found.answer) == ("yes", "no")


def test_how_the_district_court_read_hemphill_is_supposed(case):
    (hemphill,) = (p for p in case.doctrine.precedents if p.id == "hemphill")
    assert hemphill.establishes["broad"].supposed
    assert not hemphill.establishes["narrow"].supposed


@pytest.mark.parametrize(
    ("supposed", "narrow", "broad"),
    [
        ({"added": ["harm-was-reckless", "officers-off-duty"]}, "no", "no"),  # H9
        ({"added": ["harm-was-reckless"]}, "open", "no"),  # H10
        ({"added": ["officers-off-duty"]}, "open", "no"),  # H11
        ({"without": ["football-talk"]}, "open", "no"),
        ({"without": AFFIRMATIVE}, "open", "no"),  # H6
        ({"added": ["assurance-by-weber"]}, "yes", "yes"),  # H4
        ({"added": ["weapon-handed-to-sears"]}, "yes", "open"),  # H13: not said whose
    ],
)
def test_variations(case, supposed, narrow, broad):
    situation = supposing(case, **supposed)
    assert [answer(case, situation, reader) for reader in READERS] == [narrow, broad]


@pytest.mark.parametrize("party", VILLAGE)
def test_the_weapon_makes_no_difference_where_there_is_none_and_strengthens_where_there_is(
    case, party
):
    assert held(analyze(case, Scenario()), "clearly-established", party) == ("yes", "decided")
    armed = scenario(case, added=["weapon-handed-to-sears"])
    assert held(analyze(case, armed), "clearly-established", party) == ("yes", "strong")


@pytest.mark.parametrize("reader", READERS)
def test_penas_own_pattern(case, reader):
    """What is not stated of Pena is taken as absent here; left unknown, it might distinguish."""
    (pena,) = (p for p in case.doctrine.precedents if p.id == "pena-v-deprisco")
    basic = [key for key, factor in case.ascribed.items() if not factor.arises.undecided]
    # That sanction was conveyed, and the danger obvious, imply these.
    aware = {"wrongdoer-aware": True, "saw-signs": True}
    situation = situation_of(case, dict.fromkeys(basic, False) | aware | pena.given)
    assert [answer(case, situation, reader, year) for year in (2002, 2005, 2006)] == [
        "no",
        "no",
        "yes",
    ]
    assert by(found(case, situation, reader, 2002)) == ["pena-v-deprisco"]


@pytest.mark.parametrize(
    ("year", "narrow", "broad"),
    [(1985, "no", "no"), (1992, "no", "no"), (1993, "open", "no"), (1994, "open", "no"),
     (1998, "open", "no"), (1999, "yes", "no"), (2005, "yes", "no"), (2006, "yes", "yes"),
     (2012, "yes", "yes")],
)  # fmt: skip
def test_the_record_year_by_year(case, year, narrow, broad):
    record = supposing(case)
    assert [answer(case, record, reader, year) for reader in READERS] == [narrow, broad]


@pytest.mark.parametrize("party", VILLAGE)
def test_before_the_first_precedent_there_is_immunity(case, party):
    early = analyze(case, scenario(case, year=1990))
    assert held(early, "clearly-established", party) == ("no", "strong")
    between = analyze(case, scenario(case, year=1996))
    assert held(between, "clearly-established", party) == ("open", "open")
    assert found(case, supposing(case), "narrow", 1990).because[0].page == "433"


@pytest.mark.parametrize("party", VILLAGE)
def test_where_it_is_open_by_date_the_board_says_why(case, party):
    first = finding(analyze(case, scenario(case, year=1993)), "clearly-established", party)
    assert set(case.doctrine.same_year) <= set(first.because)
    undecided = case.precedents["dwares"].establishes["narrow"].undecided
    for year in range(1994, 1999):
        alone = finding(analyze(case, scenario(case, year=year)), "clearly-established", party)
        assert set(undecided.because) <= set(alone.because)
        assert (alone.status, alone.lean) == ("open", None)


# The year and the case


def test_the_year_of_each_reading_is_found_with_its_case(case):
    record = supposing(case)
    years = {}
    for reader in READERS:
        for together in (False, True):
            first = first_year(case, record, reading(case, reader, together))
            years[reader, together] = (first.year, by(first.found))
    assert years == {
        ("narrow", False): (1999, ["hemphill"]),
        ("narrow", True): (1999, ["dwares", "hemphill"]),
        ("broad", False): (2006, ["pena-v-deprisco"]),
        ("broad", True): (2006, ["dwares", "hemphill", "pena-v-deprisco"]),
    }


def test_a_right_that_no_case_forces_has_no_year(case):
    passive = supposing(case, without=AFFIRMATIVE)
    assert first_year(case, passive, reading(case, "narrow")) is None


def test_each_year_shows_what_is_in_force_and_what_is_not_yet_decided(case):
    record, taken_as = supposing(case), reading(case, "narrow")
    for year in case.years:
        stood = law_in(case, record, taken_as, year)
        assert all(p.year < year for p in stood.decided)
        assert all(p.year >= year for p in stood.not_yet)
        every = (*stood.decided, *stood.not_yet)
        assert {p.id for p in every} == {p.id for p in case.doctrine.precedents}
    assert [p.id for p in law_in(case, record, taken_as, 2001).not_yet] == [
        "pena-v-deprisco",
        "okin-v-village",
    ]
    assert (case.years[0], case.years[-1]) == (1985, 2012)


def test_unknown_is_neither_established_nor_not(case):
    """Manion on the record: whether his own conduct was affirmative is not known."""
    alone = facing(case, scenario(case, readings={"attribution": "individual"}), "manion")
    assert answer(case, alone, "narrow") == "open"
    assert answer(case, alone, "broad") == "no"


# Moving the date


def test_moving_the_date_changes_this_step_and_what_follows_from_it_only(case):
    for_the_village = {"custom-despite-immunity", "training-despite-immunity"}
    follows = {"clearly-established", "immunity", "officers-notice", *for_the_village}
    on_record = analyze(case, Scenario())
    before = {(f.element, f.party): f.status for f in on_record.findings}
    for year in (1985, 1993, 1996, 2000, 2008, 2012):
        after = analyze(case, scenario(case, year=year))
        changed = {f.element for f in after.findings if f.status != before[f.element, f.party]}
        of_the_statute = {"custom"} if year < 1994 else set()  # the statute's year (436 n.13)
        assert changed <= follows | of_the_statute, (year, changed)


@pytest.mark.parametrize(
    ("year", "on"), [(1985, False), (1993, False), (1994, True), (None, True)]
)
def test_the_mandatory_arrest_law_is_off_before_its_year(case, year, on):
    statute = case.study(Statute).fact
    assert (statute not in scenario(case, year=year).without) is on
    without_manual = ["manual-treat-as-crime", "manual-no-mediation"]
    assert supposing(case, without=without_manual, year=year).value("legal-duty") is (on or None)


def test_moved_forward_again_the_law_is_on_and_what_a_learner_turned_off_stays_off(case):
    start = scenario(case, without=["football-talk"])
    there = moved(case, start, 1990)
    assert there == scenario(case, without=["football-talk"], year=1990)
    assert moved(case, there, 1995) == scenario(case, without=["football-talk"], year=1995)
    assert moved(case, there, None) == start
    turned_off = scenario(case, without=["mandatory-arrest-law"])
    assert moved(case, turned_off, 2010).without == turned_off.without


def test_why_the_law_is_off_stands_in_the_note(case):
    (fact,) = (f for f in case.record.facts if f.since)
    assert fact.id == case.study(Statute).fact
    assert (fact.since.year, fact.since.page) == (1994, "436 n.13")
    assert "1994" in fact.since.quote


def test_conduct_that_spans_a_decision_is_taken_by_incident(case):
    spanning = incidents(case, supposing(case), reading(case, "narrow"), 1997)
    answers = {each.event.id: (each.stood.year, each.stood.found.answer) for each in spanning}
    assert answers["first-call"] == (1997, "open")
    assert answers["new-year-call"] == (1998, "open")
    assert answers["rental-car"] == (1999, "yes")
    assert answers["courtroom-threat"] == (1999, "yes")
    as_it_was = incidents(case, supposing(case), reading(case, "narrow"), 2001)
    assert {each.stood.found.answer for each in as_it_was} == {"yes"}
    assert all(each.stood.year == int(each.event.date[:4]) for each in as_it_was)


# Reading together


def test_read_together_the_known_victim_stays(case):
    """T16: it is in the holding; whether an unknown victim would be covered is not decided."""
    together = case.doctrine.together
    ratio = together.ratios["narrow"]
    assert "known-victim" in ratio.material
    assert "explicit-assurance" not in ratio.material
    assert "overt-enabling-act" not in ratio.material
    assert ratio.because[0].page == "434"
    assert together.reads == ("narrow",)
    assert together.ratios["broad"].supposed


def test_reading_together_waits_for_the_last_of_the_cases(case):
    record = supposing(case)
    for year in range(1985, 1999):
        assert answer(case, record, "narrow", year, together=True) == answer(
            case, record, "narrow", year
        )


def test_read_together_by_the_district_court_the_cases_would_stand_against_pena(case):
    record = supposing(case)
    assert answer(case, record, "broad", 2001, together=True) == "open"


@pytest.mark.parametrize("supposed", [{}, {"added": ["harm-was-reckless"]}])
def test_the_switch_changes_no_answer_of_the_panels_but_the_cases_that_force_it(case, supposed):
    situation = supposing(case, **supposed)
    for year in case.years:
        assert answer(case, situation, "narrow", year) == answer(
            case, situation, "narrow", year, together=True
        )


# Obvious clarity


def test_obvious_clarity_is_an_argument_and_forces_nothing(case):
    situations = [supposing(case), supposing(case, added=["harm-was-reckless"])]
    for situation in situations:
        for reader in READERS:
            for year in case.years:
                off = law_in(case, situation, reading(case, reader), year)
                on = law_in(case, situation, reading(case, reader), year, clarity=True)
                assert off.clarity is None
                assert on.found == off.found


def test_obvious_clarity_needs_a_rule_already_identified(case):
    record, panel = supposing(case), reading(case, "narrow")
    assert law_in(case, record, panel, 1993, clarity=True).clarity is None
    argued = law_in(case, record, panel, 1995, clarity=True)
    assert argued.found.answer == "open"
    assert argued.clarity.covers is True
    assert {s.side for s in argued.clarity.because} == {"plaintiff", "officers"}
    assert {s.page for s in argued.clarity.because} >= {"436", "437"}


def test_obvious_clarity_needs_affirmative_conduct(case):
    passive = supposing(case, without=AFFIRMATIVE)
    panel = reading(case, "narrow")
    assert law_in(case, passive, panel, 2001, clarity=True).clarity is None
    doubtful = supposing(case, without=["football-talk"])
    assert law_in(case, doubtful, panel, 2001, clarity=True).clarity.covers is None


# Why the courts differ


def test_the_courts_part_at_which_facts_are_material(case):
    courts = case.study(Courts)
    assert courts.parting.id == "material-facts"
    agreed = [step.id for step in courts.steps if not step.parts]
    assert agreed == ["record", "explicit"]
    pages = {s.page for step in courts.steps for t in step.takes.values() for s in t.because}
    assert pages >= {"435", "436", "435 n.12"}


# Later law


def test_later_law_is_outside_the_opinion_and_decides_nothing(case):
    later = case.study(Later)
    assert later.written == "2026-11-25"
    assert "check before class" in later.notice.lower()
    assert len(later.cards) == 22
    precedents = {p.id for p in case.doctrine.precedents}
    assert not precedents & {card.id for card in later.cards}
    same_year = [card.id for card in later.cards if card.year <= case.record.year]
    assert same_year == ["iqbal"]
    assert all(card.plaintiff and card.officers and card.elements for card in later.cards)


def test_a_learners_reading_can_also_be_read_together(case):
    mine = taken(case, "narrow", {"hemphill": ["overt-enabling-act"]})
    record = supposing(case)
    assert law_in(case, record, mine, 2001).found.answer == "open"
    assert by(law_in(case, record, read_together(case, mine), 2001).found) == [
        "dwares",
        "hemphill",
    ]
