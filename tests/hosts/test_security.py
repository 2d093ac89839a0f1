"""docs/security.md names a test for each thing that it says, and the test is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = (ROOT / "docs" / "security.md").read_text("utf-8").partition("## The options")[0]
HELD = re.findall(r"^\| .+ \| `(tests/\S+\.py)::(test_\w+)` \|$", TABLE, re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), HELD)
def test_what_is_said_to_be_held_is(file, name):
    assert f"def {name}(" in (ROOT / file).read_text("utf-8")


def test_every_line_names_its_test():
    rows = [line for line in TABLE.splitlines() if line.startswith("| ")]
    assert len(rows) - 2 == len(HELD)
