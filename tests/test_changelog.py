"""The changelog says of each version of the law what it changed."""

import re
from pathlib import Path

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


def test_every_version_of_the_law_is_in_the_changelog(case):
    listed = re.findall(r"^- Law (\d+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(map(int, listed)) == list(range(1, case.record.law + 1))
