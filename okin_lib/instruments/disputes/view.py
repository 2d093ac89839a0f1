"""The summary-judgment lens as tables: each dispute with its accounts, and each motion."""

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Motion
from okin_lib.page.claims import RECORD
from okin_lib.page.outcomes import MOTION
from okin_lib.page.passages import passages
from okin_lib.page.supposition import against_the_record
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import Word, listed, party_names, pinned
from okin_lib.reasoning.lens import DisputeHere, Result, lens
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import NO_PARTY, Fact, Support

LABEL: Mapping[str, Word] = {
    "varies and turns": Word(
        "◆",
        "varies between the accounts, and turns a finding in this model",
        "the accounts that are permitted differ on it, and some finding changes with it",
    ),
    "varies": Word(
        "◐",
        "varies between the accounts, and turns no finding in this model",
        "the accounts that are permitted differ on it, and no finding changes with it",
    ),
    "turns": Word(
        "◇",
        "turns a finding in this model, and does not vary between the accounts",
        "some finding changes with it, and no account that is permitted differs on it",
    ),
    "neither": Word(
        "○",
        "neither varies between the accounts nor turns a finding in this model",
        "no account that is permitted differs on it, and no finding changes with it",
    ),
}

WHICH: Mapping[Motion, str] = {"denied": "any", "granted": "none", "open": "not decided of any"}
"""Which world satisfies every element, where no disputed fact is named."""


@frozen
class AccountShown:
    """One account as it is shown: whose it is, and each fact with how it stands."""

    whose: str
    label: str
    facts: tuple[tuple[Fact, Presence], ...]


@frozen
class DisputeRow:
    """A dispute as it is listed: what it is in this model, and what it was on the record."""

    id: str
    title: str
    label: Word
    was: Word | None
    """What it is on the record, where that is something else."""


@frozen
class DisputeShown:
    """A dispute as it is shown."""

    id: str
    title: str
    page: str
    quote: str
    accounts: tuple[AccountShown, ...]
    label: Word
    was: Word | None
    doubted: bool
    turns: Mapping[str, Sequence[str]]
    passages: Markup


@frozen
class Tried:
    """A motion as it is shown, with a world in which every element of the claim is satisfied."""

    claim: str
    motion: str
    was: str
    """What becomes of it on the record, where that is something else."""
    world: tuple[str, ...]
    """The facts of that world that are disputed."""
    which: str
    """In which worlds, where no disputed fact is needed for one or there is none."""
    party: str = ""
    """Of whom all this is so."""


def lens_tables(case: Case, scenario: Scenario, region: RegionId, matter: str) -> str:
    """Return the disputes and the motions of the scenario.

    Parameters
    ----------
    matter
        Id of the dispute that is shown with its accounts; the first, if there is none such.
    """
    found, record = lens(case, scenario), lens(case, RECORD)
    chosen = next((m for m in found.matters if m.dispute.id == matter), found.matters[0])
    rows = [_row(now, old) for now, old in zip(found.matters, record.matters, strict=True)]
    tried = [
        _tried(case, now, old) for now, old in zip(found.results, record.results, strict=True)
    ]
    others = sum(row.was is not None for row in rows), sum(bool(each.was) for each in tried)
    return render(
        "instruments/disputes/lens",
        case=case,
        region=region,
        rows=rows,
        chosen=_shown(case, scenario, chosen, rows[found.matters.index(chosen)].was),
        results=_alike(tried),
        moved=against_the_record(
            scenario, [(others[0], len(rows), "matters"), (others[1], len(tried), "motions")]
        ),
        labels=LABEL,
    )


def _row(now: DisputeHere, old: DisputeHere) -> DisputeRow:
    was = LABEL[old.overall] if old.overall != now.overall else None
    return DisputeRow(now.dispute.id, now.dispute.title, LABEL[now.overall], was)


def _shown(case: Case, scenario: Scenario, matter: DisputeHere, was: Word | None) -> DisputeShown:
    dispute, presence = matter.dispute, pose(case, scenario).presence
    shows = Support("In the opinion.", dispute.page, dispute.quote, weight="background")
    return DisputeShown(
        id=dispute.id,
        title=dispute.title,
        page=dispute.page,
        quote=dispute.quote,
        accounts=tuple(
            AccountShown(
                whose=case.record.sides[account.side].label,
                label=account.label,
                facts=tuple((case.facts[key], presence[key]) for key in account.facts),
            )
            for account in dispute.accounts
        ),
        label=LABEL[matter.overall],
        was=was,
        doubted=matter.doubted,
        turns=_turns(case, matter),
        passages=passages(case, dict.fromkeys([shows, *dispute.notes]), NO_PARTY),
    )


def _turns(case: Case, matter: DisputeHere) -> dict[str, list[str]]:
    """The elements that turn on a matter, by the parties for whom they do."""
    names = party_names(case)
    found: dict[str, list[str]] = {}
    for key, element in case.elements.items():
        if theirs := [names[p.id] for p in case.defendants if (key, p.id) in matter.turning]:
            found.setdefault(listed(theirs), []).append(element.label)
    return found


def _tried(case: Case, now: Result, old: Result) -> Tried:
    world = now.world or frozenset()
    return Tried(
        claim=case.claims[now.claim].label,
        motion=MOTION[now.motion],
        was=MOTION[old.motion] if old.motion != now.motion else "",
        world=tuple(pinned(atom) for key, atom in case.atoms.items() if key in world),
        which=WHICH[now.motion],
        party=case.parties[now.party].name,
    )


def _alike(tried: Sequence[Tried]) -> list[Tried]:
    """The motions, those of several parties that are alike taken together."""
    found: dict[Tried, list[str]] = {}
    for each in tried:
        found.setdefault(evolve(each, party=""), []).append(each.party)
    return [evolve(each, party=listed(parties)) for each, parties in found.items()]
