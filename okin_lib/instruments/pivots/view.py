"""What a finding turns on: the facts that play a part in it, and the part that each plays."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.statuses import Status
from okin_lib.instruments.pivots.data import Turning
from okin_lib.instruments.pivots.part import NOT_COVERED, ROLE, Played
from okin_lib.instruments.pivots.reason import covered, turning
from okin_lib.page.casing import capitalized
from okin_lib.page.figure import figure_panel
from okin_lib.page.supposition import supposition
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS, Word, graded, party_names
from okin_lib.reasoning.pivotal import Pivotal
from okin_lib.reasoning.scenario import reread
from okin_lib.reasoning.types import Finding, Scenario
from okin_lib.record.types import Fact, FactId, Hypothetical, PartyId

if TYPE_CHECKING:
    from okin_lib.page.figures.drawing import Drawing

Table = tuple[tuple[PartyId, tuple[Pivotal, ...]], ...]
"""By party, what the finding turns on reading by reading."""
MOST = 6
"""How many sets of facts are listed."""


@frozen
class Pivot:
    """A fact that plays a part in the finding, as it is listed."""

    id: FactId
    label: str
    page: str
    word: Word
    part: str
    """What becomes of the finding without it."""


def turning_study(
    case: Case,
    scenario: Scenario,
    finding: Finding,
    region: RegionId,
    picked: FactId,
    drawn: bool,
) -> str:
    """Return what a finding of the scenario turns on.

    Parameters
    ----------
    picked
        The fact of which more is said; another one, if it plays no part.
    drawn
        Whether the part that it plays is drawn, party by party and reading by reading.
    """
    found = turning(case, scenario, finding.element, finding.party)
    rows = [_pivot(case, finding, found, fact) for fact in _playing(case, found)]
    chosen = _chosen(rows, picked, case.study(Turning).fact)
    return render(
        "instruments/pivots/turning",
        case=case,
        supposed=capitalized(supposition(case, scenario).in_brief),
        element=case.elements[found.element].label,
        party=party_names(case)[found.party],
        stands=graded(case, finding),
        statement=found.statement,
        rows=rows,
        chosen=chosen,
        roles=ROLE,
        others=_others(case, scenario, found),
        figure=chosen
        and figure_panel(region, drawn, part_figure, case, scenario, found.element, chosen.id),
        region=region,
        **_sets(case, found, chosen),
    )


def not_asked(case: Case, element: ElementId, party: PartyId, region: RegionId) -> str:
    """Return that the element is not asked of the party, and of whom it is."""
    names = party_names(case)
    return render(
        "instruments/pivots/not_asked",
        element=case.elements[element].label,
        party=names[party],
        asked=[names[key] for key in case.asked[element]],
        region=region,
    )


def part_figure(case: Case, scenario: Scenario, element: ElementId, fact: FactId) -> "Drawing":
    """Return the part that the fact plays, party by party and reading by reading, as a figure."""
    read = case.study(Turning).readings
    supposed = [reread(case, scenario, each.readings) for each in read]
    table = tuple(
        (party, tuple(turning(case, each, element, party) for each in supposed))
        for party in case.asked[element]
    )
    return roles_figure(case, fact, tuple(each.label for each in read), table)


def roles_figure(case: Case, fact: FactId, readings: tuple[str, ...], table: Table) -> "Drawing":
    """Return the part that the fact plays as a figure."""
    from okin_lib.instruments.pivots.figure import draw

    names = party_names(case)
    rows = [
        (names[party], [Played(each.role(fact), STATUS[each.status].text) for each in found])
        for party, found in table
    ]
    on = element_of(case, table)
    title = f"{case.atoms[fact].label}: its part in the finding on {on}, in this model"
    return draw(readings, rows, title)


def element_of(case: Case, table: Table) -> str:
    """Return the label of the element that the table is of."""
    return case.elements[table[0][1][0].element].label


def _playing(case: Case, found: Pivotal) -> list[FactId]:
    """The facts that play a part: first those that do so alone."""
    others = [fact for fact in case.facts if fact in found.ness and fact not in found.but_for]
    return [*found.but_for, *others]


def _pivot(case: Case, finding: Finding, found: Pivotal, key: FactId) -> Pivot:
    fact, word = case.facts[key], ROLE[found.role(key)]
    left = dict(found.alone).get(key)
    part = _without(case, finding, left) if left else word.text
    return Pivot(key, fact.label, fact.page, word, part)


def _without(case: Case, finding: Finding, left: Status) -> str:
    if left == "open" and covered(case, finding):
        return f"{NOT_COVERED}, and the finding is {STATUS[left].text}"
    return f"without it, the finding is another: {STATUS[left].text}"


def _chosen(rows: Sequence[Pivot], *wanted: FactId) -> Pivot | None:
    """The first that is wanted of those that are listed; else the first of these."""
    listed = {row.id: row for row in rows}
    return next((listed[key] for key in wanted if key in listed), next(iter(rows), None))


def _sets(case: Case, found: Pivotal, chosen: Pivot | None) -> Mapping[str, Any]:
    """The sets of facts that are shown, with how many are not."""

    def atoms(facts: Sequence[FactId]) -> list[Fact | Hypothetical]:
        return [case.atoms[fact] for fact in facts]

    its = [each for each in found.removals if len(each) > 1 and chosen and chosen.id in each]
    bold = found.boldest_addition
    return {
        "together": [atoms(each) for each in its[:MOST]],
        "more": max(0, len(its) - MOST),
        "spared": None if found.boldest_removal is None else len(found.boldest_removal),
        "sufficient": atoms(found.sufficient or ()),
        "nearest": [atoms(each) for each in found.nearest[:MOST]],
        "boldest": None if bold is None else atoms(bold),
    }


def _others(case: Case, scenario: Scenario, found: Pivotal) -> tuple[int, int]:
    """How many facts play no part, and of how many that is not settled."""
    roles = [found.role(fact) for fact in case.facts if fact not in scenario.without]
    return roles.count("neither"), roles.count("unsettled")
