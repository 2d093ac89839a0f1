"""The choices of a memo on the whole board, and the files that are made of them."""

from datetime import UTC, datetime

import pytest

from okin_lib.course.memo.compose import memo
from okin_lib.course.memo.formats import FORMATS
from okin_lib.lessons.kept import BadState, kept, restored
from okin_lib.lessons.library import start
from okin_lib.page.download import Order
from okin_lib.page.regions import BadEvent
from tests.page.markup import assert_readable, read

ORDER = Order({}, datetime(2020, 1, 1, tzinfo=UTC), "1")
JUDGE = {"choose": "memo-side", "value": "judge"}
OPENED = {"unfold": "memo", "value": True}
ON_MANION = {"choose": "memo-officer", "value": "manion"}


@pytest.fixture(scope="module")
def whole():
    return start("10_whole_board")


def test_each_file_is_of_what_is_supposed_and_chosen(whole, case):
    after = whole
    for act in ({"toggle": "football-talk", "value": False}, JUDGE, ON_MANION):
        after = after.after(act)
    for ending, kind in FORMATS.items():
        made = after.files[f"memo.{ending}"](ORDER)
        assert (made.name, made.type) == (f"memo-manion-judge.{ending}", kind.type)
        assert made.data == kind.make(memo(case, after.board.scenario, "judge", "manion"))


def test_the_choices_say_who_employs_the_officer(whole):
    form = read(whole.after(OPENED).after(ON_MANION).regions()["memo"])
    assert "the officers and the Town" in [option.text for option in form.all("option")]
    assert "manion" in [o.attrs["value"] for o in form.all("option") if "selected" in o.attrs]


def test_its_form_is_readable_and_has_a_button_for_each_file(whole):
    assert not read(whole.regions()["memo"]).all("button")
    form = whole.after(OPENED).regions()["memo"]
    assert_readable(form)
    asked = [button.attrs["data-file"] for button in read(form).all("button")]
    assert asked == list(whole.memo.files)


@pytest.mark.parametrize(
    "act",
    [{"choose": "memo-side", "value": "nobody"}, {"choose": "memo-officer", "value": "okin"}],
)
def test_no_other_side_and_no_other_party_can_be_chosen(whole, act):
    with pytest.raises(BadEvent):
        whole.after(act)


def test_what_is_chosen_is_kept(whole):
    after = whole.after(JUDGE).after(ON_MANION)
    found = restored(whole, kept(after)).lesson
    assert (found.memo.side, found.memo.officer) == ("judge", "manion")


@pytest.mark.parametrize(("field", "value"), [("side", "nobody"), ("officer", "okin")])
def test_what_no_act_leads_to_is_not_restored(whole, field, value):
    given = kept(whole)
    given["members"]["memo"][field] = value
    with pytest.raises(BadState):
        restored(whole, given)
