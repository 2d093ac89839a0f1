"""The law, year by year: the years to move, what they come to in a sentence, and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer, Establishing
from okin_lib.doctrine.generality import Generality
from okin_lib.instruments.years.in_lesson import YearsPlan
from okin_lib.instruments.years.marks import marks
from okin_lib.instruments.years.reason import Course, conduct, line
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import listed
from okin_lib.reasoning.established import Year

WIRE: Mapping[str | None, str] = {"yes": "run", "open": "hang", "no": "dead", None: "shut"}

EFFECT: Mapping[Answer, str] = {
    "yes": "so not immune: the line runs",
    "no": "so immune: the line stops",
    "open": "the line hangs",
}
"""What an answer does to the line."""
AT_AN_END = 5
"""Years from the first or the last in which what is written above would run out of the chart."""


@frozen
class AtYear:
    """Where a learner is among the years."""

    case: Case
    plan: YearsPlan
    year: int
    reader: str
    on: frozenset[str]
    found: Year
    """How the law of the year stands on the reading that is chosen, with all that is argued."""
    closed: frozenset[int] = frozenset()
    """The years that answer a question which is yet to come."""

    @cached_property  # three panels ask for it
    def lines(self) -> tuple[Course, ...]:
        """Every reading."""
        return tuple(
            line(
                self.case,
                self.plan.party,
                reader,
                self.year,
                sorted(self.on) if reader == self.reader else None,
                self.closed,
            )
            for reader in self.plan.read
        )

    @property
    def years(self) -> range:
        """The years of the conduct."""
        return conduct(self.case, self.year)

    @property
    def own(self) -> range:
        """The years of the conduct on the record."""
        return conduct(self.case, self.case.record.conduct_year)


def span(years: range) -> str:
    """Return the first and the last year, as in "1999-2001" or, with a dash, "2001-03"."""
    first, last = years[0], years[-1]
    short = f"{last % 100:02d}" if first // 100 == last // 100 else str(last)
    return str(first) if first == last else f"{first}–{short}"


def when(
    place: AtYear, steps: Markup, code: str, query: str, notice: str, region: RegionId
) -> str:
    """Return the years to step and slide through, the ``steps`` of a reading, and the way back.

    Parameters
    ----------
    code, query
        The code of all this, which the page's own address should bear, and a link's query.
    notice
        What is to be known of the code that was asked for.
    """
    case = place.case
    return render(
        "instruments/years/when",
        place=place,
        span=span,
        years=case.years,
        steps=steps,
        code=code,
        query=query,
        notice=notice,
        region=region,
    )


def headline(place: AtYear) -> str:
    """Return what conduct of the year comes to on each reading, and what of it changed."""
    plan = place.plan
    lines = sorted(place.lines, key=lambda each: not each.chosen)
    said = "; ".join(f"{_phrase(plan, each.now)} {plan.read[each.reader].said}" for each in lines)
    sentence = f"For conduct in {span(place.years)} the right was {said}."
    return " ".join((sentence, *_changed(place, lines), *_argued(place)))


def _phrase(plan: YearsPlan, years: Sequence[Year]) -> str:
    first, *later = years
    said, last = [plan.found[first.found.answer]], first
    for each in later:
        if each.found.answer != last.found.answer:
            said.append(f"and from {each.year} {plan.found[each.found.answer]}")
        last = each
    return ", ".join(said)


def _changed(at: AtYear, lines: Sequence[Course]) -> Iterator[str]:
    """Say what differs from the record, and what a step comes to that is not the usual one."""
    case, said = at.case, at.plan.read
    taken = [each for each in lines if each.usual is not None]
    if at.years == at.own and not taken:
        return
    moved = [said[each.reader].said for each in lines if each.moved]
    ground = [said[each.reader].said for each in lines if each.other_ground]
    if moved:
        yield f"Changed: the answer {listed(moved)}."
    else:
        yield "No answer changed" + (f"; the ground did {listed(ground)}." if ground else ".")
    for each in taken:
        cases = listed(case.precedents[name].short for name in case.doctrine.together.of)
        how = "together" if each.together else "each by itself"
        yield f"{cases} are read {how}" + (", to the same end." if each.idle else ".")


def _argued(at: AtYear) -> Iterator[str]:
    if "clarity" in at.on:
        clarity = at.case.study(Generality).clarity
        none = "no general rule had been identified by then to argue it from"
        yield f"{clarity.title}." if at.found.clarity else f"Obvious clarity: {none}."


def chart(place: AtYear, region: RegionId) -> str:
    """Return the precedents over the years, the conduct among them, and a line a reading."""
    case = place.case
    reading = case.readings[case.doctrine.precedent_reading]
    return render(
        "instruments/years/chart",
        place=place,
        span=span,
        years=case.years,
        end=_end(case.years, place.years[0]),
        marks=marks(case, place.plan, place.years),
        values={value.id: value for value in reading.values},
        cases=listed(case.precedents[each].short for each in case.doctrine.together.of),
        wires=WIRE,
        asked=case.study(Establishing).wording.asked,
        note=case.study(Establishing).date_notes[0],
        region=region,
    )


def _end(years: range, year: int) -> str:
    """At which end of the years a year is, if it is at one."""
    if year < years[AT_AN_END]:
        return "first"
    return "last" if year > years[-1 - AT_AN_END] else ""


def reasons(place: AtYear, answers: Collection[tuple[str, str]], region: RegionId) -> str:
    """Return why each reading answers the first year of the conduct so.

    Parameters
    ----------
    answers
        By reading, its answer in a line.
    """
    case, clarity = place.case, place.found.clarity
    return render(
        "instruments/years/why",
        place=place,
        span=span,
        wording=case.study(Establishing).wording,
        effect=EFFECT,
        answers=dict(answers),
        said=lambda supports: passages(case, supports, place.plan.party),
        clarity=clarity,
        clarity_title=case.study(Generality).clarity.title,
        region=region,
    )
