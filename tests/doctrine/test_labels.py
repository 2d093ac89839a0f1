"""Whose words each quotation is, and of what weight: over all that is quoted."""

import re
from collections import defaultdict

import pytest
import yaml

from okin_lib.lessons.installed import PACKAGE
from okin_lib.lessons.sources import read_lessons
from okin_lib.record.checks import walk

DISCUSSION = ("427", "I. Okin's Due Process Claims")
STANDARD = ("427", "STANDARD OF REVIEW")
STANDARD_NOTE = "419 n.2"
WELL_KNOWN = "well known and well documented"
TEXT = (PACKAGE / "record/opinion.txt").read_text("utf-8")
PARAGRAPHS = [
    " ".join(re.sub(r"\*4\d\d(?![\d-]) ?", "", line).split()) for line in TEXT.splitlines()
]
BLOCKS = (  # set as block quotations, and so without quotation marks
    ("427", "[T]he court cannot help but observe"),
    ("427", "Viewed in the light most favorable to the plaintiff"),
    ("428", "when, as the plaintiffs allege"),
    ("431", "that the alleged behavior of the ... defendants... over"),
    ("433", "The contours of the right must be sufficiently clear"),
    ("435", "Although it is a close question, we think"),
    ("438", "Accepting Mrs. Eagleston's account as true"),
    ("435 n.12", "As for the implicit facilitation theory"),
)


@pytest.fixture(scope="module")
def parts(case):
    """All that has a quotation."""
    plans = read_lessons(PACKAGE, case)
    things = (case.record, case.doctrine, case.disputes, *map(case.study, case.studies))
    ours = (plan for plan in plans.values() if not getattr(plan, "case", ""))
    return [part for thing in (*things, *ours) for part in walk(thing) if hasattr(part, "quote")]


@pytest.fixture(scope="module")
def quoted(case, parts):
    return [
        (case.opinion.location(part.page, part.quote), part)
        for part in parts
        if hasattr(part, "speaker")
    ]


def test_a_quotation_closes_the_quotation_marks_that_it_opens(parts):
    assert not [part.quote for part in parts if part.quote.count('"') % 2]


def test_a_passage_has_one_speaker_and_one_weight_wherever_it_is_quoted(quoted):
    speakers, weights = defaultdict(set), defaultdict(set)
    for where, part in quoted:
        speakers[where].add(part.speaker)
        if hasattr(part, "weight"):
            weights[where, part.quote].add(part.weight)
    for said in (speakers, weights):
        assert not {where: found for where, found in said.items() if len(found) > 1}


@pytest.mark.parametrize("file", sorted((PACKAGE / "cases").rglob("*.yaml")), ids=lambda p: p.stem)
def test_a_worked_case_labels_a_passage_as_the_rest_does(quoted, file):
    said = {
        (part.page, part.quote): (part.speaker, part.weight)
        for _, part in quoted
        if hasattr(part, "weight")
    }
    for given in supports(yaml.safe_load(file.read_text("utf-8"))):
        label = given.get("speaker", "court"), given.get("weight", "reasoning")
        assert said.get((given["page"], given["quote"]), label) == label, given["quote"]


def test_in_the_discussion_what_stands_in_quotation_marks_is_not_the_courts(case, quoted):
    start = case.opinion.location(*DISCUSSION)
    for where, part in quoted:
        if where > start and part.speaker == "court" and not part.quote.startswith('"'):
            words = " ".join(part.quote.split())
            before = [text[: text.index(words)] for text in PARAGRAPHS if words in text]
            assert any(text.count('"') % 2 == 0 for text in before), (part.page, words)


@pytest.mark.parametrize(("page", "opening"), BLOCKS)
def test_what_a_block_quotation_says_is_not_the_courts(case, quoted, page, opening):
    block = next(p for p in case.opinion.leaf(page, opening) if p[1])
    number, begins, _ = case.opinion.location(page, opening)
    ends = begins + len(block[1] + block[2])
    for (part, starts, _), each in quoted:
        if part == number and begins <= starts < ends:
            assert each.speaker != "court", (each.page, each.quote)


def test_the_standard_of_review_is_no_holding(case, quoted):
    begins, ends = (case.opinion.location(*place) for place in (STANDARD, DISCUSSION))
    for where, part in quoted:
        if begins < where < ends or part.page == STANDARD_NOTE:
            assert getattr(part, "weight", "") != "holding", part.quote


@pytest.mark.parametrize("words", [WELL_KNOWN, "we have no occasion to decide"])
def test_what_is_said_in_passing_is_no_holding(quoted, words):
    found = [part for _, part in quoted if words in part.quote and hasattr(part, "weight")]
    assert found
    for part in found:
        if not part.quote.startswith("Because we have held"):
            assert part.weight != "holding", part.quote


@pytest.mark.parametrize("file", sorted((PACKAGE / "cases").rglob("*.yaml")), ids=lambda p: p.stem)
def test_no_worked_case_takes_the_standard_or_note_11_for_a_holding(file):
    for given in supports(yaml.safe_load(file.read_text("utf-8"))):
        if given["page"] in ("433 n.11", STANDARD_NOTE) or WELL_KNOWN in given["quote"]:
            assert given.get("weight") != "holding", given["quote"]


def supports(data):
    """Every quotation in a file, as it is written."""
    if isinstance(data, dict):
        if "quote" in data:
            yield data
        yield from (found for value in data.values() for found in supports(value))
    elif isinstance(data, list):
        yield from (found for value in data for found in supports(value))


def test_note_11_is_a_stated_rule_and_said_to_be_arguably_dictum(case, quoted):
    for _, part in quoted:
        if part.page == "433 n.11" and hasattr(part, "weight"):
            assert part.weight == "reasoning", part.quote
    remark = case.hypotheticals["sincere-belief-lawful"].remark
    assert "arguably dictum" in remark.text


@pytest.mark.parametrize(
    ("kind", "name", "speaker"),
    [
        ("factors", "explicit-assurance", "precedent"),
        ("factors", "no-explicit-statement", "precedent"),
        ("factors", "policy-cause", "precedent"),
        ("factors", "contact-with-wrongdoer", "district-court"),
        ("factors", "sanction-conveyed", "court"),
        ("elements", "comparator", "precedent"),
        ("elements", "clearly-established", "precedent"),
        ("elements", "sorting", "court"),
    ],
)
def test_a_definition_says_whose_words_it_quotes(case, kind, name, speaker):
    assert getattr(case, kind)[name].speaker == speaker
