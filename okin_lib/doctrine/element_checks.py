"""What must be true of an element beyond its form."""

from collections.abc import Iterable, Iterator

from okin_lib.doctrine.elements import Authority, Element, Gate
from okin_lib.doctrine.names import Names, unknown_readings, used
from okin_lib.doctrine.statuses import STATUSES, Kind
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of


def element_problems(element: Element, names: Names) -> Iterator[Problem]:
    """Yield all that is wrong with an element."""
    yield from unknown("claim", [element.claim], names.claims)
    for factors in element.favours.values():
        yield from unknown("factor", factors, names.factors)
    for authority in element.authorities:
        yield from _authority(authority, names)
        yield from _statuses([authority.status], element.kind)
    for gate in element.gates:
        yield from _gate(gate, names)
    yield from unknown("element", used(element.parts), names.kinds)
    yield from _statuses(element.composed, element.kind)
    yield from _statuses(element.negated, element.kind)
    yield from _total(element)


def _authority(authority: Authority, names: Names) -> Iterator[Problem]:
    yield from unknown("party", authority.parties, names.parties)
    yield from unknown("fact", authority.considers, names.facts)
    yield from unknown_readings(authority.under, names)
    yield from unknown("factor", used(authority.when), names.factors)


def _gate(gate: Gate, names: Names) -> Iterator[Problem]:
    yield from unknown("element", [gate.element], names.kinds)
    yield from unknown_readings(gate.under, names)
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
