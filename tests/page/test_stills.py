"""Of what was switched and changed nothing: all of why, and in brief where room is scarce."""

import pytest

from okin_lib.page.stills import BRIEFLY, stills
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import difference
from okin_lib.reasoning.scenario import scenario


@pytest.fixture
def order_shown(case):
    """What is said of an order that was shown, on which many factors draw."""
    without = analyze(case, scenario(case, ["order-shown-manion"]))
    (still,) = stills(case, difference(case, analyze(case, scenario(case)), without))
    return still


def test_at_length_every_factor_that_draws_on_it_is_named(order_shown) -> None:
    assert all(f"“{factor}”" in order_shown.said for factor, _ in order_shown.kept_by)


def test_in_brief_the_first_are_named_and_the_others_counted(order_shown) -> None:
    others = order_shown.kept_by[BRIEFLY:]
    named = [factor for factor, _ in order_shown.kept_by if f"“{factor}”" in order_shown.briefly]
    assert named == [factor for factor, _ in order_shown.kept_by[:BRIEFLY]]
    assert order_shown.briefly.endswith(f"; {len(others)} more in the same way.")
