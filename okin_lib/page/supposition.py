"""What a scenario supposes, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.readings import Reading, Value
from okin_lib.page.casing import capitalized, uncapitalized
from okin_lib.page.words import listed
from okin_lib.reasoning.types import Scenario
from okin_lib.record.types import Fact, FactId, Hypothetical

ON_RECORD = "On the record"
INVENTED = "HYPOTHETICAL"
"""What marks a fact that is not in the record, where it is told among those that are."""
AsOne = Mapping[str, Sequence[FactId]]
"""Facts that are switched as one, by their label."""
ARTICLES = ("The", "A", "An", "No", "Each")
NAMED = 3  # more facts than this are counted, not named, where there is room for one line


@frozen
class Supposition:
    """What differs from the record as the court read it, each part by its label."""

    left_out: tuple[str, ...]
    added: tuple[str, ...]
    readings: tuple[str, ...]
    moved: str

    @property
    def in_brief(self) -> str:
        """The whole of it on one line."""
        parts = [
            _counted("left out", self.left_out),
            _counted("added, though not in the record", self.added),
            "; ".join(self.readings),
            self.moved,
        ]
        return "; ".join(part for part in parts if part) or "the record, as the court read it"


def supposition(case: Case, scenario: Scenario) -> Supposition:
    """Return what the scenario supposes."""
    return Supposition(
        left_out=tuple(fact.label for fact in _left_out(case, scenario)),
        added=tuple(fact.label for fact in _added(case, scenario)),
        readings=tuple(
            f"{reading.label}: {value.label}" for reading, value in _chosen(case, scenario)
        ),
        moved=f"the events begin in {scenario.year}" if scenario.year else "",
    )


def in_a_clause(case: Case, scenario: Scenario, as_one: AsOne, phrase: str = "") -> str:
    """Return what the scenario supposes, as a sentence on what follows begins.

    Parameters
    ----------
    as_one
        Facts that are called by one label where all of them are left out.
    phrase
        How what is left out and added is called, if it has a name.
    """
    if scenario == Scenario():
        return ON_RECORD
    changed = phrase or _facts_in_a_clause(case, scenario, as_one)
    parts = [changed] if changed else []
    read = dict(scenario.readings)
    court = next(
        (each for each in case.doctrine.presets if each.readings == {**case.defaults, **read}),
        None,
    )
    if read and court:
        parts.append(court.phrase)
    else:
        parts += [uncapitalized(value.label) for _, value in _chosen(case, scenario)][:NAMED]
    if scenario.year:
        parts.append(f"with the events in {scenario.year}")
    return capitalized(", ".join(parts))


def marked_label(fact: Fact | Hypothetical) -> str:
    """Return the label of a fact; before that of one that is invented, that it is."""
    return f"{INVENTED}: {fact.label}" if isinstance(fact, Hypothetical) else fact.label


def _facts_in_a_clause(case: Case, scenario: Scenario, as_one: AsOne) -> str:
    whole = {label: facts for label, facts in as_one.items() if scenario.without >= {*facts}}
    named = {fact for facts in whole.values() for fact in facts}
    alone = [fact.label for fact in _left_out(case, scenario) if fact.id not in named]
    without = [*(f"“{label}”" for label in whole), *map(_in_a_sentence, alone)]
    added = [f"“{fact.label}”" for fact in _added(case, scenario)]
    parts = []
    if without:
        parts.append(f"without {_named(without)}")
    if added:
        parts.append(f"with {_named(added)} added")
    return ", ".join(parts)


def _named(labels: list[str]) -> str:
    return listed(labels) if len(labels) < NAMED else f"{len(labels)} facts"


def _in_a_sentence(label: str) -> str:
    """A label within a sentence: it begins small unless with a name."""
    first, second, *_ = (*label.split(" "), "")
    of_a_name = first.endswith("'s") or second[:1].isupper()
    return label if of_a_name and first not in ARTICLES else uncapitalized(label)


def against_the_record(scenario: Scenario, counts: Iterable[tuple[int, int, str]]) -> str:
    """Return how much stands otherwise than on the record: how many, of how many, of what."""
    if scenario == Scenario():
        return "As on the record: nothing is switched."
    told = [f"{some} of {every} {what}" for some, every, what in counts if some]
    if not told:
        return "What is switched changes nothing here: all of it is as on the record."
    return f"Otherwise than on the record: {' and '.join(told)}, each marked."


def itemized(case: Case, scenario: Scenario) -> Iterator[str]:
    """Yield each thing that the scenario supposes, with the name that the command line takes."""
    for fact in _left_out(case, scenario):
        yield f"left out: {fact.label} ({fact.id})"
    for added in _added(case, scenario):
        yield f"added, though not in the record: {added.label} ({added.id})"
    for reading, value in _chosen(case, scenario):
        yield f"{reading.label}: {value.label} ({reading.id}={value.id})"
    if scenario.year:
        yield f"the events begin in {scenario.year}"


def _left_out(case: Case, scenario: Scenario) -> Iterator[Fact]:
    return (fact for fact in case.record.facts if fact.id in scenario.without)


def _added(case: Case, scenario: Scenario) -> Iterator[Hypothetical]:
    return (fact for fact in case.record.hypotheticals if fact.id in scenario.added)


def _chosen(case: Case, scenario: Scenario) -> Iterator[tuple[Reading, Value]]:
    """Yield each reading that is not at its default, with its value."""
    chosen = dict(scenario.readings)
    for reading in case.readings.values():
        for value in reading.values:
            if chosen.get(reading.id) == value.id:
                yield reading, value


def _counted(what: str, labels: tuple[str, ...]) -> str:
    if not labels:
        return ""
    return f"{what}: {'; '.join(labels) if len(labels) <= NAMED else f'{len(labels)} facts'}"
