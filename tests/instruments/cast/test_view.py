"""Who is who, and what lies in what."""

import pytest

from okin_lib.instruments.cast.view import cast
from okin_lib.page.template import RegionId
from tests.page.markup import read


@pytest.fixture
def shown(case):
    return read(cast(case, RegionId("who")))


def test_every_party_is_named_once_with_its_page(case, shown):
    names = [node.text for node in shown.all("dt")]
    assert len(names) == len(set(names))
    assert {party.name for party in case.record.parties} <= set(names)
    for node in shown.all("dd"):
        assert node.all("button")[0].attrs["data-act"] == "read"


def test_whoever_tells_facts_is_named_with_how_many(case, shown):
    facts = case.record.facts
    told = sum(f.source.who == "Weber" and f.source.form == "report" for f in facts)
    assert f"report {told}" in shown.text
    known = {node.text for node in shown.all("dt")}
    assert {hop for fact in facts for hop in fact.source.hops} <= known


def test_a_place_stands_in_its_area_and_an_area_in_the_one_around_it(shown):
    (town, village, windsor, unplaced) = [
        node for node in shown.all("li") if "area" in node.attrs.get("class", "").split()
    ]
    assert "11 Taft Place" in village.text
    assert village.text in town.text
    assert "Days Inn" in windsor.text
    assert "Days Inn" not in town.text
    assert "Okin's office" in unplaced.text


def test_an_officer_is_told_from_the_precedent_of_the_same_name(shown):
    assert "He is not the plaintiff in Pena v. DePrisco." in shown.text


def test_it_tells_all_that_the_record_says_of_a_party(case, shown):
    for party in case.record.parties:
        for told in (party.name, party.description, party.page, party.note, *party.aliases):
            assert told in shown.text
