"""For whom a reason argues: a municipality answers for itself, wherever a finding is told."""

import re
from collections.abc import Iterator
from random import Random

import pytest
from attrs import evolve

import okin_lib as okin
from okin_lib.api.analysis import Analysis
from okin_lib.api.comparison import Comparison
from okin_lib.api.records import Records
from okin_lib.course.memo.compose import memo
from okin_lib.course.memo.document import Rows, Said, every_section
from okin_lib.doctrine.factors import FactorId
from okin_lib.files.as_json import as_data, worked_as_data
from okin_lib.files.findings_grid import findings_grids
from okin_lib.files.grid import Grid, Remark
from okin_lib.files.pattern_told import pattern_told
from okin_lib.files.worked import work
from okin_lib.instruments.cases.answers import Column
from okin_lib.instruments.cases.data import AskedOfRecord
from okin_lib.instruments.evidence.view import evidence
from okin_lib.lessons.installed import load_case
from okin_lib.page.changes import cards, what_changed
from okin_lib.page.effects.why import why
from okin_lib.page.look import Seen
from okin_lib.page.tree import tree
from okin_lib.page.words import party_names
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.reasoning import types
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.difference import difference
from tests.page.markup import read
from tests.reasoning.courtroom import compatible

CASE = load_case()
NAMES = party_names(CASE)
CALLED = {"officer": "the officers", "municipality": "the municipality"}
OTHER = {"officer": "the municipality", "municipality": "the officers"}
WHOSE = re.compile(
    r"(?:\bfor|\bleans to|\bleaning to) (the officers|the municipality)(?=[:,.;) <\n]|$)"
    r"|(the officers|the municipality)(?=’s? best argument)",
    re.I,
)
ROLE = {party.id: party.role for party in CASE.defendants}
BY_NAME = {party.name: party.role for party in CASE.defendants}
EVERY = frozenset(CASE.elements)


def supposed(seed: int) -> types.Scenario:
    """A draw from the whole space."""
    random = Random(seed)
    values = [(each.id, value.id) for each in CASE.doctrine.readings for value in each.values]
    return compatible(
        CASE,
        random.sample(sorted(CASE.facts), random.choice([0, 5, 20, 60])),
        random.sample(sorted(CASE.hypotheticals), random.choice([1, 2, 3])),
        dict(random.sample(values, 1)),
        random.choice([None, None, *CASE.years]),
    )


RECORD = analyze(CASE, compatible(CASE))
FOUND = tuple(
    analyze(CASE, each)
    for each in (
        compatible(CASE, ["football-talk"]),
        compatible(CASE, ["williams-and-weber-trained", "refresher-course"]),
        compatible(CASE, added=["other-women-reports"]),  # officers and employers change alike
        *map(supposed, range(4)),
    )
)
Told = Iterator[tuple[set[str], str]]
"""The roles of whom a text tells, and the text."""


def json_of(found: types.Analysis) -> Told:
    for each in as_data(CASE, found)["findings"]:
        yield {ROLE[each["party"]]}, spread(each)


def api_of(found: types.Analysis) -> Told:
    for each in Analysis(okin.suppose(), found).findings:
        yield {ROLE[each.party]}, f"{each}\n{each._repr_html_()}"
        for told in (each.because, each.leaning):
            yield {ROLE[each.party]}, Records(told, "Reasons").to_csv()


def comparison_of(found: types.Analysis) -> Told:
    every = Comparison(
        *(Analysis(evolve(okin.on_record, supposed=f.scenario), f) for f in (RECORD, found))
    )
    for each in every.changes:
        yield {ROLE[each.after.party]}, f"{each}\n{each._repr_html_()}"
    for card, (said, reasons) in zip(cards(CASE, every._found.changes), every._told, strict=True):
        yield roles(card.parties), "\n".join([said, *map(str, reasons)])


def lists_of(found: types.Analysis) -> Told:
    for party, role in ROLE.items():
        yield {role}, words(tree(CASE, found, party, EVERY, "tree"))
        yield {role}, words(evidence(CASE, found, party, "evidence", unfolded=True))


def reasons_of(found: types.Analysis) -> Told:
    for party, role in ROLE.items():
        for element in found.findings_of(party):
            told = why(CASE, (RECORD, RECORD, found), party, element, None, "why")
            yield {role}, words(told)


def changes_of(found: types.Analysis) -> Told:
    differing = difference(CASE, RECORD, found)
    for card in read(what_changed(CASE, found.scenario, differing, "changed")).all(
        "li", **{"class": "change"}
    ):
        (parties,) = card.all("span", **{"class": "for"})
        yield roles(parties.text.strip("()")), lines(card)


def cases_of(found: types.Analysis) -> Told:
    seen = Seen(CASE, tuple(CASE.claims), found.scenario, {}, False, "cases")
    for answer in Column.of(seen).answers(AskedOfRecord(tuple(CASE.elements))):
        for group in answer.groups:
            yield roles(group.parties), words(f"{group.stands}{group.passages}")


