"""All of the public face in use, each value under the type that it has for a reader's checker."""
# pyright: strict

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

import okin_lib as okin

CASE_FILE = """
title: One call
scenarios:
  - suppose: Leave one fact out.
    without: [football-talk]
    expect:
      - {parties: [douglas], element: implicit-sanction, status: open, lean: plaintiff}
"""


def use(folder: Path) -> None:
    """Ask for everything that is public, in an empty folder."""
    supposing()
    finding()
    comparing()
    the_case()
    reading_the_opinion()
    as_tables(folder)
    case_files(folder)
    many(folder)
    figures(folder)
    instruments()


def supposing() -> None:
    record: okin.Scenario = okin.on_record
    other: okin.Scenario = okin.suppose(
        ["football-talk"], [], {"attribution": "individual"}, 1999, preset="second-circuit"
    )
    again: okin.Scenario = okin.suppose(code=other.code)
    assert again == other == okin.Scenario.from_json(other.to_json()) != record
    without: tuple[str, ...] = other.without
    added: tuple[str, ...] = other.added
    readings: dict[str, str] = other.readings
    year: int = other.year
    assert (*without, *added, readings["attribution"]) == ("football-talk", "individual")
    assert year == 1999


def finding() -> None:
    found: okin.Analysis = okin.analyze(without=["football-talk"], readings={}, year=None)
    one: okin.Finding = found.finding("douglas", "implicit-sanction")
    status: str = one.status
    grade: str = one.grade
    lean: str = one.lean
    factors: tuple[tuple[str, bool | None], ...] = one.factors
    reason: okin.Reason = one.because[0]
    page: str = reason.page
    quote: str = reason.quote
    ruling: okin.Disposition = found.disposition("douglas", "due-process")
    motion: str = ruling.motion
    findings: okin.Records[okin.Finding] = found.findings
    rulings: okin.Records[okin.Disposition] = found.dispositions
    assert one in findings
    assert ruling in rulings
    assert (status, grade, lean) == ("open", "open", "okin")
    assert motion
    assert factors
    okin.opinion.verify(quote, page)
    assert okin.Analysis.from_json(found.to_json()) == found
    turns: okin.Pivotal = okin.pivotal("weber", "implicit-sanction", found.scenario)
    but_for: tuple[str, ...] = turns.but_for
    openers: tuple[str, ...] = turns.openers
    sets: tuple[tuple[str, ...], ...] = turns.removals + turns.additions
    assert {*but_for, *openers} <= {key for each in sets for key in each}


def comparing() -> None:
    compared: okin.Comparison = okin.compare(okin.on_record, okin.analyze(year=1985))
    changes: okin.Records[okin.Change] = compared.changes
    first: okin.Change = changes[0]
    was: okin.Finding = first.before
    now: okin.Finding = first.after
    causes: tuple[str, ...] = first.facts + first.readings
    moved: bool = first.moved
    unmoved: dict[str, str] = compared.unmoved
    page: str = first.page
    assert was != now
    assert moved
    assert (causes, unmoved) == ((), {})
    assert page in okin.opinion
    assert okin.Comparison.from_json(compared.to_json()) == compared


def the_case() -> None:
    facts: okin.Catalog[okin.Fact] = okin.facts
    fact: okin.Fact = facts["football-talk"]
    concerns: tuple[str, ...] = fact.concerns
    supposed: okin.Fact = next(iter(okin.hypotheticals.values()))
    party: okin.Party = okin.parties.douglas
    element: okin.Element = okin.elements["implicit-sanction"]
    reading: okin.Reading = okin.readings["attribution"]
    precedent: okin.Precedent = okin.precedents.records()[0]
    claim: okin.Titled = okin.claims["due-process"]
    court: okin.Titled = okin.presets["district-court"]
    labels: list[str] = [claim.label, court.label, party.role, reading.question, precedent.cite]
    found: okin.Records[okin.Fact] = facts.search("football")
    assert party.id in (*concerns, *element.asked_of)
    assert all(labels)
    assert fact in found
    assert (fact.in_record, supposed.in_record) == (True, False)


def reading_the_opinion() -> None:
    opinion: okin.Opinion = okin.opinion
    page: okin.Passage = opinion["430"]
    text: str = page.text
    places: okin.Records[okin.Passage] = opinion.search("football")
    opinion.verify(okin.facts["football-talk"].quote, okin.facts["football-talk"].page)
    assert "football" in text
    assert page.page in {each.page for each in places}


def as_tables(folder: Path) -> None:
    table: okin.Records[okin.Finding] = okin.analyze().findings
    few: okin.Records[okin.Finding] = table[:2]
    rows: list[dict[str, str | int | float | bool | None]] = few.to_records()
    text: str = few.to_csv(folder / "findings.csv")
    columns: list[str] = few.to_frame().columns.to_list()
    assert list(rows[0]) == columns == text.splitlines()[0].split(",")
    assert few.to_json()


def case_files(folder: Path) -> None:
    path = folder / "case.yaml"
    path.write_text(CASE_FILE, encoding="utf-8")
    file: okin.CaseFile = okin.case(path)
    results: okin.Records[okin.Result] = file.results
    result: okin.Result = results[0]
    findings: okin.Records[okin.Finding] = result.findings
    misses: tuple[str, ...] = result.misses
    title: str = file.title
    supposes: str = result.supposing
    assert (title, supposes, misses) == ("One call", "Leave one fact out.", ())
    assert len(findings) == len(okin.analyze().findings)
    assert result.json


def many(folder: Path) -> None:
    swept: okin.Sweep = okin.sweep(
        ["football-talk"], years=range(1998, 2000), elements=["clearly-established"]
    )
    rows: okin.Records[okin.Swept] = swept.records()
    row: okin.Swept = rows[0]
    scenario: okin.Scenario = row.scenario
    found: dict[str, str] = row.found
    supposed: dict[str, str | int | float | bool | None] = row.supposed
    columns: tuple[str, ...] = swept.columns
    written: int = swept.to_csv(folder / "swept.csv", resume=True)
    swept.to_parquet(folder / "swept.parquet")
    assert (*supposed, *found) == columns
    assert supposed["code"] == scenario.code
    assert written == len(rows) == len(swept)
    assert not swept.contradictory


def figures(folder: Path) -> None:
    figure: okin.Figure = okin.figure("states", okin.suppose(["football-talk"]))
    described: str = figure.describe()
    axes: Axes = Figure().subplots()
    drawn: Axes = okin.figure("circuit", ax=axes, party="douglas")
    figure.savefig(folder / "states.svg")
    assert drawn is axes
    assert described in repr(figure)


def instruments() -> None:
    board: okin.Board = okin.board(okin.suppose(["football-talk"]), party="weber")
    circuit: okin.Circuit = okin.circuit("douglas", "implicit-sanction")
    timeline: okin.Timeline = okin.timeline(party="weber")
    every: list[okin.Instrument] = [board, circuit, timeline]
    scenario: okin.Scenario = board.scenario
    changes: okin.Comparison = board.changes
    element: str = circuit.element
    parties: list[str] = [each.party for each in every]
    board.scenario = okin.on_record
    code: str = board.code
    step: object = okin.show("10_whole_board", "board")
    assert changes.after.scenario == scenario != board.scenario
    assert (element, parties) == ("implicit-sanction", ["weber", "douglas", "weber"])
    assert code == okin.on_record.code
    assert step is okin.show("10_whole_board", "board")
