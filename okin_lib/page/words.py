"""The words and signs that findings are shown in. Every view takes them from here."""

from calendar import month_name
from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Grade, Status
from okin_lib.page.sides import side_of
from okin_lib.reasoning.posed import Presence
from okin_lib.reasoning.types import Finding
from okin_lib.record.types import (
    Fact,
    FactStatus,
    Hypothetical,
    PartyId,
    Source,
    Speaker,
    Support,
)


@frozen
class Word:
    """A status as it is shown: a sign, the word, and what the word means."""

    sign: str
    text: str
    meaning: str


STATUS: Mapping[Status, Word] = {
    "triable": Word("◆", "triable", "a reasonable factfinder could so find"),
    "no-genuine-issue": Word("◇", "no genuine issue", "no reasonable factfinder could so find"),
    "yes": Word("■", "yes", "the question of law is answered yes"),
    "no": Word("□", "no", "the question of law is answered no"),
    "open": Word("◐", "open", "the court did not decide this; reasonable readers differ"),
    "not-reached": Word(
        "○", "not reached", "another answer makes the question unnecessary, or nothing raises it"
    ),
    "not-stated": Word("–", "not stated", "the court ruled without saying how it saw this"),
}

GRADE: Mapping[Grade, str] = {
    "decided": "{text} says so",
    "strong": "it follows with all the more reason, or from a rule that {text} states",
    "open": "reasonable readers differ; the best argument of each side is shown",
}

_SPEAKER: Mapping[Speaker, str] = {
    "court": "the court",
    "precedent": "the court, quoting or restating a precedent",
    "district-court": "the district court",
    "argument": "a party's argument, as the court reports it",
}

FACT_STATUS: Mapping[FactStatus, tuple[str, ...]] = {
    "undisputed": ("undisputed",),
    "plaintiff": ("account of {plaintiff}",),
    "officers": ("account of {officers}",),
    "disputed": ("disputed",),
    "pleading": ("pleading or argument", "not evidence"),
    "court": ("the court's own characterization",),
}
"""Whose account a fact is, and what is said of it besides, if anything."""

PRESENCE: Mapping[Presence | None, str] = {
    "on": "on",
    "left-out": "left out",
    "set-aside": "set aside on the motion",
    None: "not supposed",
}


def marked(presence: Presence) -> str:
    """Return what stands before a fact that does not stand, to say why; nothing before others."""
    return "" if presence == "on" else f"({PRESENCE[presence]}) "


def tallied(missing: Iterable[Presence]) -> str:
    """Return how many facts do not stand, by why, as in "2 left out"; empty for none."""
    counts = Counter(missing)
    ways: tuple[Presence, ...] = ("left-out", "set-aside")
    return ", ".join(f"{counts[way]} {PRESENCE[way]}" for way in ways if counts[way])


JOINT: Mapping[str, str] = {"all": "and", "any": "or"}


def how_it_stands(case: Case, finding: Finding) -> str:
    """Return how a finding stands, in words: "open, leaning to ..."."""
    text, lean = STATUS[finding.status].text, finding.lean
    return f"{text}, leaning to {side_of(case, lean, finding.party)}" if lean else text


def graded(case: Case, finding: Finding) -> str:
    """Return how a finding stands and, where something is found, how firmly."""
    firmly = firmness(finding.status, finding.grade)
    return how_it_stands(case, finding) + (f" ({firmly})" if firmly else "")


def firmness(status: Status, grade: Grade) -> str:
    """Return the grade of a finding; nothing where nothing is found, or its word says it."""
    return "" if status in ("open", "not-reached", "not-stated") else grade


def meaning(case: Case, grade: Grade) -> str:
    """Return what a grade claims."""
    return GRADE[grade].format(text=case.record.called.text)


def whose_words(case: Case, speaker: Speaker) -> str:
    """Return whose words a passage is, as the case names them."""
    return case.record.called.speakers.get(speaker, _SPEAKER[speaker])


def spoken_by(case: Case, support: Support) -> str:
    """Return whose words a passage is and, in a court's opinion, of what weight."""
    who = whose_words(case, support.speaker)
    return f"{who} · {support.weight}" if case.record.called.of_a_court else who


def whose_account(case: Case, status: FactStatus) -> tuple[str, ...]:
    """Return whose account a fact is, and what is said of it besides, if anything."""
    sides: dict[str, str] = {key: side.label for key, side in case.record.sides.items()}
    return tuple(part.format(**sides) for part in FACT_STATUS[status])


def fact_status(case: Case, status: FactStatus) -> str:
    """Return whose account a fact is, in words."""
    return ", ".join(whose_account(case, status))


def pinned(fact: Fact | Hypothetical) -> str:
    """Return the label of a fact with its page, or that it is not in the record."""
    return f"{fact.label} ({fact.page if isinstance(fact, Fact) else 'not in the record'})"


def source(told: Source) -> str:
    """Return whose testimony or report a fact is, with its hearsay chain."""
    return ", reporting ".join([f"{speaker(told.who)} ({put_in(told)})", *told.hops])


def put_in(told: Source) -> str:
    """Return the form in which a fact is told, and whose that is where another wrote it down."""
    form = form_of(told.form)
    return f"words in {told.written_by}'s {form}" if told.written_by else form


def form_of(form: str) -> str:
    """Return the form in which a fact is told, in words."""
    return "recital of the record" if form == "record" else form


def speaker(who: str) -> str:
    """Return whose account something is, in words."""
    return "the court" if who == "court" else who


def day(iso: str) -> str:
    """Return an ISO date, or its year or month, as it is written in American English."""
    match iso.split("-"):
        case [year, month, day]:
            return f"{month_name[int(month)]} {int(day)}, {year}"
        case [year, month]:
            return f"{month_name[int(month)]} {year}"
        case _:
            return iso


def spaced(key: str) -> str:
    """Return an id in words."""
    return key.replace("-", " ")


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Return the words as a list in a sentence."""
    *most, last = words
    return f"{', '.join(most)} {joint} {last}" if most else last


def party_names(case: Case) -> Mapping[PartyId, str]:
    """Return the name of every party by id."""
    return {party.id: party.name for party in case.record.parties}
