"""Two parties side by side, or one party in two scenarios: what is found, and on which facts."""

from collections.abc import Mapping

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.instruments.comparison.data import Comparisons, Pair
from okin_lib.reasoning.factors import concerning
from okin_lib.reasoning.presence import Presence, presence
from okin_lib.reasoning.scenario import full_readings
from okin_lib.reasoning.types import Analysis, Finding
from okin_lib.record.types import Fact


@frozen
class Match:
    """One element as it stands on the left and on the right."""

    left: Finding
    right: Finding

    @property
    def same(self) -> bool:
        """Whether both stand alike; the grade aside."""
        return (self.left.status, self.left.lean) == (self.right.status, self.right.lean)


@frozen
class Beside:
    """A fact, as it stands on the left and on the right; None: not supposed there.

    Attributes
    ----------
    collective
        Whether the opinion ascribes it to several officers without naming one.
    """

    fact: str
    left: Presence | None
    right: Presence | None
    collective: bool


@frozen
class Reread:
    """A reading whose value on the left is not that on the right."""

    reading: str
    left: str
    right: str


@frozen
class Comparison:
    """Two cases compared. Facts are in the order of the record.

    Attributes
    ----------
    matches
        The findings on the elements that are asked of both.
    shared, only_left, only_right
        Facts that concern both parties, or one of the two.
    common
        How many facts concern no one in particular, and so count for both.
    differing
        Facts that are on in one scenario and not in the other.
    readings
        Readings that differ.
    years
        The years to which the events are moved, where these differ.
    pair
        What the opinion gives occasion to say of these two parties, if anything.
    """

    matches: tuple[Match, ...]
    shared: tuple[Beside, ...]
    only_left: tuple[Beside, ...]
    only_right: tuple[Beside, ...]
    common: int
    differing: tuple[Beside, ...]
    readings: tuple[Reread, ...]
    years: tuple[int, int] | None
    pair: Pair | None


def compared(case: Case, left: tuple[Analysis, str], right: tuple[Analysis, str]) -> Comparison:
    """Return two parties compared, each with the analysis in which it is looked at."""
    (here, one), (there, other) = left, right
    facts = _beside(case, here, there)
    ours, theirs = frozenset(concerning(case, one)), frozenset(concerning(case, other))
    of_other = {finding.element: finding for finding in there.findings if finding.party == other}
    return Comparison(
        matches=tuple(
            Match(finding, of_other[finding.element])
            for finding in here.findings
            if finding.party == one and finding.element in of_other
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


def _beside(case: Case, left: Analysis, right: Analysis) -> Mapping[str, Beside]:
    here, there = presence(case, left.scenario), presence(case, right.scenario)
    return {
        key: Beside(key, here.get(key), there.get(key), isinstance(atom, Fact) and atom.collective)
        for key, atom in case.atoms.items()
        if key in here or key in there
    }


def _reread(case: Case, left: Analysis, right: Analysis) -> tuple[Reread, ...]:
    here, there = (full_readings(case, each.scenario) for each in (left, right))
    return tuple(
        Reread(key, here[key], there[key]) for key in case.readings if here[key] != there[key]
    )


def _years(case: Case, left: Analysis, right: Analysis) -> tuple[int, int] | None:
    own = case.record.conduct_year
    here, there = left.scenario.year or own, right.scenario.year or own
    return (here, there) if here != there else None
