"""Nothing from outside is markup, wherever it shows."""

import attrs

from okin_lib.page.facts import event_panel
from okin_lib.page.matrix import matrix
from okin_lib.page.tree import tree
from okin_lib.page.verdict import verdict
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import HOSTILE, assert_only_text
from tests.page.shown import ALL, analyze, changes


def test_hostile_facts_are_escaped(case):
    record = case.record
    bad = attrs.evolve(record.facts[0], label=HOSTILE, statement=HOSTILE)
    hostile = attrs.evolve(case, record=attrs.evolve(record, facts=(bad, *record.facts[1:])))
    html = event_panel(hostile, bad.event, "facts", (bad.id,), frozenset(), frozenset([bad.event]))
    off = analyze(hostile, scenario(hostile, without=[bad.id]))
    before = analyze(hostile, scenario(hostile))
    for region in (html, verdict(hostile, off, "verdict"), changes(hostile, before, off)):
        assert_only_text(region)


def test_hostile_law_is_escaped(case, record):
    element = attrs.evolve(case.doctrine.elements[0], label=HOSTILE, question=HOSTILE)
    doctrine = attrs.evolve(case.doctrine, elements=(element, *case.doctrine.elements[1:]))
    hostile = attrs.evolve(case, doctrine=doctrine)
    for region in (
        matrix(hostile, record, record, "lug", False, "m"),
        tree(hostile, record, "lug", ALL, "t"),
    ):
        assert "<script" not in region
        assert "<img" not in region
