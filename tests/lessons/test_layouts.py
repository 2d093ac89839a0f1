"""How the regions of a lesson's parts stand."""

import pytest

from okin_lib.lessons.library import lesson_ids, open_ids, start


@pytest.mark.parametrize("lesson", [*lesson_ids(), *open_ids()])
def test_the_board_of_findings_and_what_is_ticked_stand_beside_what_comes_of_them(lesson):
    made = start(lesson)
    expected = {
        "board": "board" if lesson == "10_whole_board" else "desk",
        "framing": "screen",
        "dates": "screen",
    }
    assert {part: made.layouts.get(part) for part in made.parts} == {
        part: expected.get(part) for part in made.parts
    }
