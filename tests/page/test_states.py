"""Over random scenarios: the tables say what is found, and one cell never says two things."""

from hypothesis import given, settings

from okin_lib.page.cells import table
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.ground import changed, on_other_ground
from okin_lib.page.outcomes import becomes
from okin_lib.page.states import blocks
from okin_lib.page.words import how_it_stands, listed, party_names
from okin_lib.reasoning.scenario import scenario
from tests.examples import examples
from tests.reasoning.test_agreement import CASE, scenarios

CLAIMS = tuple(claim.id for claim in CASE.doctrine.claims)
NAMES = party_names(CASE)
thorough = settings(max_examples=examples(30), deadline=None, derandomize=True)


def seen(supposed):
    now, record = shown(CASE, CLAIMS, scenario(CASE, *supposed)), shown(CASE, CLAIMS, RECORD)
    found, was = (
        {(each.element, each.party): each for each in of.findings} for of in (now, record)
    )
    return found, was, blocks(CASE, now, record), now, record


@thorough
@given(scenarios)
def test_every_cell_says_what_is_found_of_each_of_its_parties(supposed):
    found, was, every, now, record = seen(supposed)
    told = 0
    for block in every:
        for _, rows in table(CASE, block, now, record).claims:
            for row in rows:
                assert sum(cell.state.span for cell in row.cells) == len(block.parties)
                assert [p for cell in row.cells for p in cell.state.parties] == list(block.ids)
                for cell in row.cells:
                    told += cell.state.span
                    assert cell.sentence == _said(row.id, cell.state.parties, found, was)
                    assert cell.id == f"{row.id}/{cell.state.parties[0]}"
    assert told == len(found)


def _said(key, parties, found, was):
    """The sentence, made from the finding of each party, of whom all must say the same."""
    (sentence,) = {_of_one(key, found[key, each], was[key, each]) for each in parties}
    who = listed(NAMES[party] for party in parties)
    return f"{CASE.elements[key].label}, {who}: {sentence}"


def _of_one(key, now, then):
    ground = ", on other ground" if on_other_ground(then, now) else ""
    before = f". It was {_word(key, then)}" if changed(then, now) else ""
    return f"{_word(key, now)}{ground}{before}"


def _word(key, finding):
    called = CASE.elements[key].negated.get(finding.status)
    return how_it_stands(CASE, finding) + (f", {called}" if called else "")


@thorough
@given(scenarios)
def test_one_cell_never_joins_parties_that_differ(supposed):
    found, was, every, _, _ = seen(supposed)
    for block in every:
        for row in block.rows:
            for state in row.states:
                theirs = [found[row.id, party] for party in state.parties]
                assert len({(f.status, f.lean, f.grade, f.authority) for f in theirs}) == 1
                before = [was[row.id, party] for party in state.parties]
                assert len({(f.status, f.lean) for f in before}) == 1


@thorough
@given(scenarios)
def test_the_motion_is_that_of_each_party(supposed):
    _, _, every, now, record = seen(supposed)
    motions, before = (
        {(each.claim, each.party): each.motion for each in of.dispositions} for of in (now, record)
    )
    for block in every:
        made = table(CASE, block, now, record)
        claims = {CASE.elements[row.id].claim for _, rows in made.claims for row in rows}
        told = [(party, each) for each in made.outcomes for party in each.parties]
        ruled = [(c, p) for c in claims for p in block.ids if (c, p) in motions]
        assert len(told) == len(ruled)
        for (claim, party), (_, outcome) in zip(
            sorted(ruled, key=lambda one: block.ids.index(one[1])), told, strict=True
        ):
            assert outcome.words == becomes(CASE.claims[claim], motions[claim, party]).short
            was = before[claim, party]
            assert outcome.before == (
                "" if was == motions[claim, party] else becomes(CASE.claims[claim], was).short
            )
