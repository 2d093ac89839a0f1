"""What is asked in each of many scenarios, and the bare answers: no reasons, no facts."""

from collections.abc import Iterable, Iterator
from itertools import product

from attrs import frozen

from okin_lib.api.finding import side_id
from okin_lib.api.ids import listed
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.lessons.installed import load_case
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.decide import outcome
from okin_lib.reasoning.motion import dispositions
from okin_lib.reasoning.party_case import party_cases
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.scenario import one_of
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId

FINDING = ("", ".grade", ".lean")
MOTION = ("", ".grade")


@frozen
class Asked:
    """What is asked: findings, or what becomes of motions."""

    findings: tuple[tuple[ElementId, PartyId], ...] = ()
    motions: tuple[tuple[str, PartyId], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The name of each answer: the party, what is asked of it, and what is told of that."""
        findings = _columns(self.findings, FINDING)
        return (*findings, *_columns(self.motions, MOTION))

    def found(self, case: Case, supposed: Scenario) -> tuple[str, ...]:
        """Return the answers in the scenario, in the order of the columns."""
        posed = pose(case, supposed)
        cases = party_cases(posed)
        found: list[str] = []
        for key, party in self.findings:
            each = outcome(cases[party], key)
            found += each.status, each.grade, side_id(case, each.lean)
        if self.motions:
            made = dispositions(posed, cases, {claim for claim, _ in self.motions})
            ruled = {(each.claim, each.party): each for each in made}
            for pair in self.motions:
                found += ruled[pair].motion, ruled[pair].grade
        return tuple(found)

    def __str__(self) -> str:
        if self.findings:
            return f"{len(self.findings)} findings in each"
        return f"what becomes of {len(self.motions)} motions in each"


def asked_of(case: Case, elements: Iterable[str], parties: Iterable[str]) -> Asked:
    """Return what is asked: how the elements stand, or without any, what becomes of motions.

    Parameters
    ----------
    elements, parties
        Ids; without parties, all of whom it is asked.

    Raises
    ------
    ValueError
        For an id that the case does not have, or if none of it is asked of any of the parties.
    """
    elements, parties = tuple(listed(elements)), tuple(listed(parties)) or tuple(case.parties)
    for each in elements:
        one_of("element", each, case.elements)
    for each in parties:
        one_of("party", each, case.parties)
    record = analyze(case, Scenario())
    found = Asked(
        findings=tuple(
            (each.element, each.party)
            for each in record.findings
            if each.element in elements and each.party in parties
        ),
        motions=tuple(
            (each.claim, each.party)
            for each in record.dispositions
            if not elements and each.party in parties
        ),
    )
    if not found.columns:
        raise ValueError(f"nothing of this is asked of {', '.join(parties)}")
    return found


def found_here(asked: Asked, supposed: Scenario) -> tuple[str, ...]:
    """Return the answers in a scenario of the installed case, as each process has it."""
    return asked.found(load_case(), supposed)


def _columns(pairs: Iterable[tuple[str, str]], told: Iterable[str]) -> Iterator[str]:
    return (f"{party}.{key}{each}" for (key, party), each in product(pairs, told))
