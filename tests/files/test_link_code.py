"""Scenario codes: exact there and back, and every other text refused with one kind of error."""

import json
import re
from typing import Literal

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okin_lib.doctrine.case import Case
from okin_lib.files import link_code as code
from okin_lib.files import scenario_data
from okin_lib.files.link_code import LONGEST, decode, encode
from okin_lib.files.link_keys import keys_of, names_of
from okin_lib.files.scenario_data import BadCode, as_data, from_data
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario

CASE = load_case()
FACTS = [fact.id for fact in CASE.record.facts]
SUPPOSED = [hypothetical.id for hypothetical in CASE.record.hypotheticals]
READINGS = {r.id: [v.id for v in r.values] for r in CASE.doctrine.readings}
CHARACTERS = "ABCXYZabcxyz0123456789._-"

scenarios = st.builds(
    lambda without, added, readings, year: scenario(CASE, without, added, readings, year),
    st.lists(st.sampled_from(FACTS), max_size=30),
    st.lists(st.sampled_from(SUPPOSED), max_size=5),
    st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in READINGS.items()}),
    st.none() | st.integers(1900, 2100),
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(FACTS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["without", "with", "readings", "year", "pena"]) | st.text(), inner
        )
    ),
    max_leaves=12,
)
often = settings(max_examples=300, deadline=None, derandomize=True)

RECORD = scenario(CASE)
SOME = scenario(CASE, ["C39", "C09"], ["nothing-reached-sears"], {"pena": "broad"}, 1990)


def sealed(body: str) -> str:
    """A text whose checksum is right, whatever it says."""
    return body + code._checksum(body)


def refused(text: str, case: Case = CASE) -> str:
    with pytest.raises(BadCode) as error:
        decode(case, text)
    assert "record" in str(error.value), "the remedy is missing"
    return str(error.value)


# There and back


@often
@given(scenarios)
@example(RECORD)
@example(SOME)
def test_there_and_back_is_exact(supposed):
    text = encode(CASE, supposed)
    assert decode(CASE, text) == supposed
    assert from_data(CASE, json.loads(json.dumps(as_data(supposed)))) == supposed
    assert re.fullmatch(r"1[A-Za-z0-9._-]+", text)


def test_the_records_own_code_is_very_short():
    assert len(encode(CASE, RECORD)) == 9
    assert as_data(RECORD) == {}


def test_the_fullest_scenario_fits():
    readings = {reading: values[-1] for reading, values in READINGS.items()}
    full = scenario(CASE, FACTS, SUPPOSED, readings, 1990)
    assert len(encode(CASE, full)) < LONGEST
    assert decode(CASE, encode(CASE, full)) == full


def test_no_two_names_share_a_key():
    assert len(names_of(CASE)) == len(keys_of(CASE))


def test_one_scenario_has_one_code():
    again = scenario(CASE, ["sears-told-williams", "football-talk"], SOME.added, {"pena": "broad"})
    assert encode(CASE, attrs.evolve(again, year=1990)) == encode(CASE, SOME)


def test_plain_data_uses_the_names_of_the_command_line():
    assert as_data(SOME) == {
        "without": ["football-talk", "mandatory-arrest-law", "sears-told-williams"],
        "with": ["nothing-reached-sears"],
        "readings": {"pena": "broad"},
        "year": 1990,
    }


def test_a_code_of_the_first_version_is_still_read():
    assert decode(CASE, "1FgyZPz1OuVSz.year-199053ff5bf6") == attrs.evolve(
        SOME, without=frozenset(["football-talk", "mandatory-arrest-law"])
    )


# Other data


def without_fact(case: Case, gone: str) -> Case:
    facts = tuple(fact for fact in case.record.facts if fact.id != gone)
    return attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))


def test_a_code_outlives_additions_and_reordering():
    facts = CASE.record.facts
    more = (attrs.evolve(facts[0], id="brand-new", map="Z99"), *reversed(facts))
    later = attrs.evolve(CASE, record=attrs.evolve(CASE.record, facts=more))
    assert decode(later, encode(CASE, SOME)) == SOME


def test_a_code_for_other_data_is_refused_only_if_it_uses_what_is_gone():
    other = without_fact(CASE, "football-talk")
    assert "other data" in refused(encode(CASE, SOME), other)
    kept = scenario(CASE, ["C09"])
    assert decode(other, encode(CASE, kept)) == kept


