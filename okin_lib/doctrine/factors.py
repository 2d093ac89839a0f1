"""Factors: the intermediate legal facts, and how they arise from facts or from one another."""

from typing import Literal, NewType

from attrs import frozen

from okin_lib.record.types import FactId

FactorId = NewType("FactorId", str)
NO_FACTOR = FactorId("")


@frozen
class Condition:
    """A proposition over factors; in YAML a factor id, or one of ``all``, ``any``, ``not``."""

    op: Literal["all", "any", "not", "factor"]
    """How the parts combine; "factor" for a leaf."""
    parts: tuple["Condition", ...] = ()
    factor: FactorId = NO_FACTOR


@frozen
class Ascription:
    """How facts give rise to a factor. At least one of the first six is given."""

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
    holds_when: Condition | None = None
    """A condition over other factors; given alone."""
    also: tuple[FactId, ...] = ()
    """With ``relied``, further acts that keep the factor alive but are not relied on."""
    defeated_by: tuple[FactId, ...] = ()
    """Facts that exclude the factor, whatever else is present."""
    own: bool = False
    """Counts only for the officer whose act it is, even where conduct is aggregated."""
    otherwise_unknown: bool = False
    """Absence of the facts leaves the factor unknown rather than absent."""

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
    optional: bool = False
    """Whether a fact pattern that does not name it does not suppose it. Any other factor that a
    pattern does not name is unknown.
    """
    requires: dict[FactorId, str] = {}
    excludes: dict[FactorId, str] = {}
    """By factor, why that one is present, or absent, wherever this one is: by their definitions
    alone.
    """
