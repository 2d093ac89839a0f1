"""The lessons there are."""

from functools import lru_cache, partial
from pathlib import Path

from okin_lib.doctrine.case import Case, load_case
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.lesson_file import LessonPlan, WholePlan, load_lesson, load_whole
from okin_lib.lessons.whole import Whole
from okin_lib.reasoning.scenario import UnknownName
from okin_lib.record.load import all_of

FOLDER = Path(__file__).parent
OPEN = "open"
"""The folder, in that of the lessons, of the boards that ask for no prediction."""


def lesson_ids() -> list[str]:
    """Return the ids of all guided lessons, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def open_ids() -> list[str]:
    """Return the ids of all boards that ask for no prediction, in order."""
    return sorted(path.stem for path in (FOLDER / OPEN).glob("*.yaml"))


def start(lesson_id: str, code: str = "") -> Guided | Whole:
    """Return the lesson, or the board without one, at its start.

    Raises
    ------
    UnknownName
        If there is none of that id.
    """
    if lesson_id in open_ids():
        return open_board(lesson_id, code)
    if lesson_id not in lesson_ids():
        raise UnknownName("lesson", lesson_id, [*lesson_ids(), *open_ids()])
    return open_lesson(lesson_id, code)


def open_board(board_id: str, code: str = "") -> Whole:
    """Return the board at its start; see `open_lesson`."""
    if board_id not in open_ids():
        raise UnknownName("board", board_id, open_ids())
    return Whole.of(load_case(), _whole(board_id), code)


def open_lesson(lesson_id: str, code: str = "") -> Guided:
    """Return the guided lesson at its start; raise `UnknownName` if there is none of that id.

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
    boards = sorted((root / FOLDER.name / OPEN).glob("*.yaml"))
    wholes = all_of([partial(load_whole, path, case) for path in boards])
    return f"lessons: {len(plans)}; boards without a prediction: {len(wholes)}"


@lru_cache(maxsize=16)
def _plan(lesson_id: str) -> LessonPlan:
    return load_lesson(FOLDER / f"{lesson_id}.yaml", load_case())


@lru_cache(maxsize=4)
def _whole(board_id: str) -> WholePlan:
    return load_whole(FOLDER / OPEN / f"{board_id}.yaml", load_case())
