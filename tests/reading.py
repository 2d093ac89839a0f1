"""How easily a text reads: by the length of its sentences, and of its words.

The formula is Flesch's, of 1948. Of the packages that have it, one asks another machine for a
dictionary when it is first used, and the other needs a tokenizer that does; so syllables are
counted here by their vowels, which is within a point or two of a dictionary on a page of text.
"""

import re
from collections.abc import Iterable

QUOTED = re.compile(r'"[^"]*"|“[^”]*”|\*\*[^*]*\*\*|`[^`]*`')
PAGES = re.compile(r"\((?:[^()]*\b(?:4\d\d|n\.\d+)[^()]*)\)")
ENDS = re.compile(r"(?<=[.?!])\s+(?=[A-Z*])|\n{2,}|\n\s*[-#>]")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
COURT = r"\b(?:court|courts|panel|circuit|judge|judges|justices)\b"
WOULD = re.compile(
    rf"{COURT}(?: [\w’']+){{0,2}} would\b|\bwould (?:the|a|any|this|that) {COURT}", re.I
)
LONGEST = 28
PLAIN, DENSE = 60, 50
"""What is asked of prose, and of a line that names what a lesson is about."""
SILENT = re.compile(r"(?<=[^aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<=[^aeioutdy])ed$")


def plain(text: str) -> str:
    """The text without quotations and pages, which are not its own words."""
    return PAGES.sub("", QUOTED.sub("this", text))


def sentences(text: str) -> list[str]:
    parts = [part for part in ENDS.split(plain(text)) if part and WORD.search(part)]
    return [" ".join(part.split()) for part in parts]


def words(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def too_long(texts: Iterable[str]) -> list[str]:
    """The sentences that nobody reads once."""
    return [each for text in texts for each in sentences(text) if len(words(each)) > LONGEST]


def foretelling(texts: Iterable[str]) -> list[str]:
    """The sentences that say what a court would do, which no one can know."""
    return [each for text in texts for each in sentences(text) if WOULD.search(each)]


def syllables(word: str) -> int:
    letters = SILENT.sub("", re.sub(r"[^a-z]", "", word.lower()))
    return max(1, len(re.findall(r"[aeiouy]+", letters)))


def ease(texts: Iterable[str]) -> float:
    """Flesch's reading ease of the texts taken together: 60 is plain, 30 is a statute."""
    said = [sentence for text in texts for sentence in sentences(text)]
    every = [word for sentence in said for word in words(sentence)]
    parts = sum(map(syllables, every))
    return 206.835 - 1.015 * len(every) / len(said) - 84.6 * parts / len(every)
