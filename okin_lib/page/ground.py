"""Whether a finding differs from what it was, or stands as it did on other ground."""

from okin_lib.reasoning.types import Finding

SILENT = ("not-reached", "not-stated")


def changed(was: Finding, now: Finding) -> bool:
    """Return whether the finding stands otherwise than it did."""
    return (was.status, was.lean) != (now.status, now.lean)


def on_other_ground(was: Finding, now: Finding) -> bool:
    """Return whether it stands as it did, and other passages carry it."""
    if changed(was, now) or now.status in SILENT:
        return False
    return (was.authority, was.because) != (now.authority, now.because)
