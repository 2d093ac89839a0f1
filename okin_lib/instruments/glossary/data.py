"""The words of the law and of the course, and what each means."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.record.placed import Problem, place_of

LONGEST = 40
"""So many words explain one: more would be another lesson."""


@frozen
class Used:
    """Where the opinion uses a word, or says what it means."""

    page: str
    quote: str


@frozen
class Term:
    """A word, and what it means, in a sentence or two."""

    term: str
    means: str
    forms: tuple[str, ...] = ()
    """What else stands for it in a text: its plural, or a phrase that it is part of."""
    only: bool = False
    """Whether it is explained only in these forms: the word itself is common in another sense."""
    used: Used | None = None

    @property
    def id(self) -> str:
        """What names it on a page."""
        return self.term.replace(" ", "-")

    @property
    def said(self) -> tuple[str, ...]:
        """All that stands for it in a text."""
        return self.forms if self.only else (self.term, *self.forms)


@frozen(eq=False)
class Glossary:
    """Every word that is explained."""

    terms: tuple[Term, ...]

    @cached_property
    def of(self) -> dict[str, Term]:
        """The terms by what stands for them."""
        return {said: term for term in self.terms for said in term.said}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds them in a text, the longest of those that begin at one place."""
        longest = sorted(self.of, key=len, reverse=True)
        return re.compile(rf"(?<![\w\"“-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.I)


def _wrong(found: Glossary, case: Case) -> Iterator[Problem]:
    del case  # its opinion is compared with what is quoted already
    first: dict[str, str] = {}
    for term in found.terms:
        for said in term.said:
            if said != said.lower():
                remedy = "write it in small letters: a text has it in any"
                yield Problem(place_of(said), f"'{said}' has capitals: {remedy}")
            if said in first:
                remedy = "let it stand for one"
                taken = place_of(first[said])
                yield Problem(place_of(said), f"'{said}' is taken at {taken}: {remedy}")
            first.setdefault(said, said)
        if len(term.means.split()) > LONGEST:
            remedy = f"explain it in {LONGEST} words"
            yield Problem(place_of(term.means), f"'{term.term}' takes too many: {remedy}")


GLOSSARY = Study(
    Glossary,
    "instruments/glossary/data.yaml",
    _wrong,
    {"words explained": lambda found: len(found.terms)},
)
