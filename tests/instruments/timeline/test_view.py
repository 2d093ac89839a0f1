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


def shown(case, source="", party="", call="", fact="", **supposed):
    html = timeline(case, scenario(case, **supposed), "line", source, party, call=call, fact=fact)
    return read(html)


def incidents(root):
    return [
        each for each in root.all("li") if (each.attrs.get("class") or "").split()[:1] == ["call"]
    ]


def radios(root, what):
    return root.all("input", data_id=what)


def dots(root):
    return [dot for dot in root.all("i") if "dot" in (dot.attrs["class"] or "").split()]


def rows(root):
    """The facts of the incident that is chosen, by id, as they are listed."""
    return {
        radio.attrs["value"]: label.text
        for label in root.all("label")
        for radio in radios(label, "fact")
    }


def listed(case, source="", party="", **supposed):
    """The facts of every incident, each chosen in turn."""
    calls = [r.attrs["value"] for r in radios(shown(case, source, party, **supposed), "call")]
    found = {}
    for call in calls:
        found |= rows(shown(case, source, party, call, **supposed))
    return found


def statement(root):
    """What is said of the fact that is chosen."""
    (said,) = root.all("p", **{"class": "statement"})
    return said.text


RECORD = pose(load_case(), Scenario()).presence


def marks(facts, presence=RECORD):
    """The facts as they are listed, where a reading sets some of them aside."""
    off = {
        f.id: "" if presence[f.id] == "on" else f", {words.PRESENCE[presence[f.id]]}"
        for f in facts
    }
    return {f.id: " ".join(f"{f.label}{off[f.id]}".split()) for f in facts}


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


def test_every_dated_fact_is_a_dot_and_is_listed_once_with_its_incident(case, dated):
    root = shown(case)
    assert len(dots(root)) == len(dated)
    assert listed(case) == marks(dated)
    assert count(root) == f"{len(incidents(root))} incidents, {len(dated)} facts{missing(dated)}."


def test_rings_are_the_tellers_that_a_fact_passed_through(case, dated):
    for event, each in zip(
        sorted(
            {f.event: case.events[f.event].date for f in dated}, key=lambda e: case.events[e].date
        ),
        incidents(shown(case)),
        strict=True,
    ):
        facts = [
            f
            for status in words.FACT_STATUS
            for f in dated
            if f.event == event and f.status == status
        ]
        assert [dot.attrs.get("data-hops", "0") for dot in dots(each)] == [
            str(len(f.source.hops) + bool(f.source.written_by)) for f in facts
        ]
        hollow = ["off" in dot.attrs["class"].split() for dot in dots(each)]
        assert hollow == [RECORD[f.id] != "on" for f in facts]


def test_a_fact_says_whose_it_is_through_whom_and_where(case, dated):
    for fact in dated:
        root = shown(case, call=fact.event, fact=fact.id)
        assert statement(root) == " ".join(
            f"{words.marked(RECORD[fact.id])}{fact.statement}".split()
        )
        (line,) = [p.text for p in root.all("p", **{"class": "source"})]
        told = words.source(fact.source)
        assert line.startswith(f"{told}; {words.fact_status(case, fact.status)}; at {fact.page}")
        assert ("none of them named" in line) == fact.collective
        (chain,) = root.all("ol", **{"class": "chain"})
        *tellers, opinion = [
            (each.all("b")[0].text, each.all("small")[0].text) for each in chain.all("li")
        ]
        assert opinion == ("The opinion", f"at {fact.page}")
        who, writer = words.speaker(fact.source.who), fact.source.written_by
        assert [name for name, _ in tellers] == [
            *fact.source.hops[::-1],
            who,
            *filter(None, [writer]),
        ]
        assert tellers[-1][1] == words.form_of(fact.source.form)
        (me,) = [dot for dot in dots(root) if "me" in dot.attrs["class"].split()]
        assert me.attrs.get("data-hops", "0") == str(len(tellers) - 1)


