"""The level of generality: the rule in words, what it governs, and the named positions."""

import pytest

from okin_lib.doctrine.generality import Generality
from okin_lib.reasoning.established import facing, first_year, law_in
from okin_lib.reasoning.generality import positions, rule, taken
from okin_lib.reasoning.reach import decided
from okin_lib.reasoning.rule_words import in_words
from okin_lib.reasoning.scenario import UnknownName, scenario
from okin_lib.reasoning.types import Scenario


@pytest.fixture
def record(case):
    return facing(case, Scenario(), "weber")


def framed(case, record, precedent, ticked, reader="narrow"):
    return rule(case, precedent, ticked, {"record": record}, reader)


def governed(found):
    return {each.of for each in found.reaches if each.governs}


def reach(found, name):
    (one,) = (each for each in found.reaches if each.of == name)
    return one


def factors(case, name):
    (precedent,) = (p for p in case.doctrine.precedents if p.id == name)
    return precedent.factors


# In words


def test_the_panels_rule_in_words(case, record):
    found = framed(
        case,
        record,
        "hemphill",
        ["intentional-violence", "known-victim", "official-duty", "encouragement"],
    )
    assert found.words == (
        "Police acting in the course of their official duties may not, by conduct, explicit or "
        "implicit, encourage intentional violence against a known victim."
    )
    assert found.gives_notice
    assert not found.because


def test_each_factor_of_each_precedent_changes_the_words(case):
    for precedent in case.doctrine.precedents:
        whole = in_words(case, precedent.factors)
        for factor in precedent.factors:
            assert in_words(case, [f for f in precedent.factors if f != factor]) != whole


def test_the_order_of_the_ticks_is_no_matter(case, record):
    ticks = list(factors(case, "hemphill"))
    assert framed(case, record, "hemphill", ticks) == framed(case, record, "hemphill", ticks[::-1])


# Nothing ticked, and everything


def test_nothing_ticked_is_the_general_rule_which_is_no_notice(case, record):
    found = framed(case, record, "dwares", [])
    assert found.words == "A state actor may not harm a person."
    assert not found.gives_notice
    against = [s for s in found.because if s.side == "officers"]
    other_way = [s for s in found.because if s.side == "plaintiff"]
    assert {s.page for s in against} == {"433"}
    assert any("sufficiently clear" in s.quote for s in against)
    assert {s.page for s in other_way} == {"434", "436", "437"}
    assert any("obvious clarity" in s.quote for s in other_way)
    assert any("affirmatively creating or increasing" in s.quote for s in other_way)


def test_a_reading_on_which_nothing_is_material_establishes_nothing(case, record):
    nothing = {p.id: [] for p in case.doctrine.precedents if p.establishes}
    assert first_year(case, record, taken(case, "narrow", nothing)) is None
    assert law_in(case, record, taken(case, "narrow", nothing), 1990).found.answer == "no"
    assert law_in(case, record, taken(case, "narrow", nothing), 2001).found.answer == "open"


@pytest.mark.parametrize("name", ["dwares", "hemphill", "pena-v-deprisco"])
def test_everything_ticked_governs_its_own_case_only(case, record, name):
    found = framed(case, record, name, factors(case, name))
    assert governed(found) == {name}
    assert found.own_case_only


def test_presence_at_the_assault_is_among_the_facts_of_dwares(case, record):
    found = framed(case, record, "dwares", factors(case, "dwares"))
    assert "stand by while it is done" in found.words
    assert reach(found, "record").missing == ("explicit-assurance", "present-at-assault")
    assert factors(case, "dwares")["present-at-assault"].page == "428"


def test_known_victim_comes_from_hemphill_and_never_from_dwares(case, record):
    assert "known-victim" in framed(case, record, "hemphill", ["known-victim"]).material
    with pytest.raises(UnknownName, match="known-victim"):
        framed(case, record, "dwares", ["known-victim"])
    with pytest.raises(UnknownName, match="known-victim"):
        taken(case, "narrow", {"dwares": ["known-victim"]})


@pytest.mark.parametrize("name", ["deshaney", "freeman", "nothing"])
def test_only_a_case_that_holds_for_a_plaintiff_makes_a_rule(case, record, name):
    with pytest.raises(UnknownName, match="precedent"):
        framed(case, record, name, [])


# What sets a situation apart


def test_explicitness_sets_the_record_apart_from_dwares_and_nothing_else_does(case, record):
    found = framed(case, record, "dwares", ["explicit-assurance", "intentional-violence"])
    apart = reach(found, "record")
    assert (apart.governs, apart.missing, apart.beyond) == (False, ("explicit-assurance",), ())
    struck = framed(case, record, "dwares", ["intentional-violence", "official-duty"])
    assert reach(struck, "record").governs


