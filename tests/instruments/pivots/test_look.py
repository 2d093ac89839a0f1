"""What a finding turns on as a look: for one party and element, at what is supposed."""

import pytest

from okin_lib.instruments.pivots.look import TURNS_ON
from okin_lib.instruments.pivots.part import ROLE
from okin_lib.instruments.pivots.reason import turning
from okin_lib.page.look import Seen
from okin_lib.page.regions import RegionId
from okin_lib.reasoning.pivotal import pivotal
from okin_lib.reasoning.scenario import scenario
from tests.instruments.supposed import SUPPOSED, hostile
from tests.page.markup import assert_only_text, ids, read, unlabelled

NOT_COVERED = "without it, the court's decision no longer covers the case, and the finding is open"


def shown(case, party="douglas", element="", pivot="", drawn=False, claims=None, **supposed):
    chosen = {"party": party, "element": element, "pivot": pivot}
    claims = claims or tuple(case.claims)
    seen = Seen(case, claims, scenario(case, **supposed), chosen, drawn, RegionId("p"))
    return read(TURNS_ON.show(seen))


def listed(root):
    """By the id of each fact that plays a part, how it is said."""
    picks = root.all("label", **{"class": "pick"})
    return {each.all("input")[0].attrs["value"]: each.all("small")[0].text for each in picks}


def test_without_the_football_conversation_the_decision_no_longer_covers_the_case(case):
    found = listed(shown(case))
    assert found["football-talk"] == f"● {NOT_COVERED}"
    assert found["sears-told-williams"] == f"● {NOT_COVERED}"
    assert "◐ without it and others, another finding" in found.values()


def test_no_one_is_said_to_have_won_by_it(case):
    text = shown(case).text
    assert "no one has won by that" in text
    assert "not what caused an injury" in text
    (listing, *_) = shown(case).all("fieldset")
    assert "necessary" not in listing.text
    assert "pivotal" not in text.lower()


@pytest.mark.parametrize("party", ["douglas", "lug", "weber", "manion"])
@pytest.mark.parametrize(
    "supposed", [{}, {"without": ["football-talk"]}, {"readings": {"attribution": "individual"}}]
)
def test_every_fact_that_plays_a_part_is_listed_with_it(case, party, supposed):
    found = turning(case, scenario(case, **supposed), "implicit-sanction", party)
    rows = listed(shown(case, party, **supposed))
    assert rows.keys() == found.ness
    whole = pivotal(case, scenario(case, **supposed), "implicit-sanction", party)
    assert found.ness == whole.ness or (found.ness < whole.ness and found.removals_through)
    assert found.but_for == whole.but_for
    alone = {key for key, part in rows.items() if part.startswith("●")}
    assert alone == set(found.but_for)


@pytest.mark.parametrize("element", ["implicit-sanction", "violation"])
def test_where_the_finding_is_open_no_decision_of_the_court_covers_it(case, element):
    root = shown(case, element=element, readings={"attribution": "individual"})
    assert "Douglas: open" in root.text
    assert NOT_COVERED not in root.text


def test_what_is_picked_is_said_at_length_with_the_sets_that_it_is_in(case):
    found = pivotal(case, scenario(case), "implicit-sanction", "douglas")
    fact = next(key for key in case.facts if key in found.ness and key not in found.but_for)
    root = shown(case, pivot=fact)
    (box,) = root.all("div", **{"class": "box of"})
    assert box.all("h4")[0].text.startswith(case.facts[fact].label)
    its = [each for each in found.removals if fact in each]
    (sets, *_) = box.all("ol", **{"class": "sets"})
    drawn = [each for each in sets.all("li") if each.attrs.get("class") != "tile"]
    assert len(drawn) == min(6, len(its))
    for each, facts in zip(drawn, its, strict=False):
        assert all(case.facts[key].label in each.text for key in facts)


def test_a_pick_that_plays_no_part_gives_way(case):
    idle = next(key for key in case.facts if key not in listed(shown(case)))
    assert shown(case, pivot=idle).text == shown(case).text


def test_nothing_in_the_record_changes_the_explicit_sanction_and_the_nearest_is_named(case):
    root = shown(case, element="explicit-sanction")
    assert "no removal of facts of the record, however many, changes this status" in root.text
    assert "Douglas assures Sears in words (not in the record)" in root.text
    assert not listed(root)
    assert "Draw this as a figure" not in root.text


@pytest.mark.parametrize("element", ["violation", "clearly-established"])
def test_a_search_cut_short_says_so(case, element):
    assert "the search was cut short" in shown(case, element=element).text


def test_an_element_that_is_not_asked_of_the_party_says_of_whom_it_is(case):
    text = shown(case, "village").text
    assert "Implicit sanction is not asked of Village in this model: it is of Douglas" in text


def test_on_fewer_claims_only_their_elements_are_offered(case):
    (_, element, _) = TURNS_ON.asks
    options = element.options(case, ("municipal-liability",))
    assert options[0][0] == ""
    elements = [each for each in case.doctrine.elements if each.claim == "municipal-liability"]
    assert [label for _, label in options] == [each.label for each in elements]
    assert elements[0].label in shown(case, "village", claims=("municipal-liability",)).text


ALONE, WITH_OTHERS, NONE = (ROLE[role].text for role in ("but-for", "ness", "neither"))
BY_READING = {
    "Douglas": [ALONE, ALONE, WITH_OTHERS, WITH_OTHERS, ALONE],
    "Lug": [ALONE, ALONE, NONE, NONE, ALONE],
    "Weber": [ALONE, ALONE, NONE, NONE, ALONE],
    "Williams": [ALONE, ALONE, NONE, NONE, ALONE],
    "Manion": [NONE] * 5,
    "O'Dell": [NONE] * 5,
}
"""What the football conversation does to implicit sanction, on each reading in turn."""


def test_the_figure_is_of_every_party_and_reading_and_only_when_asked_for(case):
    assert not shown(case).all("svg")
    (svg,) = shown(case, drawn=True).all("svg")
    told = svg.text
    assert "The football conversation: its part in the finding on Implicit sanction" in told
    for party, parts in BY_READING.items():
        cells = told.partition(f"{party}: Together")[2].split(".")[0].split(", finding ")[:-1]
        assert [cell.rpartition(": ")[2] for cell in cells] == parts


@pytest.mark.parametrize("supposed", SUPPOSED)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    root = shown(case, **supposed)
    assert not unlabelled(root)
    assert len(set(ids(root))) == len(ids(root))


def test_hostile_data_are_escaped(case):
    bad = hostile(case)
    chosen = {"party": "douglas", "element": "", "pivot": ""}
    seen = Seen(bad, tuple(bad.claims), scenario(bad), chosen, False, RegionId("p"))
    assert_only_text(TURNS_ON.show(seen))
