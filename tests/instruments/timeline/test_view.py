"""The timeline: every dated fact once, in order, and a filter that keeps what it says it keeps."""

import re
from itertools import chain

import attrs
import pytest

from okin_lib.instruments.timeline.moments import moments, parties, sources
from okin_lib.instruments.timeline.view import timeline
from okin_lib.lessons.installed import load_case
from okin_lib.page import words
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import UnknownName, scenario
from okin_lib.reasoning.types import Scenario
from tests.page.markup import HOSTILE, assert_only_text, ids, read, unlabelled


def shown(case, source="", party="", **supposed):
    return read(timeline(case, scenario(case, **supposed), "line", source, party))


def incidents(root):
    return root.all("li", **{"class": "incident"})


def statements(root):
    """The first line of every fact, in order."""
    return [fact.all("p")[0].text for fact in root.all("li", **{"class": "fact"})]


RECORD = pose(load_case(), Scenario()).presence


def said(facts):
    """What is said of the facts on the record, where a reading sets some of them aside."""
    return [" ".join(f"{words.marked(RECORD[f.id])}{f.statement}".split()) for f in facts]


def missing(facts):
    """How the count says that some of the facts do not stand."""
    tally = words.tallied(RECORD[f.id] for f in facts if RECORD[f.id] != "on")
    return f"; of these facts {tally}" if tally else ""


def count(root):
    (line,) = root.all("p", **{"class": "count"})
    return line.text


@pytest.fixture(scope="module")
def dated(case):
    """The facts of the dated events, in order of time."""
    events = sorted((e for e in case.record.events if e.date), key=lambda e: e.date)
    return [f for e in events for f in case.record.facts if f.event == e.id]


def test_incidents_stand_in_order_of_date(case):
    times = shown(case).all("time")
    days = [time.attrs["datetime"] for time in times]
    assert days == sorted(event.date for event in case.record.events if event.date)
    assert times[0].text == "December 23, 2001"
    assert times[-1].text.startswith("March ")
    assert times[-1].text.endswith(", 2003")
    assert shown(case).all("h3")[0].text == "The incidents, December 2001 to March 2003"


def test_every_dated_fact_is_there_once_and_only_behind_a_summary(case, dated):
    root = shown(case)
    assert statements(root) == said(dated)
    folded = [fact for each in root.all("details") for fact in statements(each)]
    assert folded == statements(root)
    assert count(root) == f"{len(incidents(root))} incidents, {len(dated)} facts{missing(dated)}."


def test_a_fact_says_whose_it_is_and_where(case, dated):
    sources_shown = [line.text for line in shown(case).all("p", **{"class": "source"})]
    for fact, line in zip(dated, sources_shown, strict=True):
        told = words.source(fact.source)
        assert line.startswith(f"{told}; {words.fact_status(case, fact.status)}; at {fact.page}")
        assert ("none of them named" in line) == fact.collective


def test_events_without_a_date_are_named_and_left_off(case):
    root = shown(case)
    (note,) = root.all("p", **{"class": "note"})
    undated = [event.title for event in case.record.events if not event.date]
    assert note.text == f"Not on the line, having no date: {'; '.join(undated)}."
    assert not {title.text for title in root.all("h4")} & set(undated)


def test_chips_count_the_facts_of_each_source(case):
    for each in incidents(shown(case)):
        chips = [chip.text for chip in each.all("ul", **{"class": "chips"})[0].all("li")]
        counts = [int(re.fullmatch(r".+: (?:\d+ of )?(\d+)", chip)[1]) for chip in chips]
        assert sum(counts) == len(statements(each))


def test_the_sources_divide_the_facts(case, dated):
    (first, *each) = sources(case)
    assert first == ("", "every source")
    told = {key: statements(shown(case, source=key)) for key, _ in each}
    assert all(told.values())
    assert sorted(chain(*told.values())) == sorted(statements(shown(case)))
    recited = [f for f in dated if (f.source.who, f.source.form) == ("court", "record")]
    assert told["court"] == said(recited)


@pytest.mark.parametrize("who", ["Okin", "Weber", "O'Dell"])
def test_a_source_keeps_exactly_its_facts(case, dated, who):
    key = {label: key for key, label in sources(case)}[who]
    root = shown(case, source=key)
    kept = [fact for fact in dated if fact.source.who == who]
    assert statements(root) == said(kept)
    every, some = len(moments(case, scenario(case))), len({fact.event for fact in kept})
    assert len(incidents(root)) == some
    assert count(root) == (
        f"{some} of {every} incidents, {len(kept)} of {len(dated)} facts, told by {who}"
        f"{missing(kept)}."
    )


def test_a_party_keeps_its_facts_and_those_common_to_all(case, dated):
    assert parties(case)[0] == ("", "every party")
    for key, name in parties(case)[1:]:
        root = shown(case, party=key)
        kept = [fact for fact in dated if not fact.concerns or key in fact.concerns]
        assert statements(root) == said(kept)
        assert f"concerning {name} or common to all" in count(root)


