"""What the case has of one kind, by id."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from okin_lib.api.ids import UnknownKey
from okin_lib.api.records import Records
from okin_lib.api.shown import Recorded, Shown
from okin_lib.record.nearest import meant


class Named(Recorded, Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """What it is asked for by."""


T = TypeVar("T", bound=Named)


class Catalog(Shown, Mapping[str, T], Generic[T]):
    """Everything of one kind: ``facts["some-id"]``, or ``facts.some_id``, which Tab completes.

    Parameters
    ----------
    values
        What there is, in order.
    kind, title
        What one of them is called, and what all are.

    Examples
    --------
    >>> import okin_lib as okin
    >>> okin.facts["football-talk"].told_by
    'Okin (allegation)'
    >>> okin.facts.football_talk == okin.facts.search("football")[0]
    True
    >>> okin.facts["football"]
    Traceback (most recent call last):
    okin_lib.api.ids.UnknownKey: unknown fact 'football'; did you mean 'football-talk'?
    """

    def __init__(self, values: Iterable[T], kind: str, title: str) -> None:
        self._by_id = {value.id: value for value in values}
        self._kind = kind
        self.title = title

    def __getitem__(self, key: str) -> T:
        try:
            return self._by_id[key]
        except (KeyError, TypeError):
            raise UnknownKey(self._kind, str(key), self._by_id) from None

    def __getattr__(self, name: str) -> T:
        key = name.replace("_", "-")
        if name.startswith("_") or key not in self._by_id:
            known = [each.replace("-", "_") for each in self.__dict__.get("_by_id", ())]
            raise AttributeError(f"no {self._kind} {name!r}; {meant(name, known)}")
        return self._by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *(key.replace("-", "_") for key in self._by_id)]

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._by_id)

    def records(self) -> Records[T]:
        """Return all of them in order, as a table."""
        return Records(self._by_id.values(), self.title)

    def search(self, words: str) -> Records[T]:
        """Return those in which every one of the words stands, in whatever case."""
        sought = words.lower().split()
        found = (
            value
            for value in self._by_id.values()
            if (told := " ".join(map(str, value.to_record().values())).lower())
            and all(word in told for word in sought)
        )
        return Records(found, f"{self.title} with {words!r}")

    def __str__(self) -> str:
        return str(self.records())

    def _repr_html_(self) -> str:
        return self.records()._repr_html_()
