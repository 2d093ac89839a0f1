"""The disputed matters of the record: whose accounts part, and on which facts."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from okin_lib.record.checks import misnamed, unknown
from okin_lib.record.opinion import Opinion
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import FactId, Record, Side, Support

_FILE = "record/disputes.yaml"


@frozen
class Account:
    """One account of a disputed matter; its facts bind together and are chosen whole."""

    side: Side
    label: str
    facts: tuple[FactId, ...]


@frozen
class Dispute:
    """A matter on which accounts part; with one account only, no contrary one is recited."""

    id: str
    title: str
    page: str
    quote: str
    """Where the opinion shows that it is disputed, or on what it rests."""
    accounts: tuple[Account, ...]
    notes: tuple[Support, ...] = ()
    """What the opinion says of it, and what it leaves undecided."""

    @property
    def facts(self) -> frozenset[FactId]:
        """Every fact of any account."""
        return frozenset(fact for account in self.accounts for fact in account.facts)


@frozen
class _DisputesFile:
    disputes: tuple[Dispute, ...]


def load_disputes(root: Path, record: Record, opinion: Opinion) -> tuple[Dispute, ...]:
    """Return the disputed matters, from the folder ``root``.

    Raises
    ------
    DataError
        With every value that does not fit, every name the record does not have, every fact
        in the wrong account, and every quotation that does not stand on its page, each with
        its line.
    """
    # What reads YAML is slow to import, and what is stored needs none of it.
    from okin_lib.record.data_file import verified
    from okin_lib.record.yamltext import read_yaml

    def wrong(found: _DisputesFile) -> Iterator[Problem]:
        yield from _misnamed(found.disputes, record)
        yield from _shared(found.disputes)

    return verified(read_yaml(root, _FILE), _DisputesFile, opinion, wrong).disputes


def _misnamed(found: tuple[Dispute, ...], record: Record) -> Iterator[Problem]:
    versions = {fact.id: fact.version for fact in record.facts}
    yield from misnamed("dispute", [dispute.id for dispute in found])
    for dispute in found:
        if not dispute.accounts:
            remedy = "give at least one"
            yield Problem(place_of(dispute.id), f"'{dispute.id}' has no accounts: {remedy}")
        for account in dispute.accounts:
            yield from unknown("fact", account.facts, versions)
            yield from _misplaced(account, versions)


def _misplaced(account: Account, versions: Mapping[FactId, str]) -> Iterator[Problem]:
    if not account.facts:
        yield Problem(place_of(account.label), "this account has no facts: name them")
    for fact in account.facts:
        version = versions.get(fact, "any")
        if version not in ("any", account.side):
            remedy = "move it to their account, or correct its version"
            yield Problem(place_of(fact), f"'{fact}' is the version of the {version}: {remedy}")


def _shared(found: tuple[Dispute, ...]) -> Iterator[Problem]:
    """What is chosen whole can be in one matter only."""
    first: dict[str, str] = {}
    for dispute in found:
        for fact in (fact for account in dispute.accounts for fact in account.facts):
            if first.setdefault(fact, dispute.id) != dispute.id:
                remedy = "name it in one matter only"
                yield Problem(place_of(fact), f"'{fact}' is in '{first[fact]}' too: {remedy}")
