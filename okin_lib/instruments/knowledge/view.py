"""Who knew what as a table: officers down, matters across, each cell with its channel."""

from collections.abc import Mapping

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.knowledge.data import Channel, Knowledge
from okin_lib.instruments.knowledge.reason import Known, knowledge
from okin_lib.page.claims import RECORD
from okin_lib.page.passages import passage
from okin_lib.page.supposition import against_the_record
from okin_lib.page.template import RegionId, render
from okin_lib.page.words import Word, party_names, pinned
from okin_lib.reasoning.types import Scenario

CHANNEL: Mapping[Channel, Word] = {
    "present": Word("●", "present", "he and the wrongdoer were in the same place"),
    "told": Word("◉", "told", "someone is said to have told him or shown him"),
    "inferred": Word("◌", "inferred", "no one is said to have told; it is left to inference"),
    "none": Word("–", "none", "nothing that counts here shows it"),
}


@frozen
class KnownCell:
    """How one matter stands for one officer, as it is shown."""

    id: str
    channel: Word
    was: Word | None
    """By which channel on the record, where that is another."""
    imputed: bool
    facts: tuple[str, ...]
    passage: Markup
    about: str


def knowledge_table(case: Case, scenario: Scenario, region: RegionId, chosen: str = "") -> str:
    """Return who knew what in the scenario.

    Parameters
    ----------
    chosen
        Of whom and what it is shown on what that rests, as `cell_ids` names it; the first, if
        there is none such.
    """
    matters = {matter.id: matter for matter in case.study(Knowledge).matters}
    names, record = party_names(case), knowledge(case, RECORD)
    found = knowledge(case, scenario)
    cells = {
        (now.officer, now.matter): _cell(
            case, now, old, f"{names[now.officer]}, {matters[now.matter].label}"
        )
        for now, old in zip(found, record, strict=True)
    }
    shown = next((known for known in found if cell_id(known) == chosen), found[0])
    moved = sum(cell.was is not None for cell in cells.values())
    return render(
        "instruments/knowledge/knowledge",
        region=region,
        matters=list(matters.values()),
        matter=matters[shown.matter],
        rows=[
            (officer.name, [cells[officer.id, matter] for matter in matters])
            for officer in case.officers
        ],
        chosen=cells[shown.officer, shown.matter],
        moved=against_the_record(scenario, [(moved, len(cells), "answers")]),
        channels=CHANNEL,
    )


def cell_id(known: Known) -> str:
    """Return what names a matter and an officer together."""
    return f"{known.officer}.{known.matter}"


def cell_ids(case: Case) -> list[tuple[str, str]]:
    """Return the id and the name of each matter and officer together."""
    names = party_names(case)
    labels = {matter.id: matter.label for matter in case.study(Knowledge).matters}
    return [
        (cell_id(known), f"{names[known.officer]}, {labels[known.matter]}")
        for known in knowledge(case, RECORD)
    ]


def _cell(case: Case, known: Known, record: Known, about: str) -> KnownCell:
    atoms = case.atoms
    return KnownCell(
        id=cell_id(known),
        channel=CHANNEL[known.channel],
        was=CHANNEL[record.channel] if record.channel != known.channel else None,
        imputed=known.imputed,
        facts=tuple(pinned(atoms[fact]) for fact in known.facts),
        passage=passage(case, known.because, known.officer),
        about=about,
    )
