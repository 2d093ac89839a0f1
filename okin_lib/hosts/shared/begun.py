"""A lesson as it is opened, computed once for all who open it so."""

from functools import lru_cache

from attrs import frozen

from okin_lib.hosts.lasting import InBrowser
from okin_lib.hosts.session import Session
from okin_lib.lessons.guided import Guided
from okin_lib.lessons.taken_up import Address
from okin_lib.lessons.whole import Whole
from okin_lib.page.regions import Regions

MOST = 64
"""More than the lessons there are, with the notes and without; and a class opens one link."""


@frozen
class Begun:
    """The lesson of an address, and all that it shows."""

    lesson: Guided | Whole
    regions: Regions


@lru_cache(MOST)
def begun(address: Address) -> Begun:
    """Return what an address opens."""
    lesson = address.opened()
    return Begun(lesson, dict(lesson.regions()))


def opened(address: Address) -> Session[Guided | Whole]:
    """Return a session of a lesson that begins, which the browser of a learner keeps."""
    first = begun(address)
    return Session(first.lesson, InBrowser(address), first.regions)
