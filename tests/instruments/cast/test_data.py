"""What the file of the people and the places may not say."""

import pytest

from okin_lib.instruments.cast.data import CAST
from tests.doctrine.study import refused


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("parties: [okin, sears]", "parties: [okin, seers]", "did you mean 'sears'?"),
        ("parties: [okin, sears]", "parties: [okin]", "'sears' is in no group"),
        ("parties: [okin, sears]", "parties: [okin, sears, okin]", "taken"),
        ("id: new-windsor", "id: town-of-cornwall", "taken"),
        ("within: town-of-cornwall", "within: new-windsor", "area listed before it"),
        ("area: new-windsor", "area: old-windsor", "did you mean 'new-windsor'?"),
        ("quote: in nearby New Windsor", "quote: in far New Windsor", "421"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(CAST, case, tmp_path, old, new)