def test_the_accounts_of_a_dispute_stand_side_by_side_with_what_is_set_aside(case, dated):
    dates = {fact.id for fact in dated}
    for version in ("plaintiff", "undisputed", "officers"):
        aside = pose(case, scenario(case, readings={"version": version})).assumption.set_aside
        for dispute in case.disputes:
            for account in dispute.accounts:
                own = set(account.facts) - {
                    f for each in dispute.accounts if each is not account for f in each.facts
                }
                if not own & dates:
                    continue
                fact = case.facts[min(own & dates)]
                root = shown(case, call=fact.event, fact=fact.id, readings={"version": version})
                boxes = [
                    box
                    for box in root.all("div")
                    if "version" in (box.attrs.get("class") or "").split()
                ]
                (box,) = [box for box in boxes if account.label in box.text]
                if own <= aside:
                    assert "set aside on the motion" in box.text
                elif not own & aside:
                    assert "set aside" not in box.text


def test_events_without_a_date_are_named_and_left_off(case):
    root = shown(case)
    (note,) = root.all("p", **{"class": "note"})
    undated = [event.title for event in case.record.events if not event.date]
    assert note.text == f"Not on the line, having no date: {'; '.join(undated)}."
    assert not {title.text for title in root.all("h4")} & set(undated)
    assert not [each for each in incidents(root) for title in undated if title in each.text]


def test_chips_count_the_facts_of_each_source(case):
    for radio in radios(shown(case), "call"):
        root = shown(case, call=radio.attrs["value"])
        chips = [chip.text for chip in root.all("ul", **{"class": "chips"})[0].all("li")]
        counts = [int(re.fullmatch(r".+: (?:\d+ of )?(\d+)", chip)[1]) for chip in chips]
        assert sum(counts) == len(rows(root))


def test_the_sources_divide_the_facts(case, dated):
    (first, *each) = sources(case)
    assert first == ("", "every source")
    told = {key: listed(case, source=key) for key, _ in each}
    assert all(told.values())
    assert sorted(chain(*told.values())) == sorted(listed(case))
    recited = [f for f in dated if (f.source.who, f.source.form) == ("court", "record")]
    assert told["court"] == marks(recited)


@pytest.mark.parametrize("who", ["Okin", "Weber", "O'Dell"])
def test_a_source_keeps_exactly_its_facts(case, dated, who):
    key = {label: key for key, label in sources(case)}[who]
    root = shown(case, source=key)
    kept = [fact for fact in dated if fact.source.who == who]
    assert listed(case, source=key) == marks(kept)
    assert len(dots(root)) == len(kept)
    every, some = len(moments(case, scenario(case))), len({fact.event for fact in kept})
    assert len(incidents(root)) == some
    assert count(root) == (
        f"{some} of {every} incidents, {len(kept)} of {len(dated)} facts, told by {who}"
        f"{missing(kept)}."
    )


def test_a_party_keeps_its_facts_and_those_common_to_all(case, dated):
    assert parties(case)[0] == ("", "every party")
    for key, name in parties(case)[1:]:
        kept = [fact for fact in dated if not fact.concerns or key in fact.concerns]
        assert listed(case, party=key) == marks(kept)
        assert f"concerning {name} or common to all" in count(shown(case, party=key))


def test_two_filters_hold_together(case, dated):
    kept = [
        fact
        for fact in dated
        if fact.source.who == "Okin" and (not fact.concerns or "weber" in fact.concerns)
    ]
    assert kept
    assert listed(case, "okin", "weber") == marks(kept)


def test_where_nothing_matches_it_says_so(case):
    root = shown(case, "fall", "odell")
    assert "No incident has such a fact." in root.text
    assert count(root).startswith("0 of ")
    assert not root.all("ol")


def test_what_the_filter_does_not_show_is_as_if_it_were_not_chosen(case, dated):
    assert rows(shown(case, call="nowhere", fact="nothing")) == rows(shown(case))
    last = dated[-1].event
    assert rows(shown(case, call=last, fact="football-talk")) == rows(shown(case, call=last))


