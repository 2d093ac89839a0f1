"""A fact pattern's analysis in lines and grids, and what is not known and matters most."""

from collections.abc import Iterable, Iterator, Mapping

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.patterns import PostureRule
from okin_lib.files.findings_grid import findings_grids
from okin_lib.files.grid import Grid, Remark
from okin_lib.files.motion_words import motion_words
from okin_lib.page.supposition import itemized
from okin_lib.page.words import party_names, spaced
from okin_lib.patterns.pattern import Pattern, with_parties_of
from okin_lib.patterns.pattern_analysis import PatternAnalysis, posture_rule
from okin_lib.patterns.unknowns import Unknown, unknowns
from okin_lib.reasoning.scenario import scenario
from okin_lib.reasoning.types import Disposition
from okin_lib.record.types import PartyId

MOST = 8
"""How many unknowns are listed; --json has all."""


def pattern_told(case: Case, found: PatternAnalysis) -> Iterator[Remark | Grid]:
    """Tell what is given of the pattern as a whole, and what is found of it.

    Yields
    ------
    Remark or Grid
        A line, or a table.
    """
    pattern, rule = found.pattern, posture_rule(case, found.pattern)
    told = with_parties_of(case, pattern)
    names = party_names(told)
    yield from _given(case, found, rule)
    yield from findings_grids(told, found.findings, names)
    yield _motions(case, found.dispositions, names, rule)
    for party, factors in found.set_aside.items():
        gone = ", ".join(factors)
        yield Remark(f"Set aside for {names[party]}, since the rest contradicts it: {gone}")
    mattering = unknowns(case, found)
    if mattering:
        yield _unknowns(case, mattering, names, rule)


def _given(case: Case, found: PatternAnalysis, rule: PostureRule | None) -> Iterator[Remark]:
    pattern = found.pattern
    said = (f"{pattern.date}", pattern.court, f"posture: {pattern.posture}")
    yield Remark(", ".join((*said, f"violence: {pattern.violence}", *_also(pattern))))
    if rule:
        pages = ", ".join(dict.fromkeys(each.page for each in rule.because))
        yield Remark(f"{rule.asks} ({pages})")
        for status, meaning in rule.statuses.items():
            yield Remark(f"{spaced(status)}: {meaning}", indent=2)
    if found.notice:
        yield Remark(found.notice)
    for reading in itemized(case, scenario(case, readings=pattern.readings)):
        yield Remark(reading)


def _also(pattern: Pattern) -> Iterable[str]:
    if pattern.complete:
        yield "complete"
    if pattern.custody:
        yield "the victim in custody"
    if pattern.wrongdoer == "none":
        yield "no private wrongdoer"
    if pattern.claims:
        yield f"pleaded: {', '.join(map(spaced, pattern.claims))}"


def _motions(
    case: Case,
    found: Iterable[Disposition],
    names: Mapping[PartyId, str],
    rule: PostureRule | None,
) -> Grid:
    """Return what becomes of each motion, in a row for the parties of whom it becomes alike."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for each in found:
        key = case.claims[each.claim].label, motion_words(each, rule), each.grade
        alike.setdefault(key, []).append(names[each.party])
    rows = tuple(
        (claim, ", ".join(parties), motion, grade)
        for (claim, motion, grade), parties in alike.items()
    )
    return Grid(("Claim", "Party", rule.motion if rule else "Defendants' motion", "Grade"), rows)


def _unknowns(
    case: Case,
    mattering: Iterable[Unknown],
    names: Mapping[PartyId, str],
    rule: PostureRule | None,
) -> Grid:
    """Return the unknowns that matter most, in a row for the parties of whom they do alike."""
    labels = {element.id: element.label for element in case.doctrine.elements}
    alike: dict[tuple[FactorId, str, str], list[str]] = {}
    for each in mattering:
        row = each.factor, _turned(case, each, names), _settled(each, labels)
        alike.setdefault(row, []).append(names[each.party])
    rows = tuple(
        (factor, ", ".join(parties), turned, settled)
        for (factor, turned, settled), parties in list(alike.items())[:MOST]
    )
    motion = f" to the {rule.motion.lower()}" if rule else ""
    title = f"What is not known and matters most{motion} ({len(rows)} of {len(alike)})"
    return Grid(("Factor", "Party", "Alone it would decide", "Alone it would settle"), rows, title)


def _turned(case: Case, unknown: Unknown, names: Mapping[PartyId, str]) -> str:
    """Return which motions the factor would decide, and how."""
    decided: dict[str, list[str]] = {}
    for turn in unknown.turns:
        of = "" if turn.party == unknown.party else f" of {names[turn.party]}"
        on = f"{case.claims[turn.claim].label}{of}"
        decided.setdefault(on, []).append(f"{turn.motion} if {str(turn.value).lower()}")
    return "; ".join(f"{on}: {', '.join(ways)}" for on, ways in decided.items()) or "no motion"


def _settled(unknown: Unknown, labels: Mapping[ElementId, str]) -> str:
    settled = dict.fromkeys(labels[settled.element] for settled in unknown.settles)
    return ", ".join(settled) or "nothing alone"
