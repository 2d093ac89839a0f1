"""Who knew what in a scenario: the matrix over the facts that are on."""

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.knowledge.data import Channel, Ground, Knowledge, Matter
from okin_lib.reasoning.posed import pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import FactId, PartyId, Support


@frozen
class Known:
    """How one matter stands for one officer."""

    matter: str
    officer: PartyId
    channel: Channel
    because: Support
    facts: tuple[FactId, ...]
    """Ids of the facts it rests on that are on."""
    imputed: bool
    """Whether it would take imputing what others knew, which the opinion does not decide."""


def knowledge(case: Case, scenario: Scenario) -> tuple[Known, ...]:
    """Return every matter for every officer, in the order of the data and of the record.

    What others knew never counts for an officer: where it bears on them at all, the matter is
    marked as one that it would take imputing. A fact that the readings set aside is no ground.
    """
    on = pose(case, scenario).on
    return tuple(
        _known(case, matter, officer.id, on)
        for matter in case.study(Knowledge).matters
        for officer in case.officers
    )


def _known(case: Case, matter: Matter, officer: PartyId, on: frozenset[FactId]) -> Known:
    grounds = _grounds(case, matter.id, officer)
    stands = next((g for g in grounds if not on.isdisjoint(g.facts)), matter.otherwise)
    return Known(
        matter=matter.id,
        officer=officer,
        channel=stands.channel,
        because=stands.because,
        facts=tuple(fact for fact in stands.facts if fact in on),
        imputed=stands.imputed,
    )


def _grounds(case: Case, matter: str, officer: PartyId) -> list[Ground]:
    return [
        ground
        for entry in case.study(Knowledge).entries
        if entry.matter == matter and officer in entry.officers
        for ground in entry.grounds
    ]
