"""A look at the precedents, as they stand to what is supposed."""

from okin_lib.instruments.precedents.dates.view import precedent_map
from okin_lib.page.look import OFFICER, WHAT_IS_THE_LAW, Look, Seen
from okin_lib.reasoning.posed import full_readings


def _precedents(seen: Seen) -> str:
    case = seen.case
    year = seen.scenario.year or case.record.conduct_year
    reader = full_readings(case, seen.scenario)[case.doctrine.precedent_reading]
    return precedent_map(case, seen.party(OFFICER), year, reader, seen.drawn, seen.region)


PRECEDENTS = Look(
    "precedents", "The precedents", (OFFICER,), _precedents, "Precedents", WHAT_IS_THE_LAW
)
