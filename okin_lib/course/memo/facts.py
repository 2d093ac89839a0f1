"""The facts that a memo is on: those of the record, what is left out, and what is invented."""

from collections.abc import Iterable, Iterator

from okin_lib.course.memo.brief import Assigned
from okin_lib.course.memo.document import Block, Points, Rows, Said, Section
from okin_lib.course.memo.passages import labelled, passage, stated, whose
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import Reading, Value
from okin_lib.page.supposition import INVENTED
from okin_lib.page.words import day, whose_words
from okin_lib.reasoning.posed import Posed, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Fact

FACT_HEADS = ("Fact", "Who says so", "Passage")


def facts(assigned: Assigned) -> Section:
    """Return the facts: what is changed of the record, and what stands."""
    case, posed = assigned.case, pose(assigned.case, assigned.scenario)
    return Section(
        "Facts supposed",
        tuple(_changed(case, assigned.scenario)),
        sections=(
            Section("Facts of the record left out", tuple(_left_out(case, posed))),
            Section("Facts of the record kept", tuple(_kept(assigned, posed))),
        ),
    )


def _changed(case: Case, scenario: Scenario) -> Iterator[Block]:
    if scenario == Scenario():
        yield Said("The record, as the court read it: nothing is left out, added or read anew.")
        return
    if added := [fact for key, fact in case.hypotheticals.items() if key in scenario.added]:
        yield Said(f"Each fact marked {INVENTED} is invented: it is not in the record.")
        yield Points(tuple(map(stated, added)))
    chosen = dict(scenario.readings)
    rows = tuple(
        _reread(case, each, chosen[key]) for key, each in case.readings.items() if key in chosen
    )
    if rows:
        heads = ("Reading", "As this opinion reads it", "As supposed", "Passage")
        yield Rows("Readings chosen", heads, rows)
    if scenario.year:
        was, now = case.record.conduct_year, scenario.year
        yield Said(f"The events begin in {now} and not in {was}: the year is invented.", INVENTED)


def _reread(case: Case, reading: Reading, chosen: str) -> tuple[Said, ...]:
    default = reading.values[0]
    (value,) = (each for each in reading.values if each.id == chosen)
    return Said(reading.label), Said(default.label), Said(value.label), _ground(case, value)


def _ground(case: Case, value: Value) -> Said:
    for support in value.because:
        return passage(support.quote, support.page, whose_words(case, support.speaker))
    return Said("The opinion gives none.")


def _left_out(case: Case, posed: Posed) -> Iterator[Block]:
    absent = [case.facts[key] for key, stands in posed.presence.items() if stands == "left-out"]
    aside = [case.facts[key] for key, stands in posed.presence.items() if stands == "set-aside"]
    if absent:
        yield Rows("Left out", FACT_HEADS, tuple(_row(case, fact) for fact in absent))
    else:
        yield Said("None is left out.")
    if aside:
        why = "Not taken for the motion, on the reading of whose version is assumed"
        yield Said(f"{why}: {_named(aside)}.")


def _kept(assigned: Assigned, posed: Posed) -> Iterator[Block]:
    case, officer = assigned.case, assigned.officer
    rested = {fact for finding in assigned.findings() for fact in finding.facts}
    kept = [fact for key, fact in case.facts.items() if key in posed.on]
    resting = [fact for fact in kept if fact.id in rested]
    own = [fact for fact in resting if officer.id in fact.concerns]
    theirs = [fact for fact in resting if officer.id not in fact.concerns]
    yield from _table(case, f"Facts that name {officer.name}, on which findings rest", own)
    if theirs:
        why = (
            f"Findings here rest as well on facts that name others than {officer.name}, or no one"
        )
        yield Said(f"{why}: {_named(theirs)}.")
    besides = len(kept) - len(resting)
    yield Said(f"Facts of the record that stand besides, and are not listed: {besides}.")


def _named(named: Iterable[Fact]) -> str:
    return "; ".join(labelled(fact).passage for fact in named)


def _table(case: Case, caption: str, kept: Iterable[Fact]) -> Iterator[Block]:
    rows = tuple(_row(case, fact) for fact in kept)
    yield Rows(caption, FACT_HEADS, rows) if rows else Said(f"{caption}: none.")


def _row(case: Case, fact: Fact) -> tuple[Said, ...]:
    when = day(case.dates[fact.id])
    return (
        Said(f"{when}: {fact.statement}" if when else fact.statement),
        whose(case, fact),
        passage(fact.quote, fact.page),
    )
