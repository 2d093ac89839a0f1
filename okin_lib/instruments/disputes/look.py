"""A look at the disputes, and at the motion in every world that is permitted."""

from okin_lib.instruments.disputes.view import lens_tables
from okin_lib.page.look import WHO_SAYS_SO, Ask, Look, Seen

_MATTER = Ask(
    "matter",
    "Matter",
    lambda case, _: [("", "the first"), *((each.id, each.title) for each in case.disputes)],
    within=True,
)


def _lens(seen: Seen) -> str:
    return lens_tables(seen.case, seen.scenario, seen.region, seen.chosen[_MATTER.id])


LENS = Look("lens", "What is disputed, and the motion", (_MATTER,), _lens, question=WHO_SAYS_SO)
