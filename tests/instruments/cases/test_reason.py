"""How a factor stands for the officers, and how it stood on the record."""

from okin_lib.instruments.cases.reason import Borne, bearing
from okin_lib.reasoning.scenario import scenario
from tests.reasoning.courtroom import OFFICERS


def borne(case, factor, **supposed):
    return bearing(case, scenario(case, **supposed))[factor]


def test_on_the_record_nothing_differs_from_it(case):
    for groups in bearing(case, scenario(case)).values():
        assert all(group.value == group.was for group in groups)
        assert [party for group in groups for party in group.parties] == list(OFFICERS)


def test_a_switch_moves_the_factor_that_it_bears_on(case):
    everyone = tuple(OFFICERS)
    assert borne(case, "official-duty") == (Borne(everyone, True, True),)
    off_duty = borne(case, "official-duty", added=["officers-off-duty"])
    assert off_duty == (Borne(everyone, False, True),)
    reckless = {"added": ["harm-was-reckless"]}
    assert borne(case, "intentional-violence", **reckless) == (Borne(everyone, False, True),)
    assert borne(case, "reckless-harm", **reckless) == (Borne(everyone, True, False),)


def test_what_is_one_officers_own_parts_that_officer_from_the_others(case):
    assured = borne(case, "explicit-assurance", added=["assurance-by-douglas"])
    assert assured == (
        Borne(("douglas",), True, False),
        Borne(tuple(party for party in OFFICERS if party != "douglas"), False, False),
    )
