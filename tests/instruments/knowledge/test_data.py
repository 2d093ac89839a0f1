"""What the file of who knew what may not say."""

import pytest

from okin_lib.instruments.knowledge.data import KNOWLEDGE
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("had kicked her leg", "had kicked her arm", "word for word"),
        ('page: "424"', 'page: "423"', "stands on 424"),
        ("channel: told", "channel: heard", "must be one of present, told"),
        ("told-lug-of-blows", "told-lug-of-blow", "did you mean 'told-lug-of-blows'?"),
        ("officers: [lug]", "officers: [village]", "no officer 'village'"),
        ("- matter: threats", "- matter: threat", "did you mean 'threats'?"),
        ("id: threats", "id: violence", "taken"),
        ("        facts: [told-lug-of-blows]\n", "", "has no facts"),
        ("imputed: true", "imputed: maybe", "true or false"),
        ("      imputed: true", "      facts: [football-talk]", "without facts"),
    ],
)  # fmt: skip
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(KNOWLEDGE, case, tmp_path, old, new)
