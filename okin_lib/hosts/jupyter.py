"""What a notebook calls."""

import logging
from functools import cache

from traitlets.config import Application

from okin_lib.hosts.session import Session
from okin_lib.hosts.widget import LessonWidget
from okin_lib.lessons.library import open_lesson


@cache
def show(lesson_id: str, part: str) -> LessonWidget:
    """Return the widget for one part of a lesson; a kernel has one lesson of each id.

    Parameters
    ----------
    lesson_id : str
        Which lesson.
    part : str
        Which of its parts.
    """
    return LessonWidget(_session(lesson_id), part)


@cache
def _session(lesson_id: str) -> Session:
    _log_where_the_kernel_does()
    return Session(open_lesson(lesson_id))


def _log_where_the_kernel_does() -> None:
    """Send what goes wrong to the server's terminal: a widget's standard error shows nowhere."""
    logger = logging.getLogger("okin")
    for handler in Application.instance().log.handlers:
        logger.addHandler(handler)
