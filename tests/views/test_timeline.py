"""The incidents in time: every dated fact once, and filters that keep exactly what they say."""

import attrs
import pytest

from okin_lib.reasoning.index import index
from okin_lib.reasoning.scenario import scenario
from okin_lib.views import timeline
from tests.views.markup import ids, read

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def record(case):
    return scenario(case)


def shown(case, supposed, source="", party=""):
    return read(timeline.timeline(case, supposed, source, party, False, "r"))


def statements(root) -> list[str]:
    return [li.text for details in root.all("details") for li in details.all("li")]


def dated(case) -> list:
    events = {event.id for event in case.record.events if event.date}
    return [fact for fact in case.record.facts if fact.event in events]


def test_the_incidents_stand_in_order_of_time(case, record):
    days = [time.attrs["datetime"] for time in shown(case, record).all("time")]
    assert days == sorted(event.date for event in case.record.events if event.date)
    times = [time.text for time in shown(case, record).all("time")]
    assert (times[0], times[-1]) == ("December 23, 2001", "March 13, 2003")


def test_every_dated_fact_is_told_once(case, record):
    told = statements(shown(case, record))
    assert len(told) == len(dated(case))
    for fact in dated(case):
        assert sum(" ".join(fact.statement.split()) in each for each in told) >= 1


def test_the_filters_keep_what_they_say_and_count_it(case, record):
    for who, _ in timeline.sources(case):
        root = shown(case, record, source=who)
        kept = [fact for fact in dated(case) if fact.source.who == who]
        assert len(statements(root)) == len(kept)
        assert f"{len(kept)} of {len(dated(case))} facts" in root.text
    for party, _ in timeline.parties(case):
        kept = [f for f in dated(case) if not f.concerns or party in f.concerns]
        assert len(statements(shown(case, record, party=party))) == len(kept)


def test_what_is_left_out_stays_and_says_so(case):
    event = next(event for event in case.record.events if event.date)
    its = [fact.id for fact in case.record.facts if fact.event == event.id]
    one = shown(case, scenario(case, its[:1]))
    assert sum(text.startswith("(left out)") for text in statements(one)) == 1
    assert len(statements(one)) == len(dated(case))
    assert "(left out, all of it)" in shown(case, scenario(case, its)).text


def test_ids_are_unique_and_two_renderings_equal(case, record):
    found = ids(shown(case, record))
    assert len(set(found)) == len(found)
    html = timeline.timeline(case, record, "", "", False, "r")
    assert html == timeline.timeline(case, record, "", "", False, "r")


def test_hostile_text_is_text(case, record):
    event = next(event for event in case.record.events if event.date)
    bad = attrs.evolve(dated(case)[0], statement=HOSTILE, event=event.id)
    facts = tuple(bad if fact.id == bad.id else fact for fact in case.record.facts)
    hostile = attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))
    assert "<script" not in timeline.timeline(hostile, record, "", "", False, "r")


def test_the_figure_is_drawn_when_asked_for(case, record):
    html = timeline.timeline(case, record, "", "", True, "r")
    assert "<svg" in html
    names = [party.name for party in index(case).defendants]
    assert all(name in html for name in names)
