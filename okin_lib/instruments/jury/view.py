"""What a jury would be asked, party by party, and what must be said with it."""

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.jury.data import Remand
from okin_lib.instruments.jury.reason import Issue, Trial, remand
from okin_lib.page.badge import badge
from okin_lib.page.claims import RECORD, shown
from okin_lib.page.outcomes import ruled
from okin_lib.page.passages import passage, passages
from okin_lib.page.supposition import against_the_record
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import STATUS, Word, pinned
from okin_lib.reasoning.types import Analysis
from okin_lib.record.types import NO_PARTY, PartyId


@frozen
class TrialRow:
    """A party as it is listed: how many questions there are, and what becomes of the motions."""

    party: PartyId
    name: str
    count: int
    motions: tuple[str, ...]
    was: str
    """How it is on the record, where that is otherwise by more than how a question stands."""
    moved: bool
    """Whether anything of it is otherwise than on the record."""


@frozen
class IssueRow:
    """A question as it is shown: how it stands, the words it is drawn from, and the evidence."""

    text: str
    badge: Markup
    was: Word | None
    """How it stands on the record, where that is otherwise."""
    page: str
    passage: Markup
    facts: tuple[str, ...]
    id: str
    about: str


def remand_questions(
    case: Case, analysis: Analysis, region: RegionId, chosen: PartyId = NO_PARTY
) -> str:
    """Return the questions for a jury in the analysis, and what becomes of the motions.

    Parameters
    ----------
    chosen
        The party of which the questions are shown; the first, if there is none such.
    """
    found = case.study(Remand)
    claims = tuple(dict.fromkeys(finding.claim for finding in analysis.findings))
    usual = shown(case, claims, RECORD)
    trials, record = remand(case, analysis), remand(case, usual)
    rows = [_trial(case, now, old) for now, old in zip(trials, record, strict=True)]
    picked = next((trial for trial in trials if trial.party == chosen), trials[0])
    moved = sum(row.moved for row in rows)
    return render(
        "instruments/jury/remand",
        region=region,
        notes=passages(case, found.notes, NO_PARTY),
        ladder=passages(case, found.ladder, NO_PARTY),
        trials=rows,
        chosen=rows[trials.index(picked)],
        rows=[_row(case, issue, usual, region) for issue in picked.issues],
        undecided=[
            (each.text, passage(case, each.because, picked.party)) for each in picked.undecided
        ],
        moved=against_the_record(analysis.scenario, [(moved, len(rows), "lists of questions")]),
    )


def _trial(case: Case, now: Trial, old: Trial) -> TrialRow:
    told, before = _motions(case, now), _motions(case, old)
    same = (len(now.issues), told) == (len(old.issues), before)
    return TrialRow(
        party=now.party,
        name=case.parties[now.party].name,
        count=len(now.issues),
        motions=told,
        was="" if same else f"{len(old.issues) or 'no'} questions; {'; '.join(before)}",
        moved=not same or [_status(each) for each in now.issues] != [*map(_status, old.issues)],
    )


def _motions(case: Case, trial: Trial) -> tuple[str, ...]:
    return tuple(
        f"{case.claims[each.claim].label}: {ruled(case, each)}" for each in trial.dispositions
    )


def _status(issue: Issue) -> tuple[str, str, str | None]:
    return issue.text, issue.finding.status, issue.finding.lean


def _row(case: Case, issue: Issue, record: Analysis, region: RegionId) -> IssueRow:
    found = issue.finding
    old = record.findings_of(found.party)[found.element]
    return IssueRow(
        text=issue.text,
        badge=badge(case, found),
        was=STATUS[old.status] if old.status != found.status else None,
        page=issue.because.page,
        passage=passage(case, issue.because, found.party),
        facts=tuple(pinned(case.atoms[fact]) for fact in found.facts),
        id=f"{region}-{found.party}-{found.element}",
        about=f"{case.parties[found.party].name}, {case.elements[found.element].label}",
    )
