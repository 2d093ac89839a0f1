"""What becomes of a claim, in short words, and numbers as words."""

from collections.abc import Mapping

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.claims import Becomes, Claim
from okin_lib.doctrine.statuses import Motion, OnAppeal
from okin_lib.reasoning.types import Disposition

BECOMES: Mapping[Motion, Becomes] = {
    "denied": Becomes(
        "goes on",
        "goes on",
        "The claim goes on",
        "summary judgment denied",
        "“goes on”: a jury could so find",
    ),
    "open": Becomes(
        "open",
        "is open",
        "Open",
        "the opinion does not decide this motion",
        "“open”: the opinion does not decide it",
    ),
    "granted": Becomes(
        "ends", "ends", "The claim ends", "summary judgment granted", "“ends”: no jury is asked"
    ),
    "not-addressed": Becomes(
        "not ruled on", "is not ruled on", "Nothing decided", "the court decides nothing here"
    ),
    "not-stated": Becomes("not stated", "is not stated", "Not stated", "the court does not say"),
}
MOTION: Mapping[Motion, str] = {
    "granted": "summary judgment granted",
    "denied": "summary judgment denied, so the claim goes on",
    "open": "open",
    "not-addressed": "the court decides nothing here",
    "not-stated": "not stated",
}

ON_APPEAL: Mapping[OnAppeal, str] = {
    "affirmed": "; the dismissal is affirmed",
    "reversed": "; the dismissal is reversed",
    "open": "",
    "not-addressed": "",
}

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def becomes(claim: Claim, motion: Motion) -> Becomes:
    """Return what becomes of a claim, in its own words if it has any."""
    return claim.becomes.get(motion, BECOMES[motion])


def ruled(case: Case, found: Disposition) -> str:
    """Return what becomes of the motion, in words."""
    own = case.claims[found.claim].becomes.get(found.motion)
    return own.plate if own else MOTION[found.motion] + ON_APPEAL[found.on_appeal]


def number(count: int) -> str:
    """Return a small number as a word, and another in figures."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
