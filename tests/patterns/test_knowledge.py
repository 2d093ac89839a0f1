"""Whoever is to have disregarded a risk must have known of it (432)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples
from tests.patterns.test_what_is_not_said import SEEN, TOLD_NOTHING, found, sides

RANK = {"no-genuine-issue": 0, "open": 1, "triable": 2}
COLLEAGUE = {
    **{key: value for key, value in SEEN.items() if key != "told-of-violence"},
    "wrongdoer-colleague": True, "wrongdoer-present": True, "affirmative-interaction": True,
    "friendly-dealing": True, "repeated-failures": True, "time-to-deliberate": True,
}  # fmt: skip
BEARING = sorted(
    {
        "told-of-violence", "saw-signs", "known-threat", "explicit-assurance",
        "overt-enabling-act", "present-at-assault", "repeated-failures", "reckless-harm",
        "intentional-violence", "wrongdoer-colleague", "wrongdoer-present", "training",
        "affirmative-interaction", "legal-duty", "mere-carelessness",
    }
)  # fmt: skip


def test_colleagues_supply_no_knowledge_that_is_not_said():
    """431: what Pena's officers faced was obvious, reckless driving in which they took part."""
    asked = found(COLLEAGUE, "awareness", violence="domestic")
    assert asked.status == "open"
    assert sides(asked) == {"plaintiff", "officers"}
    assert found(COLLEAGUE, "disregard", violence="domestic").status == "open"


def test_colleagues_who_knew_nothing_disregarded_nothing():
    nothing = {**COLLEAGUE, **TOLD_NOTHING, "present-at-assault": False}
    for element in ("awareness", "disregard"):
        assert found(nothing, element, violence="domestic").status == "no-genuine-issue"


def test_colleagues_who_knew_or_whose_harm_was_reckless_stand_as_in_pena():
    reckless = {**COLLEAGUE, "intentional-violence": False, "reckless-harm": True}
    for factors in ({**COLLEAGUE, "told-of-violence": True}, reckless):
        for element in ("awareness", "disregard"):
            assert found(factors, element).status == "triable"


@settings(max_examples=examples(300), deadline=None, derandomize=True)
@given(
    st.dictionaries(st.sampled_from(BEARING), st.sampled_from([True, False, None])), st.booleans()
)
def test_disregard_is_never_ahead_of_awareness(factors, whole):
    if factors.get("intentional-violence") and factors.get("reckless-harm"):
        return
    aware, disregard = (
        found(factors, element, complete=whole) for element in ("awareness", "disregard")
    )
    assert RANK[disregard.status] <= RANK[aware.status], (aware.authority, disregard.authority)
