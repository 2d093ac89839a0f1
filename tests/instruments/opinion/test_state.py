"""The opinion opened at a page, and turned from citation to citation."""

import attrs
import pytest

from okin_lib.instruments.opinion.citations import citations
from okin_lib.instruments.opinion.state import Reader
from okin_lib.page.regions import BadEvent
from okin_lib.record.checks import passages
from tests.page.markup import read

QUOTE = "discussing football with Sears during their response to Okin's complaint"


@pytest.fixture(scope="module")
def reader(case) -> Reader:
    return Reader.of(case)


def page_of(reader: Reader):
    return read(reader.regions()["opinion"])


def marked(reader: Reader) -> str:
    return " ".join(mark.text for mark in page_of(reader).all("mark"))


def test_it_opens_at_the_first_page_with_nothing_marked(reader, case):
    assert reader.page == case.opinion.pages[0]
    opened = reader.after({"pane": "open"})
    assert opened.open
    assert not marked(opened)


def test_closed_it_is_small_and_looks_no_citation_up(reader):
    citations.cache_clear()
    regions = reader.regions()
    assert len("".join(regions.values()).encode()) < 1000
    assert citations.cache_info().misses == 0
    at = reader.after({"read": "430", "value": QUOTE})
    assert at.after({"pane": "close"}).regions() == regions
    assert at.after({"pane": "close"}).after({"pane": "open"}) == at


def test_a_passage_is_marked_on_its_page(reader):
    at = reader.after({"read": "430", "value": QUOTE})
    assert marked(at) == QUOTE
    assert page_of(at).all("h2")[0].text == "577 F.3d at 430"


def test_the_passage_of_a_fact_is_opened_by_the_fact(reader, case):
    for fact in case.record.facts:
        read_out = {"read": fact.page, "value": fact.quote}
        assert reader.after({"passage": fact.id}) == reader.after(read_out), fact.id


def test_the_whole_page_stands_there(reader, case):
    for page in (*case.opinion.pages[:3], "430", "429 n.9"):
        at = reader.after({"pane": "open"}).after({"page": "opinion", "value": page})
        (leaf,) = page_of(at).all("div", role="group")
        assert leaf.text == " ".join("".join(map("".join, case.opinion.leaf(page))).split())


def test_every_citation_can_be_opened_and_is_marked_whole(reader, case):
    for each in citations(case):
        at = reader.after({"read": each.page, "value": each.quote})
        assert marked(at) == " ".join(each.quote.split())


def test_the_citations_are_those_of_the_case_and_its_studies(case):
    every = {(each.quote, each.page) for each in citations(case)}
    assert every == {
        quoted
        for thing in (case.record, case.doctrine, *map(case.study, case.studies))
        for quoted in passages(thing)
    }


def test_turning_goes_through_every_citation_in_order_and_back(reader, case):
    at = reader
    for each in citations(case):
        at = at.after({"turn": "next"})
        assert (at.page, at.quote) == (each.page, each.quote)
    assert at.after({"turn": "next"}) == at
    for each in reversed(citations(case)[:-1]):
        at = at.after({"turn": "previous"})
        assert (at.page, at.quote) == (each.page, each.quote)
    assert at.after({"turn": "previous"}) == at


def test_from_a_page_one_turns_to_its_first_citation(reader):
    at = reader.after({"page": "opinion", "value": "430"})
    assert at.after({"turn": "next"}).page in ("430", "430-31")
    assert at.after({"turn": "previous"}).page in ("429", "429-30")


def test_a_passage_across_two_pages_is_a_page_to_choose(reader, case):
    across = next(each for each in citations(case) if "-" in each.page)
    at = reader.after({"read": across.page, "value": across.quote})
    (chosen,) = [each for each in page_of(at).all("option") if "selected" in each.attrs]
    assert chosen.attrs["value"] == across.page


def test_a_passage_says_which_it_is_and_what_it_is_cited_for(reader, case):
    number, each = next(
        (number, each) for number, each in enumerate(citations(case), 1) if each.cited_for
    )
    at = reader.after({"read": each.page, "value": each.quote})
    said = f"Passage {number} of {len(citations(case))} that this model cites, for: "
    (place,) = page_of(at).all("p", **{"class": "place"})
    assert place.text == f"{said}{'; '.join(each.cited_for)}."


def test_pages_and_notes_are_turned_one_by_one_and_back(reader, case):
    pins = [*case.opinion.pages, *case.opinion.notes]
    at, seen = reader, [reader.page]
    for _ in pins[1:]:
        at = at.after({"turn": "next-page"})
        seen.append(at.page)
    assert seen == pins
    assert at.after({"turn": "next-page"}) == at
    for page in reversed(pins[:-1]):
        at = at.after({"turn": "previous-page"})
        assert at.page == page
    (back,) = page_of(at.after({"pane": "open"})).all("button", data_id="previous-page")
    assert "disabled" in back.attrs


