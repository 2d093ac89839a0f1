"""What the law is made of: factors, conditions, authorities, elements, precedents, readings."""

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from okin_lib.doctrine.court_names import CourtNames
from okin_lib.record.types import FactStatus, Role, Side, Support, Version

FactualStatus = Literal["triable", "no-genuine-issue"]
LegalStatus = Literal["yes", "no"]
Status = Literal["triable", "no-genuine-issue", "yes", "no", "open", "not-reached", "not-stated"]
Grade = Literal["decided", "strong", "open"]
Kind = Literal["fact", "law"]
Motion = Literal["granted", "denied", "open", "not-addressed", "not-stated"]
Under = dict[str, tuple[str, ...]]
"""Reading id to the values on which something stands."""

OnAppeal = Literal["affirmed", "reversed", "open", "not-addressed"]


@frozen
class Condition:
    """A proposition over factors; in YAML a factor id, or one of ``all``, ``any``, ``not``.

    Attributes
    ----------
    op
        How the parts combine; "factor" for a leaf.
    """

    op: Literal["all", "any", "not", "factor"]
    parts: tuple["Condition", ...] = ()
    factor: str = ""


@frozen
class Ascription:
    """How facts give rise to a factor. At least one of the first six is given.

    Attributes
    ----------
    any_of
        Any one of these facts suffices.
    relied
        Acts the court relied on: all present, the factor holds; some of these or of
        ``also`` present, it is unknown; none, it does not hold.
    failures
        Failures to act: failures on three occasions or more are repeated; fewer, but
        more than a single failure, leave it unknown.
    one_response
        Responses to a call: the factor holds if those present are all of one occasion.
    always
        Whether it is true or false of this case whatever facts are switched; given alone.
    holds_when
        A condition over other factors; given alone.
    also
        With ``relied``, further acts that keep the factor alive but are not relied on.
    defeated_by
        Facts that exclude the factor, whatever else is present.
    own
        Counts only for the officer whose act it is, even where conduct is aggregated.
    otherwise_unknown
        Absence of the facts leaves the factor unknown rather than absent.
    """

    any_of: tuple[str, ...] = ()
    relied: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    one_response: tuple[str, ...] = ()
    always: bool | None = None
    holds_when: Condition | None = None
    also: tuple[str, ...] = ()
    defeated_by: tuple[str, ...] = ()
    own: bool = False
    otherwise_unknown: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it names."""
        return (
            *self.any_of,
            *self.relied,
            *self.failures,
            *self.one_response,
            *self.also,
            *self.defeated_by,
        )


@frozen
class Factor:
    """An intermediate legal fact about an officer's situation.

    Attributes
    ----------
    optional
        Whether a fact pattern that does not name it does not suppose it. Any other factor
        that a pattern does not name is unknown.
    requires, excludes
        By factor, why that one is present, or absent, wherever this one is: by their
        definitions alone.
    """

    id: str
    label: str
    definition: str
    page: str
    quote: str
    arises: Ascription
    optional: bool = False
    requires: dict[str, str] = {}
    excludes: dict[str, str] = {}


@frozen
class Authority:
    """One entry in the ordered list that decides an element; the first that covers, decides.

    Attributes
    ----------
    kind
        "holding": what the court held on the full record, and what follows a fortiori;
        "silence": the court ruled for these parties without saying how it saw this element;
        "rule": a rule the opinion states; "precedents": what precedent forces, or only
        where it forces this status, if one is given;
        "contested": reasonable readers differ.
    parties
        For whom the holding or silence was made; empty means anyone.
    under
        Readings it presupposes.
    when
        The situation it covers; empty means any.
    grade
        For a rule, its grade; for a holding, the most it can claim.
    collective
        Whether the court made the finding of several parties as one.
    considers
        Facts the court weighed here, though no factor of the element draws on them.
    """

    id: str
    kind: Literal["holding", "silence", "rule", "precedents", "contested"]
    because: tuple[Support, ...] = ()
    status: Status = "open"
    parties: tuple[str, ...] = ()
    under: Under = {}
    when: Condition | None = None
    grade: Grade = "decided"
    lean: Side | None = None
    collective: bool = False
    considers: tuple[str, ...] = ()


@frozen(cache_hash=True)
class Composition:
    """How an element's parts make it up.

    In YAML an element id, or one of ``all``, ``any``, ``not``; or ``officers``: the element
    as it stands for any one of a municipality's officers.
    """

    op: Literal["all", "any", "not", "officers", "element"]
    parts: tuple["Composition", ...] = ()
    element: str = ""


@frozen
class Gate:
    """When an element is not reached: under these readings, once an element stands so."""

    element: str
    status: tuple[Status, ...]
    because: tuple[Support, ...]
    under: Under = {}


@frozen(eq=False)
class Element:
    """A question the court must answer about a party.

    Attributes
    ----------
    kind
        A question of fact for the jury, or of law for the court.
    applies
        The roles of the parties of whom it is asked.
    favours
        Per side, the factors that help it on this element: the scale on which one
        situation is at least as strong as another.
    authorities
        In order. An element with ``parts`` falls back on its composition.
    composed
        For an element with parts, what supports each outcome of the composition.
    gates
        When the element is not reached.
    """

    id: str
    claim: str
    kind: Kind
    label: str
    question: str
    page: str
    quote: str
    applies: tuple[Role, ...] = ("officer",)
    favours: dict[Side, tuple[str, ...]] = {}
    authorities: tuple[Authority, ...] = ()
    parts: Composition | None = None
    composed: dict[str, tuple[Support, ...]] = {}
    gates: tuple[Gate, ...] = ()


@frozen
class Ratio:
    """What a reader takes a precedent to turn on, and what it forces.

    Attributes
    ----------
    material
        Factors that must be present for the precedent to force its result.
    supposed
        Whether the reading is supposed rather than stated in the opinion.
    """

    material: tuple[str, ...]
    because: tuple[Support, ...]
    supposed: bool = False


@frozen
class Precedent:
    """A decided case, with only what the opinion says of it.

    Attributes
    ----------
    short
        Its name once it has been given in full.
    binding
        Whether it binds the court of this case.
    factors
        The factors present in it, on either side, each with its passage.
    absent
        The factors that the opinion says or implies it did not have. Any other is not stated.
    violation
        Whether the facts alleged or shown would, if proved, violate.
    immunity
        Whether immunity was granted, denied or not stated.
    establishes
        By reading of precedent: the ratio that establishes the right for later conduct.
    denies
        By reading of precedent: the ratio on which the right was held not established
        (for conduct before the decision) or no violation at all (whenever).
    """

    id: str
    name: str
    short: str
    cite: str
    court: str
    year: int
    binding: bool
    posture: str
    violation: Literal["yes", "no", "not-stated"]
    immunity: Literal["granted", "denied", "not-stated"]
    factors: dict[str, Support]
    establishes: dict[str, Ratio] = {}
    denies: dict[str, Ratio] = {}
    absent: dict[str, Support] = {}
    history: str = ""

    @property
    def citation(self) -> str:
        """Where it is reported, by which court and when; a reporter may name its own court."""
        court = "" if self.court in self.cite else f"{self.court} "
        return f"{self.cite} ({court}{self.year})"

    @property
    def given(self) -> dict[str, bool]:
        """What the opinion gives of its factors."""
        return dict.fromkeys(self.factors, True) | dict.fromkeys(self.absent, False)


def stands(under: Under, readings: Mapping[str, str]) -> bool:
    """Return whether something that presupposes ``under`` stands on these readings."""
    return all(readings[key] in values for key, values in under.items())


@frozen
class Value:
    """One position of a reading.

    Attributes
    ----------
    aggregates
        Whether it counts officers' conduct together.
    doubts
        Ids of facts that it leaves uncertain.
    sets_aside_versions, sets_aside_statuses
        The facts that it does not assume for the motion, by version or by status.
    """

    id: str
    label: str
    aggregates: bool = False
    doubts: tuple[str, ...] = ()
    sets_aside_versions: tuple[Version, ...] = ()
    sets_aside_statuses: tuple[FactStatus, ...] = ()
    because: tuple[Support, ...] = ()


@frozen
class Reading:
    """A place where judges differ, as a switch; the first value is the default."""

    id: str
    label: str
    question: str
    values: tuple[Value, ...]


@frozen
class Preset:
    """A court's bundle of readings."""

    id: str
    label: str
    readings: dict[str, str]


