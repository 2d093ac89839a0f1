"""Words that describe violence stand in the markup beside the name of the act."""

from attrs import evolve
from markupsafe import escape

from okin_lib.page.passages import passage
from okin_lib.page.worded import worded
from okin_lib.record.graphic import Graphic
from okin_lib.record.types import NO_PARTY, Support
from tests.page.markup import read

HOSTILE = """<script>"'&"""


def of(case, *graphic: Graphic):
    return evolve(case, record=evolve(case.record, graphic=graphic))


def covered(html: str) -> list[tuple[str, str]]:
    """The name of each act, and the words that it covers."""
    spans = read(f"<div>{html}</div>").all("span", **{"class": "worded"})
    return [tuple(each.text for each in span.all("span")[1:]) for span in spans]


def test_the_words_are_marked_wherever_they_stand_and_the_text_is_as_it_was(case):
    tale = of(case, Graphic("violence", "1", "struck her"))
    tale_of_herons = "He struck her, then struck her again, and sandstruck herons flew."
    html = worded(tale, tale_of_herons)
    assert covered(html) == [("violence", "struck her")] * 2
    assert read(f"<p>{html}</p>").text == tale_of_herons


def test_the_longest_words_are_covered_whole_and_the_models_own_with_them(case):
    tale = of(
        case,
        Graphic("violence", "1", "struck"),
        Graphic("injury", "1", "struck her arm", also=("hit her arm",)),
    )
    html = worded(tale, "struck her arm; hit her arm; struck")
    assert covered(html) == [
        ("injury", "struck her arm"), ("injury", "hit her arm"), ("violence", "struck"),
    ]  # fmt: skip


def test_what_can_be_told_apart_is_kept_apart_when_the_page_is_drawn_anew(case):
    tale = of(case, Graphic("violence", "1", "one"), Graphic("violence", "1", "two"))
    spans = read(f"<div>{worded(tale, 'one two')}</div>").all("span", **{"class": "worded"})
    assert [span.attrs["data-key"] for span in spans] == ["w0", "w1"]


def test_a_text_without_them_and_a_case_without_them_are_only_escaped(case):
    assert worded(case, HOSTILE) == escape(HOSTILE)
    assert worded(of(case), "struck" + HOSTILE) == escape("struck" + HOSTILE)


def test_what_is_around_and_what_is_covered_is_escaped(case):
    tale = of(case, Graphic(HOSTILE, "1", f"a {HOSTILE} b"))
    html = worded(tale, f"{HOSTILE} a {HOSTILE} b {HOSTILE}")
    assert "<script" not in html
    assert html.count(escape(HOSTILE)) == 4


def test_a_passage_has_its_words_marked_and_turns_to_them_as_they_are(case):
    (first, *_) = case.record.graphic
    html = passage(case, Support(f"It says: {first.words}.", first.page, first.words), NO_PARTY)
    assert covered(html) == [(first.act, first.words)] * 2
    (turn,) = read(html).all("button", data_act="read")
    assert turn.attrs["value"] == first.words
