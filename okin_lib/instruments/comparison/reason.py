"""Two parties side by side, or one party in two scenarios: what is found, and on which facts."""

from collections.abc import Mapping

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import ReadingId
from okin_lib.instruments.comparison.data import Comparisons, Pair
from okin_lib.reasoning.posed import Presence, concerning, pose
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import Fact, FactId, PartyId


@frozen
class Match:
    """One element as it stands on the left and on the right."""

    left: Finding
    right: Finding

    @property
    def same(self) -> bool:
        """Whether both stand alike; the grade aside."""
        return (self.left.status, self.left.lean) == (self.right.status, self.right.lean)

    @property
    def told_of_one(self) -> bool:
        """Whether the court said how it saw the matter for one of the two alone."""
        return (self.left.status == "not-stated") != (self.right.status == "not-stated")


@frozen
class Beside:
    """A fact, as it stands on the left and on the right; None: not supposed there."""

    fact: FactId
    left: Presence | None
    right: Presence | None
    collective: bool
    """Whether the opinion ascribes it to several officers without naming one."""


@frozen
class Reread:
    """A reading whose value on the left is not that on the right."""

    reading: ReadingId
    left: str
    right: str


@frozen
class Comparison:
    """Two cases compared. Facts are in the order of the record."""

    matches: tuple[Match, ...]
    """The findings on the elements that are asked of both."""
    shared: tuple[Beside, ...]
    only_left: tuple[Beside, ...]
    only_right: tuple[Beside, ...]
    """Facts that concern both parties, or one of the two."""
    common: int
    """How many facts concern no one in particular, and so count for both."""
    differing: tuple[Beside, ...]
    """Facts that are on in one scenario and not in the other."""
    readings: tuple[Reread, ...]
    """Readings that differ."""
    years: tuple[int, int] | None
    """The years to which the events are moved, where these differ."""
    pair: Pair | None
    """What the opinion gives occasion to say of these two parties, if anything."""


def compared(
    case: Case, left: tuple[Analysis, PartyId], right: tuple[Analysis, PartyId]
) -> Comparison:
    """Return two parties compared, each with the analysis in which it is looked at."""
    (here, one), (there, other) = left, right
    facts = _beside(case, here, there)
    ours, theirs = frozenset(concerning(case, one)), frozenset(concerning(case, other))
    of_other = there.findings_of(other)
    return Comparison(
        matches=tuple(
            Match(finding, of_other[key])
            for key, finding in here.findings_of(one).items()
            if key in of_other
        ),
        shared=tuple(each for key, each in facts.items() if key in ours & theirs),
        only_left=tuple(each for key, each in facts.items() if key in ours - theirs),
        only_right=tuple(each for key, each in facts.items() if key in theirs - ours),
        common=sum(not case.atoms[key].concerns for key in facts),
        differing=tuple(each for each in facts.values() if each.left != each.right),
        readings=_reread(case, here, there),
        years=_years(case, here, there),
        pair=case.study(Comparisons).of(one, other),
    )


def _beside(case: Case, left: Analysis, right: Analysis) -> Mapping[FactId, Beside]:
    here, there = pose(case, left.scenario).presence, pose(case, right.scenario).presence
    return {
        key: Beside(key, here.get(key), there.get(key), isinstance(atom, Fact) and atom.collective)
        for key, atom in case.atoms.items()
        if key in here or key in there
    }


def _reread(case: Case, left: Analysis, right: Analysis) -> tuple[Reread, ...]:
    here, there = (dict(pose(case, each.scenario).readings) for each in (left, right))
    return tuple(
        Reread(key, here[key], there[key]) for key in case.readings if here[key] != there[key]
    )


def _years(case: Case, left: Analysis, right: Analysis) -> tuple[int, int] | None:
    here, there = (pose(case, each.scenario).year for each in (left, right))
    return (here, there) if here != there else None
