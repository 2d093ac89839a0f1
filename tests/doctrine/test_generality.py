"""What the file of the levels of generality may not say."""

import pytest

from okin_lib.doctrine.generality import GENERALITY
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("material: [affirmative-interaction]", "material: [training]", "of dwares"),
        ("drawn_from: [dwares]", "drawn_from: [dware]", "did you mean 'dwares'?"),
        ("reading: narrow", "reading: narow", "did you mean 'narrow'?"),
        ("    reading: narrow\n", "", "has no factors, or two"),
        ("hemphill]\n    reading", "pena-v-deprisco]\n    reading", "has not one ratio"),
        ("established: not-said", 'established: "yes"', "neither a yes nor a no"),
        ("\n    says: In Pena", "\n    # says: In Pena", "is 'open'"),
        ("\n        side: plaintiff", "\n        side: officers", "not both sides"),
        ('"Police {}"', '"Police"', "must have {} once"),
        ("{part: whom", "{part: whose", "no part 'whose'"),
        ("  known-victim: {part", "  known-threat: {part", "no words for the factor"),
        ("Dwares gave notice", "Dwares gives notice", "word for word"),
        ("position: aff", "position: eff", "mean 'affirmative-creation-of-risk'?"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(GENERALITY, case, tmp_path, old, new)
