"""A made-up case, as small as it can be with a little of everything."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from okin_lib.record.placed import DataError, Problem

OPINION = """\
9 F.3d 110 | 2d Cir. | 1990
Ann ROE v. Officer *111 Grey.
Grey told Roe's neighbor that he would not be stopped.[1] See Doe, 1989 WL 2, at *44, 1989 WL 3, \
at *13-14, and at * 16.
The neighbor struck Roe before noon, and Roe *112 called again. Grey laughed. The neighbor struck \
Roe before noon.
. . .
An officer may not promise a wrongdoer that he will not be stopped.[2]*115 See Doe. We reverse.
NOTES
[1] Grey denies it.
He wrote no report.
[2] Doe was decided `in haste'.
"""

FILES = {
    "record/case.yaml": """\
law: 3
title: Roe v. Grey, 9 F.3d 110 (2d Cir. 1990)
court: 2d Cir.
year: 1990
conduct_year: 1988
years: {first: 1980, last: 1992}
sides:
  plaintiff: {id: roe, label: Roe}
  officers: {id: officers, label: the officer}
""",
    "record/parties.yaml": """\
parties:
  - id: grey
    name: Officer Grey
    role: officer
    description: The officer.
    page: "111"
    quote: Grey told
    moving: true
""",
    "record/hypotheticals.yaml": """\
hypotheticals:
  - id: warning-given
    label: A warning
    statement: Grey warned the neighbor.
    concerns: [grey]
""",
    "record/facts/01-first-call.yaml": """\
event:
  id: first-call
  title: The first call
  date: "1988-05-01"
facts:
  - id: promise
    map: A01
    label: The promise
    statement: Roe testified that Grey told the neighbor he would not be stopped.
    source: {who: Roe, form: deposition}
    status: plaintiff
    version: plaintiff
    page: "111"
    quote: >-
      told Roe's neighbor that
      he would not be stopped
    concerns: [grey]
    used: ["112", "111 n.1"]
  - id: second-call
    map: A02
    label: The second call
    statement: Roe called again.
    source: {who: court, form: record}
    status: undisputed
    version: any
    page: 111-12
    quote: and Roe called again
    drawn_from: [promise]
""",
    "doctrine/shared.yaml": """\
authorities:
  - id: otherwise
    kind: contested
    because:
      - text: The denial.
        page: 111 n.1
        quote: Grey denies it.
        side: officers
      - text: The second call.
        page: 111-12
        quote: and Roe called again
        side: plaintiff
gates:
  settled:
    element: known-law
    status: ["no"]
    under: {reader: [strict]}
    because:
      - {text: Doe came first., page: "115", quote: See Doe}
""",
    "doctrine/factors.yaml": """\
domestic: promised
factors:
  - id: promised
    label: Promised
    definition: A promise was made.
    page: "112"
    quote: An officer may not promise a wrongdoer
    absence: not-shown
    arises: {any_of: [promise], defeated_by: [warning-given]}
  - id: silent
    label: Silent
    definition: No promise was made.
    page: "111"
    quote: Grey told
    arises: {holds_when: {not: promised}}
""",
    "doctrine/claims.yaml": """\
claims:
  - {id: injury, label: Injury, parts: {all: [whole, {not: known-law}]}}
rulings:
  - claim: injury
    parties: [grey]
    motion: denied
    on_appeal: reversed
    under: {reader: [strict, loose]}
    because:
      - {text: Reversed., page: "115", quote: We reverse., weight: holding}
""",
    "doctrine/elements/01-promise.yaml": """\
element:
  id: assured
  claim: injury
  kind: fact
  label: Assured
  question: Was the neighbor assured?
  page: "112"
  quote: promise a wrongdoer that he will not be stopped
  favours: {plaintiff: [promised], officers: [silent]}
  gates: [settled]
  authorities:
    - id: held
      kind: holding
      parties: [grey]
      when: {any: [promised, {all: [silent]}]}
      under: {reader: [strict]}
      status: triable
      considers: [second-call, promise]
      because:
        - {text: Held., page: "112", quote: may not promise a wrongdoer}
    - otherwise
""",
    "doctrine/elements/02-law.yaml": """\
element:
  id: known-law
  claim: injury
  kind: law
  label: Known law
  question: Was the law known?
  page: "115"
  quote: See Doe
  authorities:
    - {id: by-precedent, kind: precedents}
""",
    "doctrine/elements/03-whole.yaml": """\
element:
  id: whole
  claim: injury
  kind: fact
  label: The whole
  question: Is it all there?
  page: "115"
  quote: We reverse
  parts: assured
  composed:
    triable: [{text: All., page: "115", quote: We reverse}]
    no-genuine-issue: []
    open: []
""",
    "doctrine/court-names.yaml": """\
left_out: [the]
same: {2d: [second]}
others: [3d Cir.]
""",
    "doctrine/precedents.yaml": """\
precedent_reading: reader
courts: [2d Cir.]
outcomes: {violation: [assured], immunity: [law]}
no_precedent:
  - {text: None had., page: "115", quote: See Doe}
same_year:
  - {text: In that year., page: "115", quote: See Doe}
together: {label: Doe and Doe, of: [doe], reads: [], ratios: {}}
relevant:
  strict: {plaintiff: [promised], officers: [silent]}
  loose: {plaintiff: [promised], officers: []}
precedents:
  - id: doe
    name: Doe v. City
    short: Doe
    cite: 1 F.2d 1
    court: 2d Cir.
    year: 1980
    binding: true
    posture: not stated
    violation: "yes"
    immunity: not-stated
    factors:
      promised: {text: A promise., page: 112 n.2, quote: "decided `in haste'"}
    establishes:
      strict:
        material: [promised]
        because: [{text: Doe., page: "115", quote: See Doe}]
""",
    "doctrine/readings.yaml": """\
readings:
  - id: reader
    label: How Doe is read
    question: What did Doe hold?
    values:
      - {id: strict, label: Strictly}
      - {id: loose, label: Loosely}
presets:
  - {id: this-court, label: This court, phrase: as this court read it, readings: {reader: strict}}
""",
}


def write(root: Path) -> Path:
    """Write the case into ``root``, and return ``root``."""
    for name, text in {"record/opinion.txt": OPINION, **FILES}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def line_of(name: str, text: str) -> int:
    """Return the line of the first place where ``text`` stands in a file."""
    return FILES[name][: FILES[name].index(text)].count("\n") + 1


def refused(reading: Callable[..., Any], *given: Any) -> tuple[Problem, ...]:
    """Return what ``reading`` finds wrong with what it is given."""
    try:
        reading(*given)
    except DataError as error:
        return error.problems
    return ()
