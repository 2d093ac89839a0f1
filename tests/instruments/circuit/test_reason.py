"""The line runs, hangs and stops as the engine's own three-valued logic says."""

from itertools import product

import attrs
import pytest
from hypothesis import given

from okin_lib.doctrine.elements import Composition
from okin_lib.instruments.circuit.reason import circuit, statuses
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset
from tests.instruments.circuit.lines import drawn, line_of, of, slots, wires
from tests.reasoning.courtroom import OFFICERS, TOWN, VILLAGE, ask
from tests.reasoning.test_properties import CASE, scenarios, thorough

ENDS = {"denied": {"run"}, "granted": {"dead"}, "open": {"hang", "skip"}}
LEAVES = ("explicit-sanction", "implicit-sanction", "sorting", "conveyed-to-wrongdoer")
TRUTH = {"triable": [True], "no-genuine-issue": [False], "open": [True, False]}


@pytest.fixture(scope="module")
def record(case):
    return ask(case)


@pytest.fixture(scope="module")
def below(case):
    return ask(case, **preset(case, "district-court"))


def every(*parts):
    return Composition("all", tuple(parts))


def one(*parts):
    return Composition("any", tuple(parts))


def unless(part):
    return Composition("not", (part,))


A, B, C, D = (Composition("element", element=key) for key in LEAVES)
SHAPES = [
    every(A, B, C, D),
    one(A, B),
    every(one(A, every(B, C)), D),
    every(A, one(every(B, C), D)),
    one(A, every(one(B, C), D)),
    one(A, B, C),
    every(A, unless(B)),
    every(A, unless(every(B, C)), unless(one(C, D))),
    unless(unless(A)),
]


def completed(part, statuses):
    """What can come of a composition if each mention of what is open falls either way."""
    match part.op:
        case "element":
            return {*TRUTH[statuses[part.element]]}
        case "not":
            return {not each for each in completed(part.parts[0], statuses)}
    ways = product(*(completed(each, statuses) for each in part.parts))
    return {all(way) if part.op == "all" else any(way) for way in ways}


@pytest.mark.parametrize("parts", SHAPES)
def test_the_line_is_what_every_way_for_the_open_to_fall_agrees_on(case, parts):
    claim = attrs.evolve(case.claims["due-process"], parts=parts)
    ends = {frozenset([True]): "run", frozenset([False]): "dead"}
    for each in product(TRUTH, repeat=len(LEAVES)):
        now = dict(zip(LEAVES, each, strict=True))
        expected = ends.get(frozenset(completed(parts, now)), "hang")
        assert circuit(case.elements, claim, now, now).end == expected, now


@thorough
@given(scenarios)
def test_the_plate_runs_hangs_or_stops_as_the_motion_is_denied_open_or_granted(supposed):
    analysis = analyze(CASE, supposed)
    lines = list(drawn(CASE, analysis))
    assert {party for _, party, _, _ in lines} == {*OFFICERS, "village", "town"}
    for claim, party, line, motion in lines:
        assert line.end in ENDS[motion], (claim, party)
        if line.end == "skip":  # it comes thin to an open motion only where the court was silent
            found = of(analysis, party)
            assert any(found[slot.element.id].status == "not-stated" for slot in slots(line))


@thorough
@given(scenarios)
def test_each_wire_goes_on_as_it_came_or_weaker(supposed):
    strength = ("dead", "skip", "hang", "run").index
    for _, _, line, _ in drawn(CASE, analyze(CASE, supposed)):
        for slot in slots(line):
            assert strength(slot.out) <= strength(slot.into)
            assert slot.stops == (slot.into != "dead" and slot.out == "dead")


