"""What must be true of the reasons of an element, so that none says what is not so.

A reason is given in every scenario. What it asserts of the record, and what it cites as notice, it
must therefore say in its fields: where a fact is off, or a precedent not yet decided, it is not
said.
"""

import re
from collections.abc import Iterator

from okin_lib.doctrine.elements import Authority, Element
from okin_lib.doctrine.law import Doctrine
from okin_lib.record.checks import every_fact, unknown, walk
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Record, Support

_NOW = re.compile(r"\b(the|this|both) \w+ (finds?|infers?|sees?|concludes?|reverses?)\b", re.I)
_BOTH = {"plaintiff", "officers"}


def reason_problems(element: Element, doctrine: Doctrine, record: Record) -> Iterator[Problem]:
    """Yield all that is wrong with the reasons of an element."""
    for part in walk(element):
        if isinstance(part, Support):
            yield from _names(part, doctrine, record)
            yield from _asserts(part, record)
            yield from uncited(part, doctrine) if element.kind == "law" else ()
        if isinstance(part, Authority):
            yield from unknown("precedent", part.after, [each.id for each in doctrine.precedents])
            yield from _one_sided(part) if part.kind == "contested" else ()


def _names(reason: Support, doctrine: Doctrine, record: Record) -> Iterator[Problem]:
    precedents = [precedent.id for precedent in doctrine.precedents]
    yield from unknown("fact", reason.supposes, [fact.id for fact in every_fact(record)])
    factors = [factor.id for factor in doctrine.factors]
    yield from unknown("factor", (*reason.where, *reason.unless), factors)
    yield from unknown("precedent", (*reason.cites, *reason.until, *reason.comments), precedents)


def _asserts(reason: Support, record: Record) -> Iterator[Problem]:
    if _NOW.search(reason.text):
        remedy = "say what it found on the full record"
        yield Problem(place_of(reason.text), f"off the record '{reason.text}' is untrue: {remedy}")
    for fact in record.facts:
        for word in fact.named_by:
            named = word.lower() in f"{reason.text} {reason.quote}".lower()
            if named and fact.id not in reason.supposes:
                remedy = f"add supposes: [{fact.id}], or do not name it"
                yield Problem(place_of(reason.text), f"'{word}' names '{fact.id}': {remedy}")


def uncited(reason: Support, doctrine: Doctrine, known: str = "") -> Iterator[Problem]:
    """Yield a problem for each precedent that a reason names and does not say how it does.

    Parameters
    ----------
    known
        Id of a precedent that may be named wherever the reason is given.
    """
    said = {known, *reason.cites, *reason.comments}
    for precedent in doctrine.precedents:
        named = re.search(rf"\b{precedent.short}\b", reason.text)
        if named and precedent.id not in said:
            remedy = f"say under cites or comments whether {precedent.id} is cited as notice"
            yield Problem(place_of(reason.text), f"'{reason.text}' names it: {remedy}")


def _conditional(reason: Support) -> bool:
    return bool(reason.supposes or reason.where or reason.unless or reason.cites or reason.until)


def _one_sided(authority: Authority) -> Iterator[Problem]:
    """Yield a problem if a side may be left without an argument, or both rest on one passage."""
    always = [r for r in authority.because if not _conditional(r)]
    if missing := _BOTH - {reason.side for reason in always}:
        remedy = "give each side an argument that can always be made"
        yield Problem(
            place_of(authority.id), f"'{authority.id}' may leave out {min(missing)}: {remedy}"
        )
    quoted = {side: {r.quote for r in authority.because if r.side == side} for side in _BOTH}
    if shared := quoted["plaintiff"] & quoted["officers"]:
        remedy = "let each rest on its own passage"
        yield Problem(place_of(authority.id), f"both sides quote '{min(shared)}': {remedy}")
