"""What a framing comes to, in a sentence, and what of it changed."""

from collections.abc import Iterator

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.generality import Generality, Position
from okin_lib.instruments.precedents.framing.in_lesson import FramingPlan
from okin_lib.instruments.precedents.framing.where import Where, as_reader
from okin_lib.page.words import listed
from okin_lib.reasoning.established import Year


def headline(
    case: Case, plan: FramingPlan, year: Year, before: Year, here: Where, named: Position | None
) -> str:
    """Return what the right was, by what is material, and whether that is as at first.

    Parameters
    ----------
    before
        How it stands where the lesson begins.
    named
        The position that this is, if it has a name.
    """
    by = listed(case.precedents[each.id].short for each in year.found.by) if year.found.by else ""
    found = f"{plan.found[year.found.answer]}{f', by {by}' if by else ''}"
    sentence = f"So taken, for conduct in {year.year} the right was {found}."
    return " ".join(
        (sentence, *_taken(case, here, named), *_changed(case, plan, year, before, here))
    )


def _taken(case: Case, here: Where, named: Position | None) -> Iterator[str]:
    _, ticks, on = here
    if named:
        yield f"{named.label}."
    counts = (f"{len(held)} of {case.precedents[name].short}" for name, held in ticks)
    cases = listed(case.precedents[name].short for name in case.doctrine.together.of)
    how = "together" if "together" in on else "each by itself"
    yield f"Material: {', '.join(counts)}; {cases} {how}."
    if "clarity" in on:
        yield f"{case.study(Generality).clarity.title}."


def _changed(
    case: Case, plan: FramingPlan, year: Year, before: Year, here: Where
) -> Iterator[str]:
    start = as_reader(case, plan, case.defaults[case.doctrine.precedent_reading], frozenset())
    if here[:2] == start[:2] and here[2] - {"clarity"} == start[2]:
        return
    was, now = before.found, year.found
    if was.answer != now.answer:
        yield f"That changed: it was {plan.found[was.answer]}."
    elif [each.id for each in was.by] != [each.id for each in now.by]:
        yield "The answer did not change; its ground did."
    else:
        yield "The answer did not change."
