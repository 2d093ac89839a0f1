"""Makes the words of the law, which the pages explain where they stand, into a list.

python docs/words.py FILE
"""

import sys
from pathlib import Path

from okin_lib.instruments.glossary.data import Glossary, Term
from okin_lib.lessons.installed import load_case


def entry(term: Term) -> str:
    """Return a term with what it means, and where the opinion uses it, as Markdown."""
    used = f" {term.used.page}: “{term.used.quote}”." if term.used else ""
    return f"- **{term.term.capitalize()}.** {term.means}{used}"


def main(to: Path) -> None:
    """Write the list."""
    terms = sorted(load_case().study(Glossary).terms, key=lambda term: term.term)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text("\n".join(map(entry, terms)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
