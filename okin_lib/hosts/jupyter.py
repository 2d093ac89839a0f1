"""What a notebook calls."""

import gc
import logging
import os
from functools import cache
from pathlib import Path

from traitlets.config import Application

from okin_lib.hosts import log_lines
from okin_lib.hosts.keeping import Keeping
from okin_lib.hosts.kept_file import KeptFile
from okin_lib.hosts.lasting import InBrowser, InFolder
from okin_lib.hosts.log_lines import OURS, Sparing
from okin_lib.hosts.query import address
from okin_lib.hosts.session import L, Session
from okin_lib.hosts.widget import LessonWidget, under_voila
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.taken_up import Address
from okin_lib.lessons.whole import Whole


def show(lesson_id: str, part: str) -> LessonWidget:
    """Return the widget for one part of a lesson; a kernel has one lesson of each id.

    Parameters
    ----------
    lesson_id : str
        Which lesson.
    part : str
        Which of its parts.

    Raises
    ------
    ValueError
        For a lesson or a part that there is not, with those that there are.
    """
    return _widget(lesson_id, part)


def opened(lesson: L, keeping: Keeping[L] | None = None) -> Session[L]:
    """Return a session of a lesson, of which the kernel's log is told what goes wrong."""
    session = Session(lesson, keeping)
    _ready()
    return session


# A cell that is run again shows the lesson as it is, since the cells of its other parts show it
# too; a lesson begins anew where the kernel does, as Restart Kernel and Run All Cells has it.
@cache
def _widget(lesson_id: str, part: str) -> LessonWidget:
    return LessonWidget(_session(lesson_id), part)


@cache
def _session(lesson_id: str) -> Session[Guided | Whole]:
    asked = address(lesson_id, os.environ.get("QUERY_STRING", ""), up="../../")
    return opened(asked.opened(), _keeping(asked))


def _keeping(asked: Address) -> Keeping[Guided | Whole]:
    """Return where the lesson lasts: all who open a page of Voila share the notebook's folder."""
    if under_voila():
        return InBrowser(asked)
    return InFolder(asked, KeptFile(Path.cwd(), asked.lesson_id))


@cache
def _ready() -> None:
    """Make the kernel ready for lessons, once the first is there."""
    gc.freeze()  # the law stays: to look through it for garbage would hold up a click
    _log_where_the_kernel_does()


def _log_where_the_kernel_does() -> None:
    """Send what goes wrong to the server's terminal: a widget's standard error shows nowhere."""
    if not Application.initialized():  # no kernel: a script that makes one of its own may follow
        return
    logger = logging.getLogger(OURS)
    for handler in Application.instance().log.handlers:
        logger.addHandler(handler)
        if under_voila():  # what the page of a stranger gives rise to
            handler.setFormatter(log_lines.of_a_kernel()())
            handler.addFilter(Sparing(*log_lines.OF_A_KERNEL))
