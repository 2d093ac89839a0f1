"""The facts of a learner's own: the form in which one is said, and those that were added."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.factors import Factor, FactorId
from okin_lib.doctrine.own_case import MOST
from okin_lib.doctrine.own_facts import LONGEST, OwnFact, effects, within_reach
from okin_lib.page.act import Act, known
from okin_lib.page.regions import BadEvent
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import listed, party_names
from okin_lib.record.types import FactId

WORDS = "words"
OF = "of-"
"""Before the id of an officer, in the name of a field."""
DOES = "does-"
"""Before the id of a factor."""
GIVES, DEFEATS = "gives", "defeats"


@frozen
class OwnRow:
    """A fact of a learner's own as it stands."""

    fact: OwnFact
    on: bool
    about: str
    """Of whom it is, and what it does."""


def read(case: Case, act: Act) -> OwnFact:
    """Return the fact that a form says; raise `BadEvent` if it is not one of this form's."""
    fields = act.value if isinstance(act.value, Mapping) else {}
    officers = {f"{OF}{party.id}": party.id for party in case.officers}
    factors = {f"{DOES}{key}": key for key in within_reach(case)}
    for name in fields:
        known("field", name, [WORDS, *officers, *factors])
    words = fields.get(WORDS)
    if not isinstance(words, str):
        raise BadEvent(f"{act.target!r} needs its field {WORDS!r}, as text")
    done = {
        key: known("effect", fields[name], ["", GIVES, DEFEATS])
        for name, key in factors.items()
        if name in fields
    }
    return OwnFact(
        words=" ".join(words.split()),
        concerns=tuple(key for name, key in officers.items() if name in fields),
        gives=_doing(GIVES, done),
        defeats=_doing(DEFEATS, done),
    )


def _doing(effect: str, done: Mapping[FactorId, str]) -> tuple[FactorId, ...]:
    return tuple(key for key, its in done.items() if its == effect)


# Each click asks for it, and few change it.
@lru_cache(maxsize=64)
def own_panel(
    case: Case,
    own: tuple[OwnFact, ...],
    added: frozenset[FactId],
    unfolded: bool,
    region: RegionId,
) -> str:
    """Return the facts of a learner's own as switches, and the form for one more.

    Parameters
    ----------
    case
        The case as it is without them.
    added
        The facts that are on, these among them.
    unfolded
        Whether the form is shown.
    """
    return render(
        "page/own/form",
        region=region,
        rows=[OwnRow(fact, fact.id in added, _about(case, fact)) for fact in own],
        unfolded=unfolded,
        full=len(own) >= MOST,
        most=MOST,
        longest=LONGEST,
        said=WORDS,
        of=OF,
        does=DOES,
        gives=GIVES,
        defeats=DEFEATS,
        officers=case.officers,
        groups=_groups(case) if unfolded else [],
    )


def _groups(case: Case) -> list[tuple[str, list[Factor]]]:
    """The factors that a fact can bear on, under the headings of the doctrine."""
    groups: list[tuple[str, list[Factor]]] = []
    for factor in case.doctrine.factors:
        if factor.heading or not groups:
            groups.append((factor.heading, []))
        if factor.id in within_reach(case):
            groups[-1][1].append(factor)
    return [(heading, factors) for heading, factors in groups if factors]


def _about(case: Case, fact: OwnFact) -> str:
    names = party_names(case)
    whom = f"Of {listed(names[key] for key in fact.concerns)}." if fact.concerns else "Of all."
    implied = {k: v for k, v in effects(case, fact).items() if k not in fact.chosen}
    told = whom, _done(case, fact.chosen), _done(case, implied, ", by definition")
    return " ".join(filter(None, told))


def _done(case: Case, done: Mapping[FactorId, bool], how: str = "") -> str:
    """What is done to factors, in a sentence for each way."""
    told = []
    for verb, value in (("Gives rise to", True), ("Defeats", False)):
        labels = [f"“{case.factors[key].label}”" for key, its in done.items() if its is value]
        if labels:
            told.append(f"{verb}{how}{',' if how else ''} {listed(labels)}.")
    return " ".join(told)
