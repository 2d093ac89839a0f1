"""Which facts are shown: by words, by speaker, by page, by the element that they bear on."""

import pytest

from okin_lib.instruments.board.state import Board
from okin_lib.lessons.library import start
from okin_lib.page.regions import BadEvent, changed
from tests.page.markup import read


@pytest.fixture(scope="module")
def board() -> Board:
    board = start("10_whole_board").board
    for each in board._folded():
        board = board.after({"unfold": each, "value": True})
    return board


def found(board: Board) -> list[str]:
    """The facts that are shown, in order."""
    regions = board.regions()
    return [
        box.attrs["data-id"]
        for key in board.parts["board"]
        for box in read(regions[key]).all("input", data_act="toggle")
    ]


def searched(board: Board, words: str) -> Board:
    return board.after({"search": "words", "value": words})


def test_everything_is_shown_at_first(board, case):
    assert sorted(found(board)) == sorted(case.atoms)
    assert f"{len(case.atoms)} of" in read(board.regions()["search"]).text


def test_words_may_stand_anywhere_in_any_case(board):
    assert "football-talk" in found(searched(board, "FOOTBALL"))
    assert found(searched(board, "football sears")) == found(searched(board, "Sears football"))
    assert found(searched(board, "  ")) == found(board)


def test_a_page_or_a_speaker_finds_what_they_say(board, case):
    atoms = case.atoms
    assert {atoms[fact].page for fact in found(searched(board, "426 n.8"))} == {"426 n.8"}
    spoken = found(searched(board, "Nye (report)"))
    assert spoken
    assert {atoms[fact].source.who for fact in spoken} == {"Nye"}


def test_an_element_shows_what_can_bear_on_it(board, case):
    shown = board.after({"search": "element", "value": "implicit-sanction"})
    assert set(found(shown)) == case.bearing["implicit-sanction"]
    assert "football-talk" in found(shown)
    both = searched(shown, "football")
    assert set(found(both)) == set(found(shown)) & set(found(searched(board, "football")))


def test_what_an_element_is_made_of_bears_on_it(case):
    for part in ("implicit-sanction", "awareness", "explicit-sanction"):
        assert case.bearing[part] <= case.bearing["violation"]
    assert case.bearing["violation"] <= case.bearing["predicate"]


def test_nothing_found_is_said_and_hides_no_control_but_facts(board):
    none = searched(board, "no such words")
    assert found(none) == []
    assert "0 of" in read(none.regions()["search"]).text
    assert all("hidden" in none.regions()[f"facts-{e}"] for e in ("first-call", "background"))


def test_a_search_changes_no_result_and_stays_over_a_toggle(board):
    searching = searched(board, "football")
    news = changed(board.regions(), searching.regions())
    assert not news.keys() & {"live", "verdict", "what-changed", "tree", "matrix", "share"}
    off = searching.after({"toggle": "football-talk", "value": False})
    assert found(off) == found(searching)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("words", "x" * 101, "at most 100"),
        ("words", 3, "text"),
        ("element", "implicit", "implicit-sanction"),
        ("page", "", "words"),
    ],
)
def test_what_is_no_search_is_refused(board, field, value, says):
    with pytest.raises(BadEvent, match=says):
        board.after({"search": field, "value": value})


def test_hostile_words_are_text(board):
    html = searched(board, '"><script>alert(1)</script>').regions()["search"]
    assert "<script" not in html
    assert '"><script>alert(1)</script>' in read(html).all("input")[0].attrs["value"]
