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
from okin_lib.files import scenario_data, scenario_form
from okin_lib.files.link_code import LONGEST, Decoded, decode, encode
from okin_lib.files.link_keys import key, keys_of, names_of
from okin_lib.files.scenario_data import BadCode, as_data
from okin_lib.files.scenario_form import from_data
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Scenario
from tests.examples import examples
from tests.reasoning.courtroom import compatible

CASE = load_case()
FACTS = [fact.id for fact in CASE.record.facts]
SUPPOSED = [hypothetical.id for hypothetical in CASE.record.hypotheticals]
READINGS = {r.id: [v.id for v in r.values] for r in CASE.doctrine.readings}
CHARACTERS = "ABCXYZabcxyz0123456789._-"

scenarios = st.builds(
    lambda *given: compatible(CASE, *given),
    st.lists(st.sampled_from(FACTS), max_size=30),
    st.lists(st.sampled_from(SUPPOSED), max_size=5),
    st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in READINGS.items()}),
    st.none() | st.integers(1900, 2100),
)
often = settings(max_examples=examples(300), deadline=None, derandomize=True)

RECORD = scenario(CASE)
SOME = scenario(CASE, ["C39", "C09"], ["nothing-reached-sears"], {"pena": "broad"}, 1990)


NOW = f"2{CASE.record.law}."


def sealed(body: str) -> str:
    """A text whose checksum is right, whatever it says."""
    return code._sealed(body)


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
    assert decode(CASE, text) == Decoded(supposed, earlier=False)
    assert from_data(CASE, json.loads(json.dumps(as_data(supposed)))) == supposed
    assert re.fullmatch(r"2[A-Za-z0-9._-]+", text)


def test_the_records_own_code_is_very_short():
    assert len(encode(CASE, RECORD)) == 11
    assert as_data(RECORD) == {}


def test_the_fullest_scenario_fits():
    readings = {reading: values[-1] for reading, values in READINGS.items()}
    full = compatible(CASE, FACTS, SUPPOSED, readings, 1990)
    assert len(encode(CASE, full)) < LONGEST
    assert decode(CASE, encode(CASE, full)).scenario == full


def test_no_two_names_share_a_key():
    assert set(names_of(CASE).values()) == set(keys_of(CASE))


def test_one_scenario_has_one_code():
    again = scenario(CASE, ["sears-told-williams", "football-talk"], SOME.added, {"pena": "broad"})
    assert encode(CASE, attrs.evolve(again, year=1990)) == encode(CASE, SOME)


# Another law


def with_law(law: int) -> Case:
    return attrs.evolve(CASE, record=attrs.evolve(CASE.record, law=law))


def test_a_code_of_the_first_form_opens_as_made_with_an_earlier_law():
    found = decode(CASE, "1FgyZPz1OuVSz.year-199053ff5bf6")
    facts_off = frozenset(["football-talk", "mandatory-arrest-law"])
    assert found == Decoded(attrs.evolve(SOME, without=facts_off), earlier=True)
    assert "earlier version of the law" in found.notice


@pytest.mark.parametrize("supposed", [RECORD, SOME])
def test_a_code_made_with_an_earlier_law_opens_and_says_so(supposed):
    text = encode(CASE, supposed)
    assert decode(with_law(CASE.record.law + 1), text) == Decoded(supposed, earlier=True)
    assert decode(CASE, text) == Decoded(supposed, earlier=False)
    assert decode(CASE, text).notice == ""


def test_what_goes_without_saying_now_opens_if_it_did_not_then():
    reading = CASE.doctrine.readings[0]
    value = reading.values[1].id
    chosen = encode(CASE, scenario(CASE, readings={reading.id: value}))
    first, second, *others = reading.values
    turned = attrs.evolve(reading, values=(second, first, *others))
    doctrine = attrs.evolve(CASE.doctrine, readings=(turned, *CASE.doctrine.readings[1:]))
    later = attrs.evolve(with_law(CASE.record.law + 1), doctrine=doctrine)
    assert decode(later, chosen) == Decoded(RECORD, earlier=True)


def test_a_code_made_with_a_later_law_is_refused():
    later = with_law(CASE.record.law + 1)
    assert f"version {CASE.record.law + 1} of the law" in refused(encode(later, SOME))


# Names that changed


def renamed(case: Case) -> Case:
    """The case with new ids for a fact, a hypothetical, and a reading with its values."""

    def other(thing):
        return attrs.evolve(thing, id=f"{thing.id}-anew", formerly=(thing.id, *thing.formerly))

    (fact, *facts), (supposed, *others) = case.record.facts, case.record.hypotheticals
    reading, *readings = case.doctrine.readings
    anew = attrs.evolve(other(reading), values=tuple(map(other, reading.values)))
    record = attrs.evolve(
        case.record,
        facts=(other(fact), *facts),
        hypotheticals=(other(supposed), *others),
    )
    doctrine = attrs.evolve(case.doctrine, readings=(anew, *readings))
    return attrs.evolve(case, record=record, doctrine=doctrine)


