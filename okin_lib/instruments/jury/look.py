"""A look at what a jury would be asked."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.jury.view import remand_questions
from okin_lib.page.look import WHAT_TURNS_ON_IT, Ask, Look, Options, Seen
from okin_lib.record.types import PartyId


def _tried(case: Case, _: tuple[str, ...]) -> Options:
    return [("", "the first"), *((party.id, party.name) for party in case.defendants)]


_TRIED = Ask("tried", "Party", _tried, within=True)


def _remand(seen: Seen) -> str:
    chosen: PartyId = seen.party(_TRIED)
    return remand_questions(seen.case, seen.analysis, seen.region, chosen)


REMAND = Look(
    "remand", "What a jury would be asked", (_TRIED,), _remand, question=WHAT_TURNS_ON_IT
)
