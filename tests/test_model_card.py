"""The model card: every trap, reading and element is there, each quotation stands on its page."""

import re
from pathlib import Path
from typing import get_args

import pytest

from okin_lib.doctrine.statuses import Grade, Motion, Status
from okin_lib.instruments.knowledge.data import Knowledge
from okin_lib.reasoning import factors as situation

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "model-card.md").read_text("utf-8")
WORDS = " ".join(TEXT.split())
PIN = r"\((?P<pin>4\d\d(?:-\d\d)?(?: n\.\d+)?)\)"
QUOTATIONS = [
    (match["quote"], match["pin"])
    for pattern in (rf"“(?P<quote>[^”]+)”\s*{PIN}", rf'"(?P<quote>[^"]+)"\s*{PIN}')
    for match in re.finditer(pattern, WORDS)
]
TRAPS = [*(f"T{number}" for number in range(1, 34)), "T5b"]
CODE = sorted(set(re.findall(r"`([^`]+)`", TEXT)))


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_its_row(trap):
    (row,) = re.findall(rf"^\| {trap} \|(.+)\|$", TEXT, re.MULTILINE)
    says, shown = row.split(" | ")
    assert says.strip()
    assert shown.strip()


def test_no_other_trap_is_named():
    assert sorted(re.findall(r"^\| (T\w+) \|", TEXT, re.MULTILINE)) == sorted(TRAPS)


@pytest.mark.parametrize(("quote", "pin"), QUOTATIONS)
def test_each_quotation_stands_on_its_page(case, quote, pin):
    case.opinion.verify(quote, pin)


def test_each_passage_in_curly_quotes_has_its_page():
    assert WORDS.count("“") == WORDS.count("”") == sum(f"“{q}”" in WORDS for q, _ in QUOTATIONS)


def test_every_element_reading_value_grade_and_status_is_named(case):
    doctrine = case.doctrine
    names = {element.id for element in doctrine.elements}
    names |= {reading.id for reading in doctrine.readings}
    names |= {value.id for reading in doctrine.readings for value in reading.values}
    names |= {preset.id for preset in doctrine.presets}
    names |= {*get_args(Grade), *get_args(Status)}
    assert not names - set(CODE)


@pytest.mark.parametrize("name", CODE)
def test_what_is_in_code_exists(case, name):
    assert name in known(case) or (ROOT / name).exists(), name


def known(case):
    record, doctrine = case.record, case.doctrine
    things = (
        *record.facts,
        *record.hypotheticals,
        *record.parties,
        *doctrine.factors,
        *doctrine.elements,
        *(authority for element in doctrine.elements for authority in element.authorities),
        *doctrine.readings,
        *(value for reading in doctrine.readings for value in reading.values),
        *doctrine.presets,
        *case.disputes,
        *case.study(Knowledge).matters,
    )
    fields = {"collective", "relevant"}
    vocabularies = {*get_args(Grade), *get_args(Status), *get_args(Motion)}
    return (
        {t.id for t in things}
        | fields
        | vocabularies
        | {"code", "okin check"}
        | names_of_tests()
        | {name for name in vars(situation) if name.isupper()}
    )


def names_of_tests():
    files = (ROOT / "tests").rglob("test_*.py")
    return {
        name for file in files for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))
    }
