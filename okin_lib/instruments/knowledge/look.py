"""A look at who knew what."""

from okin_lib.instruments.knowledge.view import cell_ids, knowledge_table
from okin_lib.page.look import WHO_SAYS_SO, Ask, Look, Seen

_KNOWN = Ask(
    "known",
    "Officer and matter",
    lambda case, _: [("", "the first"), *cell_ids(case)],
    within=True,
)


def _knowledge(seen: Seen) -> str:
    return knowledge_table(seen.case, seen.scenario, seen.region, seen.chosen[_KNOWN.id])


WHO_KNEW = Look("knowledge", "Who knew what", (_KNOWN,), _knowledge, question=WHO_SAYS_SO)
