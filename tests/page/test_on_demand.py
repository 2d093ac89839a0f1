"""Regions that are made once they are asked for."""

from okin_lib.page.on_demand import OnDemand, together


def test_a_region_is_made_once_and_only_when_it_is_asked_for():
    made = []
    regions = OnDemand(
        {"a": lambda: made.append("a") or "A", "b": lambda: made.append("b") or "B"}
    )
    assert (list(regions), len(regions), made) == (["a", "b"], 2, [])
    assert (regions["b"], regions["b"], made) == ("B", "B", ["b"])
    assert (dict(regions), made) == ({"a": "A", "b": "B"}, ["b", "a"])


def test_regions_that_are_made_together_are_made_at_the_first_of_them():
    calls = []
    regions = OnDemand(together(("a", "b"), lambda: calls.append(1) or {"a": "A", "b": "B"}))
    assert not calls
    assert dict(regions) == {"a": "A", "b": "B"}
    assert len(calls) == 1
