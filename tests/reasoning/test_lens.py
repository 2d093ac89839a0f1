"""The summary-judgment lens: which disputes vary, what turns on them, what the motion is."""

from itertools import product

import attrs
import pytest

from okin_lib.doctrine.elements import Composition
from okin_lib.reasoning.lens import lens
from okin_lib.reasoning.scenario import preset, scenario
from okin_lib.reasoning.worlds import finder
from okin_lib.record.disputes import Account, Dispute
from tests.reasoning.courtroom import OFFICERS, TOWN, VILLAGE, ask

ELEMENTS = ("predicate", "training")

SCENARIOS = [
    {},
    {"readings": {"attribution": "individual"}},
    {"readings": {"attribution": "not-an-element"}},
    {"readings": {"admission": "chain-tested"}},
    {"readings": {"version": "undisputed"}},
    {"readings": {"version": "officers"}},
    {"without": ["C39"]},
    {"without": ["C39", "C40", "C09", "D04"]},
    {"added": ["nothing-reached-sears"]},
    {"year": 1990},
]


def see(case, **supposed):
    return lens(case, scenario(case, **supposed))


def matter(case, key, **supposed):
    (found,) = (m for m in see(case, **supposed).matters if m.dispute.id == key)
    return found


# The three cases that the opinion offers, and the one on which most turns


def test_whether_she_would_sign_varies_and_turns_nothing(case):
    found = matter(case, "not-going-to-sign")
    assert found.overall == "varies"
    assert {found.label(element, party) for element, party in all_places(case)} == {"varies"}


def test_the_stab_wounds_vary_and_turn_nothing_though_her_papers_conflict(case):
    found = matter(case, "feet")
    assert found.overall == "varies"
    own = [a for a in found.dispute.accounts if a.side == "plaintiff"]
    assert len(own) == 2
    assert not set(own[0].facts) & set(own[1].facts)


def test_the_admission_turns_findings_and_is_uncontradicted(case):
    found = matter(case, "admission")
    assert (found.overall, found.doubted) == ("turns", False)
    assert found.label("implicit-sanction", "williams") == "turns"
    assert found.label("specific-deficiency", "village") == "turns"
    assert found.label("explicit-sanction", "williams") == "neither"


def test_its_chain_tested_is_a_doubt_for_the_court_and_no_dispute_for_a_jury(case):
    found = matter(case, "admission", readings={"admission": "chain-tested"})
    assert (found.overall, found.doubted) == ("turns", True)
    assert found.turning == matter(case, "admission").turning
    assert motions(case, readings={"admission": "chain-tested"})["due-process", "lug"] == "open"


def test_football_or_separate_talk_varies_and_turns_findings(case):
    found = matter(case, "football-or-separate-talk")
    for party in VILLAGE:
        assert found.label("implicit-sanction", party) == "varies and turns"
        assert found.label("explicit-sanction", party) == "varies"
    for party in TOWN:
        assert found.label("implicit-sanction", party) == "varies"


def test_a_refusal_on_which_both_agree_is_neither(case):
    assert matter(case, "refusal-in-2003").overall == "neither"


@pytest.mark.parametrize(
    "key", ["charges-first-call", "weber-on-new-year", "slow-to-door", "shooting-threat"]
)
def test_the_others_vary_and_on_the_record_nothing_turns_on_them(case, key):
    assert matter(case, key).overall == "varies"


# When a dispute is no longer one


@pytest.mark.parametrize("version", ["officers", "undisputed"])
def test_where_a_version_is_assumed_nothing_varies(case, version):
    assert not any(m.varies for m in see(case, readings={"version": version}).matters)


def test_an_account_left_out_leaves_no_dispute(case):
    found = matter(case, "football-or-separate-talk", without=["C39"])
    assert found.overall == "neither"


def test_an_account_is_chosen_whole(case):
    for settled in worlds(case):
        for dispute, taken in zip(case.disputes, settled, strict=True):
            assert taken in [frozenset(account.facts) for account in dispute.accounts]


# The motion


def motions(case, **supposed):
    return {(r.claim, r.party): r.motion for r in see(case, **supposed).results}


