"""Whether a finding differs from what it was, or stands as it did on other ground."""

from okin_lib.doctrine.elements import ElementId
from okin_lib.reasoning.types import Analysis, Finding

SILENT = ("not-reached", "not-stated")


def changed(was: Finding, now: Finding) -> bool:
    """Return whether the finding stands otherwise than it did."""
    return (was.status, was.lean) != (now.status, now.lean)


def on_other_ground(was: Finding, now: Finding) -> bool:
    """Return whether it stands as it did, and other passages carry it."""
    if changed(was, now) or now.status in SILENT:
        return False
    return (was.authority, was.because) != (now.authority, now.because)


def stirred(was: Finding, now: Finding) -> bool:
    """Return whether the finding, or its ground, is another than it was."""
    return changed(was, now) or on_other_ground(was, now)


def elements_changed(was: Analysis, now: Analysis) -> dict[ElementId, Finding]:
    """Return each element that stands otherwise for anyone, with how it does for the first."""
    found: dict[ElementId, Finding] = {}
    for before, after in zip(was.findings, now.findings, strict=True):
        if changed(before, after):
            found.setdefault(after.element, after)
    return found
