"""All that ships, from its sources: the case with what studies it, examples, and lessons."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from okin_lib.course.memo.data import CAPSTONE
from okin_lib.course.teaching.data import TEACHING, Teaching
from okin_lib.doctrine.case import Case
from okin_lib.doctrine.compiled import compile_case, counts, with_studies
from okin_lib.doctrine.established import ESTABLISHING
from okin_lib.doctrine.generality import GENERALITY
from okin_lib.doctrine.patterns import PATTERNS
from okin_lib.doctrine.study_file import Study
from okin_lib.instruments.glossary.data import GLOSSARY
from okin_lib.lessons.instruments import INSTRUMENTS
from okin_lib.lessons.lesson_file import LessonPlan, Plan
from okin_lib.lessons.load import load_plan
from okin_lib.lessons.misconceptions import MISCONCEPTIONS, Misconceptions
from okin_lib.record.checks import passages, unknown
from okin_lib.record.data_file import all_of
from okin_lib.record.placed import Problem, refuse

STUDIES: tuple[Study[Any], ...] = (
    *(GENERALITY, ESTABLISHING, PATTERNS),
    *(study for instrument in INSTRUMENTS for study in instrument.studies),
    *(CAPSTONE, MISCONCEPTIONS, TEACHING),
)
"""What the reasoning itself, the instruments and the course ask for beside the elements."""


def read_case(root: Path) -> Case:
    """Return the case in the folder ``root`` with all that its instruments study, verified.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    return with_studies(root, compile_case(root), STUDIES)


def read_example(root: Path) -> Case:
    """Return the case in the folder ``root``, with its own glossary alone; as `read_case` does."""
    return with_studies(root, compile_case(root), (GLOSSARY,))


def read_lessons(root: Path, case: Case) -> dict[str, Plan]:
    """Return every lesson in the folder ``root``, verified, by id; raise `DataError` as above."""
    folders = sorted((root / "examples").glob("*/"))
    read = all_of([partial(read_example, folder) for folder in folders])
    examples = {folder.name: each for folder, each in zip(folders, read, strict=True)}
    files = sorted((root / "lessons").glob("*.yaml"))
    plans = all_of([partial(load_plan, path, case, examples) for path in files])
    found = {plan.id: plan for plan in plans}
    refuse(_of_no_lesson(root, case, found))
    return found


def _of_no_lesson(root: Path, case: Case, plans: Mapping[str, Plan]) -> Iterator[Problem]:
    """What is said of a notebook that there is not; where, only what is read anew remembers."""
    about: tuple[Study[Misconceptions] | Study[Teaching], ...] = (MISCONCEPTIONS, TEACHING)
    for study in about:
        if study.kind in case.studies:
            yield from unknown("notebook", study.load(root, case).notebooks, plans)


def counted(case: Case) -> list[str]:
    """Return a line for each kind of thing that the case holds, with how many there are."""
    quoted = {*passages(list(map(case.study, case.studies))), *passages(case.disputes)}
    return [
        *counts(case),
        f"disputed matters: {len(case.disputes)}",
        *(line for study in STUDIES for line in study.counted(case)),
        f"quotations verified in these: {len(quoted)}",
    ]


def counted_lessons(plans: Mapping[str, Plan]) -> str:
    """Return a line that counts the lessons."""
    guided = sum(isinstance(plan, LessonPlan) for plan in plans.values())
    return f"lessons: {guided}; boards that nothing closes: {len(plans) - guided}"
