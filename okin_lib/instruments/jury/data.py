"""What a jury is asked where the case goes on, element by element."""

from collections.abc import Iterator
from string import Formatter

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.elements import ElementId
from okin_lib.doctrine.study_file import Study
from okin_lib.record.checks import unknown
from okin_lib.record.placed import Problem, place_of
from okin_lib.record.types import Role, Support

_PARTY = "party"


@frozen
class Asked:
    """What a jury is asked; the text has ``{party}`` for the party's name."""

    text: str
    because: Support

    def asked_of(self, party: str) -> str:
        """Return the question about the party of this name."""
        return self.text.format(**{_PARTY: party})


@frozen
class JuryQuestion(Asked):
    """What a jury is asked on an element."""

    element: ElementId


@frozen
class Undecided(Asked):
    """What a jury is asked besides, of which the opinion decides nothing and no element asks."""

    roles: tuple[Role, ...]
    """The roles of the parties of whom it is asked."""


@frozen(eq=False)
class Remand:
    """The questions, and what must be said with them."""

    notes: tuple[Support, ...]
    ladder: tuple[Support, ...]
    """How blameworthy a state of mind is, and what follows."""
    questions: tuple[JuryQuestion, ...]
    undecided: tuple[Undecided, ...]


def _wrong(found: Remand, case: Case) -> Iterator[Problem]:
    kinds = {element.id: element.kind for element in case.doctrine.elements}
    asked = set()
    for question in found.questions:
        place = place_of(question.element)
        yield from unknown("element", [question.element], kinds)
        if kinds.get(question.element) == "law":
            remedy = "remove it"
            yield Problem(place, f"'{question.element}' is a question for the court: {remedy}")
        if question.element in asked:
            yield Problem(place, f"'{question.element}' is asked twice: remove one")
        asked.add(question.element)
    for each in (*found.questions, *found.undecided):
        if not _names_party_only(each.text):
            remedy = "write {party} where its name goes, and no other braces"
            yield Problem(place_of(each.text), f"the question does not name its party: {remedy}")


def _names_party_only(text: str) -> bool:
    try:
        parts = list(Formatter().parse(text))
    except ValueError:  # a brace that is not closed
        return False
    fields = [(field, form, turn) for _, field, form, turn in parts if field is not None]
    return bool(fields) and all(part == (_PARTY, "", None) for part in fields)


JURY = Study(
    Remand,
    "instruments/jury/data.yaml",
    _wrong,
    {"questions for a jury": lambda found: len(found.questions) + len(found.undecided)},
)
