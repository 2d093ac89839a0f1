"""Short ways for tests to have an analysis shown."""

from okin_lib.lessons.installed import load_case
from okin_lib.page.changes import what_changed
from okin_lib.page.claims import shown
from okin_lib.reasoning.difference import difference

CLAIMS = ("due-process", "qualified-immunity")
ALL = frozenset(element.id for element in load_case().doctrine.elements)


def analyze(case, supposed):
    return shown(case, CLAIMS, supposed)


def changes(case, before, after):
    return what_changed(case, after.scenario, difference(case, before, after), "changes")
