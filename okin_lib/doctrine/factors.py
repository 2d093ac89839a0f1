"""Factors: the intermediate legal facts, and how they arise from facts or from one another."""

from typing import Literal

from attrs import frozen

from okin_lib.record.types import Speaker


@frozen
class Condition:
    """A proposition over factors; in YAML a factor id, or one of ``all``, ``any``, ``not``."""

    op: Literal["all", "any", "not", "factor"]
    """How the parts combine; "factor" for a leaf."""
    parts: tuple["Condition", ...] = ()
    factor: str = ""


@frozen
class Ascription:
    """How facts give rise to a factor. At least one of the first six is given."""

    any_of: tuple[str, ...] = ()
    """Any one of these facts suffices."""
    relied: tuple[str, ...] = ()
    """Acts the court relied on: all present, the factor holds; some of these or of ``also``
    present, it is unknown; none, it does not hold.
    """
    failures: tuple[str, ...] = ()
    """Failures to act: on as many ``occasions`` they are repeated; fewer, but more than a single
    failure, leave it unknown.
    """
    occasions: int = 0
    """With ``failures``, on how many occasions they are repeated."""
    one_response: tuple[str, ...] = ()
    """Responses to a call: the factor holds if those present are all of one occasion."""
    always: bool | None = None
    """Whether it is true or false of this case whatever facts are switched; given alone."""
    holds_when: Condition | None = None
    """A condition over other factors; given alone."""
    also: tuple[str, ...] = ()
    """With ``relied``, further acts that keep the factor alive but are not relied on."""
    defeated_by: tuple[str, ...] = ()
    """Facts that exclude the factor, whatever else is present."""
    own: bool = False
    """Counts only for the officer whose act it is, even where conduct is aggregated."""
    otherwise_unknown: bool = False
    """Absence of the facts leaves the factor unknown rather than absent."""

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
    """An intermediate legal fact about an officer's situation."""

    id: str
    label: str
    definition: str
    page: str
    quote: str
    arises: Ascription
    speaker: Speaker = "court"
    """Whose words the quotation is."""
    optional: bool = False
    """Whether a fact pattern that does not name it does not suppose it. Any other factor that a
    pattern does not name is unknown.
    """
    requires: dict[str, str] = {}
    excludes: dict[str, str] = {}
    """By factor, why that one is present, or absent, wherever this one is: by their definitions
    alone.
    """
