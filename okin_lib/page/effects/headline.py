"""The outcome in one sentence, which is also what is read out; and what its words mean."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.statuses import Motion
from okin_lib.page.casing import uncapitalized
from okin_lib.page.claims import RECORD
from okin_lib.page.effects.strip import Analyses
from okin_lib.page.ground import elements_changed, on_other_ground, stirred
from okin_lib.page.outcomes import BECOMES, becomes, number
from okin_lib.page.sides import side_of
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import how_it_stands, listed, party_names
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import PartyId

MARKED = Markup("<mark>{}</mark>")
OTHERWISE = "; some of it stands on other ground"
GROUND = Markup(', <span class="ground">on other ground</span>')
NAMED = 2  # elements, or parties, that are named and not counted


def headline(
    case: Case, claim: str, supposed: str, analyses: Analyses, said: str, region: RegionId
) -> str:
    """Return the sentence.

    Parameters
    ----------
    claim
        The claim that it is about.
    supposed
        What is supposed, as the sentence begins.
    said
        What is to be known of the last act, if anything is.
    """
    now = analyses[2]
    its = case.claims[claim]
    motions = {found.motion for found in now.dispositions if found.claim == claim}
    return render(
        "page/effects/headline",
        region=region,
        sentence=sentence(case, claim, supposed, analyses),
        said=said,
        meanings=[m for each in BECOMES if each in motions and (m := becomes(its, each).meaning)],
        of_a_court=case.record.called.of_a_court,
        lean=_lean(case, claim, now),
    )


def sentence(case: Case, claim: str, supposed: str, analyses: Analyses) -> Markup:
    """Return what is supposed and what comes of it."""
    return Markup("{}, {}.").format(supposed, _outcome(case, claim, analyses))


def _outcome(case: Case, claim: str, analyses: Analyses) -> Markup:
    record, _, now = analyses
    moved = _moved(case, record, now)
    if now.scenario != RECORD and not moved:
        other = any(map(on_other_ground, record.findings, now.findings))
        return MARKED.format("nothing changes") + (OTHERWISE if other else "")
    outcome = Markup("; ").join(_rulings(case, claim, analyses))
    if now.scenario == RECORD or _ruled_otherwise(record, now):
        return outcome
    changes = Markup("{} is <mark>{}</mark>")
    named = [changes.format(*each) for each in moved[:NAMED]]
    if len(moved) > NAMED:
        named.append(Markup("{} more change").format(number(len(moved) - NAMED)))
    return Markup("{}; {}").format(outcome, Markup(", ").join(named))


def _rulings(case: Case, claim: str, analyses: Analyses) -> Iterator[Markup]:
    """Yield what becomes of a claim, parties of whom the same does taken together."""
    record, before, now = analyses
    asked = {found.party for found in now.findings if found.claim == claim}
    asked &= {found.party for found in now.dispositions if found.claim == claim}
    alike: dict[Motion, list[PartyId]] = {}
    for party in (each for each in case.parties if each in asked):
        alike.setdefault(now.motion(claim, party), []).append(party)
    moved = any(before.motion(claim, party) != now.motion(claim, party) for party in asked)
    said = f"the claim{_which(case, claim, now)} against {{}} {{}}{{}}"
    for place, (motion, parties) in enumerate(alike.items()):
        ground = (
            GROUND if not moved and all(_stirred(before, now, party) for party in parties) else ""
        )
        was = {record.motion(claim, party) for party in parties}
        verb = becomes(case.claims[claim], motion).verb
        verb = verb if was == {motion} else MARKED.format(verb)
        ruling = "against {} it {}{}" if place else said
        yield Markup(ruling).format(_who(case, parties, asked), verb, ground)


def _which(case: Case, claim: str, now: Analysis) -> str:
    """Which claim it is, where there are several."""
    several = {each.claim for each in now.dispositions if case.claims[each.claim].parts}
    return f" of {uncapitalized(case.claims[claim].label)}" if len(several) > 1 else ""


def _stirred(before: Analysis, now: Analysis, party: PartyId) -> bool:
    last, its = before.findings_of(party), now.findings_of(party)
    return any(stirred(last[key], its[key]) for key in its)


def _who(case: Case, parties: Sequence[PartyId], asked: set[PartyId]) -> str:
    if len(parties) <= NAMED:
        names = party_names(case)
        return listed(names[party] for party in parties)
    every = "all " if len(parties) == len(asked) else ""
    roles = {case.parties[party].role for party in parties}
    return f"{every}{number(len(parties))} {'officers' if roles == {'officer'} else 'parties'}"


def _moved(case: Case, record: Analysis, now: Analysis) -> list[tuple[str, str]]:
    """Each element that changed for anyone, once: its name, and how it stands for the first."""
    return [
        (uncapitalized(case.elements[key].label), how_it_stands(case, its))
        for key, its in elements_changed(record, now).items()
    ]


def _ruled_otherwise(was: Analysis, now: Analysis) -> bool:
    pairs = zip(was.dispositions, now.dispositions, strict=True)
    return any(before.motion != after.motion for before, after in pairs)


def _lean(case: Case, claim: str, now: Analysis) -> str:
    """The side to which what is open leans, if all that is open of the first claim leans alike."""
    leans = {
        side_of(case, found.lean, found.party) if found.lean else ""
        for found in now.findings
        if found.claim == claim
        and found.status == "open"
        and case.elements[found.element].parts is not None
    }
    return leans.pop() if len(leans) == 1 else ""
