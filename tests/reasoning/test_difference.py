"""What changed, because of which fact, and where nothing changed, why."""

from okin_lib.reasoning.difference import difference
from tests.reasoning.courtroom import VILLAGE, ask


def compare(case, **switched):
    return difference(case, ask(case), ask(case, **switched))


def test_football_is_named_as_the_cause(case):
    found = compare(case, without=["C39"])
    changed = {(c.after.element, c.after.party): c for c in found.changes}
    for party in VILLAGE:
        change = changed["implicit-sanction", party]
        assert change.facts == ("football-talk",)
        assert "friendly-dealing" in change.factors
        assert (change.before.status, change.after.status) == ("triable", "open")
        assert ("explicit-sanction", party) not in changed
    assert found.idle == ()


def test_a_fact_no_factor_draws_on(case):
    found = compare(case, without=["A05"])
    assert found.changes == ()
    (idle,) = found.idle
    assert idle.drawn_on_by == ()
    assert idle.remark is not None
    assert idle.remark.page == "437 n.15"


def test_a_fact_whose_factor_others_keep(case):
    found = compare(case, without=["F17"])
    assert found.changes == ()
    (idle,) = found.idle
    assert idle.drawn_on_by == ("own-part", "repeated-failures")
    assert len(dict(idle.kept_by)["repeated-failures"]) > 3


def test_a_reading_is_named_as_the_cause(case):
    found = compare(case, pena="broad")
    assert {c.after.element for c in found.changes} >= {"clearly-established", "immunity"}
    assert {c.readings for c in found.changes} == {("pena",)}


def test_nothing_differs_from_itself(case):
    found = compare(case)
    assert (found.changes, found.regraded, found.dispositions, found.idle) == ((), (), (), ())
    assert found.total == len(ask(case).findings)
