"""What is studied beside the elements, each from its own file."""

from functools import lru_cache, partial
from pathlib import Path

from attrs import frozen

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.established import Establishing, load_established
from okin_lib.doctrine.generality import Generality, load_generality
from okin_lib.doctrine.stored import PACKAGE
from okin_lib.instruments.comparison.data import Comparisons, load_comparisons
from okin_lib.instruments.jury.data import Remand, load_remand
from okin_lib.instruments.knowledge.data import Knowledge, load_knowledge
from okin_lib.instruments.precedents.courts.data import Courts, load_courts
from okin_lib.instruments.precedents.docket.data import Docket, load_docket
from okin_lib.instruments.precedents.later.data import Later, load_later
from okin_lib.instruments.statute.data import Statute, load_statute
from okin_lib.record.checks import passages
from okin_lib.record.disputes import load_disputes
from okin_lib.record.load import all_of


@frozen(eq=False)
class Studies:
    """The studies of a case, verified against it."""

    knowledge: Knowledge
    statute: Statute
    remand: Remand
    generality: Generality
    established: Establishing
    docket: Docket
    courts: Courts
    later: Later
    comparisons: Comparisons


@lru_cache(maxsize=8)
def studies(case: Case) -> Studies:
    """Return the installed studies, verified against the case; raise `DataError` if they fail."""
    return load_studies(PACKAGE, case)


def load_studies(root: Path, case: Case) -> Studies:
    """Return the studies in the folder ``root``.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    return Studies(
        *all_of(
            [
                partial(load_knowledge, root, case.record, case.opinion),
                partial(load_statute, root, case),
                partial(load_remand, root, case),
                partial(load_generality, root, case),
                partial(load_established, root, case),
                partial(load_docket, root, case),
                partial(load_courts, root, case),
                partial(load_later, root, case),
                partial(load_comparisons, root, case),
            ]
        )
    )


def check_studies(root: Path, case: Case) -> list[str]:
    """Verify the studies in the folder ``root``, and return lines that count what they hold.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    found, disputes = all_of(
        [
            partial(load_studies, root, case),
            partial(load_disputes, root, case.record, case.opinion),
        ]
    )
    return [
        f"disputed matters: {len(disputes)}",
        f"grounds of knowledge: {sum(len(entry.grounds) for entry in found.knowledge.entries)}",
        f"uses of the statute: {len(found.statute.jobs)}",
        f"questions for a jury: {len(found.remand.questions)}",
        f"formulations of the right: {len(found.generality.positions)}",
        f"cases on the docket: {len(found.docket.decided) + len(found.docket.invented)}",
        f"steps of two courts compared: {len(found.courts.steps)}",
        f"later authorities, outside the opinion: {len(found.later.cards)}",
        f"pairs of parties compared: {len(found.comparisons.pairs)}",
        f"quotations verified in these: {len({*passages(found), *passages(disputes)})}",
    ]
