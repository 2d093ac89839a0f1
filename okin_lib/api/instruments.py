"""What one puts in a cell to have an instrument of the page in one's own notebook."""

from typing import TypeVar

from okin_lib.api.scenario import Scenario
from okin_lib.api.widgets import Board, Circuit, Timeline
from okin_lib.lessons.alone import Alone, InTime
from okin_lib.lessons.library import whole_board

A = TypeVar("A", bound=Alone)


def board(
    scenario: Scenario | None = None, *, party: str | None = None, element: str | None = None
) -> Board:
    """Return the whole board as a widget.

    Parameters
    ----------
    scenario
        What is supposed at first; the record as the court read it if none is given.
    party, element
        Ids: whose finding gives its reason at first, and on which element.

    Raises
    ------
    ValueError
        For an id that there is not, with the nearest that there is; for an element that is not
        asked of the party; for a scenario of another case.
    """
    return Board(_turned(Alone.board(whole_board()), scenario, party, element))


def circuit(
    party: str, element: str | None = None, *, scenario: Scenario | None = None
) -> Circuit:
    """Return the line of a party's claim as a widget, with the reason for one element.

    Parameters
    ----------
    party
        An id.
    element
        The id of an element of the claim; the first that is asked of the party if none is given.
    scenario
        What is supposed at first; the record as the court read it if none is given.

    Raises
    ------
    ValueError
        As `board` does.
    """
    return Circuit(_turned(Alone.circuit(whole_board()), scenario, party, element))


def timeline(scenario: Scenario | None = None, *, party: str | None = None) -> Timeline:
    """Return the incidents in time as a widget.

    Parameters
    ----------
    scenario
        What is supposed at first; the record as the court read it if none is given.
    party
        The id of a party whom the incidents concern; if none is given, they are all shown.

    Raises
    ------
    ValueError
        As `board` does.
    """
    return Timeline(_turned(InTime.timeline(whole_board()), scenario, party, None))


def _turned(state: A, scenario: Scenario | None, party: str | None, element: str | None) -> A:
    if scenario is not None:
        if scenario.case is not state.whole.case:
            raise ValueError("this scenario is of another case: make one with okin.suppose(...)")
        state = state.supposing(scenario.supposed)
    if party is not None:
        state = state.of_party(party)
    return state if element is None else state.of_element(element)
