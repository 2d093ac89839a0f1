"""The names of courts, as people write them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from unicodedata import normalize

from attrs import frozen

from okin_lib.record.placed import Problem, brief, place_of

_LONGEST = 120
_ALIKE, _LIKE = 0.8, 0.75
"""From what likeness on one word, and one name, may be meant by another."""

_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")


class BadCourt(ValueError):
    """A text that names no court; the message says what to write."""


@frozen
class CourtNames:
    """How the names of courts are read."""

    left_out: tuple[str, ...] = ()
    """Phrases that do not tell courts apart."""
    same: dict[str, tuple[str, ...]] = {}
    """By word: the phrases that mean it."""
    others: tuple[str, ...] = ()
    """Courts that the precedents do not bind."""

    def key(self, name: str) -> str:
        """Return what all usual spellings of a court's name have in common."""
        return "".join(self._words(name))

    def find(self, name: str, courts: Sequence[str]) -> str | None:
        """Return which of ``courts`` is called ``name`` in one of its usual spellings."""
        key = self.key(name)
        return next((court for court in courts if self.key(court) == key), None)

    def read(self, name: str, bound: Sequence[str]) -> str:
        """Return the usual name of the court that ``name`` names, or ``name`` if it is no other.

        Parameters
        ----------
        bound
            The courts that the precedents bind.

        Raises
        ------
        BadCourt
            If it names none, or is nearly the name of one.
        """
        words = self._words(name) if len(name) <= _LONGEST else []
        if not words:
            raise BadCourt(f"must be the name of a court, as in {bound[0]}, not {brief(name)}")
        courts = {self.key(court): court for court in (*bound, *self.others)}
        if found := courts.get("".join(words)):
            return found
        if near := self._within(words, bound) or self._near(words, courts):
            raise BadCourt(
                f"{brief(name)} is no court known here; did you mean '{near}'? If it is another "
                "court, write its name out"
            )
        return name

    def _words(self, name: str) -> list[str]:
        plain = _plain(name)
        meanings = self._meanings
        longest = max(map(len, meanings), default=1)
        words: list[str] = []
        at = 0
        while at < len(plain):
            sizes = range(min(longest, len(plain) - at), 0, -1)
            size = next((n for n in sizes if tuple(plain[at : at + n]) in meanings), 0)
            words += meanings[tuple(plain[at : at + size])] if size else [plain[at]]
            at += size or 1
        return words

    @cached_property  # a file of a hundred parties asks for it some ten thousand times
    def _meanings(self) -> dict[tuple[str, ...], list[str]]:
        """Return the words that each phrase stands for."""
        dropped: dict[tuple[str, ...], list[str]] = {tuple(_plain(p)): [] for p in self.left_out}
        meant = {
            tuple(_plain(phrase)): word.split()
            for word, phrases in self.same.items()
            for phrase in phrases
        }
        return dropped | meant

    def _within(self, words: Sequence[str], courts: Sequence[str]) -> str | None:
        """Return the court whose name stands among other words, or is cut short."""
        ends = range(1, len(words) + 1)
        runs = {"".join(words[start:end]) for end in ends for start in range(end)}
        whole = "".join(words)
        for court in courts:
            key = self.key(court)
            if key in runs or (len(whole) > 1 and key.startswith(whole)):
                return court
        return None

    def _near(self, words: Sequence[str], courts: Mapping[str, str]) -> str | None:
        """Return which of the courts, by key, has a name like these words, misspelt ones too."""
        known = {word for phrase in self._meanings for word in phrase if len(word) > 3}
        known |= {word for meant in self._meanings.values() for word in meant}
        right = (next(iter(get_close_matches(word, known, 1, _ALIKE)), word) for word in words)
        for key in (self.key(" ".join(right)), "".join(words)):
            if near := get_close_matches(key, courts, 1, _LIKE):
                return courts[near[0]]
        return None


def court_problems(names: CourtNames, bound: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem for each court that cannot be told from another, or has no name."""
    first: dict[str, str] = {}
    for court in (*bound, *names.others):
        key = names.key(court)
        if not key or key in first:
            other = f"'{first[key]}'" if key else "no court"
            yield Problem(place_of(court), f"'{court}' reads as {other}: remove or rename one")
        first[key] = court


def _plain(name: str) -> list[str]:
    """Return the words of a name in small letters, its initials together."""
    text = normalize("NFKC", name).casefold()
    return re.findall(r"\w+", _INITIALS.sub(r"\1", re.sub(r"['\u2018\u2019]", "", text)))
