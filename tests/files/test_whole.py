"""A file is whole, whoever writes it and however it ends."""

import pytest

from okin_lib.files.whole import whole


def test_of_two_writers_each_leaves_all_that_it_wrote(tmp_path):
    at = tmp_path / "kept"
    with whole(at) as one:
        one.write_text("half of ")
        with whole(at) as other:
            other.write_text("the other's")
        assert at.read_text() == "the other's"
        with one.open("a") as file:
            file.write("one's")
    assert at.read_text() == "half of one's"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_what_was_there_stays_where_the_writing_fails(tmp_path):
    at = tmp_path / "kept"
    at.write_text("as it was")

    def fails():
        with whole(at) as part:
            part.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert at.read_text() == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]
