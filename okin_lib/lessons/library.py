"""The lessons there are."""

from functools import lru_cache, partial
from pathlib import Path

from okin_lib.doctrine.case import Case, load_case
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.plan import LessonPlan, load_lesson
from okin_lib.reasoning.scenario import UnknownName
from okin_lib.record.load import all_of

FOLDER = Path(__file__).parent


def lesson_ids() -> list[str]:
    """Return the ids of all lessons, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def open_lesson(lesson_id: str, code: str = "") -> Guided:
    """Return the lesson at its start; raise `UnknownName` if there is none of that id.

    Parameters
    ----------
    code
        The code of the scenario to start from; the record's own if empty.
    """
    if lesson_id not in lesson_ids():
        raise UnknownName("lesson", lesson_id, lesson_ids())
    return Guided.of(load_case(), _plan(lesson_id), code)


def check_lessons(root: Path, case: Case) -> str:
    """Verify every lesson in the folder ``root``, and return a line that counts them.

    Raises
    ------
    DataError
        With everything found wrong: file, line and remedy.
    """
    files = sorted((root / FOLDER.name).glob("*.yaml"))
    plans = all_of([partial(load_lesson, path, case) for path in files])
    return f"lessons: {len(plans)}"


@lru_cache(maxsize=16)
def _plan(lesson_id: str) -> LessonPlan:
    return load_lesson(FOLDER / f"{lesson_id}.yaml", load_case())
