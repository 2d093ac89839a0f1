"""The summary-judgment lens as tables: each dispute with its accounts, and each motion."""

from collections.abc import Mapping, Sequence

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import MOTION, Word, listed, party_names, pinned
from okin_lib.reasoning.lens import DisputeHere, Result, lens
from okin_lib.reasoning.posed import Presence, pose
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Fact, Support

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


@frozen
class AccountShown:
    """One account as it is shown: whose it is, and each fact with how it stands."""

    whose: str
    label: str
    facts: tuple[tuple[Fact, Presence], ...]


@frozen
class DisputeRow:
    """A dispute as it is shown."""

    title: str
    accounts: tuple[AccountShown, ...]
    label: Word
    doubted: bool
    turns: Mapping[str, Sequence[str]]
    passages: Markup
    id: str


@frozen
class Tried:
    """A motion as it is shown, with a world in which every element of the claim is satisfied."""

    claim: str
    party: str
    motion: str
    world: tuple[str, ...]
    """The facts of that world that are disputed; empty also where there is none."""
    any_world: bool
    """Whether there is one, though it needs none of the disputed facts."""


def lens_tables(case: Case, scenario: Scenario, region: RegionId) -> str:
    """Return the disputes and the motions of the scenario."""
    found = lens(case, scenario)
    return render(
        "instruments/disputes/lens",
        case=case,
        region=region,
        rows=[_row(case, scenario, matter, region) for matter in found.matters],
        results=[_tried(case, result) for result in found.results],
        labels=LABEL,
    )


def _row(case: Case, scenario: Scenario, matter: DisputeHere, region: RegionId) -> DisputeRow:
    dispute, where = matter.dispute, f"{region}-{matter.dispute.id}"
    presence = pose(case, scenario).presence
    shows = Support("In the opinion.", dispute.page, dispute.quote, weight="background")
    return DisputeRow(
        title=dispute.title,
        accounts=tuple(
            AccountShown(
                whose=case.record.sides[account.side].label,
                label=account.label,
                facts=tuple((case.facts[key], presence[key]) for key in account.facts),
            )
            for account in dispute.accounts
        ),
        label=LABEL[matter.overall],
        doubted=matter.doubted,
        turns=_turns(case, matter),
        passages=passages(case, tuple(dict.fromkeys([shows, *dispute.notes]))),
        id=where,
    )


def _turns(case: Case, matter: DisputeHere) -> dict[str, list[str]]:
    """The elements that turn on a matter, by the parties for whom they do."""
    names = party_names(case)
    found: dict[str, list[str]] = {}
    for key, element in case.elements.items():
        if theirs := [names[p.id] for p in case.defendants if (key, p.id) in matter.turning]:
            found.setdefault(listed(theirs), []).append(element.label)
    return found


def _tried(case: Case, result: Result) -> Tried:
    world = result.world or frozenset()
    return Tried(
        claim=case.claims[result.claim].label,
        party=case.parties[result.party].name,
        motion=MOTION[result.motion],
        world=tuple(pinned(atom) for key, atom in case.atoms.items() if key in world),
        any_world=result.motion == "denied",
    )
