"""Clearly established law, computed from precedents: the table of the design."""

import pytest

from okin_lib.reasoning.constraint import constrain
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.precedent import stance_of
from okin_lib.reasoning.reach import reach

OKIN = {
    "encouragement",
    "knew",
    "training",
    "legal-duty",
    "affirmative-interaction",
    "sanction-conveyed",
    "repeated-failures",
    "endangering",
    "intentional-violence",
    "official-duty",
    "known-victim",
    "no-explicit-statement",
}
PENA = {
    "encouragement",
    "knew",
    "endangering",
    "implicit-and-unwarned",
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
        (OKIN - {"encouragement"}, "open", "no"),
        (OKIN - {"known-victim"}, "open", "no"),
        (OKIN - {"knew"} | {"knew-nothing"}, "open", "no"),
        (OKIN - {"training", "legal-duty"} | {"implicit-and-unwarned"}, "open", "no"),
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
        ("dwares", "narrow", ()),
        ("dwares", "broad", ("explicit-assurance",)),
        ("hemphill", "narrow", ()),
        ("hemphill", "broad", ("overt-enabling-act",)),
    ],
)
def test_what_distinguishes_a_precedent_from_the_record(case, name, reader, missing):
    taken = stance_of(case, reader)
    (holding,) = (h for h in taken.establishes if [case.id for case in h.of] == [name])
    found = reach(case, holding, taken, "okin", "situation", situation(case, OKIN))
    assert found.missing == missing
    assert found.beyond == ()
    assert found.governs is (not missing)


@pytest.mark.parametrize("year", range(1994, 1999))
def test_on_dwares_alone_it_is_open_for_reasons_on_both_sides(case, year):
    found = constrain(case, situation(case, OKIN), "narrow", year)
    assert (found.answer, found.by) == ("open", ())
    told = {(reason.side, reason.page) for reason in found.because}
    assert told == {(side, page) for side in case.record.sides for page in ("434", "437")}
    explicit = OKIN - {"no-explicit-statement"} | {"explicit-assurance"}
    assert answer(case, explicit, "narrow", year) == "yes"


def test_an_unknown_victim_is_protected_from_an_explicit_assurance_alone(case):
    unknown = OKIN - {"known-victim"}
    assert (
        answer(case, unknown - {"no-explicit-statement"} | {"explicit-assurance"}, "narrow")
        == "yes"
    )
    assert answer(case, unknown, "narrow", 2004) == "open"


def test_the_year_of_the_first_precedent_is_open_and_says_why(case):
    found = constrain(case, situation(case, OKIN), "narrow", 1993)
    assert (found.answer, [reason.page for reason in found.because]) == ("open", ["433", "433"])


@pytest.mark.parametrize("year", range(1985, 2013))
def test_nothing_is_safer_because_it_is_worse(case, year):
    """Intentional for reckless violence, on duty for off duty, in words for implicitly."""
    order = {"no": 0, "open": 1, "yes": 2}
    for reader in ("narrow", "broad"):
        for extra in (set(), {"training"}, {"known-victim"}, {"knew"}):
            base = (OKIN - {"knew", "known-victim", "training", "legal-duty"}) | extra
            worse = [
                (base - {"intentional-violence"} | {"reckless-harm"}, base),
                (base - {"official-duty"} | {"outside-official-duty"}, base),
                (base, base - {"no-explicit-statement"} | {"explicit-assurance"}),
                (base, base | {"overt-enabling-act"}),
            ]
            for better, then in worse:
                was, now = answer(case, better, reader, year), answer(case, then, reader, year)
                assert order[was] <= order[now]


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