def test_a_weapon_if_material_sets_the_record_apart_from_hemphill(case, record):
    armed = framed(case, record, "hemphill", ["intentional-violence", "overt-enabling-act"])
    assert reach(armed, "record").missing == ("overt-enabling-act",)
    assert reach(armed, "okin-v-village").missing == ("overt-enabling-act",)


def test_what_the_opinion_does_not_say_of_a_case_is_not_absent_from_it(case, record):
    """Whether the demonstrator of Dwares was known is not stated."""
    found = framed(case, record, "hemphill", ["known-victim", "intentional-violence"])
    dwares = reach(found, "dwares")
    assert dwares.governs is None
    assert dwares.unstated == ("known-victim",)
    assert not found.own_case_only


def test_a_decided_case_is_as_the_opinion_gives_it(case):
    for precedent in case.doctrine.precedents:
        situation = decided(case, precedent)
        for factor, value in precedent.given.items():
            assert situation.value(factor) is value, (precedent.id, factor)


def test_pena_is_set_apart_by_recklessness_and_by_capacity(case, record):
    found = framed(case, record, "hemphill", ["affirmative-interaction"])
    pena = reach(found, "pena-v-deprisco")
    assert pena.beyond == ("reckless-harm", "outside-official-duty", "implicit-and-unwarned")


def test_an_unknown_of_the_situation_leaves_it_open(case):
    without_football = facing(case, scenario(case, without=["football-talk"]), "weber")
    found = framed(case, without_football, "hemphill", ["affirmative-interaction"])
    assert reach(found, "record").governs is None
    assert reach(found, "record").unstated == ("affirmative-interaction",)


# The named positions


def placed(case, record):
    return {each.position.id: each for each in positions(case, {"record": record})}


def test_the_named_positions(case, record):
    found = placed(case, record)
    labels = " ".join(each.position.label for each in found.values())
    assert all(name in labels for name in ("the holding", "panel", "district"))
    established = {key: each.position.established for key, each in found.items()}
    assert established == {
        "affirmative-creation-of-risk": "yes",
        "implicit-but-affirmative": "not-said",
        "encouraging-intentional-violence": "yes",
        "known-victim-encouragement": "yes",
        "fostering-impunity": "yes",
        "repeated-inaction": "open",
        "panels-reading": "yes",
        "district-courts-reading": "no",
    }
    assert {e.position.speaker for e in found.values()} == {"court", "precedent", "district-court"}


def test_each_position_has_the_best_argument_of_each_side(case, record):
    for each in placed(case, record).values():
        assert {s.side for s in each.position.arguments} == {"plaintiff", "officers"}


def test_every_position_governs_the_record_and_not_every_case(case, record):
    """The scale is not about whether Okin fits, but about what else fits with her."""
    for each in placed(case, record).values():
        assert reach(each.rule, "record").governs
        assert any(not one.governs for one in each.rule.reaches)


def test_positions_from_general_to_particular(case, record):
    found = placed(case, record)
    assert found["affirmative-creation-of-risk"].narrower == ("implicit-but-affirmative",)
    assert found["encouraging-intentional-violence"].narrower == (
        "known-victim-encouragement",
        "panels-reading",
    )
    assert found["known-victim-encouragement"].narrower == ("panels-reading",)
    assert found["panels-reading"].narrower == ()


def test_a_courts_position_is_its_reading_of_the_precedent(case, record):
    panel = placed(case, record)["panels-reading"].rule
    assert panel.drawn_from == case.doctrine.together.of
    assert panel.material == case.doctrine.together.ratios["narrow"].material
    district = placed(case, record)["district-courts-reading"].rule
    assert district.material == case.precedents["pena-v-deprisco"].establishes["broad"].material


def test_every_passage_of_the_scale_says_whose_words_it_is(case):
    for position in case.study(Generality).positions:
        for support in (*position.because, *position.arguments):
            assert support.text
            if support.page == "435 n.12":
                assert support.speaker == "district-court"


# The learner's own reading


def test_a_learner_who_changes_nothing_reads_as_the_court_does(case, record):
    same = {
        p.id: p.establishes["narrow"].material
        for p in case.doctrine.precedents
        if "narrow" in p.establishes
    }
    assert first_year(case, record, taken(case, "narrow", same)).year == 1999


def test_striking_explicitness_from_dwares_establishes_the_right_from_1994(case, record):
    struck = taken(case, "narrow", {"dwares": ["intentional-violence", "official-duty"]})
    found = first_year(case, record, struck)
    assert (found.year, [p.id for p in found.found.by]) == (1994, ["dwares"])


def test_ticking_the_weapon_leaves_the_right_open(case, record):
    armed = {"hemphill": ["intentional-violence", "overt-enabling-act"]}
    found = first_year(case, record, taken(case, "narrow", armed))
    assert (found.year, [p.id for p in found.found.by]) == (2006, ["pena-v-deprisco"])
