"""The memo on a scenario, for a seat and on an officer: one value, of which files are made."""

from collections.abc import Mapping

from okin_lib.course.memo.assignment import shortfalls
from okin_lib.course.memo.brief import Assigned
from okin_lib.course.memo.changed import changed
from okin_lib.course.memo.cited import cited
from okin_lib.course.memo.data import Seat, said_to
from okin_lib.course.memo.document import Blank, Memo, Points, Rows, Said, Section
from okin_lib.course.memo.facts import facts
from okin_lib.course.memo.law import arguments, left_open, rule
from okin_lib.course.memo.passages import once
from okin_lib.doctrine.case import Case
from okin_lib.files.link_code import encode
from okin_lib.reasoning.scenario import shared
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Party, PartyId

WANTING = "To do"


def memo(case: Case, scenario: Scenario, seat: Seat, officer: PartyId) -> Memo:
    """Return the memo: all that the record and the model give, and spaces for the analysis.

    Parameters
    ----------
    seat
        For whom it is written.
    officer
        The one officer whom it is on; it is on that officer's employer as well.
    """
    assigned = Assigned(case, scenario, seat, case.parties[officer])
    told = (
        _questions(assigned),
        Section("Posture", (Points(once(assigned.case, assigned.plan.posture)),)),
        facts(assigned),
        changed(assigned),
        rule(assigned),
        arguments(assigned),
        left_open(assigned),
    )
    return Memo(
        title=assigned.plan.title,
        about=case.record.title,
        notice=assigned.plan.notice,
        lines=tuple(_caption(assigned)),
        sections=(*told, *_spaces(assigned), cited(assigned, told), _rubric(assigned)),
    )


def _caption(assigned: Assigned) -> list[Said]:
    """Return the lines at the head, each after what it is."""
    officer, employer = assigned.officer, assigned.municipality
    return [
        Said(assigned.filled(assigned.plan.seats[assigned.seat]), "For"),
        Said(officer.description, "Officer", pages=(officer.page,)),
        Said(employer.description, "Municipality", pages=(employer.page,)),
        Said(encode(assigned.case, shared(assigned.case, assigned.scenario)), "Scenario"),
        *(Said(each, WANTING) for each in shortfalls(assigned)),
    ]


def _questions(assigned: Assigned) -> Section:
    every = [each for sued, _ in assigned.sued for each in assigned.plan.questions[sued]]
    return Section(
        "Questions presented", (Points(tuple(Said(assigned.filled(each)) for each in every)),)
    )


def _spaces(assigned: Assigned) -> list[Section]:
    """Return the headings under which nothing is filled in."""
    return [
        Section(
            space.heading,
            tuple(Blank(assigned.filled(text)) for text in said_to(assigned.seat, space.prompts)),
        )
        for space in assigned.plan.spaces
    ]


def _rubric(assigned: Assigned) -> Section:
    plan = assigned.plan
    rows = tuple((Said(each.text), Said(str(each.points))) for each in plan.rubric)
    total = sum(each.points for each in plan.rubric)
    notes = tuple(map(Said, said_to(assigned.seat, plan.rubric_notes)))
    table = Rows(f"What is looked for: {total} points", ("For", "Points"), rows)
    return Section("Rubric", (table, *notes))


def seats(case: Case) -> Mapping[str, Seat]:
    """Return for whom a memo can be, by the names that sides have in data and codes."""
    return {side.id: key for key, side in case.record.sides.items()} | {"judge": "judge"}


def subjects(case: Case) -> Mapping[PartyId, Party]:
    """Return whom a memo can be on: the officers of a municipality of which something is asked."""
    asked = {party.id for party in case.defendants}
    return {party.id: party for party in case.officers if party.employer in asked}