def test_a_code_opens_by_the_names_that_things_formerly_had():
    fact, supposed, reading = FACTS[0], SUPPOSED[0], CASE.doctrine.readings[0]
    value = reading.values[1].id
    given_then = [fact], [supposed], {reading.id: value}
    now = renamed(renamed(CASE))
    ends = "-anew-anew"
    expected = Scenario(
        without=frozenset([fact + ends]),
        added=frozenset([supposed + ends]),
        readings=((reading.id + ends, value + ends),),
    )
    for made in (CASE, renamed(CASE), now):
        text = encode(made, scenario(made, *given_then))
        assert decode(now, text) == Decoded(expected, earlier=False)
    assert scenario(now, *given_then) == expected


def test_a_thing_named_by_two_of_its_names_is_named_twice():
    fact, now = FACTS[0], renamed(CASE)
    both = sorted(key(("without", name)) for name in (fact, f"{fact}-anew"))
    assert "twice" in refused(sealed(f"2{CASE.record.law}." + "".join(both)), now)


def test_a_reading_given_by_two_of_its_names_is_refused():
    reading, now = CASE.doctrine.readings[0], renamed(CASE)
    value = reading.values[1].id
    with pytest.raises(ValueError, match="given twice"):
        scenario(now, readings={reading.id: value, f"{reading.id}-anew": value})


# Other data


def without_fact(case: Case, gone: str) -> Case:
    facts = tuple(fact for fact in case.record.facts if fact.id != gone)
    return attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))


def test_a_code_outlives_additions_and_reordering():
    facts = CASE.record.facts
    more = (attrs.evolve(facts[0], id="brand-new", map="Z99"), *reversed(facts))
    later = attrs.evolve(CASE, record=attrs.evolve(CASE.record, facts=more))
    assert decode(later, encode(CASE, SOME)).scenario == SOME


def test_a_code_for_other_data_is_refused_only_if_it_uses_what_is_gone():
    other = without_fact(CASE, "football-talk")
    assert "other data" in refused(encode(CASE, SOME), other)
    kept = scenario(CASE, ["C09"])
    assert decode(other, encode(CASE, kept)).scenario == kept


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
        (sealed("3AbCd"), "version"),
        (sealed("2AbCd"), "which version of the law"),
        (sealed("2"), "which version of the law"),
        (sealed("20."), "which version of the law"),
        (sealed("201."), "which version of the law"),
        (sealed("1.year-1990.year-1990"), "twice"),
        ("1é", "letters, digits"),
        ("1٣", "letters, digits"),
        ("1\ud800", "letters, digits"),
        ("1" * (LONGEST + 1), "at most"),
        (sealed(NOW + "zz"), "other data"),
        (sealed(NOW + "____"), "other data"),
        (sealed(NOW + ".year-soon"), "whole number"),
        (sealed(NOW + ".year-2001"), "goes without saying"),
        (sealed(NOW + ".year-01990"), "goes without saying"),
        (sealed(NOW + ".year-1990.year-1990"), "twice"),
        (sealed(NOW + ".yeer-1990"), "'year'"),
        (sealed(NOW + ".without-C39"), "list"),
        (sealed(NOW + "."), "no field"),
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
    assert found.earlier or encode(CASE, found.scenario) == text


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
    said = "".join(keys) + "".join(f".{f}-{v}" for f, v in literal)
    reads_or_refuses(sealed(NOW + said))
    reads_or_refuses(sealed("1" + said))


# Fields to come


@attrs.frozen
class Later(Scenario):
    version: Literal["plaintiff", "officers"] = "plaintiff"


def test_a_field_added_later_needs_no_change_here(monkeypatch):
    def later(case, version="plaintiff", **rest):
        return Later(**attrs.asdict(scenario(case, **rest), recurse=False), version=version)

    text = encode(CASE, SOME)
    for module in (scenario_data, scenario_form):
        monkeypatch.setattr(module, "Scenario", Later)
    monkeypatch.setattr(scenario_form, "scenario", later)
    monkeypatch.setattr(scenario_form, "_converter", scenario_form._converter.__wrapped__)
    old = decode(CASE, text).scenario
    assert old == Later(**attrs.asdict(SOME, recurse=False))
    new = attrs.evolve(old, version="officers")
    assert decode(CASE, encode(CASE, new)).scenario == new
    assert "must be one of" in refused(sealed(NOW + ".version-nobody"))
