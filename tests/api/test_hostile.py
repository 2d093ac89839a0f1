"""What comes from outside shows as text, and runs nothing."""

from pathlib import Path

import pytest

import okin_lib as okin

HOSTILE = "<img src=x onerror=alert(1)>"
FILE = """\
title: "{hostile}"
note: "{hostile}"
scenarios:
  - suppose: "{hostile}"
    without: [football-talk]
    expect:
      - {{element: implicit-sanction, parties: [weber], status: triable, grade: decided}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(FILE.format(hostile=HOSTILE), encoding="utf-8")
    return path


def test_a_case_file_is_worked_and_its_words_are_escaped(file):
    worked = okin.case(file)
    assert HOSTILE in str(worked)
    (result,) = worked.results
    assert result.misses
    assert "NOT AS EXPECTED" in str(result)
    for shown in (worked, result, worked.results):
        html = shown._repr_html_()
        assert HOSTILE not in html
        assert "&lt;img" in html


def test_a_search_shows_the_words_that_were_typed_as_words():
    assert HOSTILE not in okin.facts.search(HOSTILE)._repr_html_()


def test_a_file_that_is_wrong_is_refused_with_its_place(tmp_path):
    path = tmp_path / "wrong.yaml"
    path.write_text("title: t\nscenarioz: []\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"wrong\.yaml:"):
        okin.case(path)
    with pytest.raises(ValueError, match="there is no such file"):
        okin.case(tmp_path / "absent.yaml")


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(tmp_path):
    from okin_lib.api.nouns import Titled
    from okin_lib.api.records import Records

    rows = Records([Titled(id="=1+1", label="@cmd"), Titled(id="a", label="-2")], "Rows")
    assert rows.to_csv(tmp_path / "rows.csv") == "id,label\n'=1+1,'@cmd\na,'-2\n"
    assert (tmp_path / "rows.csv").read_text("utf-8") == rows.to_csv()
