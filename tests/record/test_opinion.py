import timeit
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okin_lib
from okin_lib.record.opinion import Opinion, QuotationError
from okin_lib.record.part import pages_of
from tests.record.tiny import OPINION

REAL = Path(okin_lib.__file__).parent / "record" / "opinion.txt"


@pytest.fixture(scope="module")
def tiny() -> Opinion:
    return Opinion.from_text(OPINION)


@pytest.fixture(scope="module")
def real() -> Opinion:
    return Opinion.from_text(REAL.read_text(encoding="utf-8"))


def text_of(opinion: Opinion, pin: str) -> str:
    return "".join("".join(parts) for parts in opinion.leaf(pin)).strip()


def test_the_pages_of_a_pin_are_those_of_which_it_was_made(real):
    body = real._parts[0]
    for pages in pairwise(real.pages):
        opens, closes = body.bounds(pages[0])
        assert pages_of(body.pin(opens, closes + 1)) == pages
    assert [pages_of(pin) for pin in real.notes] == [(pin,) for pin in real.notes]
    assert pages_of("99-100") == ("99", "100")


def test_pages_start_at_star_markers_and_notes_at_their_calls(tiny):
    assert tiny.pages == ("110", "111", "112", "115")
    assert tiny.notes == ("111 n.1", "112 n.2")


def test_the_header_is_not_text_of_the_opinion(tiny):
    assert text_of(tiny, "110") == "Ann ROE v. Officer"
    assert not tiny.find("1990")


def test_star_pages_of_other_reporters_stay(tiny):
    tiny.verify("1989 WL 2, at *44, 1989 WL 3, at *13-14, and at * 16.", "111")


def test_a_marker_goes_with_the_space_after_it(tiny):
    tiny.verify("Ann ROE v. Officer Grey.", "110-11")
    tiny.verify("not be stopped.[2]See Doe.", "112-15")


def test_a_note_has_all_its_paragraphs(tiny):
    assert text_of(tiny, "111 n.1") == "Grey denies it. He wrote no report."
    tiny.verify("denies it. He wrote", "111 n.1")


def test_a_span_is_both_its_pages(tiny):
    assert text_of(tiny, "111-12") == text_of(tiny, "111") + " " + text_of(tiny, "112")


def test_white_space_does_not_matter_and_case_does(tiny):
    tiny.verify("  Grey\n   laughed. ", "112")
    with pytest.raises(QuotationError, match=r'nearest passage, on 112, is "Grey laughed\."'):
        tiny.verify("grey laughed.", "112")


def test_a_quotation_that_recurs_stands_on_each_of_its_pages(tiny):
    assert tiny.find("The neighbor struck Roe before noon") == ("111", "112")
    assert tiny.find("See Doe") == ("111", "115")


@pytest.mark.parametrize(
    ("quote", "pin", "says"),
    [
        ("We reverse", "112", "not on 112; it stands on 115$"),
        ("We reverse", "112-15", "it stands on 115$"),
        ("Officer Grey", "111", "it stands on 110-11$"),
        ("Grey denies it.", "111", "it stands on 111 n.1$"),
        ("told Roe's friend that he would not", "111", '"told Roe\'s neighbor that he would not"'),
        ("may not promise a robber that he", "115", "not on 115; the nearest passage, on 112"),
        ("quite another matter altogether", "111", "nothing in the opinion is like it"),
        ("We reverse", "113", "it stands on 115"),
        ("We refuse", "113", r"no page or note '113'.* from 110 to 115"),
        ("romise a wrongdoe", "112", "not on 112"),
        (" \n", "112", "empty"),
    ],
)
def test_what_is_not_there_is_refused_with_where_it_is(tiny, quote, pin, says):
    with pytest.raises(QuotationError, match=says):
        tiny.verify(quote, pin)


def test_a_leaf_is_its_paragraphs_with_the_passage_apart(tiny):
    marked = tiny.leaf("112", "not promise")
    assert [parts for parts in marked if parts[1]] == [
        ("An officer may ", "not promise", " a wrongdoer that he will not be stopped.[2]")
    ]
    assert "".join("".join(parts) for parts in marked).strip() == text_of(tiny, "112")
    assert tiny.leaf("111 n.1", "wrote no")[-1] == ("He ", "wrote no", " report.")


def test_a_leaf_without_a_passage_is_the_whole_text_there(tiny):
    for pin in (*tiny.pages, *tiny.notes, "111-12"):
        tiny.verify(text_of(tiny, pin), pin)
        assert not any(mark for _, mark, _ in tiny.leaf(pin))


def test_a_passage_over_two_paragraphs_is_marked_in_both(real):
    quote = text_of(real, "430")
    assert "".join(mark for _, mark, _ in real.leaf("430", quote)).strip() == quote


def test_places_are_in_the_order_of_the_opinion(tiny):
    assert tiny.start("110") < tiny.location("112", "not promise") < tiny.start("115")
    assert tiny.start("115") < tiny.start("111 n.1") < tiny.start("112 n.2")
    assert tiny.location("111 n.1", "wrote no") > tiny.start("111 n.1")
    with pytest.raises(QuotationError):
        tiny.location("110", "not promise")


