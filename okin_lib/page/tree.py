"""A party's claims as trees: what needs all of its parts, and what needs one of them."""

from collections.abc import Mapping

from attrs import evolve, frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import Composition, Element, ElementId
from okin_lib.doctrine.factors import FactorId
from okin_lib.page.badge import badge
from okin_lib.page.drawer import claims_of
from okin_lib.page.passages import reasons
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names, pinned
from okin_lib.reasoning.established import facing
from okin_lib.reasoning.factors import left_undecided
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import PartyId

GROUP: Mapping[str, str] = {"all": "all of these", "any": "one of these is enough"}
PRESENT: Mapping[bool | None, str] = {True: "present", False: "absent", None: "not known"}
UNDECIDED = "the opinion does not decide it"


@frozen
class Why:
    """What a finding stands on: passages, facts with their page, factors with their value."""

    passages: Markup
    facts: tuple[str, ...]
    factors: tuple[str, ...]


@frozen
class Node:
    """A place in the tree: an element with its finding, or a group of others.

    Attributes
    ----------
    op
        How the children combine: "all" or "any"; for an element without parts, "".
    negated
        Whether the claim needs this not to hold.
    of_officers
        Whether it is what is found of any one of the party's officers, whose tree shows why.
    """

    op: str
    children: tuple["Node", ...] = ()
    negated: bool = False
    element: Element | None = None
    badge: Markup | None = None
    why: Why | None = None
    of_officers: bool = False


def tree(
    case: Case,
    analysis: Analysis,
    party: PartyId,
    opened: frozenset[ElementId],
    region: RegionId,
) -> str:
    """Return the party's claims.

    Parameters
    ----------
    opened
        The elements whose reasons are shown; those of the others are asked for as they open.
    """
    findings = analysis.findings_of(party)
    present = _presence(case, analysis, party) if opened else {}
    return render(
        "page/tree",
        region=region,
        name=party_names(case)[party],
        group=GROUP,
        claims=[
            (claim, node(case, findings, claim.parts, opened, present))
            for claim in claims_of(case, analysis, party)
            if claim.parts is not None
        ],
    )


def node(
    case: Case,
    findings: Mapping[ElementId, Finding],
    parts: Composition,
    opened: frozenset[ElementId],
    present: Mapping[FactorId, str],
) -> Node:
    """Return the tree of a composition, with how each factor stands in words."""
    if parts.op == "not":
        inner = node(case, findings, parts.parts[0], opened, present)
        return evolve(inner, negated=True)
    if parts.op == "officers":
        (part,) = parts.parts
        return Node("", element=case.elements[part.element], of_officers=True)
    if parts.op == "element":
        return _element(case, findings, parts.element, opened, present)
    return Node(
        parts.op, tuple(node(case, findings, part, opened, present) for part in parts.parts)
    )


def _element(
    case: Case,
    findings: Mapping[ElementId, Finding],
    key: ElementId,
    opened: frozenset[ElementId],
    present: Mapping[FactorId, str],
) -> Node:
    element, finding = case.elements[key], findings[key]
    below = node(case, findings, element.parts, opened, present) if element.parts else None
    group = below is not None and below.element is None and not below.negated
    return Node(
        op="" if below is None else below.op if group else "all",
        children=() if below is None else below.children if group else (below,),
        element=element,
        badge=badge(case, finding),
        why=_why(case, finding, present, leaf=below is None) if key in opened else None,
    )


def _why(case: Case, finding: Finding, present: Mapping[FactorId, str], leaf: bool) -> Why:
    """A whole rests on the facts and factors of its parts, which show them."""
    facts = [pinned(case.atoms[key]) for key in finding.facts]
    factors = [f"{case.factors[key].label}: {present[key]}" for key, _ in finding.factors]
    return Why(
        passages=reasons(case, finding),
        facts=tuple(facts) if leaf else (),
        factors=tuple(factors) if leaf else (),
    )


def _presence(case: Case, analysis: Analysis, party: PartyId) -> Mapping[FactorId, str]:
    """How each factor stands for the party, in words: no fact makes known what is undecided."""
    faced = facing(case, analysis.scenario, party)
    undecided = left_undecided(case, faced)
    return {
        key: UNDECIDED if key in undecided else PRESENT[faced.value(key)] for key in case.factors
    }
