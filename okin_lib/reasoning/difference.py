"""What changed between two analyses, because of which fact; and where nothing did, why."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import FactorId
from okin_lib.doctrine.readings import ReadingId
from okin_lib.reasoning.types import Analysis, Disposition, Finding, Scenario
from okin_lib.record.types import FactId, Support

Keeping = Callable[[FactorId], tuple[FactId, ...]]


@frozen
class Change:
    """A finding whose status or lean changed."""

    before: Finding
    after: Finding
    facts: tuple[FactId, ...]
    """Ids of the switched facts that changed a factor of this element."""
    factors: tuple[FactorId, ...]
    """Ids of the factors whose value changed."""
    readings: tuple[ReadingId, ...]
    """Ids of the readings that were switched."""
    moved: bool
    """Whether the events were moved to another year, and precedent decides this element."""


@frozen
class Idle:
    """A switched fact that changed no finding, and why."""

    fact: FactId
    drawn_on_by: tuple[FactorId, ...]
    """Ids of the factors that draw on the fact itself; empty if none does."""
    kept_by: tuple[tuple[FactorId, tuple[FactId, ...]], ...]
    """Per such factor that kept its value, the facts that still give rise to it."""
    remark: Support | None
    """What the opinion says of such a fact, if it does."""


@frozen
class Difference:
    """Two analyses compared."""

    changes: tuple[Change, ...]
    """Findings whose status or lean changed."""
    regraded: tuple[tuple[Finding, Finding], ...]
    """Findings that stand as they did, on firmer or weaker ground: (before, after)."""
    dispositions: tuple[tuple[Disposition, Disposition], ...]
    """Dispositions whose motion or grade changed: (before, after)."""
    idle: tuple[Idle, ...]
    """The switched facts that changed no finding."""
    total: int
    """How many findings were compared."""


def difference(case: Case, before: Analysis, after: Analysis) -> Difference:
    """Return what changed from one analysis to another of the same case."""
    switched = _switched(case, before.scenario, after.scenario)
    readings = _reread(before.scenario, after.scenario)
    moved = before.scenario.year != after.scenario.year
    pairs = list(zip(before.findings, after.findings, strict=True))
    changes = tuple(
        _change(case, was, now, switched, readings, moved)
        for was, now in pairs
        if (was.status, was.lean) != (now.status, now.lean)
    )
    moving = {fact for change in changes for fact in change.facts}
    resting = frozenset(fact for finding in after.findings for fact in finding.facts)
    keeping = cache(partial(_keeping, case, resting))
    return Difference(
        changes=changes,
        regraded=tuple(
            (was, now)
            for was, now in pairs
            if (was.status, was.lean) == (now.status, now.lean) and was.grade != now.grade
        ),
        dispositions=tuple(
            (was, now)
            for was, now in zip(before.dispositions, after.dispositions, strict=True)
            if (was.motion, was.grade) != (now.motion, now.grade)
        ),
        idle=tuple(_idle(case, fact, keeping) for fact in switched if fact not in moving),
        total=len(pairs),
    )


def _switched(case: Case, before: Scenario, after: Scenario) -> tuple[FactId, ...]:
    facts = (before.without ^ after.without) | (before.added ^ after.added)
    return tuple(key for key in case.atoms if key in facts)


def _reread(before: Scenario, after: Scenario) -> tuple[ReadingId, ...]:
    changed = set(before.readings) ^ set(after.readings)
    return tuple(sorted({reading for reading, _ in changed}))


def _change(
    case: Case,
    was: Finding,
    now: Finding,
    switched: tuple[FactId, ...],
    readings: tuple[ReadingId, ...],
    moved: bool,
) -> Change:
    then: Mapping[FactorId, bool | None] = dict(was.factors)
    factors = tuple(factor for factor, value in now.factors if then[factor] != value)
    feeding = {fact for factor in factors for fact in case.feeds[factor]}
    return Change(
        before=was,
        after=now,
        facts=tuple(fact for fact in switched if fact in feeding),
        factors=factors,
        readings=readings,
        moved=moved
        and any(a.kind == "precedents" for a in case.elements[now.element].authorities),
    )


def _idle(case: Case, fact: FactId, keeping: Keeping) -> Idle:
    drawing = tuple(
        factor
        for factor, feeding in case.feeds.items()
        if fact in feeding and case.factors[factor].arises.holds_when is None
    )
    kept = ((factor, keeping(factor)) for factor in drawing)
    return Idle(
        fact=fact,
        drawn_on_by=drawing,
        kept_by=tuple((factor, facts) for factor, facts in kept if facts),
        remark=case.atoms[fact].remark,
    )


def _keeping(case: Case, resting: frozenset[FactId], factor: FactorId) -> tuple[FactId, ...]:
    """The facts that findings rest on and that give rise to a factor, in the record's order."""
    facts = resting & case.feeds[factor]
    return tuple(key for key in case.atoms if key in facts)
