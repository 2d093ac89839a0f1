"""Exact three-valued logic, against enumeration of every completion."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okin_lib.doctrine.factors import Condition
from okin_lib.reasoning.logic import Situation, Undetermined, holds, unanimous

FACTORS = ("a", "b", "c", "d")

conditions = st.recursive(
    st.sampled_from(FACTORS).map(lambda f: Condition("factor", (), f)),
    lambda inner: st.one_of(
        inner.map(lambda c: Condition("not", (c,))),
        st.lists(inner, min_size=1, max_size=3).map(lambda cs: Condition("all", tuple(cs))),
        st.lists(inner, min_size=1, max_size=3).map(lambda cs: Condition("any", tuple(cs))),
    ),
    max_leaves=8,
)
values = st.fixed_dictionaries({f: st.sampled_from([True, False, None]) for f in FACTORS})


def enumerated(condition: Condition, known: dict[str, bool | None]) -> bool | None:
    unknown = [f for f in FACTORS if known[f] is None]
    answers = {
        holds(condition, Situation({**known, **dict(zip(unknown, case, strict=True))}, {}))
        for case in product([True, False], repeat=len(unknown))
    }
    return answers.pop() if len(answers) == 1 else None


@given(conditions, values)
def test_a_question_has_an_answer_exactly_when_every_completion_agrees(condition, known):
    situation = Situation(known, {})
    assert unanimous(lambda s: holds(condition, s), situation) == enumerated(condition, known)


@given(conditions, conditions, values)
def test_a_derived_factor_is_as_exact_as_its_condition(first, second, known):
    situation = Situation(known, {"x": first})
    over = Condition("any", (Condition("factor", (), "x"), second))
    assert unanimous(lambda s: holds(over, s), situation) == enumerated(
        Condition("any", (first, second)), known
    )


def test_an_unknown_is_never_silently_false():
    with pytest.raises(Undetermined):
        Situation({"a": None}, {}).ask("a")


def test_excluded_middle():
    a = Condition("factor", (), "a")
    either = Condition("any", (a, Condition("not", (a,))))
    assert unanimous(lambda s: holds(either, s), Situation({"a": None}, {})) is True
