"""What the file of later law may not say."""

import pytest

from okin_lib.instruments.later.data import LATER
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("year: 2011", "year: 2001", "is no later law"),
        ("elements: [training]", "elements: [trainin]", "did you mean 'training'?"),
        ("2026-11-23", "23 November", "is no date"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(LATER, case, tmp_path, old, new)
