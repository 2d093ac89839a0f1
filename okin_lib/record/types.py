"""What the record is made of: parties, events, facts and the passages they stand on."""

from typing import Literal, NewType

from attrs import frozen

from okin_lib.record.called import AN_OPINION, Called
from okin_lib.record.called import Role as Role
from okin_lib.record.called import Side as Side
from okin_lib.record.called import SideName as SideName
from okin_lib.record.called import Speaker as Speaker
from okin_lib.record.graphic import Graphic
from okin_lib.record.source import Source as Source

PartyId = NewType("PartyId", str)
NO_PARTY = PartyId("")
FactId = NewType("FactId", str)
"""Of a fact of the record, or of a hypothetical one."""

Weight = Literal["holding", "reasoning", "dictum", "background"]
FactStatus = Literal["undisputed", "plaintiff", "officers", "disputed", "pleading", "court"]
Version = Literal["any", "plaintiff", "officers"]


@frozen
class Support:
    """A reason, with the passage it stands on."""

    text: str
    """The reason in the model's own words."""
    page: str
    quote: str
    """The passage, verbatim, and its pin ("11", "11-12", "11 n.9")."""
    speaker: Speaker = "court"
    """Whose words the quotation is: this court's, a quoted precedent's, the district court's, or a
    party's argument.
    """
    weight: Weight = "reasoning"
    """What the passage is in the opinion: holding, reasoning, dictum or background."""
    side: Side | None = None
    """The side whose argument this is, where the point is contested."""
    supposes: tuple[FactId, ...] = ()
    """Ids of the facts of the record that it asserts: where one is off, it is not said."""
    where: tuple[str, ...] = ()
    """Ids of the factors that it takes to be present: where one is not known to be, it is not
    said."""
    unless: tuple[str, ...] = ()
    """Ids of the factors that it takes to be absent: where one is known to be present, it is not
    said."""
    cites: tuple[str, ...] = ()
    """Ids of the precedents that it cites as notice: of conduct before one of them, it is not
    said."""
    until: tuple[str, ...] = ()
    """Ids of the precedents that have made it moot: of conduct after one of them, it is not
    said."""
    comments: tuple[str, ...] = ()
    """Ids of the precedents that it names and does not cite as notice, whenever they were
    decided."""


@frozen
class Party:
    """A person or body in the case."""

    id: PartyId
    name: str
    role: Role
    description: str
    page: str
    quote: str
    employer: PartyId = NO_PARTY
    moving: bool = False
    """Whether the party moved for summary judgment."""
    course_of_conduct: str | None = None
    """The group whose conduct the opinion discusses as one, if any."""
    aliases: tuple[str, ...] = ()
    note: str = ""


@frozen
class Event:
    """One occasion in the record, in order of time; ``date`` is ISO, or empty if undated."""

    id: str
    title: str
    date: str = ""


@frozen
class Since:
    """The first year in which something could be a fact, and the passage that says so."""

    year: int
    page: str
    quote: str


@frozen
class Fact:
    """One atom of the record."""

    id: FactId
    event: str
    """The id of the occasion it belongs to."""
    label: str
    statement: str
    """A short name for a control, and one attributed sentence."""
    source: Source
    status: FactStatus
    """Undisputed, one side's account, disputed, pleading only, or the court's own
    characterization.
    """
    version: Version
    """The version of the disputed matter that the atom belongs to."""
    page: str
    quote: str
    concerns: tuple[PartyId, ...] = ()
    """Ids of the parties it concerns; empty for a circumstance common to all."""
    collective: bool = False
    """Whether the opinion ascribes it to several officers without naming one."""
    used: tuple[str, ...] = ()
    """Pages of the Discussion that rely on it; empty where it is only recited."""
    drawn_from: tuple[FactId, ...] = ()
    """For a summary or characterization, the atoms it sums up."""
    remark: Support | None = None
    """Why it moves nothing, where the opinion gives occasion to ask."""
    map: str = ""
    """The atom's id in the map of the opinion, if there is one."""
    since: Since | None = None
    """From when it could be a fact: with the events moved to an earlier year, it is off."""
    named_by: tuple[str, ...] = ()
    """Words by which a reason names it: one that does must say that it supposes it."""
    formerly: tuple[str, ...] = ()
    """The ids it once had, by which codes and files made then still know it."""


@frozen
class Hypothetical:
    """A fact that is not in the record, and is marked so wherever it shows."""

    id: FactId
    label: str
    statement: str
    concerns: tuple[PartyId, ...] = ()
    collective: bool = False
    """Whether it is ascribed to one of several without saying which."""
    excludes: dict[FactId, str] = {}
    """By hypothetical that cannot be supposed beside it, why."""
    remark: Support | None = None
    no_difference: tuple[str, ...] = ()
    """Ids of the elements to which the opinion states, in the remark, that it makes none: on them
    what it decided of the record stays decided.
    """
    formerly: tuple[str, ...] = ()
    """The ids it once had, as a fact's."""
    own: bool = False
    """Whether a learner supposes it in words of their own: no code names it."""


@frozen
class Years:
    """A span of years, both ends included."""

    first: int
    last: int


@frozen
class Record:
    """The case as the opinion gives it."""

    law: int
    """The version of what the model says of the law: codes and JSON carry it."""
    title: str
    court: str
    year: int
    conduct_year: int
    """The year in which the events began."""
    years: Years
    """The years that the events can be moved to."""
    parties: tuple[Party, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    hypotheticals: tuple[Hypothetical, ...]
    sides: dict[Side, SideName]
    called: Called = AN_OPINION
    graphic: tuple[Graphic, ...] = ()
    """The words that can be covered; none where a case has no such acts."""
