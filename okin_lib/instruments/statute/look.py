"""A look at what a statute does in the opinion."""

from okin_lib.instruments.statute.view import statute_study
from okin_lib.page.look import WHAT_IS_THE_LAW, Look, Seen


def _statute(seen: Seen) -> str:
    return statute_study(seen.case, seen.scenario, seen.region)


STATUTE_STUDY = Look("statute", "What the statute does", (), _statute, question=WHAT_IS_THE_LAW)
