"""The words are explained in few words, and each stands for one term."""

import pytest

from okin_lib.instruments.glossary.data import GLOSSARY, Glossary
from tests.doctrine.study import refused


def test_no_meaning_says_what_a_party_did_or_what_was_decided_here(case):
    names = {party.name.split()[-1] for party in case.record.parties} - {"Village"}
    for term in case.study(Glossary).terms:
        assert not names & set(term.means.replace(".", " ").split())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("quote: there is no genuine issue", "quote: there is a genuine issue", "word for word"),
        ("term: panel", "term: Panel", "'Panel' has capitals"),
        ("forms: [prongs]", "forms: [holding]", "'holding' is taken at"),
        ("means: Said in words.", f"means: {'so ' * 50}.", "'explicit' takes too many"),
        ("    only: true", "    onely: true", "no field 'onely'"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(GLOSSARY, case, tmp_path, old, new)
