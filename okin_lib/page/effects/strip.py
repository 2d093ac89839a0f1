"""Every party's own circuit in miniature: those found together stand joined until they part."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Claim
from okin_lib.doctrine.propositions import named
from okin_lib.doctrine.readings import Reading, ReadingId
from okin_lib.page.claims import parties
from okin_lib.page.drawer import Drawer, asked_on, claims_of
from okin_lib.page.ground import changed, stirred
from okin_lib.page.outcomes import becomes, number
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names
from okin_lib.reasoning.posed import full_readings
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

Analyses = tuple[Analysis, Analysis, Analysis]
"""On the record, before the last move, and now."""


@frozen
class PartyTile:
    """A party, and what becomes of its claim."""

    party: PartyId
    name: str
    claim: Claim
    mini: Markup
    said: str
    was: str
    """What became of it on the record, if something else."""
    partly: bool
    """Whether elements changed, and what becomes of the claim did not."""
    other_ground: bool
    """Whether it stands as before the last move, on other ground."""


@frozen
class Joint:
    """Parties that stand alike, one beside the other."""

    tiles: tuple[PartyTile, ...]
    over: str

    @property
    def alone(self) -> bool:
        """Whether it is of one party."""
        return len(self.tiles) == 1


def strip(
    case: Case,
    claims: tuple[str, ...],
    readings: Sequence[ReadingId],
    analyses: Analyses,
    party: PartyId,
    claim: str,
    drawer: Drawer,
    region: RegionId,
) -> str:
    """Return the choice of party, with each party's circuit.

    Parameters
    ----------
    claims
        The claims that are shown.
    readings
        The readings that can be chosen.
    claim
        The claim that is drawn of each party against whom it is made; of another, its first.
    """
    joints = tuple(_joints(case, claims, analyses, claim, drawer))
    return render(
        "page/effects/strip",
        region=region,
        joints=joints,
        party=party,
        apart=_apart(case, readings, analyses[2]),
        claims=len({tile.claim.id for joint in joints for tile in joint.tiles}) > 1,
    )


def _joints(
    case: Case, claims: tuple[str, ...], analyses: Analyses, claim: str, drawer: Drawer
) -> Iterator[Joint]:
    names = party_names(case)
    drawn = [
        (key, next((each for each in drawn_of if each.id == claim), drawn_of[0]))
        for key in parties(case, claims)
        if (drawn_of := claims_of(case, analyses[2], key))
    ]
    for _, group in groupby(drawn, lambda its: _alike(case, analyses, *its)):
        tiles = tuple(_tile(case, analyses, key, its, names[key], drawer) for key, its in group)
        over = f"one ruling for {number(len(tiles))}" if len(tiles) > 1 else ""
        yield Joint(tiles, over)


def _alike(case: Case, analyses: Analyses, party: PartyId, claim: Claim) -> object:
    """What is the same for parties that the court found together, and that have not parted."""
    record, _, now = (each.findings_of(party) for each in analyses)
    keys = asked_on(case, claim, record)
    together = any(record[key].collective for key in keys)
    ruled = tuple(record[key].authority for key in named(claim.parts))
    found = tuple((now[key].status, now[key].lean) for key in keys)
    return claim.id, ruled, found, "" if together else party


def _tile(
    case: Case, analyses: Analyses, party: PartyId, claim: Claim, name: str, drawer: Drawer
) -> PartyTile:
    was, before, now = (each.motion(claim.id, party) for each in analyses)
    record, last, its = (each.findings_of(party) for each in analyses)
    keys = asked_on(case, claim, record)
    return PartyTile(
        party=party,
        name=name,
        claim=claim,
        mini=drawer.miniature(case, claim, analyses[2], party),
        said=becomes(claim, now).short,
        was=becomes(claim, was).short if was != now else "",
        partly=was == now and any(changed(record[key], its[key]) for key in keys),
        other_ground=before == now and any(stirred(last[key], its[key]) for key in keys),
    )


def _apart(
    case: Case, readings: Sequence[ReadingId], now: Analysis
) -> tuple[ReadingId, str, str] | None:
    """The reading that takes each party alone, or together again, if it can be chosen here."""
    chosen = full_readings(case, now.scenario)
    for key in readings:
        reading: Reading = case.readings[key]
        joined = [value.id for value in reading.values if value.aggregates]
        alone = [value.id for value in reading.values if not value.aggregates]
        if joined and alone:
            together = chosen[key] in joined
            return key, (alone if together else joined)[0], "alone" if together else "together"
    return None
