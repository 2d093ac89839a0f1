"""An id is of one kind: what takes one of a party takes none of a fact, nor a text as it came."""

import re
from contextlib import chdir
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).parents[1]

GIVEN = """
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.dependence import with_sums
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.page.act import Act
from okin_lib.page.acting import Acting
from okin_lib.page.figure import figure_panel
from okin_lib.page.figures.drawing import Drawing
from okin_lib.page.look import Seen
from okin_lib.page.regions import Parts, RegionId, Regions, region_ids
from okin_lib.page.verdict import verdict
from okin_lib.patterns.pattern import Either
from okin_lib.patterns.pattern_analysis import PatternAnalysis
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.logic import Situation
from okin_lib.reasoning.party_case import PartyCase
from okin_lib.reasoning.pivotal import Pivotal, pivotal
from okin_lib.reasoning.posed import Posed
from okin_lib.reasoning.scenario import reread
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import FactId, PartyId

case: Case
posed: Posed
own: PartyCase
found: Pivotal
situation: Situation
answer: PatternAnalysis
analysis: Analysis
acting: Acting
seen: Seen
drawing: Drawing
act: Act
fact: FactId
party: PartyId
factor: FactorId
element: ElementId
reading: ReadingId
region: RegionId
text: str


def as_regions(regions: Regions) -> None: ...
def as_parts(parts: Parts) -> None: ...
"""

RIGHT = (
    "posed.whose(party)",
    "found.role(fact)",
    "situation.value(factor)",
    "outcome(own, element)",
    "pivotal(case, posed.scenario, element, party)",
    "reread(case, posed.scenario, {reading: text})",
    "Scenario(without=frozenset([fact]))",
    "found.role(case.fact_names[text])",
    "found.role(act.among(case.facts))",
    "case.elements[element].label.upper()",
    "with_sums(case, factor)",
    "answer.set_aside[party]",
    "answer.cases[party].values[Either((party,), (factor,)).id]",
    "verdict(case, analysis, region)",
    "verdict(case, analysis, seen.region)",
    "figure_panel(region, True, lambda: drawing)",
    "as_regions({region: verdict(case, analysis, region)})",
    "as_parts({text: region_ids(text)})",
    "as_parts({text: (region, *acting.parts[text])})",
    "acting.regions()[acting.parts[text][0]]",
    "text.join([fact, party, factor, element, reading, region])",
)

WRONG = (
    "posed.whose(fact)",
    "posed.whose(text)",
    "found.role(party)",
    "situation.value(fact)",
    "situation.value(element)",
    "outcome(own, factor)",
    "pivotal(case, posed.scenario, party, element)",
    "reread(case, posed.scenario, {element: text})",
    "Scenario(without=frozenset([party]))",
    "Scenario(without=frozenset([text]))",
    "found.role(text)",
    "posed.whose(act.among(case.facts))",
    "case.facts[party]",
    "case.parties[fact]",
    "case.factors[element]",
    "case.elements[factor]",
    "case.readings[text]",
    "case.feeds[fact]",
    "with_sums(case, element)",
    "answer.set_aside[factor]",
    "answer.cases[text]",
    "Either((party,), (fact,))",
    "verdict(case, analysis, party)",
    "verdict(case, analysis, text)",
    "figure_panel(element, True, lambda: drawing)",
    "as_regions({element: verdict(case, analysis, region)})",
    "as_regions({text: verdict(case, analysis, region)})",
    "as_parts({text: (text,)})",
    "acting.regions()[fact]",
    "acting.regions()[text]",
)


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """Return which of all the calls are refused, from one run."""
    calls = (*RIGHT, *WRONG)
    cache = tmp_path_factory.mktemp("mypy")
    program = GIVEN + "\n".join(calls)
    with chdir(ROOT):
        said, failed, _ = api.run(
            [f"--cache-dir={cache}", "--config-file=", "--follow-imports=silent", "-c", program]
        )
    assert not failed
    first = len(GIVEN.splitlines()) + 1
    lines = {int(line) for line in re.findall(r"^<string>:(\d+): error:", said, re.M)}
    assert min(lines) >= first
    return {calls[line - first] for line in lines}


@pytest.mark.parametrize("call", RIGHT)
def test_an_id_goes_where_its_kind_goes_and_is_text(refused, call):
    assert call not in refused


@pytest.mark.parametrize("call", WRONG)
def test_an_id_of_another_kind_or_a_text_is_a_type_error(refused, call):
    assert call in refused