def test_a_passage_that_stands_twice_on_a_page_has_two_places(tiny):
    first, second = (tiny.location("111", "neighbor", n) for n in (0, 1))
    assert tiny.location("111", "neighbor") == first < second
    assert tiny.leaf("111", "neighbor", 1) != tiny.leaf("111", "neighbor")
    with pytest.raises(QuotationError, match="less often"):
        tiny.location("112", "before noon", 1)
    with pytest.raises(QuotationError, match="less often"):
        tiny.location("112", "before noon", -1)


def test_it_knows_the_volume_that_it_is_in(tiny, real):
    assert (tiny.reporter, real.reporter) == ("9 F.3d", "577 F.3d")


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("BEFORE  noon", [("111", "before noon", 0), ("112", "before noon", 0)]),
        ("neighb", [("111", "neighbor", 0), ("111", "neighbor", 1), ("112", "neighbor", 0)]),
        ("roe called", [("111-12", "Roe called", 0)]),
        ("roecalled", []),
        ("and Roe called AGAIN", [("111-12", "and Roe called again", 0)]),
        ("\u201cin haste\u2019", []),
        ("\u2018in haste\u2019", [("112 n.2", "`in haste'", 0)]),
        (". . .", [("112", ". . .", 0)]),
        ("(.*", []),
        (" ", []),
        ("", []),
    ],
)
def test_words_are_sought_whatever_their_case_spaces_and_quotes(tiny, words, places):
    found = [*tiny.sought(words)]
    assert [(each.page, each.quote, each.nth) for each in found] == places
    for each in found:
        tiny.location(each.page, each.quote, each.nth)
        assert "".join(each.within(12)).split()[0] in text_of(tiny, each.page.partition("-")[0])


@given(st.text(max_size=9))
def test_anything_can_be_sought(words):
    for each in Opinion.from_text(OPINION).sought(words):
        assert each.within(3)[1]


def test_an_opinion_is_a_value(tiny):
    assert tiny == Opinion.from_text(OPINION)
    assert hash(tiny) == hash(Opinion.from_text(OPINION))


@pytest.mark.parametrize("text", ["", "no citation", "9 F.3d 110 |\nText.\nNOTES\n[1] Uncalled."])
def test_text_without_its_header_or_a_notes_call_is_refused(text):
    with pytest.raises(ValueError, match=r"first line|not called"):
        Opinion.from_text(text)


@given(st.text(), st.text(), st.text())
def test_any_text_reads_or_is_refused(body, quote, pin):
    opinion = Opinion.from_text(f"9 F.3d 110 |\n{body.replace('NOTES', '')}")
    with pytest.raises(QuotationError):
        opinion.verify(quote + " !!absent!!", pin)


def test_the_real_opinion_has_its_pages_and_notes(real):
    assert real.pages == ("415", "416", *map(str, range(419, 443)))
    assert real.notes[0] == "419 n.*"
    assert [pin.partition(" n.")[2] for pin in real.notes[1:]] == list(map(str, range(1, 17)))


@pytest.mark.parametrize(
    ("quote", "pin"),
    [
        ("the training programplacing training responsibility in the hands", "441"),
        ("dismissive and inappropriate behavior which was witnessed by Sears", "426"),
        ("affirmative police conduct runs along of spectrum of explicit", "435"),
        ("Village of Cornwallon-Hudson as proper parties", "419 n.1"),
        ("M.O. [Michelle Okin] Sleep with one", "423"),
        ("a plaintiff... show some contact", "426"),
        ("defendants... over an extended period", "431"),
        ("qualified immunity defense... be considered", "429 n.9"),
        ("there is no immunity.[11]See Lennon", "433"),
        ("governing those investigations.[13]See Hope", "436-37"),
        ("`shooting threat'", "424"),
        ("`Then call the state police.'", "425"),
        ("http:// www.ojp.usdoj.gov/ bjs/intimate/victims.htm", "431 n.10"),
        ("___ U.S. ___, 129 S.Ct. 808", "429 n.9"),
        ("The relevant question after Pearson", "429 n.9"),
        ("previous occassions [sic]", "422"),
        ("Thomas Douglas IV, Michael Lug, Paul Weber, Charles Williams and Edward", "415-16"),
        ("The individual defendants here", None),
        ('to forestall further incidents.")', "440"),
        ("2006 U.S. Dist. LEXIS 75881, at *48-49, 2006 WL 2997296, at *17.", "435 n.12"),
    ],
)
def test_the_real_text_is_kept_as_it_is(real, quote, pin):
    assert real.find(quote) == (() if pin is None else (pin,))


def test_it_is_quick_to_construct():
    text = REAL.read_text(encoding="utf-8")
    assert min(timeit.repeat(lambda: Opinion.from_text(text), number=1, repeat=3)) < 0.03
