"""What is supposed of a case where an instrument is shown."""

import attrs

from okin_lib.doctrine.case import Case
from tests.page.markup import HOSTILE

SUPPOSED = (
    {},
    {"without": ["mandatory-arrest-law", "C39", "C09"]},
    {"added": ["nothing-reached-sears"]},
)


def hostile(case: Case) -> Case:
    """The case with parties and facts whose every text would be markup."""
    parties = tuple(attrs.evolve(party, name=HOSTILE) for party in case.record.parties)
    facts = tuple(
        attrs.evolve(
            fact, label=HOSTILE, statement=HOSTILE, source=attrs.evolve(fact.source, who=HOSTILE)
        )
        for fact in case.record.facts
    )
    return attrs.evolve(case, record=attrs.evolve(case.record, parties=parties, facts=facts))
