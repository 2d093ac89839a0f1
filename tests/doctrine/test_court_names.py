"""Courts are known in their usual spellings, and what is nearly one is not taken for another."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.doctrine.court_names import BadCourt
from okin_lib.lessons.installed import load_case

DOCTRINE = load_case().doctrine
NAMES, BOUND = DOCTRINE.court_names, DOCTRINE.courts


@pytest.mark.parametrize(
    ("court", "spellings"),
    [
        (
            "2d Cir.",
            [
                "2nd Cir.", "2d Cir", "2D CIR.", "CA2", "C.A.2", "2 Cir.", "Second Circuit",
                "2d Circuit", "U.S. Court of Appeals for the Second Circuit",
                "United States Court of Appeals, Second Circuit", "Court of Appeals (2d Cir.)",
                "Second Circuit Court of Appeals", "the \u201cSecond Circuit\u201d",
                "\u20182d\u00a0 Cir.\u2019", "\uff12\uff44 \uff23\uff49\uff52\uff0e",
            ],
        ),
        (
            "S.D.N.Y.",
            [
                "SDNY", "s.d.n.y", "S. D. N. Y.", "S.D. New York", "USDC SDNY",
                "U.S. District Court for the Southern District of New York",
            ],
        ),
        ("E.D.N.Y.", ["EDNY", "E.D. N.Y.", "Eastern District of New York"]),
        ("N.D.N.Y.", ["Northern Dist. of N.Y."]),
        ("W.D.N.Y.", ["United States District Court, W.D. New York"]),
        ("D. Conn.", ["D.Conn", "District of Connecticut", "D. Ct."]),
        ("D. Vt.", ["D.Vt.", "d vt", "U.S. District Court for the District of Vermont"]),
        ("8th Cir.", ["Eighth Circuit", "CA8"]),
        ("N.D. Cal.", ["ND Cal", "Northern District of California"]),
        ("D.C. Cir.", ["District of Columbia Circuit"]),
        ("U.S.", ["Supreme Court of the United States", "SCOTUS"]),
    ],
)  # fmt: skip
def test_a_court_is_known_in_its_usual_spellings(court, spellings):
    read = {spelling: NAMES.read(spelling, BOUND) for spelling in (court, *spellings)}
    assert read == dict.fromkeys(read, court)


def test_every_court_is_known_by_its_own_name():
    for court in (*BOUND, *NAMES.others):
        assert NAMES.read(court, BOUND) == court


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2dn Cir.", "2d Cir."),
        ("Secnd Circuit", "2d Cir."),
        ("2d Cir. 2005", "2d Cir."),
        ("Second", "2d Cir."),
        ("Sothern District of New York", "S.D.N.Y."),
        ("S.D.N.W.", "S.D.N.Y."),
        ("Vt.", "D. Vt."),
        ("12th Cir.", "11th Cir."),
    ],
)
def test_what_is_nearly_a_court_is_refused_with_its_name(name, meant):
    with pytest.raises(BadCourt, match=f"did you mean '{meant}'"):
        NAMES.read(name, BOUND)


@pytest.mark.parametrize("name", ["", "  ", "???", "the", "x" * 200])
def test_what_names_no_court_is_refused(name):
    with pytest.raises(BadCourt, match="must be the name of a court"):
        NAMES.read(name, BOUND)


@pytest.mark.parametrize(
    "name", ["N.Y. App. Div.", "N.Y. Sup. Ct.", "Conn. Super. Ct.", "High Court of Ireland"]
)
def test_any_other_court_keeps_its_name(name):
    assert NAMES.read(name, BOUND) == name
    assert NAMES.find(name, (*BOUND, *NAMES.others)) is None


@given(st.text(max_size=60))
def test_fuzz_any_text_names_a_court_or_is_refused(text):
    with suppress(BadCourt):
        assert NAMES.read(text, BOUND)
