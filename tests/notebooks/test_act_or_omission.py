"""The notebook on act and omission names controls that are there."""

import json
from pathlib import Path

from okin_lib.lessons.library import open_lesson

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "03_act_or_omission.ipynb"
NAMED = ("take each alone", "Read as")


def test_the_controls_that_the_prose_names_are_there():
    prose = "".join(
        "".join(cell["source"]) for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    )
    html = "".join(open_lesson("03_act_or_omission").exercise.regions().values())
    for name in NAMED:
        assert name in " ".join(prose.split())
        assert name in html
