"""What the file of when a right is established may not say."""

import pytest

from okin_lib.doctrine.established import ESTABLISHING
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("of: [dwares, hemphill]", "of: [dwares, hempill]", "mean 'hemphill'?"),
        ("sanction-conveyed, intentional", "known-victim, intentional", "not shared"),
        ("reads: [narrow]", "reads: [wide]", "no reading given a ratio 'wide'"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(ESTABLISHING, case, tmp_path, old, new)
