"""What can be acted on declares its acts; an event goes to whom it is for, or is refused."""

import pytest
from attrs import evolve, frozen

from okin_lib.page.act import Act
from okin_lib.page.acting import Acting, routed, step, told_apart
from okin_lib.page.regions import BadEvent


@frozen
class Lamp(Acting):
    """It can be switched, and those of its shades that it has can be put on."""

    name: str
    shades: tuple[str, ...] = ()
    on: bool = False

    @step("switch", "lamp", lambda lamp: (lamp.name,))
    def _switch(self, act: Act) -> "Lamp":
        return evolve(self, on=act.switch())


@frozen
class Dimmed(Lamp):
    """It can be dimmed to anything."""

    dim: str = ""

    @step("dim", "shade")
    def _dim(self, act: Act) -> "Dimmed":
        return evolve(self, dim=act.target)


MEMBERS = {"one": Lamp("hall"), "other": Dimmed("stairs")}


def test_an_act_is_done_to_what_it_names():
    assert Lamp("hall").after({"switch": "hall", "value": True}).on


def test_what_is_inherited_can_be_done_too():
    dimmed = Dimmed("hall").after({"switch": "hall", "value": True}).after({"dim": "a little"})
    assert (dimmed.on, dimmed.dim) == (True, "a little")


@pytest.mark.parametrize(
    ("event", "says"),
    [
        ({}, "one of switch"),
        ({"dim": "hall"}, "unknown event 'dim'; .*switch"),
        ({"switch": "hal", "value": True}, "unknown lamp 'hal'; did you mean .?hall"),
        ({"switch": "hall"}, "true or false"),
        ({"switch": None}, "text"),
    ],
)
def test_what_it_does_not_take_is_refused_with_the_nearest_that_it_takes(event, says):
    with pytest.raises(BadEvent, match=says):
        Lamp("hall").after(event)


@pytest.mark.parametrize(
    ("event", "member"),
    [({"switch": "hall"}, "one"), ({"switch": "stairs"}, "other"), ({"dim": "x"}, "other")],
)
def test_an_event_is_for_the_member_that_takes_it(event, member):
    assert routed(MEMBERS, event) == member


@pytest.mark.parametrize(
    ("event", "says"),
    [({"light": "hall"}, "unknown event"), ({"switch": "stair"}, "lamp 'stair'; .*stairs")],
)
def test_an_event_for_no_member_is_refused(event, says):
    with pytest.raises(BadEvent, match=says):
        routed(MEMBERS, event)


@pytest.mark.parametrize("other", [Lamp("hall"), Dimmed("hall")])
def test_two_that_take_the_same_of_the_same_cannot_stand_together(other):
    with pytest.raises(ValueError, match="one and other both take 'switch'"):
        told_apart({"one": Lamp("hall"), "other": other})


def test_nor_can_two_of_which_one_takes_it_of_anything():
    with pytest.raises(ValueError, match="both take 'dim'"):
        told_apart({"one": Dimmed("hall"), "other": Dimmed("stairs")})
