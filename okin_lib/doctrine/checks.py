"""What must be true of the doctrine beyond its form."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from attrs import frozen

from okin_lib.doctrine.contradiction import contradictions
from okin_lib.doctrine.court_names import court_problems
from okin_lib.doctrine.types import (
    Authority,
    Composition,
    Condition,
    Doctrine,
    Element,
    Factor,
    Gate,
    Kind,
    Precedent,
    Ratio,
)
from okin_lib.record.checks import fact_names, misnamed, misquoted, unknown, walk
from okin_lib.record.opinion import Opinion
from okin_lib.record.types import Record, Side
from okin_lib.record.yamltext import Problem, place_of

_COURT_SILENT = ("open", "not-reached", "not-stated")
STATUSES: dict[Kind, tuple[str, ...]] = {
    "fact": ("triable", "no-genuine-issue", *_COURT_SILENT),
    "law": ("yes", "no", *_COURT_SILENT),
}


@frozen
class _Names:
    """Every name that the doctrine may use."""

    parties: tuple[str, ...]
    facts: list[str]
    factors: tuple[str, ...]
    claims: tuple[str, ...]
    kinds: dict[str, Kind]
    readings: dict[str, tuple[str, ...]]


def doctrine_problems(doctrine: Doctrine, record: Record, opinion: Opinion) -> Iterator[Problem]:
    """Yield all that is wrong with the doctrine, taken with the record and the opinion."""
    names = _Names(
        parties=tuple(party.id for party in record.parties),
        facts=fact_names(record),
        factors=tuple(factor.id for factor in doctrine.factors),
        claims=tuple(claim.id for claim in doctrine.claims),
        kinds={element.id: element.kind for element in doctrine.elements},
        readings={
            reading.id: tuple(value.id for value in reading.values)
            for reading in doctrine.readings
        },
    )
    yield from misquoted(doctrine, opinion)
    yield from _ids(doctrine)
    for factor in doctrine.factors:
        yield from _factor(factor, names)
    yield from _circular(
        "factor", {factor.id: _named(factor.arises.holds_when) for factor in doctrine.factors}
    )
    for element in doctrine.elements:
        yield from _element(element, names)
    yield from _circular(
        "element", {element.id: _named(element.parts) for element in doctrine.elements}
    )
    for precedent in doctrine.precedents:
        yield from _precedent(precedent, doctrine, names)
    yield from court_problems(doctrine.court_names, doctrine.courts)
    yield from _readings(doctrine, names)
    yield from _claims(doctrine, names)


def _ids(doctrine: Doctrine) -> Iterator[Problem]:
    yield from misnamed("factor", [factor.id for factor in doctrine.factors])
    yield from misnamed("claim", [claim.id for claim in doctrine.claims])
    yield from misnamed("element", [element.id for element in doctrine.elements])
    yield from misnamed("precedent", [precedent.id for precedent in doctrine.precedents])
    yield from misnamed("reading", [reading.id for reading in doctrine.readings])
    yield from misnamed("preset", [preset.id for preset in doctrine.presets])
    for reading in doctrine.readings:
        yield from misnamed("value", [value.id for value in reading.values])
    for element in doctrine.elements:
        yield from misnamed("authority", [authority.id for authority in element.authorities])


def _factor(factor: Factor, names: _Names) -> Iterator[Problem]:
    arises = factor.arises
    yield from unknown("fact", arises.facts, names.facts)
    yield from unknown("factor", _named(arises.holds_when), names.factors)
    yield from unknown("factor", (*factor.requires, *factor.excludes), names.factors)
    from_facts = bool(arises.any_of or arises.relied or arises.failures or arises.one_response)
    ways = (from_facts, arises.holds_when is not None, arises.always is not None)
    if sum(ways) != 1:
        yield Problem(
            place_of(factor.id),
            f"the factor '{factor.id}' must arise from facts (any_of, relied, failures, "
            "one_response), hold by definition (holds_when), or be true or false of the case "
            "(always), and only one of these",
        )


def _element(element: Element, names: _Names) -> Iterator[Problem]:
    yield from unknown("claim", [element.claim], names.claims)
    for factors in element.favours.values():
        yield from unknown("factor", factors, names.factors)
    for authority in element.authorities:
        yield from _authority(authority, names)
        yield from _statuses([authority.status], element.kind)
    for gate in element.gates:
        yield from _gate(gate, names)
    yield from unknown("element", _named(element.parts), names.kinds)
    yield from _statuses(element.composed, element.kind)
    yield from _total(element)


def _authority(authority: Authority, names: _Names) -> Iterator[Problem]:
    yield from unknown("party", authority.parties, names.parties)
    yield from unknown("fact", authority.considers, names.facts)
    yield from _under(authority.under, names)
    yield from unknown("factor", _named(authority.when), names.factors)


def _gate(gate: Gate, names: _Names) -> Iterator[Problem]:
    yield from unknown("element", [gate.element], names.kinds)
    yield from _under(gate.under, names)
    if gate.element in names.kinds:
        yield from _statuses(gate.status, names.kinds[gate.element])


def _total(element: Element) -> Iterator[Problem]:
    """Yield a problem if some situation would leave the element undecided or unsupported."""
    last = element.authorities[-1] if element.authorities else None
    covers_all = last and not (last.when or last.parties or last.under)
    if element.parts is None and not covers_all:
        yield Problem(
            place_of(element.id),
            f"the element '{element.id}' may be left undecided: end its authorities with one "
            "that has no when, parties or under, or give it parts",
        )
    outcomes = STATUSES[element.kind][:3]
    missing = [status for status in outcomes if status not in element.composed]
    if element.parts is not None and missing:
        yield Problem(
            place_of(element.id),
            f"the element '{element.id}' has parts: say under composed what supports "
            f"{', '.join(missing)}",
        )


def _statuses(statuses: Iterable[str], kind: Kind) -> Iterator[Problem]:
    for status in statuses:
        if status not in STATUSES[kind]:
            question = f"a question of {kind}"
            yield Problem(
                place_of(status),
                f"'{status}' is no status of {question}: use {', '.join(STATUSES[kind])}",
            )


def _precedent(precedent: Precedent, doctrine: Doctrine, names: _Names) -> Iterator[Problem]:
    yield from unknown("factor", (*precedent.factors, *precedent.absent), names.factors)
    for factor in precedent.absent:
        if factor in precedent.factors:
            remedy = "remove one"
            yield Problem(place_of(factor), f"'{factor}' is both present and absent: {remedy}")
    for found in contradictions(doctrine.factors, precedent.given):
        yield Problem(place_of(precedent.id), f"of '{precedent.id}', {found}")
    for ratios in (precedent.establishes, precedent.denies):
        yield from unknown("reading of precedent", ratios, doctrine.relevant)
        for reading, ratio in ratios.items():
            yield from _ratio(ratio, precedent, doctrine.relevant.get(reading))


def _ratio(
    ratio: Ratio, precedent: Precedent, relevant: Mapping[Side, Iterable[str]] | None
) -> Iterator[Problem]:
    """A material factor must be one of the precedent's, and one that its reader sees at all."""
    yield from unknown(f"factor of {precedent.id}", ratio.material, precedent.factors)
    if relevant is not None:
        seen = [factor for factors in relevant.values() for factor in factors]
        yield from unknown("relevant factor", ratio.material, seen)


