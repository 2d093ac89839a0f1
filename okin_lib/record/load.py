"""The record from its files."""

from pathlib import Path
from typing import Any

import attrs
from attrs import frozen
from cattrs import Converter

from okin_lib.record.called import AN_OPINION, Called
from okin_lib.record.data_file import all_of, files_in, read_file
from okin_lib.record.graphic import Graphic
from okin_lib.record.opinion import Opinion
from okin_lib.record.placed import Block, DataError, Items, Place, Problem
from okin_lib.record.structure import new_converter, structure
from okin_lib.record.types import Event, Fact, Hypothetical, Party, Record, Side, SideName, Years
from okin_lib.record.yamltext import read_text, read_yaml

_OPINION = "record/opinion.txt"


@frozen
class _CaseFile:
    law: int
    title: str
    court: str
    year: int
    conduct_year: int
    years: Years
    sides: dict[Side, SideName]
    called: Called = AN_OPINION
    graphic: tuple[Graphic, ...] = ()


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
