"""Clearly established law, computed from precedents: the table of the design."""

import pytest

from okin_lib.reasoning.constraint import constrain, distinguish
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.precedent import stance_of

OKIN = {
    "affirmative-interaction",
    "sanction-conveyed",
    "repeated-failures",
    "intentional-violence",
    "official-duty",
    "known-victim",
    "no-explicit-statement",
}
PENA = {
    "affirmative-interaction",
    "sanction-conveyed",
    "repeated-failures",
    "no-explicit-statement",
    "reckless-harm",
    "outside-official-duty",
}


def situation(case, present) -> Situation:
    return Situation({factor: factor in present for factor in case.factors}, {})


def answer(case, present, reader, year=2001):
    return constrain(case, situation(case, present), reader, year).answer


@pytest.mark.parametrize(
    ("present", "narrow", "broad"),
    [
        (OKIN, "yes", "no"),
        (PENA, "no", "no"),
        (OKIN - {"intentional-violence", "known-victim"} | {"reckless-harm"}, "open", "no"),
        (OKIN - {"official-duty"} | {"outside-official-duty"}, "open", "no"),
        (OKIN - {"affirmative-interaction"}, "open", "no"),
        (OKIN - {"no-explicit-statement"} | {"explicit-assurance"}, "yes", "yes"),
        (OKIN | {"overt-enabling-act"}, "yes", "yes"),
        ({"purely-passive", "no-explicit-statement"}, "no", "no"),
    ],
)
def test_readings(case, present, narrow, broad):
    assert answer(case, present, "narrow") == narrow
    assert answer(case, present, "broad") == broad


@pytest.mark.parametrize(
    ("year", "narrow", "broad"),
    [(1985, "no", "no"), (1992, "no", "no"), (1993, "open", "no"), (1998, "open", "no"),
     (1999, "yes", "no"), (2003, "yes", "no"), (2006, "yes", "yes")],
)  # fmt: skip
def test_dates(case, year, narrow, broad):
    assert answer(case, OKIN, "narrow", year) == narrow
    assert answer(case, OKIN, "broad", year) == broad


def test_penas_pattern_before_and_after_pena(case):
    for reader in ("narrow", "broad"):
        assert answer(case, PENA, reader, 2003) == "no"
        assert answer(case, PENA, reader, 2006) == "yes"


def test_a_case_that_does_not_bind_forces_nothing(case):
    freeman = next(p for p in case.doctrine.precedents if not p.binding)
    assert answer(case, set(freeman.factors), "narrow", 1992) == "no"


@pytest.mark.parametrize(
    ("name", "reader", "missing"),
    [
        ("dwares", "narrow", ("explicit-assurance",)),
        ("dwares", "broad", ("explicit-assurance",)),
        ("hemphill", "narrow", ()),
        ("hemphill", "broad", ("overt-enabling-act",)),
    ],
)
def test_what_distinguishes_a_precedent_from_the_record(case, name, reader, missing):
    taken = stance_of(case, reader)
    (holding,) = (h for h in taken.establishes if h.of[0].id == name)
    found = distinguish(case, holding, situation(case, OKIN), taken, "officers")
    assert found.missing == missing
    assert found.beyond == ()
    assert found.governs == (not missing)


def test_a_supposed_reading_says_so(case):
    (hemphill,) = (p for p in case.doctrine.precedents if p.id == "hemphill")
    assert hemphill.establishes["broad"].supposed
    assert "upposed" in hemphill.establishes["broad"].because[0].text


def test_known_victim_is_never_a_factor_of_dwares(case):
    (dwares,) = (p for p in case.doctrine.precedents if p.id == "dwares")
    assert "known-victim" not in dwares.factors


def test_the_opinion_states_no_immunity_outcome_for_dwares_and_hemphill(case):
    stated = {p.id: p.immunity for p in case.doctrine.precedents}
    assert stated["dwares"] == stated["hemphill"] == "not-stated"


def test_the_officer_and_the_precedent_share_no_name(case):
    officers = {p.id: p.name for p in case.record.parties}
    precedents = {p.id: p.name for p in case.doctrine.precedents}
    assert not officers.keys() & precedents.keys()
    assert not set(officers.values()) & set(precedents.values())
