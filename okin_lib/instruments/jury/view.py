"""What a jury would be asked, party by party, and what must be said with it."""

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.jury.data import Remand
from okin_lib.instruments.jury.reason import Issue, remand
from okin_lib.page.badge import badge
from okin_lib.page.passages import passage, passages
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import party_names, pinned, ruled
from okin_lib.reasoning.types import Analysis


@frozen
class IssueRow:
    """A question as it is shown: how it stands, the words it is drawn from, and the evidence."""

    text: str
    badge: Markup
    passage: Markup
    facts: tuple[str, ...]
    id: str
    about: str


def remand_questions(case: Case, analysis: Analysis, region: RegionId) -> str:
    """Return the questions for a jury in the analysis, and what becomes of the motions."""
    names, found = party_names(case), case.study(Remand)
    return render(
        "instruments/jury/remand",
        region=region,
        notes=passages(case, found.notes),
        ladder=passages(case, found.ladder),
        trials=[
            (
                names[trial.party],
                [_row(case, issue, region) for issue in trial.issues],
                [(each.text, passage(case, each.because)) for each in trial.undecided],
                [f"{case.claims[each.claim].label}: {ruled(each)}" for each in trial.dispositions],
                f"{region}-{trial.party}",
            )
            for trial in remand(case, analysis)
        ],
    )


def _row(case: Case, issue: Issue, region: RegionId) -> IssueRow:
    found = issue.finding
    where = f"{region}-{found.party}-{found.element}"
    return IssueRow(
        text=issue.text,
        badge=badge(case, found),
        passage=passage(case, issue.because),
        facts=tuple(pinned(case.atoms[fact]) for fact in found.facts),
        id=where,
        about=f"{case.parties[found.party].name}, {case.elements[found.element].label}",
    )