def test_a_passage_across_two_pages_is_between_those_beside_it(reader, case):
    across = next(each for each in citations(case) if "-" in each.page)
    at = reader.after({"read": across.page, "value": across.quote})
    first = case.opinion.pages.index(across.page.partition("-")[0])
    assert at.after({"turn": "previous-page"}).page == case.opinion.pages[first - 1]
    assert at.after({"turn": "next-page"}).page == case.opinion.pages[first + 2]
    assert not at.after({"turn": "next-page"}).quote


def test_it_begins_where_the_sentence_of_the_passage_begins(reader):
    (begun,) = [
        each
        for each in page_of(reader.after({"read": "430", "value": QUOTE})).all("span")
        if "data-begun" in each.attrs
    ]
    assert begun.text.startswith("A reasonable factfinder, as Okin argues,")


def sought(reader: Reader, words: str):
    at = reader.after({"pane": "open"}).after({"find": "opinion", "value": words})
    (said,) = [each.text for each in page_of(at).all("p", role="status")][:1]
    return at, said, page_of(at).all("button", data_act="found")


@pytest.mark.parametrize(
    "words", ["it was about football", "  IT  was\nabout football ", "was about footba"]
)
def test_what_is_sought_is_listed_and_opens_marked(reader, words):
    at, said, buttons = sought(reader, words)
    assert said == "1 place."
    (button,) = buttons
    assert button.all("b")[0].text.lower() == " ".join(words.lower().split())
    opened = at.after({"found": "0"})
    assert opened.page == button.all("span")[0].text == "421"
    assert "was about football" in marked(opened)
    assert opened.find == words


def test_quotes_are_found_however_they_are_typed(reader):
    assert sought(reader, "Okin\u2019s complaint")[1:] != sought(reader, "no such words")[1:]
    for typed, printed in (("Okin\u2019s first", "Okin's first"), ("\u201cplainly", '"plainly')):
        assert sought(reader, typed)[2][0].text == sought(reader, printed)[2][0].text


def test_words_across_two_pages_are_found(reader, case):
    across = next(each for each in citations(case) if "-" in each.page)
    at, _, buttons = sought(reader, across.quote[:200])
    assert buttons
    assert marked(at.after({"found": "0"})).startswith(across.quote[:190].rpartition(" ")[0])


def test_each_of_the_first_places_is_opened_where_it_stands(reader, case):
    at, said, buttons = sought(reader, "sears")
    assert said.endswith("places; the first 20 are listed.")
    assert len(buttons) == 20
    opened = [at.after({"found": str(number)}) for number in range(20)]
    places = [case.opinion.location(each.page, each.quote, each.nth) for each in opened]
    assert places == sorted(set(places))
    for each in opened:
        assert each.checked() == each
        (shown,) = [b for b in page_of(each).all("button") if "aria-current" in b.attrs]
        assert marked(each).casefold() in shown.text.casefold()


def test_what_is_not_there_is_said(reader):
    assert sought(reader, "<b>elephant</b>")[1:] == ("The opinion has no such words.", [])
    assert sought(reader, "  ")[1:] == ("", [])


def test_hostile_words_stay_text(reader):
    words = '<img src=x onerror=alert(1)>" [a-z]+(.*'
    at, said, buttons = sought(reader, words)
    assert (said, buttons) == ("The opinion has no such words.", [])
    assert "<img" not in at.regions()["opinion"]
    assert page_of(at).all("input")[0].attrs["value"] == words


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"find": "x" * 201}, "at most"),
        ({"quote": QUOTE, "page": "430", "nth": 1}, "less often"),
        ({"quote": QUOTE, "page": "430", "nth": -1}, "less often"),
        ({"page": "430-31"}, "unknown page"),
    ],
)
def test_what_no_act_leads_to_is_refused(reader, changed, says):
    with pytest.raises(BadEvent, match=says):
        attrs.evolve(reader, **changed).checked()


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({"read": "430", "value": "what the court never said"}, "430"),
        ({"read": "999", "value": QUOTE}, "430"),
        ({"read": "430", "value": "<script>alert(1)</script>"}, "cannot be opened"),
        ({"read": "430", "value": "x" * 100_000}, "at most"),
        ({"read": "430", "value": None}, "at most"),
        ({"page": "opinion", "value": "999"}, "unknown value of opinion '999'"),
        ({"page": "tree", "value": "430"}, "opinion"),
        ({"turn": "over"}, "next"),
        ({"pane": "ajar"}, "open"),
        ({"find": "opinion", "value": "x" * 201}, "at most"),
        ({"find": "opinion", "value": ["x"]}, "at most"),
        ({"found": "0"}, "place in the list"),
    ],
)
def test_what_cannot_be_opened_is_refused(reader, event, says):
    with pytest.raises(BadEvent, match=says):
        reader.after(event)
