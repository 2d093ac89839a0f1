"""Who knew what rests only on facts that stand."""

import pytest

from okin_lib.instruments.knowledge.reason import knowledge
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import scenario

SETTING_ASIDE = ["plaintiff", "undisputed", "officers"]


@pytest.mark.parametrize("version", SETTING_ASIDE)
def test_no_ground_is_a_fact_that_the_reading_sets_aside(case, version):
    supposed = scenario(case, readings={"version": version})
    aside = pose(case, supposed).assumption.set_aside
    assert aside
    for known in knowledge(case, supposed):
        assert aside.isdisjoint(known.facts)


def test_on_what_is_undisputed_less_was_known_than_on_okins_version(case):
    def known(version: str) -> set[tuple[str, str]]:
        found = knowledge(case, scenario(case, readings={"version": version}))
        return {(each.matter, each.officer) for each in found if each.channel != "none"}

    assert known("undisputed") < known("plaintiff")
