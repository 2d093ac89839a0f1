"""What the lessons say in their own words reads easily, and foretells nothing."""

import pytest

from okin_lib.instruments.glossary.data import Glossary
from okin_lib.lessons.library import plans
from okin_lib.lessons.misconceptions import Misconceptions
from okin_lib.lessons.prose import SAID, prose
from okin_lib.record.checks import walk
from okin_lib.record.types import Support
from tests.reading import DENSE, PLAIN, ease, foretelling, syllables, too_long

LEAST = {
    ("question", "do", "task"): PLAIN,
    ("feedback",): PLAIN,
    ("text",): PLAIN,
    ("label",): PLAIN,
    ("title", "goals", "outcome"): DENSE,
}
"""How easily each kind of text of a lesson reads, at the least."""

of_each_lesson = pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.id)


def test_every_kind_of_text_is_measured():
    assert {field for kind in LEAST for field in kind} == set(SAID)


@of_each_lesson
@pytest.mark.parametrize("kind", LEAST, ids=lambda kind: kind[0])
def test_it_reads_easily(plan, kind):
    if texts := [*prose(plan, kind)]:
        assert ease(texts) >= LEAST[kind]


@of_each_lesson
def test_no_sentence_is_long_or_says_what_a_court_would_do(plan):
    texts = [*prose(plan)]
    assert too_long(texts) == []
    assert foretelling(texts) == []


def test_what_is_explained_is_explained_in_plain_words(case):
    meant = [term.means for term in case.study(Glossary).terms]
    said = [each.says for each in case.study(Misconceptions).misconceptions]
    for texts in (meant, said):
        assert ease(texts) >= PLAIN
        assert too_long(texts) == []
        assert foretelling(texts) == []


def test_no_reason_says_what_a_court_would_do(case):
    reasons = [each.text for each in walk(case.doctrine) if isinstance(each, Support)]
    assert reasons
    assert foretelling(reasons) == []


@pytest.mark.parametrize(
    ("text", "counted"), [("rule", 1), ("violence", 2), ("established", 3), ("immunity", 4)]
)
def test_syllables_are_counted(text, counted):
    assert syllables(text) == counted


def test_a_statute_does_not_read_easily():
    statute = (
        "Every person who, under color of any statute, ordinance, regulation, custom, or usage, "
        "of any State or Territory or the District of Columbia, subjects, or causes to be "
        "subjected, any citizen of the United States to the deprivation of any rights, "
        "privileges, or immunities secured by the Constitution and laws, shall be liable."
    )
    assert ease([statute]) < DENSE
    assert too_long([statute])


@pytest.mark.parametrize(
    "text", ["So the court would hold.", "Here would the panel rule otherwise.", "A judge would."]
)
def test_what_a_court_would_do_is_seen(text):
    assert foretelling([text])
