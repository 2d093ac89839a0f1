"""What is said of a study's file with one word changed."""

from pathlib import Path
from typing import Any

import pytest

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.study_file import Study
from okin_lib.lessons.installed import PACKAGE
from okin_lib.record.placed import DataError


def refused(study: Study[Any], case: Case, root: Path, old: str, new: str) -> str:
    """Fail unless it is refused, by its line, with the first ``old`` in it made ``new``."""
    text = (PACKAGE / study.file).read_text("utf-8")
    assert old in text
    file = root / study.file
    file.parent.mkdir(parents=True)
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=rf"{study.file}:\d+: ") as found:
        study.load(root, case)
    return str(found.value)
