"""Every hypothetical fact is charged to just those of whom its text is."""

import pytest

from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.factors import situation
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import Contradictory, scenario
from tests.reasoning.courtroom import OFFICERS, VILLAGE, ask, disposition, held

CASE = load_case()
NAMES = {key: party.name.split()[-1] for key, party in CASE.parties.items() if key in OFFICERS}


def told_of(text: str) -> set[str]:
    """The officers of whom a statement is, by its words."""
    named = {key for key, name in NAMES.items() if name in text}
    if "one of the Village officers" in text:
        return set(VILLAGE)
    return named or (set(OFFICERS) if "each officer" in text else set())


@pytest.mark.parametrize("each", CASE.hypotheticals.values(), ids=CASE.hypotheticals)
def test_it_concerns_those_whom_it_names(each):
    if each.concerns:
        assert set(each.concerns) == told_of(each.statement)
    else:
        assert told_of(each.statement) in (set(), set(OFFICERS))
    assert each.collective == ("one of the Village officers" in each.statement)


@pytest.mark.parametrize("each", [h for h in CASE.hypotheticals.values() if h.collective])
def test_what_one_of_several_did_is_unknown_of_each(each):
    posed = pose(CASE, scenario(CASE, added=[each.id], readings={"attribution": "individual"}))
    drawing = [key for key, f in CASE.ascribed.items() if each.id in f.arises.any_of]
    assert drawing
    for party in VILLAGE:
        own = situation(posed, party)
        assert not any(own.values[key] for key in drawing if key in _NEW)


_NEW = ("overt-enabling-act", "present-at-assault")


@pytest.mark.parametrize("attribution", ["aggregate", "individual"])
def test_a_mistake_is_charged_to_those_who_made_it(attribution):
    mistaken = ask(CASE, added=["bruises-mistaken"], attribution=attribution)
    assert held(mistaken, "disregard", "douglas") == ("no-genuine-issue", "strong")
    assert disposition(mistaken, "douglas").motion == "granted"
    for party in ("lug", "weber", "williams"):
        assert held(mistaken, "disregard", party)[0] != "no-genuine-issue"


@pytest.mark.parametrize("each", CASE.hypotheticals.values(), ids=CASE.hypotheticals)
def test_what_excludes_each_other_cannot_both_be_supposed(each):
    for other, because in each.excludes.items():
        with pytest.raises(Contradictory, match="leave one of them out") as refused:
            scenario(CASE, added=[each.id, other])
        assert because in str(refused.value)
        scenario(CASE, added=[each.id])


@pytest.mark.parametrize("party", VILLAGE)
def test_an_officer_who_did_and_omitted_nothing_is_at_most_open(party):
    theirs = [key for key, fact in CASE.facts.items() if party in fact.concerns]
    without = ask(CASE, without=theirs)
    assert held(without, "violation", party)[0] in ("open", "no-genuine-issue")
    found = disposition(without, party)
    assert found.motion in ("open", "granted")