def test_two_filters_hold_together(case, dated):
    kept = [
        fact
        for fact in dated
        if fact.source.who == "Okin" and (not fact.concerns or "weber" in fact.concerns)
    ]
    assert kept
    assert statements(shown(case, "okin", "weber")) == said(kept)


def test_where_nothing_matches_it_says_so(case):
    root = shown(case, "fall", "odell")
    assert "No incident has such a fact." in root.text
    assert count(root).startswith("0 of ")
    assert not root.all("ol")


def test_what_is_not_there_to_choose_is_refused(case):
    with pytest.raises(UnknownName, match="did you mean 'weber'"):
        timeline(case, scenario(case), "line", source="webber")
    with pytest.raises(UnknownName, match="unknown party 'sears'"):
        moments(case, scenario(case), party="sears")


def test_what_is_left_out_is_marked_and_kept(case, dated):
    off = next(f for f in dated if f.id == "football-talk")
    root = shown(case, without=[off.id])
    marked = [text for text in statements(root) if text.startswith("(left out) ")]
    assert marked == [f"(left out) {off.statement}"]
    assert len(statements(root)) == len(dated)
    assert "; of these facts 1 left out, " in count(root)
    assert "(1 left out" in incidents(root)[0].text
    assert "None of the facts listed here stands" not in root.text


def test_an_incident_all_left_out_is_marked(case, dated):
    gone = [fact.id for fact in dated if fact.event == dated[-1].event]
    *others, last = incidents(shown(case, without=gone))
    assert "(left out) None of the facts listed here stands: " in last.text
    assert not any("left out" in each.text for each in others)


def test_what_a_reading_sets_aside_is_marked_so(case):
    for version in ("plaintiff", "undisputed", "officers"):
        supposed = scenario(case, readings={"version": version})
        aside = pose(case, supposed).assumption.set_aside
        told = [f for f in case.record.facts if f.id in aside and case.events[f.event].date]
        root = read(timeline(case, supposed, "line"))
        marked = [t for t in statements(root) if t.startswith("(set aside on the motion) ")]
        assert sorted(marked) == sorted(f"(set aside on the motion) {f.statement}" for f in told)


def test_moments_are_what_the_list_shows(case):
    supposed = scenario(case, without=["football-talk"])
    for source, party in [("", ""), ("okin", ""), ("", "weber"), ("court", "lug")]:
        items = incidents(read(timeline(case, supposed, "line", source, party)))
        for moment, item in zip(moments(case, supposed, source, party), items, strict=True):
            lines = statements(item)
            assert item.all("time")[0].attrs["datetime"] == moment.date
            assert item.all("h4")[0].text == moment.title
            assert len(lines) == moment.total > 0
            marks = ("(left out) ", "(set aside on the motion) ")
            assert sum(not line.startswith(marks) for line in lines) == moment.on
            if moment.parties:
                assert f"Concerns {words.listed(moment.parties)}" in item.text


def test_a_moved_scenario_keeps_the_records_dates(case):
    assert moments(case, scenario(case)) == moments(case, scenario(case, year=1995))
    assert "began in 1995; the dates here are the record's own" in shown(case, year=1995).text


def test_ids_are_unique_and_the_regions_own(case):
    root = shown(case)
    assert len(ids(root)) == len(set(ids(root)))
    assert all(key.startswith("line-") for key in ids(root))
    assert not unlabelled(root)
    folded = [each.attrs["id"] for each in root.all("details")]
    assert len(folded) == len(incidents(root)) + 1
    assert "line-people" in folded


def test_two_renderings_are_equal(case):
    fresh = attrs.evolve(case)
    supposed = scenario(case, without=["football-talk"])
    assert timeline(case, supposed, "line", "okin") == timeline(fresh, supposed, "line", "okin")


def test_hostile_facts_are_escaped(case, dated):
    source = attrs.evolve(dated[0].source, who=HOSTILE)
    bad = attrs.evolve(dated[0], statement=HOSTILE, source=source)
    facts = tuple(bad if fact.id == bad.id else fact for fact in case.record.facts)
    events = tuple(attrs.evolve(each, title=HOSTILE) for each in case.record.events)
    record = attrs.evolve(case.record, facts=facts, events=events)
    html = timeline(attrs.evolve(case, record=record), scenario(case), "line")
    assert_only_text(html)
    assert read(html).text.count(HOSTILE) > 2


def test_the_figure_is_drawn_when_asked_for(case):
    html = timeline(case, scenario(case), "r", drawn=True)
    assert "<svg" in html
    assert "Draw this as a figure" in timeline(case, scenario(case), "r")


def test_who_is_who_tells_all_that_the_record_says_of_a_party(case):
    (people,) = shown(case).all("details", id="line-people")
    for party in case.record.parties:
        for told in (party.name, party.description, party.page, party.note, *party.aliases):
            assert told in people.text
