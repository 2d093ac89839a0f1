"""The way back: one place at a time, as far as it is remembered."""

from okin_lib.page.trail import LONGEST, Trail


def test_the_way_back_is_as_long_as_is_said_and_forgets_the_first_places_first():
    trail = Trail()
    for place in range(LONGEST + 10):
        trail = trail.on(place)
    assert trail.past == tuple(range(10, LONGEST + 10))


def test_all_of_the_way_back_can_be_gone_forth_again():
    trail = Trail()
    for place in range(LONGEST + 10):
        trail = trail.on(place)
    here, longest = LONGEST + 10, trail
    for _ in range(LONGEST):
        here, trail = trail.back(here)
    assert (here, trail.past) == (10, ())
    for _ in range(LONGEST):
        here, trail = trail.forth(here)
    assert (here, trail) == (LONGEST + 10, longest)
