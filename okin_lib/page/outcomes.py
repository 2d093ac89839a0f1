"""What becomes of a claim, in short words, and numbers as words."""

from collections.abc import Mapping

from okin_lib.doctrine.statuses import Motion

OUTCOME: Mapping[Motion, str] = {
    "denied": "goes on",
    "open": "open",
    "granted": "ends",
    "not-addressed": "not ruled on",
    "not-stated": "not stated",
}
VERB: Mapping[Motion, str] = {
    "denied": "goes on",
    "open": "is open",
    "granted": "ends",
    "not-addressed": "is not ruled on",
    "not-stated": "is not stated",
}
"""The same, as the end of a sentence on the claim."""
MEANT: Mapping[Motion, str] = {
    "denied": "“goes on”: a jury could so find",
    "open": "“open”: the opinion does not decide it",
    "granted": "“ends”: no jury is asked",
}
"""What the words mean, of those that need saying."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """Return a small number as a word, and another in figures."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
