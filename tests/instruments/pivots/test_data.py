"""What is asked first of a finding: what its file may not say."""

import pytest

from okin_lib.instruments.pivots.data import TURNING
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("element: implicit-sanction", "element: implicit-sanctions", "did you mean 'implicit-"),
        ("fact: football-talk", "fact: footbal-talk", "football-talk"),
        ("{pena: broad}", "{penna: broad}", "did you mean 'pena'?"),
        ("{pena: broad}", "{pena: brod}", "did you mean 'broad'?"),
        ("readings:", "reading:", "did you mean 'readings'?"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(TURNING, case, tmp_path, old, new)
