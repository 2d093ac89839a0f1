"""What the file of the pairs may not say."""

import pytest

from okin_lib.instruments.comparison.data import COMPARISONS
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[douglas, manion]", "[douglas, mannion]", "did you mean 'manion'?"),
        ("[douglas, manion]", "[douglas, sears]", "no moving party 'sears'"),
        ("[douglas, manion]", "[douglas, douglas]", "name two different ones"),
        ("[douglas, manion]", "[odell, williams]", "compared twice"),
        ("arrived in a backup", "came in a backup", "word for word"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(COMPARISONS, case, tmp_path, old, new)
