"""What the file of the two courts may not say."""

import pytest

from okin_lib.instruments.precedents.courts.data import COURTS
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("reading: broad", "reading: broader", "did you mean 'broad'?"),
        ("      panel:", "      bench:", "no court 'bench'"),
        ("page: 435 n.12", "page: 436 n.13", "stands on"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(COURTS, case, tmp_path, old, new)