# Damage


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "letters, digits"),
        ("1", "cut short"),
        (encode(CASE, SOME)[:-1], "cut short"),
        (encode(CASE, SOME)[:12], "cut short"),
        (encode(CASE, SOME) + " ", "letters, digits"),
        (encode(CASE, SOME) + "\n", "letters, digits"),
        (encode(CASE, SOME).replace("1990", "1991"), "altered"),
        (sealed("0"), "version"),
        (sealed("2AbCd"), "version"),
        ("1é", "letters, digits"),
        ("1٣", "letters, digits"),
        ("1\ud800", "letters, digits"),
        ("1" * (LONGEST + 1), "at most"),
        (sealed("1zz"), "other data"),
        (sealed("1____"), "other data"),
        (sealed("1.year-soon"), "whole number"),
        (sealed("1.year-2001"), "goes without saying"),
        (sealed("1.year-01990"), "goes without saying"),
        (sealed("1.year-1990.year-1990"), "twice"),
        (sealed("1.yeer-1990"), "'year'"),
        (sealed("1.without-C39"), "list"),
        (sealed("1."), "no field"),
    ],
)
def test_what_is_no_code_says_why_and_what_to_do(text, says):
    assert says in refused(text)


@pytest.mark.parametrize("supposed", [RECORD, SOME])
def test_every_slip_of_one_character_is_caught(supposed):
    text = encode(CASE, supposed)
    for at, was in enumerate(text):
        refused(text[:at] + text[at + 1 :])
        for other in CHARACTERS.replace(was, ""):
            refused(text[:at] + other + text[at + 1 :])


def test_every_cut_is_caught():
    text = encode(CASE, SOME)
    for length in range(len(text)):
        refused(text[:length])


def reads_or_refuses(text: str) -> None:
    try:
        found = decode(CASE, text)
    except BadCode:
        return
    assert encode(CASE, found) == text


@settings(deadline=None)
@given(st.text() | st.text(CHARACTERS))
def test_fuzz_nothing_else_is_raised(text):
    reads_or_refuses(text)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(sorted(names_of(CASE))), max_size=6),
    st.lists(
        st.tuples(
            st.sampled_from(["year", "without", "with", "readings", "", "x"]),
            st.text(CHARACTERS) | st.integers().map(str),
        ),
        max_size=3,
    ),
)
def test_fuzz_nothing_else_is_raised_where_the_checksum_is_right(keys, literal):
    reads_or_refuses(sealed("1" + "".join(keys) + "".join(f".{f}-{v}" for f, v in literal)))


@often
@given(plain)
def test_no_other_plain_data_is_taken(data):
    try:
        supposed = from_data(CASE, data)
    except BadCode:
        return
    assert from_data(CASE, as_data(supposed)) == supposed


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (None, "must be fields"),
        ({"wihtout": []}, "did you mean 'without'?"),
        ({"without": "C39"}, "must be a list"),
        ({"without": ["footbal-talk"]}, "did you mean 'football-talk'?"),
        ({"with": ["football-talk"]}, "in the record already"),
        ({"year": True}, "whole number"),
        ({"readings": {"pena": "narow"}}, "did you mean 'narrow'?"),
    ],
)
def test_plain_data_are_refused_with_the_nearest_name(data, says):
    with pytest.raises(BadCode, match=re.escape(says)):
        from_data(CASE, data)


# Fields to come


@attrs.frozen
class Later(Scenario):
    version: Literal["plaintiff", "officers"] = "plaintiff"


def test_a_field_added_later_needs_no_change_here(monkeypatch):
    def later(case, version="plaintiff", **rest):
        return Later(**attrs.asdict(scenario(case, **rest), recurse=False), version=version)

    text = encode(CASE, SOME)
    monkeypatch.setattr(scenario_data, "Scenario", Later)
    monkeypatch.setattr(scenario_data, "scenario", later)
    monkeypatch.setattr(scenario_data, "_converter", scenario_data._converter.__wrapped__)
    old = decode(CASE, text)
    assert old == Later(**attrs.asdict(SOME, recurse=False))
    new = attrs.evolve(old, version="officers")
    assert decode(CASE, encode(CASE, new)) == new
    assert "must be one of" in refused(sealed("1.version-nobody"))
