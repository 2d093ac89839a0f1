"""A term opens its meaning where it first stands, and the text stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.instruments.glossary.data import Glossary
from okin_lib.instruments.glossary.view import explained, meanings, terms_in
from okin_lib.lessons.installed import load_case
from okin_lib.lessons.library import lesson_ids, open_lesson
from okin_lib.page.regions import RegionId
from tests.page.markup import HOSTILE, assert_only_text, read

CASE = load_case()
SAID = sorted(CASE.study(Glossary).of)


def opened(*texts):
    """What each word that opens something opens, by the word, in order."""
    root = read("".join(explained(CASE, *texts)))
    return [(node.text, node.attrs["popovertarget"]) for node in root.all("button")]


def test_it_is_the_first_of_each_that_opens():
    assert opened("Triable or not? What is triable", "a jury finds triable, on the record") == [
        ("Triable", "word-triable"),
        ("the record", "word-record"),
    ]


def test_the_longest_that_stands_there_is_taken():
    assert opened("a genuine issue of material fact") == [
        ("genuine issue of material fact", "word-genuine")
    ]


@pytest.mark.parametrize(
    "text", ["untriable", "triable-ish", 'what "triable" means', "recordings"]
)
def test_what_is_part_of_a_word_or_spoken_of_is_left(text):
    assert opened(text) == []


def test_no_line_parts_it_from_the_signs_beside_it():
    root = read("".join(explained(CASE, "Is it (triable), and by custom? On the record it is.")))
    assert [node.text for node in root.all("span")] == ["(triable),", "custom?"]


def test_what_is_hostile_is_text():
    (html,) = explained(CASE, f"triable {HOSTILE} triable")
    assert_only_text(html)
    assert opened(HOSTILE) == []


@given(
    st.lists(st.sampled_from([*SAID, HOSTILE, "<b>", "&amp;", ", ", " ", "“", '"']), max_size=8)
)
def test_a_text_still_says_what_it_said(parts):
    text = "".join(parts)
    (html,) = explained(CASE, text)
    assert read(html).text == " ".join(text.split())


@pytest.mark.parametrize("lesson_id", lesson_ids())
def test_each_word_that_opens_something_in_a_lesson_has_its_meaning_on_the_page(lesson_id):
    lesson = open_lesson(lesson_id)
    for choice in lesson.plan.prediction.choices:
        made = lesson.after(
            {"commit": lesson.plan.prediction.id, "value": {"choice": choice.id, "because": "so"}}
        )
        root = read("".join(made.regions().values()))
        to = {node.attrs.get("popovertarget") for node in root.all("button")} - {None}
        assert to
        assert to <= {node.attrs.get("id") for node in root.walk() if "popover" in node.attrs}


def test_a_meaning_is_given_once_with_its_page(case):
    texts = ["a triable issue", "what is triable", "by custom"]
    root = read(meanings(case, terms_in(case, texts), RegionId("words")))
    (triable, custom) = root.all("div", role="note")
    assert triable.text.startswith("triable Fit to go to a jury")
    assert "440: " in custom.text
