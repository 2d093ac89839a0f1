"""One instrument by itself: what of the whole board shows it, and how it is turned."""

import pytest

from okin_lib.lessons.alone import PART, Alone, InTime
from okin_lib.lessons.library import whole_board
from okin_lib.page.regions import BadEvent
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import read

FACT = "football-talk"


@pytest.fixture(params=[Alone.board, Alone.circuit, InTime.timeline])
def alone(request):
    return request.param(whole_board())


def test_its_regions_are_those_of_its_one_part(alone):
    assert list(alone.parts) == [PART]
    assert tuple(alone.regions()) == alone.parts[PART]


def test_a_circuit_by_itself_is_drawn_from_the_start():
    """On the page of the whole board it is drawn once that is asked for."""
    assert read(Alone.circuit(whole_board()).regions()["circuit"]).all("li", data_s="triable")


def test_the_opinion_can_be_opened_from_it(alone):
    opened = alone.after({"pane": "open", "value": ""})
    assert alone.whole.case.opinion.reporter in opened.regions()["opinion"]
    assert alone.whole.case.opinion.reporter not in alone.regions()["opinion"]


def test_a_board_stands_as_on_the_whole_board_and_the_others_stacked():
    whole = whole_board()
    assert Alone.board(whole).layouts == {PART: whole.layouts["board"]}
    assert Alone.circuit(whole).layouts == InTime.timeline(whole).layouts == {}


def test_what_is_supposed_from_outside_is_as_if_a_learner_did_it(case, alone):
    without = scenario(case, [FACT])
    given, done = alone.supposing(without), alone.after({"toggle": FACT, "value": False})
    assert given == done
    assert given.scenario == without
    assert given.supposing(without) is given


def test_it_looks_at_the_party_and_the_element_that_are_named():
    circuit = Alone.circuit(whole_board())
    turned = circuit.of_party("weber").of_element("awareness")
    assert turned == circuit.after({"see": "awareness/weber"})
    assert turned.of_party("weber") is turned.of_element("awareness") is turned


def test_the_party_of_the_incidents_is_the_one_that_they_concern():
    timeline = InTime.timeline(whole_board())
    turned = timeline.of_party("weber")
    assert (timeline.party, turned.party) == ("", "weber")
    assert turned == timeline.after({"choose": "concerned", "value": "weber"})
    assert turned.of_party("") == timeline


@pytest.mark.parametrize("make", [Alone.circuit, InTime.timeline])
def test_a_party_that_there_is_not_is_refused_with_the_nearest(make):
    with pytest.raises(BadEvent, match="did you mean 'weber'"):
        make(whole_board()).of_party("wber")


@pytest.mark.parametrize(
    ("element", "says"), [("awarenes", "did you mean 'awareness'"), ("custom", "not asked of")]
)
def test_an_element_that_is_not_asked_is_refused(element, says):
    with pytest.raises(BadEvent, match=says):
        Alone.circuit(whole_board()).of_element(element)
