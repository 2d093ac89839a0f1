"""Two courts side by side: what each says at each step, and where they first part."""

from okin_lib.doctrine.case import Case
from okin_lib.instruments.precedents.courts.data import Courts
from okin_lib.instruments.precedents.courts.reason import compare
from okin_lib.instruments.precedents.view import answer_by
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.reasoning.established import facing
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import PartyId


def side_by_side(case: Case, party: PartyId, region: RegionId) -> str:
    """Return the courts' answers step by step, with the first at which they part marked."""
    found = case.study(Courts)
    compared = compare(case, facing(case, Scenario(), party), case.record.conduct_year)
    return render(
        "instruments/precedents/courts/courts",
        courts=found.courts,
        steps=found.steps,
        parting=found.parting,
        computed=[(each.court.label, answer_by(case, each.stood)) for each in compared],
        passages=lambda because: passages(case, because, party),
        region=region,
    )
