"""Two parties side by side, or one party in two scenarios: findings and facts."""

from collections.abc import Iterator

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.comparison.data import Pair
from okin_lib.instruments.comparison.reason import Beside, Match, Reread, compared
from okin_lib.page.badge import badge
from okin_lib.page.fact_list import fact_line, fact_list
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import PRESENCE, party_names, pinned
from okin_lib.reasoning.types import Analysis, Finding, Scenario
from okin_lib.record.types import NO_PARTY, PartyId

Names = tuple[str, str]


@frozen
class Group:
    """A list of facts under a heading of its own."""

    title: str
    count: int
    facts: Markup


def comparison(
    case: Case,
    left: tuple[Analysis, PartyId],
    right: tuple[Analysis, PartyId],
    region: RegionId,
    unfolded: bool,
) -> str:
    """Return the comparison of two parties, each with the analysis it is looked at in.

    Parameters
    ----------
    unfolded
        Whether what is folded in it is asked for.
    """
    found, names = compared(case, left, right), _names(case, left, right)
    shared = f"Facts that concern {'both' if left[1] != right[1] else party_names(case)[left[1]]}"
    groups = [("shared", shared, found.shared)]
    if left[1] != right[1]:
        only = "Facts that concern only {}"
        groups.append(("left", only.format(names[0]), found.only_left))
        groups.append(("right", only.format(names[1]), found.only_right))
    return render(
        "instruments/comparison/comparison",
        region=region,
        names=names,
        rows=[_row(case, match) for match in found.matches],
        differ=sum(not (match.same or match.told_of_one) for match in found.matches),
        unsaid=sum(match.told_of_one for match in found.matches),
        pair=found.pair,
        given=passages(case, found.pair.given, NO_PARTY) if found.pair else "",
        notes=_notes(case, found.pair) if found.pair else (),
        unfolded=unfolded,
        groups=[_group(case, *its, names, region, unfolded) for its in groups],
        common=found.common,
        supposed=[*_supposed(case, found.differing), *_reread(case, found.readings)],
        years=found.years,
    )


def _names(case: Case, left: tuple[Analysis, PartyId], right: tuple[Analysis, PartyId]) -> Names:
    """The name of each side: the party's, with its scenario where the two differ."""
    names = party_names(case)
    one, other = names[left[1]], names[right[1]]
    here, there = left[0].scenario, right[0].scenario
    if here != there:
        one, other = f"{one}, {_scenario(here)}", f"{other}, {_scenario(there)}"
    return (one, other) if one != other else (f"{one} (first)", f"{other} (second)")


def _scenario(scenario: Scenario) -> str:
    return "on the record" if scenario == Scenario() else "as supposed"


def _row(case: Case, match: Match) -> tuple[str, Markup, Markup, Match]:
    label = case.elements[match.left.element].label
    return label, _state(case, match.left), _state(case, match.right), match


def _state(case: Case, finding: Finding) -> Markup:
    together = Markup(' <span class="together">found of several together</span>')
    return badge(case, finding) + (together if finding.collective else "")


def _group(
    case: Case,
    where: str,
    title: str,
    facts: tuple[Beside, ...],
    names: Names,
    region: RegionId,
    unfolded: bool,
) -> Group:
    lines = [fact_line(case, each.fact, tuple(_marks(each, names))) for each in facts]
    return Group(title, len(lines), fact_list(lines, region, where, title, unfolded))


def _marks(fact: Beside, names: Names) -> Iterator[str]:
    if fact.left == fact.right:
        if fact.left != "on":
            yield PRESENCE[fact.left]
        return
    for stands, name in zip((fact.left, fact.right), names, strict=True):
        if stands != "on":
            yield f"{name}: {PRESENCE[stands]}"


def _notes(case: Case, pair: Pair) -> tuple[tuple[str, str, Markup], ...]:
    """What is said of the pair, beyond what the opinion gives of it: each part with its id."""
    parts = (
        ("shared", "What is recited of both", pair.shared),
        ("distinctions", "Candidate distinctions; the court adopted none", pair.distinctions),
        ("despite", "What does not explain the results", pair.despite),
    )
    return tuple(
        (key, title, passages(case, because, NO_PARTY)) for key, title, because in parts if because
    )


def _supposed(case: Case, facts: tuple[Beside, ...]) -> Iterator[tuple[str, str, str]]:
    atoms = case.atoms
    for each in facts:
        yield pinned(atoms[each.fact]), PRESENCE[each.left], PRESENCE[each.right]


def _reread(case: Case, readings: tuple[Reread, ...]) -> Iterator[tuple[str, str, str]]:
    for each in readings:
        reading = case.readings[each.reading]
        labels = {value.id: value.label for value in reading.values}
        yield reading.label, labels[each.left], labels[each.right]