def _readings(doctrine: Doctrine, names: _Names) -> Iterator[Problem]:
    yield from unknown("reading", [doctrine.precedent_reading], names.readings)
    values = names.readings.get(doctrine.precedent_reading, ())
    yield from unknown("reading of precedent", doctrine.relevant, values)
    for value in values:
        if len(doctrine.relevant.get(value, ())) < len(get_args(Side)):
            remedy = f"say so under relevant: {value}:, for {' and for '.join(get_args(Side))}"
            yield Problem(place_of(value), f"nothing says what matters on '{value}': {remedy}")
    for sides in doctrine.relevant.values():
        for factors in sides.values():
            yield from unknown("factor", factors, names.factors)
    for preset in doctrine.presets:
        yield from _under({key: (value,) for key, value in preset.readings.items()}, names)


def _claims(doctrine: Doctrine, names: _Names) -> Iterator[Problem]:
    for claim in doctrine.claims:
        yield from unknown("element", _named(claim.parts), names.kinds)
    for ruling in doctrine.rulings:
        yield from unknown("claim", [ruling.claim], names.claims)
        yield from unknown("party", ruling.parties, names.parties)
        yield from _under(ruling.under, names)


def _under(under: Mapping[str, tuple[str, ...]], names: _Names) -> Iterator[Problem]:
    yield from unknown("reading", under, names.readings)
    for reading, values in under.items():
        if reading in names.readings:
            yield from unknown(f"value of {reading}", values, names.readings[reading])


def _named(proposition: Condition | Composition | None) -> list[str]:
    """Return the factors or elements that a proposition names."""
    leaves = (getattr(part, part.op, "") for part in walk(proposition))
    return [leaf for leaf in leaves if leaf]


def _circular(kind: str, uses: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Yield a problem if a name is defined by way of itself."""
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        cycle = error.args[1]
        chain = " by ".join(cycle)
        yield Problem(place_of(cycle[0]), f"a {kind} is defined by itself: {chain}: break it off")
