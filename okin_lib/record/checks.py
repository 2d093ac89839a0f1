"""What must be true of the record beyond its form, and the checks it shares with the doctrine."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Protocol, TypeVar

import attrs

from okin_lib.record.nearest import meant
from okin_lib.record.opinion import Opinion, QuotationError
from okin_lib.record.placed import Problem, brief, place_of
from okin_lib.record.types import Fact, Hypothetical, Record

Id = TypeVar("Id", bound=str, covariant=True)


class Renamable(Protocol[Id]):
    """What has an id, and may once have had another."""

    @property
    def id(self) -> Id:
        """The id that it has."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """The ids that it once had."""


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def walk(thing: Any) -> Iterator[Any]:
    """Every value of an attrs class in ``thing``, itself included, in order."""
    if attrs.has(type(thing)):
        yield thing
    for part in parts_of(thing):
        yield from walk(part)


def parts_of(thing: Any) -> Iterator[Any]:
    """What ``thing`` is made of, but for text: an attrs value's fields, a collection's items."""
    parts: Iterable[Any] = ()
    if isinstance(thing, tuple | list):
        parts = thing
    elif isinstance(thing, dict):
        parts = thing.values()
    elif attrs.has(type(thing)):
        parts = [getattr(thing, field.name) for field in attrs.fields(type(thing))]
    return (part for part in parts if not isinstance(part, str))


def passages(thing: Any) -> Iterator[tuple[str, str]]:
    """Every quotation in ``thing``, with its pin."""
    for part in walk(thing):
        if hasattr(part, "quote"):
            yield part.quote, part.page


def misquoted(thing: Any, opinion: Opinion) -> Iterator[Problem]:
    """Yield a problem for each quotation in ``thing`` that does not stand on its page."""
    yield from _not_verbatim(passages(thing), opinion)


def _not_verbatim(quotations: Iterable[tuple[str, str]], opinion: Opinion) -> Iterator[Problem]:
    for quote, page in quotations:
        try:
            opinion.verify(quote, page)
        except QuotationError as error:
            advice = "quote the opinion word for word, with the page it stands on"
            yield Problem(place_of(quote), f'"{_brief(quote)}": {error}: {advice}')


def unknown(kind: str, names: Iterable[str], valid: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each of ``names`` that is not ``valid``."""
    for name in names:
        if name not in valid:
            yield Problem(
                place_of(name), f"there is no {kind} {brief(name)}; {meant(name, valid)}"
            )


def misnamed(kind: str, ids: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each id that is not a slug, or that is there already."""
    first: dict[str, str] = {}
    for name in ids:
        if not _SLUG.fullmatch(name):
            yield Problem(
                place_of(name),
                f"the {kind} id {brief(name)} must be small letters, digits and single hyphens",
            )
        yield from _repeated(kind, name, first)


def record_problems(record: Record, opinion: Opinion) -> Iterator[Problem]:
    """Yield all that is wrong with the record, taken together with the opinion."""
    yield from misquoted(record, opinion)
    yield from misnamed("party", [party.id for party in record.parties])
    yield from misnamed("event", [event.id for event in record.events])
    yield from misnamed("fact", ids_ever(every_fact(record)))
    first: dict[str, str] = {}
    for fact in record.facts:
        yield from _repeated("map", fact.map, first) if fact.map else ()
    yield from _references(record, opinion)
    yield from _not_verbatim(((each.words, each.page) for each in record.graphic), opinion)
    yield from _told_by_a_name(record)
    yield from _uncalled(record)
    if record.law < 1:
        remedy = "count its versions from 1"
        yield Problem(place_of(record.title), f"the law has no version {record.law}: {remedy}")
    if not record.years.first <= record.conduct_year <= record.years.last:
        remedy = "widen years, or correct conduct_year"
        yield Problem(place_of(record.court), f"the events are in none of the years: {remedy}")
    for event in record.events:
        if event.date and not _is_date(event.date):
            remedy = "write it as 2001-12-23, 2001-12 or 2001"
            yield Problem(place_of(event.date), f"'{event.date}' is no date: {remedy}")


def ids_ever(things: Iterable[Renamable[str]]) -> list[str]:
    """Return the ids that the things have, and then those that they once had."""
    listed = tuple(things)
    return [*(t.id for t in listed), *(name for t in listed for name in t.formerly)]


def every_fact(record: Record) -> list[Fact | Hypothetical]:
    """Return every fact, of the record or hypothetical."""
    return [*record.facts, *record.hypotheticals]


def _references(record: Record, opinion: Opinion) -> Iterator[Problem]:
    parties = [party.id for party in record.parties]
    facts = [fact.id for fact in record.facts]
    for party in record.parties:
        yield from unknown("party", [party.employer] if party.employer else [], parties)
    events = [event.id for event in record.events]
    for concerned in every_fact(record):
        yield from unknown("party", concerned.concerns, parties)
    for fact in record.facts:
        yield from unknown("event", [fact.event], events)
        yield from unknown("fact", fact.drawn_from, facts)
        for pin in fact.used:
            if pin not in opinion:
                yield Problem(place_of(pin), f"the opinion has no page or note '{pin}'")


def _told_by_a_name(record: Record) -> Iterator[Problem]:
    """Yield a problem for each name that describes violence: a name is never covered."""
    graphic = [words for each in record.graphic for words in (each.words, *each.also)]
    named = [*(fact.label for fact in every_fact(record)), *(each.title for each in record.events)]
    for name in named:
        for words in graphic:
            if words in name:
                remedy = "name the act, and leave its description to the statement"
                yield Problem(place_of(name), f'"{name}" says "{words}": {remedy}')


def _uncalled(record: Record) -> Iterator[Problem]:
    """Yield a problem for each municipality for which only its officers' side has a name."""
    called = {role for side in record.sides.values() for role in side.by_role}
    for party in record.parties:
        if party.role == "municipality" and party.role not in called:
            remedy = "name it in case.yaml, by_role, under the officers' side"
            yield Problem(
                place_of(party.id), f"nothing says what '{party.id}' is called as a side: {remedy}"
            )


def _is_date(text: str) -> bool:
    """Whether ``text`` is an ISO date, or a year or month of one."""
    if not _ISO.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _repeated(kind: str, name: str, first: dict[str, str]) -> Iterator[Problem]:
    """Yield a problem if ``name`` is in ``first``, and put it there if not."""
    if name in first:
        earlier = place_of(first[name])
        yield Problem(place_of(name), f"the {kind} id '{name}' is taken at {earlier}: rename one")
    first.setdefault(name, name)


def _brief(quote: str) -> str:
    words = quote.split()
    return " ".join(words) if len(words) <= 12 else " ".join([*words[:10], "..."])