def memos_of(found: types.Analysis) -> Told:
    for seat in ("plaintiff", "officers", "judge"):
        for officer in ("douglas", "manion"):
            sections = memo(CASE, found.scenario, seat, officer).sections
            for each in every_section(sections):
                if (party := each.heading.rpartition(": ")[2]) in BY_NAME:
                    said = (block.text for block in each.blocks if isinstance(block, Said))
                    yield {BY_NAME[party]}, "\n".join(said)
                for head, *cells in (
                    row for block in each.blocks if isinstance(block, Rows) for row in block.rows
                ):
                    if (party := head.text.rpartition(": ")[2]) in BY_NAME:
                        yield {BY_NAME[party]}, "\n".join(cell.text for cell in cells)


def grids_of(found: types.Analysis) -> Told:
    for grid in findings_grids(CASE, found.findings, NAMES):
        for parties, column in columns(grid):
            yield roles(parties), column


HEARD = {"terminal": {"the municipality"}}
"""Who is heard where only leans are told: of this record, no officer's answer leans to them."""
SURFACES = {
    "json": json_of,
    "api": api_of,
    "comparison": comparison_of,
    "lists": lists_of,
    "reasons": reasons_of,
    "changes": changes_of,
    "cases": cases_of,
    "memos": memos_of,
    "terminal": grids_of,
}


def columns(told: Grid | Remark) -> Iterator[tuple[str, str]]:
    """The parties and the cells of each column of a grid of findings."""
    if isinstance(told, Grid) and told.merged:
        for column, parties in enumerate(told.headers[1:], 1):
            yield parties, "\n".join(row[column] for row in told.rows)


def roles(parties: str) -> set[str]:
    return {BY_NAME[name] for name in re.split(", | and ", parties)}


def spread(finding) -> str:
    """The text of each of its reasons, on lines of their own."""
    return "\n".join(each["text"] for each in (*finding["because"], *finding["leaning"]))


def words(html: str) -> str:
    return lines(read(html))


def lines(node) -> str:
    """All that is read in it, each text on a line of its own."""
    every = (child for each in node.walk() for child in each.children if isinstance(child, str))
    return "\n".join(every)


def whose(text: str) -> set[str]:
    return {(one or other).lower() for one, other in WHOSE.findall(text)}


@pytest.mark.parametrize("surface", SURFACES)
def test_nothing_is_argued_for_the_officers_of_a_municipality_nor_the_other_way(surface):
    heard = set()
    for found in FOUND:
        for told_of, text in SURFACES[surface](found):
            said = whose(text)
            assert not said & {OTHER[role] for role in told_of}, (told_of, text)
            heard |= said
    assert heard == HEARD.get(surface, {*CALLED.values()})  # or nothing was looked at


NAMED = {"A constable": "officer", "A county": "municipality"}
ANOTHER = """\
title: Another case
date: 2005
court: 2d Cir.
posture: summary-judgment
violence: domestic
parties:
  - {id: constable, name: A constable, employer: county, factors: {friendly-dealing: true}}
  - {id: county, name: A county, role: municipality, factors: {comparator-evidence: true}}
"""


def fact_pattern(seed: int) -> Pattern:
    random = Random(seed)

    def given() -> dict[FactorId, bool | None]:
        known = random.sample(sorted(CASE.factors), 25)
        return {
            k: random.choice([True, False, None]) for k in known if k != CASE.doctrine.domestic
        }

    return Pattern(
        "Another case",
        2005,
        "2d Cir.",
        "summary-judgment",
        "domestic",
        (
            PatternParty("constable", "officer", "A constable", "county", given()),
            PatternParty("county", "municipality", "A county", factors=given()),
        ),
    )


def role_of(party: str) -> str:
    return "municipality" if party == "county" else "officer"


def test_what_is_told_of_a_fact_pattern_is_told_of_its_own_parties():
    heard, leaning = set(), set()
    for worked in (each for seed in range(30) for each in work(CASE, fact_pattern(seed))):
        for each in worked_as_data(CASE, worked)["findings"]:
            said = whose(spread(each))
            assert said <= {CALLED[role_of(each["party"])]}
            heard |= said
        for told in pattern_told(CASE, worked.analysis):
            for parties, column in columns(told):
                said = whose(column)
                assert all(said <= {CALLED[NAMED[each]]} for each in parties.split(", "))
                leaning |= said
    assert heard == {*CALLED.values()}
    assert leaning


def test_so_does_the_public_value_of_a_case_file(tmp_path):
    path = tmp_path / "another.yaml"
    path.write_text(ANOTHER, encoding="utf-8")
    (result,) = okin.case(path).results
    heard = set()
    for each in result.findings:
        said = whose(f"{each}\n{each._repr_html_()}")
        assert said <= {CALLED[role_of(each.party)]}
        heard |= said
    assert heard == {*CALLED.values()}
