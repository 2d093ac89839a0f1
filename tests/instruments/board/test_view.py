"""The controls of a board, as they show the facts."""

import pytest

from okin_lib.page.facts import event_panel
from tests.page.markup import read


@pytest.mark.parametrize("listed", ["used", "drawn_from"])
def test_a_fact_says_where_it_is_relied_on_and_what_it_sums_up(case, listed):
    told = 0
    for event in case.record.events:
        shown = read(event_panel(case, event.id, "facts", (), frozenset(), frozenset([event.id])))
        about = {each.attrs.get("id"): each.text for each in shown.all("div")}
        for fact in (fact for fact in case.record.facts if fact.event == event.id):
            used, summed = ", ".join(fact.used), [case.facts[key].label for key in fact.drawn_from]
            text = about[f"about-{fact.id}"]
            if listed == "used":
                told += bool(used)
                assert (f"relied on at {used}" in text) if used else ("relied on" not in text)
            else:
                told += bool(summed)
                assert all(" ".join(label.split()) in text for label in summed)
    assert told
