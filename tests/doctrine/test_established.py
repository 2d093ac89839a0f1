"""What the file of when a right is established may not say."""

import pytest

from okin_lib.doctrine.established import ESTABLISHING
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('  answers:\n    "yes":', "  answers:\n    perhaps:", "must be one of"),
        ("the state of the law in 2001", "the state of law in 2001", "437"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(ESTABLISHING, case, tmp_path, old, new)
