"""What is shown of the law on the day when it is asked for: each table in a region of its own."""

from collections.abc import Callable, Mapping

from okin_lib.doctrine.case import Case
from okin_lib.instruments.authorities.view import authorities_table
from okin_lib.instruments.docket import view as docket
from okin_lib.instruments.later import view as later
from okin_lib.instruments.precedents.courts import view as courts
from okin_lib.instruments.precedents.dates import view as shown
from okin_lib.instruments.precedents.stance import stance
from okin_lib.page.regions import RegionId, region_ids
from okin_lib.reasoning.established import Year, facing, incidents, law_in
from okin_lib.reasoning.precedent import apart
from okin_lib.reasoning.scenario import scenario
from okin_lib.record.types import PartyId

CASES, YEARS, INCIDENTS, MAP, COURTS, DOCKET, AUTHORITIES, LATER = region_ids(
    "cases", "years", "incidents", "map", "courts", "docket", "authorities", "later"
)
LABELS: Mapping[RegionId, str] = {
    CASES: "The precedents in full",
    YEARS: "From when",
    INCIDENTS: "Incident by incident",
    MAP: "By date and closeness",
    COURTS: "Why the courts differ",
    DOCKET: "One docket, two orders",
    AUTHORITIES: "All that the opinion cites",
    LATER: "Later law",
}


def law_of(case: Case, party: PartyId, year: int, reader: str, on: frozenset[str]) -> Year:
    """Return how the law of a year stands for a party, with the further steps that are ``on``."""
    situation = facing(case, scenario(case, year=year), party)
    takes = stance(case, apart(case, reader), on)
    return law_in(case, situation, takes, year, "clarity" in on)


def tables(
    case: Case, party: PartyId, year: int, reader: str, on: frozenset[str], drawn: bool
) -> Mapping[RegionId, Callable[[], str]]:
    """Return what makes each table.

    Parameters
    ----------
    drawn
        Whether the figure of the one that has a figure is asked for.
    """

    def by_incident() -> str:
        situation = facing(case, scenario(case, year=year), party)
        takes = stance(case, apart(case, reader), on)
        return shown.incidents(case, incidents(case, situation, takes, year), INCIDENTS)

    return {
        CASES: lambda: shown.cases(law_of(case, party, year, reader, on), CASES),
        YEARS: lambda: shown.first_years(case, party, YEARS),
        INCIDENTS: by_incident,
        MAP: lambda: shown.precedent_map(case, party, year, reader, drawn, MAP),
        COURTS: lambda: courts.side_by_side(case, party, COURTS),
        DOCKET: lambda: docket.two_orders(case, reader, DOCKET),
        AUTHORITIES: lambda: authorities_table(case, AUTHORITIES),
        LATER: lambda: later.cards(case, LATER),
    }
