"""The opinion opened at a page, and turned from citation to citation."""

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
    assert not marked(reader)


def test_a_passage_is_marked_on_its_page(reader):
    at = reader.after({"read": "430", "value": QUOTE})
    assert marked(at) == QUOTE
    assert page_of(at).all("h3")[0].text == "The opinion, at 430"


def test_the_whole_page_stands_there(reader, case):
    for page in (*case.opinion.pages[:3], "430", "429 n.9"):
        at = reader.after({"page": "opinion", "value": page})
        (leaf,) = page_of(at).all("div")
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
    ],
)
def test_what_cannot_be_opened_is_refused(reader, event, says):
    with pytest.raises(BadEvent, match=says):
        reader.after(event)
