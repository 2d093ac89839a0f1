"""What must be true of the doctrine beyond its form."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from okin_lib.doctrine.court_names import court_problems
from okin_lib.doctrine.element_checks import element_problems
from okin_lib.doctrine.factors import Factor
from okin_lib.doctrine.law import Doctrine
from okin_lib.doctrine.names import Names, unknown_readings, used
from okin_lib.doctrine.precedent_checks import precedent_problems, together_problems
from okin_lib.doctrine.reason_checks import reason_problems
from okin_lib.record.checks import ids_ever, misnamed, misquoted, unknown
from okin_lib.record.opinion import Opinion
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Record, Side


def doctrine_problems(doctrine: Doctrine, record: Record, opinion: Opinion) -> Iterator[Problem]:
    """Yield all that is wrong with the doctrine, taken with the record and the opinion."""
    names = Names.of(doctrine, record)
    yield from misquoted(doctrine, opinion)
    yield from _ids(doctrine)
    for factor in doctrine.factors:
        yield from _factor(factor, names)
    yield from _circular(
        "factor", {factor.id: used(factor.arises.holds_when) for factor in doctrine.factors}
    )
    for element in doctrine.elements:
        yield from element_problems(element, names)
        yield from reason_problems(element, doctrine, record)
    yield from _circular(
        "element", {element.id: used(element.parts) for element in doctrine.elements}
    )
    for precedent in doctrine.precedents:
        yield from precedent_problems(precedent, doctrine, names)
    yield from together_problems(doctrine)
    yield from court_problems(doctrine.court_names, doctrine.courts)
    yield from _readings(doctrine, names)
    yield from _claims(doctrine, names)


def _ids(doctrine: Doctrine) -> Iterator[Problem]:
    yield from misnamed("factor", [factor.id for factor in doctrine.factors])
    yield from misnamed("claim", [claim.id for claim in doctrine.claims])
    yield from misnamed("element", [element.id for element in doctrine.elements])
    yield from misnamed("precedent", [precedent.id for precedent in doctrine.precedents])
    yield from misnamed("reading", ids_ever(doctrine.readings))
    yield from misnamed("preset", [preset.id for preset in doctrine.presets])
    for reading in doctrine.readings:
        yield from misnamed("value", ids_ever(reading.values))
    for element in doctrine.elements:
        yield from misnamed("authority", [authority.id for authority in element.authorities])


def _readings(doctrine: Doctrine, names: Names) -> Iterator[Problem]:
    reads = doctrine.precedent_reading
    yield from unknown("reading", [reads] if reads else [], names.readings)
    yield from _without_precedents(doctrine)
    values = names.readings.get(reads, ())
    yield from unknown("reading of precedent", doctrine.relevant, values)
    for value in values:
        if len(doctrine.relevant.get(value, ())) < len(get_args(Side)):
            remedy = f"say so under relevant: {value}:, for {' and for '.join(get_args(Side))}"
            yield Problem(place_of(value), f"nothing says what matters on '{value}': {remedy}")
    for sides in doctrine.relevant.values():
        for factors in sides.values():
            yield from unknown("factor", factors, names.factors)
    for preset in doctrine.presets:
        yield from unknown_readings(
            {key: (value,) for key, value in preset.readings.items()}, names
        )


def _without_precedents(doctrine: Doctrine) -> Iterator[Problem]:
    """Yield a problem for each authority that asks what precedents force, where none is read."""
    if not doctrine.precedent_reading:
        for element in doctrine.elements:
            for each in (each for each in element.authorities if each.kind == "precedents"):
                remedy = "name the reading in doctrine/precedents.yaml, under precedent_reading"
                yield Problem(place_of(each.id), f"no precedents are read for this: {remedy}")


def _claims(doctrine: Doctrine, names: Names) -> Iterator[Problem]:
    for claim in doctrine.claims:
        yield from unknown("element", used(claim.parts), names.kinds)
    for ruling in doctrine.rulings:
        yield from unknown("claim", [ruling.claim], names.claims)
        yield from unknown("party", ruling.parties, names.parties)
        yield from unknown_readings(ruling.under, names)


def _factor(factor: Factor, names: Names) -> Iterator[Problem]:
    arises = factor.arises
    yield from unknown("fact", arises.facts, names.facts)
    yield from unknown("factor", used(arises.holds_when), names.factors)
    yield from unknown(
        "factor", (*factor.requires, *factor.excludes, *factor.shows), names.factors
    )
    from_facts = bool(arises.any_of or arises.relied or arises.failures or arises.one_response)
    ways = (
        from_facts,
        arises.holds_when is not None,
        arises.always is not None,
        arises.undecided,
    )
    if sum(ways) != 1:
        yield Problem(
            place_of(factor.id),
            f"the factor '{factor.id}' must arise from facts (any_of, relied, failures, "
            "one_response), hold by definition (holds_when), be true or false of the case "
            "(always) or never be known (undecided), and only one of these",
        )
    computed = arises.holds_when is not None or arises.undecided
    if computed != (factor.absence is None):
        yield Problem(
            place_of(factor.id),
            f"the factor '{factor.id}' must say what its absence means (absence: not-shown or "
            "not-known), unless it sums up others (holds_when) or is never known (undecided)",
        )
    if bool(arises.failures) != (arises.occasions > 0):
        yield Problem(
            place_of(factor.id),
            f"the factor '{factor.id}' must say on how many occasions failures are repeated: give "
            "failures and occasions, or neither",
        )


def _circular(kind: str, uses: Mapping[str, list[str]]) -> Iterator[Problem]:
    """Yield a problem if a name is defined by way of itself."""
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as error:
        cycle = error.args[1]
        chain = " by ".join(cycle)
        yield Problem(place_of(cycle[0]), f"a {kind} is defined by itself: {chain}: break it off")
