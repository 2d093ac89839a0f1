"""Factors: the intermediate legal facts, and how they arise from facts or from one another."""

from typing import Literal, NewType

from attrs import frozen

from okin_lib.record.types import FactId, Speaker

FactorId = NewType("FactorId", str)
NO_FACTOR = FactorId("")


Absence = Literal["not-shown", "not-known"]


@frozen(cache_hash=True)
class Condition:
    """A proposition over factors.

    In YAML a factor id, or one of ``all``, ``any``, ``not``; or ``shown``: what is known to be
    so, which an unknown is not, whichever way it may be supposed to fall.
    """

    op: Literal["all", "any", "not", "shown", "factor"]
    """How the parts combine; "factor" for a leaf."""
    parts: tuple["Condition", ...] = ()
    factor: FactorId = NO_FACTOR


@frozen
class Ascription:
    """How facts give rise to a factor. At least one of the first seven is given."""

    any_of: tuple[FactId, ...] = ()
    """Any one of these facts suffices."""
    relied: tuple[FactId, ...] = ()
    """Acts the court relied on: all present, the factor holds; some of these or of ``also``
    present, it is unknown; none, it does not hold.
    """
    failures: tuple[FactId, ...] = ()
    """Failures to act: on as many ``occasions`` they are repeated; fewer, but more than a single
    failure, leave it unknown.
    """
    occasions: int = 0
    """With ``failures``, on how many occasions they are repeated."""
    one_response: tuple[FactId, ...] = ()
    """Responses to a call: the factor holds if those present are all of one occasion."""
    always: bool | None = None
    """Whether it is true or false of this case whatever facts are switched; given alone."""
    undecided: bool = False
    """Whether the opinion leaves it undecided, so that it is never known; given alone."""
    holds_when: Condition | None = None
    """A condition over other factors; given alone."""
    also: tuple[FactId, ...] = ()
    """With ``relied``, further acts that keep the factor alive but are not relied on; with
    ``failures``, what is said of all of them together: of those together, it is then unknown where
    they are few.
    """
    defeated_by: tuple[FactId, ...] = ()
    """Facts that exclude the factor, whatever else is present."""
    own: bool = False
    """Counts only for the officer whose act it is, even where conduct is aggregated."""
    follows: tuple[FactId, ...] = ()
    """With ``any_of``, whoever those concern: the facts of his own that one of them must follow
    in time."""

    @property
    def facts(self) -> tuple[FactId, ...]:
        """Every fact it names."""
        return (
            *self.any_of,
            *self.relied,
            *self.failures,
            *self.one_response,
            *self.also,
            *self.defeated_by,
            *self.follows,
        )


@frozen
class Factor:
    """An intermediate legal fact about an officer's situation."""

    id: FactorId
    label: str
    definition: str
    page: str
    quote: str
    arises: Ascription
    absence: Absence | None = None
    """What it means where nothing gives rise to it: "not-shown", then it is absent, which never
    helps the side that must show it; or "not-known", then it is unknown, and absent only where it
    is shown not to be. None for a factor that sums up others."""
    speaker: Speaker = "court"
    """Whose words the quotation is."""
    optional: bool = False
    """Whether a fact pattern that does not name it does not suppose it. Any other factor that a
    pattern does not name is unknown.
    """
    requires: dict[FactorId, str] = {}
    excludes: dict[FactorId, str] = {}
    """By factor, why that one is present, or absent, wherever this one is: by their definitions
    alone.
    """
    shows: dict[FactorId, str] = {}
    """By factor, why this one is evidence of it: in a fact pattern that one is present wherever
    this one is, unless it is said to be absent.
    """
    heading: str = ""
    """Where a group of factors begins with this one: what the group is called."""