def test_this_courts_line_runs_on_the_implicit_wire_alone(case, record):
    line = line_of(case, record, "lug")
    first, *others = wires(line)
    assert first == ("explicit-sanction", "by", "run", "dead")
    assert {wire[1:] for wire in others} == {("main", "run", "run")}
    assert line.end == "run"
    explicit, implicit, failures, *_ = slots(line)
    assert explicit.opens == (("by", "run"),)
    assert explicit.beside == (("main", "run"),)
    assert implicit.beside == (("by", "dead"),)
    assert failures.closes == (("by", "dead"),)


def test_the_district_courts_line_passes_over_the_violation_and_stops_at_immunity(case, below):
    line = line_of(case, below, "lug")
    first, *passed, last = wires(line)
    assert first == ("explicit-sanction", "by", "run", "dead")
    assert {wire[1:] for wire in passed} == {("main", "skip", "skip")}
    assert last[0] == "clearly-established"
    assert last[-1] == line.end == "dead"


@pytest.mark.parametrize("officer", OFFICERS)
def test_the_same_elements_stand_on_each_officers_line_in_the_same_order(case, record, officer):
    line = line_of(case, record, officer)
    assert line.end == ("run" if officer in VILLAGE else "dead")
    assert [slot.element.id for slot in slots(line)] == [
        "explicit-sanction", "implicit-sanction", "sorting", "conveyed-to-wrongdoer",
        "affirmative-conduct", "increased-danger", "conscience", "clearly-established",
    ]  # fmt: skip
    assert [stretch.element.id for stretch in line.stretches] == ["violation", "immunity"]


@pytest.mark.parametrize("officer", TOWN)
def test_without_repeated_failures_both_wires_of_the_towns_officers_stop(case, record, officer):
    stopped = [s.element.id for s in slots(line_of(case, record, officer)) if s.stops]
    assert stopped == ["explicit-sanction", "sorting"]


@pytest.mark.parametrize(("party", "end"), [("village", "run"), ("town", "dead")])
def test_a_municipalitys_line_has_two_wires_after_its_officers_violation(case, record, party, end):
    line = line_of(case, record, party, "municipal-liability")
    first, *others = wires(line)
    assert first == ("predicate", "main", "run", end)
    assert [wire[:2] for wire in others] == [
        ("custom", "by"), ("custom-despite-immunity", "by"),
        ("training", "main"), ("training-despite-immunity", "main"),
    ]  # fmt: skip
    assert line.end == end


def test_a_way_that_is_reached_neither_now_nor_on_the_record_is_left_out(case, record):
    found, claim = statuses(of(record, "lug")), case.claims["due-process"]
    assert found["exposure"] == "not-reached"
    exposed = {**found, "exposure": "triable"}
    for now, was, wire in ((exposed, found, "run"), (found, exposed, "skip")):
        line = circuit(case.elements, claim, now, was)
        assert wires(line)[0] == ("exposure", "outer", wire, wire)
        assert slots(line)[4].closes == (("outer", wire),)
        assert line.end == "run"
    neither = circuit(case.elements, claim, found, found)
    assert "exposure" not in [key for key, *_ in wires(neither)]


def test_what_is_found_of_a_whole_goes_before_what_its_parts_come_to(case, record):
    found = statuses(of(record, "lug"))
    failing = {**found, "violation": "no-genuine-issue"}
    line = circuit(case.elements, case.claims["due-process"], failing, found)
    assert line.end == "dead"
    assert [slot.element.id for slot in slots(line) if slot.barred] == ["conscience"]


def test_what_is_no_element_on_a_reading_is_passed_over_and_the_line_runs_on(case):
    line = line_of(case, ask(case, attribution="not-an-element"), "lug")
    assert [key for key, _, _, out in wires(line) if out == "skip"] == ["sorting"]
    assert line.end == "run"


def test_what_a_claim_needs_not_to_hold_has_plain_words_for_both_answers(case, record):
    for _, _, line, _ in drawn(case, record):
        for place in (*line.stretches, *slots(line)):
            assert place.element.negated.keys() == ({"yes", "no"} if place.negated else set())
