"""What becomes of a motion, in words."""

from okin_lib.doctrine.patterns import PostureRule
from okin_lib.page.words import spaced
from okin_lib.reasoning.types import Disposition


def motion_words(found: Disposition, rule: PostureRule | None) -> str:
    """Return what becomes of a motion and, in a posture that is known, of its claim."""
    then = ""
    if rule and (found.motion == "denied" or found.motion == "granted"):
        then = rule.motions[found.motion]
    return spaced(found.motion) + (f": {then}" if then else "")
