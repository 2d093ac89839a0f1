"""Which facts are shown: all of them, or those that hold some words or bear on an element."""

from attrs import evolve, frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import NO_ELEMENT, ElementId
from okin_lib.page.act import Act, known
from okin_lib.page.words import source
from okin_lib.record.types import Fact, FactId, Hypothetical

LONGEST = 100
FIELDS = ("words", "element")


@frozen
class Search:
    """Words that a fact must hold, and the element that it must bear on; empty for any."""

    words: str = ""
    element: ElementId = NO_ELEMENT

    def after(self, case: Case, act: Act) -> "Search":
        """Return the search with one of its fields changed."""
        if act.target == "words":
            return evolve(self, words=act.text(LONGEST))
        return evolve(self, element=act.choice([NO_ELEMENT, *case.elements]))

    def checked(self, case: Case) -> "Search":
        """Return the search, which comes from outside; raise `BadEvent` if no act leads to it."""
        words = Act("search", "words", self.words).text(LONGEST)
        return Search(words, known("element", self.element, [NO_ELEMENT, *case.elements]))

    def found(self, case: Case) -> frozenset[FactId] | None:
        """Return the ids of the facts that are shown; None for every one."""
        return _found(case, self) if self.words.strip() or self.element else None


EVERYTHING = Search()


def _found(case: Case, search: Search) -> frozenset[FactId]:
    facts = case.bearing[search.element] if search.element else case.atoms.keys()
    words = search.words.casefold().split()
    return frozenset(fact for fact in facts if all(word in _text(case, fact) for word in words))


def _text(case: Case, fact: FactId) -> str:
    """All that can be found of a fact: what it says, whose account it is, quotation and page."""
    atom: Fact | Hypothetical = case.atoms[fact]
    said = [atom.label, atom.statement]
    if isinstance(atom, Fact):
        said += [atom.quote, atom.page, *atom.used, source(atom.source)]
    return " ".join(said).casefold()
