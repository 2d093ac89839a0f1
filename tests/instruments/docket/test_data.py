"""What the docket's file may not say."""

import pytest

from okin_lib.instruments.docket.data import DOCKET
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("precedent: dwares", "precedent: dware", "did you mean 'dwares'?"),
        ("id: patrol", "id: partner", "taken"),
        ("conduct: 2007", "conduct: 2008", "decided in its own year"),
        ("factors: [affirm", "factors: [effirm", "did you mean 'affirmative-inter"),
        ("material: [sanction-conveyed, r", "material: [r", "would hold nothing"),
        ("  violation-first:", "  violation-last:", "violation-first"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(DOCKET, case, tmp_path, old, new)
