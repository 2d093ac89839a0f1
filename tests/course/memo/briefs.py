"""Memos to test: on a scenario that meets the assignment, and on any at all."""

from hypothesis import strategies as st

from okin_lib.course.memo.compose import memo, seats, subjects
from okin_lib.course.memo.document import every_said
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.scenario import Contradictory, scenario

CASE = load_case()
SEATS = sorted(seats(CASE))
OFFICERS = sorted(subjects(CASE))
READINGS = {
    key: st.sampled_from([value.id for value in each.values])
    for key, each in CASE.readings.items()
}
HEADINGS = [
    "Questions presented",
    "Posture",
    "Facts supposed",
    "What changes",
    "Rule",
    "Arguments where the opinion does not decide",
    "What the opinion leaves open",
    "Application",
    "Strongest reply",
    "Recommendation",
    "Table of authorities",
    "Rubric",
]


def on(case, without=(), added=(), readings=None, year=None, side="judge", party="douglas"):
    supposed = scenario(case, without, added, readings, year)
    return memo(case, supposed, seats(case)[side], party)


def usual(case, side="judge", party="douglas"):
    """Return a memo on two changes, which leave much open."""
    return on(case, ["football-talk"], ["officers-untrained"], side=side, party=party)


@st.composite
def briefs(draw):
    """Draw what `on` takes: two hypotheticals that exclude each other are not both added."""
    asked = {
        "without": draw(st.sets(st.sampled_from(sorted(CASE.facts)), max_size=40)),
        "added": draw(st.sets(st.sampled_from(sorted(CASE.hypotheticals)), max_size=3)),
        "readings": draw(st.fixed_dictionaries({}, optional=READINGS)),
        "year": draw(st.sampled_from([None, *CASE.years])),
    }
    for_whom = {
        "side": draw(st.sampled_from(SEATS)),
        "party": draw(st.sampled_from(OFFICERS)),
    }
    try:
        scenario(CASE, **asked)
    except Contradictory:
        asked["added"] = ()
    return asked | for_whom


def text_of(memo):
    """Return all that the memo says in words of its own."""
    return "\n".join(f"{said.mark}: {said.text}" for said in every_said(memo.sections))


def section(memo, heading):
    (found,) = (each for each in memo.sections if each.heading == heading)
    return found
