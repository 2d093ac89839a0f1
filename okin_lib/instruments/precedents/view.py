"""Whether a right was clearly established, and how the precedents are read: wherever it shows."""

from collections.abc import Collection, Mapping

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Answer, Establishing
from okin_lib.doctrine.generality import Generality
from okin_lib.page.passages import passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import listed
from okin_lib.reasoning.established import Year
from okin_lib.record.types import NO_PARTY, PartyId

SIGN: Mapping[Answer, str] = {"yes": "✓", "no": "✗", "open": "◌"}


def answer(case: Case, found: Answer) -> str:
    """Return an answer in a sign and words."""
    return f"{SIGN[found]} {case.study(Establishing).wording.answers[found]}"


def answer_by(case: Case, year: Year) -> str:
    """Return the answer for a year, and the cases that force it, in one line.

    It says so if it rests on a ratio that the opinion does not state.
    """
    by = [case.precedents[each.id].short for each in year.found.by]
    supposed = "; in part as supposed" if year.found.supposed else ""
    return answer(case, year.found.answer) + (f" ({listed(by)}{supposed})" if by else "")


def answered(case: Case, year: Year) -> str:
    """Return the year and its answer in one line."""
    return f"In {year.year}: {answer_by(case, year)}"


def established(case: Case, year: Year, party: PartyId, region: RegionId) -> str:
    """Return whether the right was clearly established in a year for the party, and why."""
    clarity = year.clarity
    return render(
        "instruments/precedents/established",
        year=year,
        wording=case.study(Establishing).wording,
        answer=answer(case, year.found.answer),
        answered=answered(case, year),
        by=[each.name for each in year.found.by],
        because=passages(case, year.found.because, party),
        clarity=clarity,
        clarity_title=case.study(Generality).clarity.title,
        argument=passages(case, clarity.because, party) if clarity else Markup(),
        region=region,
    )


def further_steps(case: Case, reader: str, on: Collection[str], region: RegionId) -> Markup:
    """Return the reading of precedent, and a court's further steps as switches."""
    establishing = case.study(Establishing)
    return render(
        "instruments/precedents/ticks",
        reading=case.readings[case.doctrine.precedent_reading],
        reader=reader,
        further=establishing.wording.steps,
        switches=[
            ("together", case.doctrine.together.label),
            ("clarity", case.study(Generality).clarity.label),
        ],
        together_notes=passages(case, establishing.together_notes, NO_PARTY),
        on=on,
        region=region,
    )
