"""What takes long is refused where others wait, is made elsewhere, and is then there for all."""

import threading

import pytest

from okin_lib.page.costly import NotHere, costly, others_waiting


def test_where_others_wait_it_is_refused_until_it_was_made_elsewhere():
    made = []

    @costly(2)
    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    with others_waiting():
        with pytest.raises(NotHere):
            make("a")
        beside = threading.Thread(target=make, args=["a"])
        beside.start()
        beside.join()
        assert make("a") == "A"
    assert make("b") == "B"
    assert made == ["a", "b"]


def test_to_be_refused_is_no_failure_of_what_asked():
    assert not issubclass(NotHere, Exception)
