"""The outcome in one sentence, which is also what is read out; and what its words mean."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from okin_lib.doctrine.case import Case
from okin_lib.instruments.board.bar import supposition_of
from okin_lib.instruments.board.in_lesson import BoardPlan
from okin_lib.instruments.board.strip import Analyses
from okin_lib.page.claims import RECORD
from okin_lib.page.ground import changed, on_other_ground
from okin_lib.page.supposition import in_a_clause
from okin_lib.page.template import RegionId, render
from okin_lib.page.outcomes import MEANT, OUTCOME, number
from okin_lib.page.words import how_it_stands, listed, party_names
from okin_lib.reasoning.types import Analysis, Scenario
from okin_lib.record.types import PartyId

ON_RECORD = "On the record"
MARKED = Markup("<mark>{}</mark>")
CHANGED_NAMED = 2  # elements that are named where no motion changed


def headline(
    case: Case, plan: BoardPlan, analyses: Analyses, said: str, region: RegionId
) -> str:
    """Return the sentence.

    Parameters
    ----------
    said
        What is to be known of the last act, if anything is.
    """
    now = analyses[2]
    motions = {found.motion for found in now.dispositions if found.claim == plan.claims[0]}
    return render(
        "instruments/board/headline",
        region=region,
        sentence=sentence(case, plan, analyses),
        said=said,
        meanings=[MEANT[motion] for motion in MEANT if motion in motions],
        lean=_lean(case, plan, now),
    )


def sentence(case: Case, plan: BoardPlan, analyses: Analyses) -> Markup:
    """Return what is supposed and what comes of it."""
    supposed = analyses[2].scenario
    made = supposition_of(case, plan, supposed)
    lead = ON_RECORD if supposed == RECORD else in_a_clause(case, supposed, made and made.phrase)
    return Markup("{}, {}.").format(lead, _outcome(case, plan, analyses))


def _outcome(case: Case, plan: BoardPlan, analyses: Analyses) -> Markup:
    record, before, now = analyses
    moved = _moved(case, record, now)
    if now.scenario != RECORD and not moved:
        other = any(map(on_other_ground, record.findings, now.findings))
        ground = "; some of it stands on other ground" if other else ""
        return MARKED.format("nothing changes") + ground
    outcome = Markup("; ").join(_rulings(case, plan, record, now))
    if now.scenario != RECORD and not _ruled_otherwise(record, now):
        changes = Markup("{} is <mark>{}</mark>")
        named = [changes.format(*each) for each in moved[:CHANGED_NAMED]]
        more = len(moved) - len(named)
        named += [Markup("{} more change").format(number(more))] if more else []
        return Markup("{}; {}").format(outcome, Markup(", ").join(named))
    same = before.scenario != now.scenario and not _ruled_otherwise(before, now)
    stirred = any(
        changed(was, its) or on_other_ground(was, its)
        for was, its in zip(before.findings, now.findings, strict=True)
    )
    ground = Markup(', <span class="ground">on other ground</span> than before')
    return outcome + ground if same and stirred else outcome


def _rulings(
    case: Case, plan: BoardPlan, record: Analysis, now: Analysis
) -> Iterator[Markup]:
    """Yield what becomes of the first claim, parties alike taken together; then of others."""
    claim = plan.claims[0]
    asked = {found.party for found in now.findings if found.claim == claim}
    alike: dict[str, list[PartyId]] = {}
    for party in (each for each in case.parties if each in asked):
        alike.setdefault(now.motion(claim, party), []).append(party)
    for place, (motion, parties) in enumerate(alike.items()):
        was = {record.motion(claim, party) for party in parties}
        said = OUTCOME[motion]
        verb = said if said.endswith("s") else f"is {said}"
        marked = MARKED.format(verb) if was != {motion} else escape(verb)
        subject = "it" if place else "the claim"
        against = _who(case, parties, asked)
        yield Markup("{}against {} {}{}").format(
            "" if place else f"{subject} ", against, f"{subject} " if place else "", marked
        )


def _who(case: Case, parties: Sequence[PartyId], asked: set[PartyId]) -> str:
    if len(parties) <= CHANGED_NAMED:
        names = party_names(case)
        return listed(names[party] for party in parties)
    every = "all " if len(parties) == len(asked) else ""
    roles = {case.parties[party].role for party in parties}
    return f"{every}{number(len(parties))} {'officers' if roles == {'officer'} else 'parties'}"


def _moved(case: Case, record: Analysis, now: Analysis) -> list[tuple[str, str]]:
    """Each element that changed for anyone, once: its name, and how it stands for the first."""
    found: dict[str, tuple[str, str]] = {}
    for was, its in zip(record.findings, now.findings, strict=True):
        if changed(was, its):
            label = case.elements[its.element].label
            found.setdefault(its.element, (label[:1].lower() + label[1:], how_it_stands(case, its)))
    return list(found.values())


def _ruled_otherwise(was: Analysis, now: Analysis) -> bool:
    pairs = zip(was.dispositions, now.dispositions, strict=True)
    return any(before.motion != after.motion for before, after in pairs)


def _lean(case: Case, plan: BoardPlan, now: Analysis) -> str:
    """The side to which what is open leans, if all that is open of the first claim leans alike."""
    leans = {
        found.lean
        for found in now.findings
        if found.claim == plan.claims[0]
        and found.status == "open"
        and case.elements[found.element].parts is not None
    }
    lean = leans.pop() if len(leans) == 1 else None
    return case.record.sides[lean].label if lean else ""
