"""Claims as lanes: each step needs only earlier ones."""

import pytest

from okin_lib.instruments.lanes.view import lanes, required
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset, scenario
from tests.page.markup import read


@pytest.fixture(scope="module")
def record(case):
    return analyze(case, scenario(case))


def stages(html: str) -> list[list[str]]:
    """The labels in each stage of each lane, in order."""
    items = read(html).all("li")
    return [
        [step.all("strong")[0].text for step in stage.all("li", **{"class": "step"})]
        for stage in items
        if stage.attrs.get("class") == "phase"
    ]


@pytest.mark.parametrize("party", ["douglas", "manion", "village"])
def test_every_element_of_the_party_is_there_once(case, record, party):
    labels = [label for stage in stages(lanes(case, record, party, "r")) for label in stage]
    asked = [f.element for f in record.findings if f.party == party]
    assert sorted(labels) == sorted(case.elements[key].label for key in asked)


def test_a_whole_comes_after_its_parts(case, record):
    order = stages(lanes(case, record, "douglas", "r"))
    stage = {label: n for n, labels in enumerate(order) for label in labels}
    assert stage["Time to deliberate"] < stage["Shocks the conscience"]
    assert stage["Shocks the conscience"] < stage["Due process violation"]


def nested(its):
    return (its.said, [nested(each) for each in its.of]) if its.of else its.said


def test_what_counts_together_is_one_list(case):
    sanction = ["Implicit sanction", "Repeated failures that would have emboldened"]
    conveyed = [("at least one of", ["Explicit sanction", ("all of", sanction)])]
    either = [
        ("all of", [*conveyed, "Conveyed to the wrongdoer"]),
        "Danger otherwise than by sanction",
    ]
    together, (first, *_) = nested(required(case, case.elements["violation"].parts))
    assert (together, first) == ("all of", ("at least one of", either))
    through = nested(required(case, case.elements["predicate"].parts))
    assert "any one of its officers" in str(through)


def test_what_makes_a_step_moot_depends_on_the_order_of_the_prongs(case, record):
    moot = "Not reached once Clearly established: no."
    district = analyze(case, scenario(case, readings=preset(case, "district-court")))
    assert moot not in read(lanes(case, record, "douglas", "r")).text
    assert moot in read(lanes(case, district, "douglas", "r")).text
