"""What cannot be so of a fact pattern beyond its form."""

import pytest
import yaml

from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.files.case_file import read
from okin_lib.lessons.installed import load_case
from okin_lib.record.placed import DataError
from tests.patterns.test_what_is_not_said import PATTERN, found, sides

CASE = load_case()
NEITHER = {"intentional-violence": False, "reckless-harm": False}


def read_as(folder, factors, **more):
    party = {"id": "one", "role": "officer", "factors": factors}
    fields = {"title": "A", "date": 2003, "court": "2d Cir.", "posture": "summary-judgment"}
    path = folder / "pattern.yaml"
    path.write_text(yaml.safe_dump({**fields, "violence": "other", "parties": [party], **more}))
    return read(path, CASE)


@pytest.mark.parametrize(
    ("factors", "more"), [(NEITHER, {}), ({"intentional-violence": False}, {"complete": True})]
)
def test_private_harm_neither_intended_nor_reckless_is_refused(tmp_path, factors, more):
    """428: private violence, or misconduct likely to endanger."""
    with pytest.raises(DataError, match="none of intentional-violence, reckless-harm") as refused:
        read_as(tmp_path, factors, **more)
    because = CASE.study(PatternLaw).of_private_harm.because
    assert f"({because.page}): make one true" in str(refused.value)


@pytest.mark.parametrize("kind", NEITHER)
@pytest.mark.parametrize("value", [True, None])
def test_one_kind_that_may_be_so_is_enough(tmp_path, kind, value):
    assert read_as(tmp_path, {**NEITHER, kind: "unknown" if value is None else value})


def test_where_no_private_person_did_the_harm_it_is_of_neither_kind(tmp_path):
    assert read_as(tmp_path, NEITHER, wrongdoer="none")


def test_unrefused_it_is_open_with_both_sides():
    asked = found({**PATTERN, **NEITHER}, "increased-danger")
    assert asked.status == "open"
    assert sides(asked) == {"plaintiff", "officers"}
