"""A word that is explained, as what opens its meaning, and what it opens.

A browser opens and closes it, by finger, key or mouse, and tells whether it is open: the lesson
knows nothing of it. The meanings stand once on a page, over it; the words only refer to them.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup

from okin_lib.doctrine.case import Case
from okin_lib.instruments.glossary.data import Glossary, Term
from okin_lib.page.template import RegionId, render
from okin_lib.page.worded import worded

WORD = Markup('<button type="button" class="term" popovertarget="word-{}">{}</button>')
UNPARTED = Markup('<span class="unparted">{}{}{}</span>')
"""What no line parts: a browser would part a button from the comma after it."""
BEFORE, AFTER = re.compile(r"[^\s\w]*$"), re.compile(r"[^\s\w]*")


def explained(case: Case, *texts: str) -> tuple[Markup, ...]:
    """Return the texts of one place, with each term opening its meaning where it first stands."""
    glossary = case.study(Glossary)
    met = set[str]()

    def marked(text: str) -> Markup:
        parts, end = list[Markup](), 0
        for match in glossary.pattern.finditer(text):
            term = glossary.of[match[0].lower()]
            if term.id not in met:
                met.add(term.id)
                before = BEFORE.search(text, end, match.start())
                after = AFTER.match(text, match.end())
                assert before is not None
                assert after is not None
                parts.append(worded(case, text[end : before.start()]))
                parts.append(_word(before[0], WORD.format(term.id, match[0]), after[0]))
                end = after.end()
        return Markup("").join([*parts, worded(case, text[end:])])

    return tuple(marked(text) for text in texts)


def _word(before: str, word: Markup, after: str) -> Markup:
    return UNPARTED.format(before, word, after) if before or after else word


def terms_in(case: Case, texts: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms that stand in the texts, in the order of the glossary."""
    glossary = case.study(Glossary)
    found = (match[0].lower() for text in texts for match in glossary.pattern.finditer(text))
    met = {glossary.of[said].id for said in found}
    return tuple(term for term in glossary.terms if term.id in met)


def meanings(case: Case, terms: Iterable[Term], region: RegionId) -> str:
    """Return what each term means: one opens alone where it stands, and all open together."""
    return render("instruments/glossary/meanings", case=case, terms=terms, region=region)