@pytest.mark.parametrize("supposed", SCENARIOS)
def test_the_motion_is_what_the_analysis_says(case, supposed):
    """Of each dispute one account favors her most, so one world is the analysis' own."""
    readings = supposed.get("readings", {})
    analysis = ask(case, **{k: v for k, v in supposed.items() if k != "readings"}, **readings)
    found = {(d.claim, d.party): d.motion for d in analysis.dispositions}
    seen = motions(case, **supposed)
    assert {where: found[where] for where in seen} == seen


@pytest.mark.parametrize("court", ["second-circuit", "district-court"])
def test_both_courts_come_out_as_they_did(case, court):
    seen = motions(case, readings=preset(case, court))
    won = VILLAGE if court == "second-circuit" else ()
    for party in OFFICERS:
        assert seen["due-process", party] == ("denied" if party in won else "granted")
    assert {seen[claim, p] for claim, p in seen if claim == "equal-protection"} == {"granted"}


def test_the_world_that_satisfies_every_element_is_shown(case):
    (found,) = (r for r in see(case).results if (r.claim, r.party) == ("due-process", "douglas"))
    assert {"football-talk", "sears-told-williams"} <= found.world
    assert "spoke-separately" not in found.world


def test_elements_satisfied_only_in_incompatible_worlds_make_no_claim(case):
    """Football in one account and the trainers in the other: training needs both."""
    training = Composition(
        "all", tuple(Composition("element", element=e) for e in ("predicate", "training"))
    )
    claims = tuple(
        attrs.evolve(claim, parts=training) if claim.id == "municipal-liability" else claim
        for claim in case.doctrine.claims
    )
    other = attrs.evolve(case, doctrine=attrs.evolve(case.doctrine, claims=claims))
    apart = Dispute(
        id="apart",
        title="Apart",
        page="",
        quote="",
        accounts=(
            Account("plaintiff", "One", ("football-talk",)),
            Account("plaintiff", "Other", ("williams-and-weber-trained",)),
        ),
    )
    assert motions(other)["municipal-liability", "village"] == "denied"
    other = attrs.evolve(other, disputes=(apart,))
    find = finder(other, scenario(other), (apart,))
    parts = {
        account.facts: [find([frozenset(account.facts)]).statuses[e, "village"] for e in ELEMENTS]
        for account in apart.accounts
    }
    assert motions(other)["municipal-liability", "village"] == "open"
    assert list(parts.values()) == [["triable", "open"], ["open", "triable"]]


# Against every world, one by one


def all_places(case):
    return [
        (key, party.id)
        for key, element in case.elements.items()
        for party in case.defendants
        if party.role in element.applies
    ]


def worlds(case):
    """Every world, with nothing left out."""
    ways = [[frozenset(a.facts) for a in d.accounts] for d in case.disputes]
    return list(product(*ways))


@pytest.mark.parametrize("attribution", ["aggregate", "individual"])
def test_it_agrees_with_every_world_one_by_one(case, attribution):
    """The lens leaves out what no element draws on; here nothing is left out."""
    supposed = scenario(case, readings={"attribution": attribution})
    find = finder(case, supposed, case.disputes)
    every = worlds(case)
    statuses = {world: find(world).statuses for world in every}
    for at, found in enumerate(lens(case, supposed).matters):
        if found.dispute.id == "admission":  # uncontradicted: the other way is not a world
            continue
        groups = {}
        for world in every:
            groups.setdefault((*world[:at], *world[at + 1 :]), []).append(statuses[world])
        turns = {
            where
            for group in groups.values()
            for where in group[0]
            if len({each[where] for each in group}) > 1
        }
        assert found.turning == turns, found.dispute.id
    for result in lens(case, supposed).results:
        truths = {find(world).claims[result.claim, result.party] for world in every}
        expected = "denied" if True in truths else "open" if None in truths else "granted"
        assert result.motion == expected


@pytest.mark.parametrize("supposed", SCENARIOS)
def test_the_lens_is_total(case, supposed):
    found = see(case, **supposed)
    assert [m.dispute.id for m in found.matters] == [d.id for d in case.disputes]
    for each in found.matters:
        assert each.turning <= set(all_places(case))