@frozen
class Ruling:
    """What became of a claim against a party on the record, under some readings."""

    claim: str
    parties: tuple[str, ...]
    motion: Motion
    on_appeal: OnAppeal
    because: tuple[Support, ...]
    under: Under = {}


@frozen
class Claim:
    """A claim; ``parts`` is what must stand for it to survive the motion, if it is ruled on."""

    id: str
    label: str
    parts: Composition | None = None


@frozen
class Pole:
    """One end of an axis: the factor that puts a case there."""

    factor: str
    label: str


@frozen
class Axis:
    """A way in which decided cases differ, with its two poles."""

    label: str
    poles: tuple[Pole, Pole]


@frozen
class Doctrine:
    """The law of the case, as data.

    Attributes
    ----------
    domestic
        Id of the factor that the private violence was domestic.
    relevant
        By reading of precedent and side: the factors that matter at all.
    precedent_reading
        The id of the reading whose values say how precedent is read.
    no_precedent
        What supports that a right no binding case has held is not established.
    courts
        The courts that the binding precedents bind.
    court_names
        How courts' names are read, and which others there are.
    outcomes
        The elements on which a precedent's outcomes, violation and immunity, are outcomes.
    """

    domestic: str
    factors: tuple[Factor, ...]
    claims: tuple[Claim, ...]
    elements: tuple[Element, ...]
    precedents: tuple[Precedent, ...]
    relevant: dict[str, dict[Side, tuple[str, ...]]]
    precedent_reading: str
    no_precedent: tuple[Support, ...]
    courts: tuple[str, ...]
    court_names: CourtNames
    outcomes: dict[Literal["violation", "immunity"], tuple[str, ...]]
    readings: tuple[Reading, ...]
    presets: tuple[Preset, ...]
    rulings: tuple[Ruling, ...]
