"""Who knew what as a table: officers down, matters across, each cell with its channel."""

from collections.abc import Mapping

from attrs import frozen
from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.knowledge.data import Channel, Knowledge
from okin_lib.instruments.knowledge.reason import Known, knowledge
from okin_lib.page.passages import passage
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
class Cell:
    """How one matter stands for one officer, as it is shown."""

    channel: Word
    imputed: bool
    facts: tuple[str, ...]
    passage: Markup
    id: str
    about: str


def knowledge_table(case: Case, scenario: Scenario, region: RegionId) -> str:
    """Return who knew what in the scenario."""
    matters, names = case.study(Knowledge).matters, party_names(case)
    labels = {matter.id: matter.label for matter in matters}
    cells = {
        (known.officer, known.matter): _cell(
            case, known, f"{names[known.officer]}, {labels[known.matter]}", region
        )
        for known in knowledge(case, scenario)
    }
    return render(
        "instruments/knowledge/knowledge",
        region=region,
        matters=matters,
        rows=[
            (officer.name, [cells[officer.id, matter.id] for matter in matters])
            for officer in case.officers
        ],
        channels=CHANNEL,
    )


def _cell(case: Case, known: Known, about: str, region: RegionId) -> Cell:
    atoms = case.atoms
    where = f"{region}-{known.officer}-{known.matter}"
    return Cell(
        channel=CHANNEL[known.channel],
        imputed=known.imputed,
        facts=tuple(pinned(atoms[fact]) for fact in known.facts),
        passage=passage(case, known.because),
        id=where,
        about=about,
    )
