"""The record from its files."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import frozen
from cattrs import Converter

from okin_lib.record.checks import misquoted
from okin_lib.record.opinion import Opinion
from okin_lib.record.structure import new_converter, structure
from okin_lib.record.types import Event, Fact, Hypothetical, Party, Record, Side, SideName
from okin_lib.record.yamltext import (
    Block,
    DataError,
    Items,
    Place,
    Problem,
    read_text,
    read_yaml,
)

T = TypeVar("T")

_OPINION = "record/opinion.txt"


@frozen
class _CaseFile:
    title: str
    court: str
    year: int
    conduct_year: int
    sides: dict[Side, SideName]


@frozen
class _PartiesFile:
    parties: tuple[Party, ...]


@frozen
class _HypotheticalsFile:
    hypotheticals: tuple[Hypothetical, ...]


@frozen
class _EventFile:
    event: Event
    facts: tuple[Fact, ...]


def read_opinion(root: Path) -> Opinion:
    """Return the opinion in the folder ``root``, or raise `DataError`."""
    text = read_text(root, _OPINION)
    try:
        return Opinion.from_text(text)
    except ValueError as error:
        raise DataError([Problem(Place(_OPINION, 1), str(error))]) from None


def read_record(root: Path) -> Record:
    """Return the record in the folder ``root``, its form checked but not its content.

    Raises
    ------
    DataError
        With every value that does not fit its field.
    """
    converter = new_converter()
    case, parties, hypotheticals, *events = all_of(
        [
            lambda: read_file(root, "record/case.yaml", _CaseFile, converter),
            lambda: read_file(root, "record/parties.yaml", _PartiesFile, converter),
            lambda: read_file(root, "record/hypotheticals.yaml", _HypotheticalsFile, converter),
            *(
                lambda file=file: _read_event(root, file, converter)
                for file in files_in(root, "record/facts")
            ),
        ]
    )
    return Record(
        **attrs.asdict(case, recurse=False),
        parties=parties.parties,
        events=tuple(file.event for file in events),
        facts=tuple(fact for file in events for fact in file.facts),
        hypotheticals=hypotheticals.hypotheticals,
    )


def with_map_ids_resolved(record: Record) -> Record:
    """Return the record with facts named by their own ids wherever a map id was used."""
    own = slugs(record)
    return attrs.evolve(
        record,
        facts=tuple(
            attrs.evolve(fact, drawn_from=tuple(own.get(name, name) for name in fact.drawn_from))
            for fact in record.facts
        ),
    )


def slugs(record: Record) -> dict[str, str]:
    """Map id to the id of its fact."""
    return {fact.map: fact.id for fact in record.facts}


def read_file(root: Path, file: str, cls: type[T], converter: Converter) -> T:
    """Return what ``file`` in the folder ``root`` holds, as a ``cls``, or raise `DataError`."""
    return structure(converter, read_yaml(root, file), cls)


def verified(
    root: Path,
    file: str,
    cls: type[T],
    opinion: Opinion,
    wrong: Callable[[T], Iterable[Problem]],
) -> T:
    """Return what ``file`` in the folder ``root`` holds, as a ``cls``.

    Parameters
    ----------
    wrong
        Yields what is wrong with it beyond its form and its quotations.

    Raises
    ------
    DataError
        With every value that does not fit, every quotation that does not stand on its page,
        and all that ``wrong`` yields, each with its line.
    """
    found = read_file(root, file, cls, new_converter())
    if problems := [*misquoted(found, opinion), *wrong(found)]:
        raise DataError(problems)
    return found


def files_in(root: Path, folder: str) -> list[str]:
    """Return the YAML files of a folder of ``root``, in order of name."""
    return sorted(path.relative_to(root).as_posix() for path in (root / folder).glob("*.yaml"))


def all_of(readings: Iterable[Callable[[], Any]]) -> list[Any]:
    """Return what each of ``readings`` returns, or raise one `DataError` for all that fail."""
    results = []
    problems: list[Problem] = []
    for reading in readings:
        try:
            results.append(reading())
        except DataError as error:
            problems.extend(error.problems)
    if problems:
        raise DataError(problems)
    return results


def _read_event(root: Path, file: str, converter: Converter) -> _EventFile:
    return structure(converter, _with_event(read_yaml(root, file)), _EventFile)


def _with_event(data: Block) -> Block:
    """Return ``data`` with the event's id in each of its facts, as far as both are there."""
    event, facts = data.get("event"), data.get("facts")
    if not (isinstance(event, Block) and "id" in event and isinstance(facts, Items)):
        return data

    def placed(fact: Any) -> Any:
        bare = isinstance(fact, Block) and "event" not in fact
        return fact.having("event", event["id"]) if bare else fact

    return data.having("facts", Items(map(placed, facts), facts.places, facts.place))