def test_what_is_not_there_to_choose_is_refused(case):
    with pytest.raises(UnknownName, match="did you mean 'weber'"):
        timeline(case, scenario(case), "line", source="webber")
    with pytest.raises(UnknownName, match="unknown party 'sears'"):
        moments(case, scenario(case), party="sears")


def test_what_is_left_out_is_marked_and_kept(case, dated):
    off = next(f for f in dated if f.id == "football-talk")
    root = shown(case, without=[off.id], fact=off.id)
    assert statement(root) == f"(left out) {off.statement}"
    marked = [key for key, text in rows(root).items() if text.endswith(", left out")]
    assert marked == [off.id]
    assert len(dots(root)) == len(dated)
    assert "; of these facts 1 left out, " in count(root)
    (head,) = root.all("p", **{"class": "head"})
    assert "; 1 left out, " in head.text
    assert "None of the facts listed here stands" not in root.text


def test_an_incident_all_left_out_is_marked(case, dated):
    last = dated[-1].event
    gone = [fact.id for fact in dated if fact.event == last]
    root = shown(case, call=last, without=gone)
    assert "(left out) None of the facts listed here stands: " in root.text
    *others, own = incidents(root)
    assert "none of them stands" in own.text
    assert not any("none of them stands" in each.text for each in others)


def test_what_a_reading_sets_aside_is_marked_so(case, dated):
    for version in ("plaintiff", "undisputed", "officers"):
        supposed = scenario(case, readings={"version": version})
        aside = pose(case, supposed).assumption.set_aside
        told = {f.id for f in dated if f.id in aside}
        found = listed(case, readings={"version": version})
        assert {
            k for k, text in found.items() if text.endswith(", set aside on the motion")
        } == told
        hollow = [
            d
            for d in dots(shown(case, readings={"version": version}))
            if "off" in d.attrs["class"].split()
        ]
        assert len(hollow) == len(told)


def test_moments_are_what_the_incidents_show(case):
    supposed = {"without": ["football-talk"]}
    for source, party in [("", ""), ("okin", ""), ("", "weber"), ("court", "lug")]:
        items = incidents(shown(case, source, party, **supposed))
        every = moments(case, scenario(case, **supposed), source, party)
        for moment, item in zip(every, items, strict=True):
            assert item.all("time")[0].attrs["datetime"] == moment.date
            assert f"{words.day(moment.date)}: {moment.title}, {moment.total} fact" in item.text
            assert len(dots(item)) == moment.total > 0
            assert sum("off" not in d.attrs["class"].split() for d in dots(item)) == moment.on
            root = shown(case, source, party, moment.event, **supposed)
            assert moment.title in root.all("h4")[0].text
            assert len(rows(root)) == moment.total
            if moment.parties:
                assert f"Concerns {words.listed(moment.parties)}" in root.text


def test_a_moved_scenario_keeps_the_records_dates(case):
    assert moments(case, scenario(case)) == moments(case, scenario(case, year=1995))
    assert "began in 1995; the dates here are the record's own" in shown(case, year=1995).text


def test_ids_are_unique_and_the_regions_own(case):
    root = shown(case)
    assert len(ids(root)) == len(set(ids(root)))
    assert all(key.startswith("line-") for key in ids(root))
    assert not unlabelled(root)
    folded = [each.attrs["id"] for each in root.all("details")]
    assert folded == ["line-tellers"]


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
    other = attrs.evolve(case, record=record)
    html = timeline(other, scenario(case), "line", call=bad.event, fact=bad.id)
    assert_only_text(html)
    assert read(html).text.count(HOSTILE) > 2


def test_the_figure_is_drawn_when_asked_for(case):
    html = timeline(case, scenario(case), "r", drawn=True)
    assert "<svg" in html
    assert "Draw this as a figure" in timeline(case, scenario(case), "r")
