"""`okin memo`, as someone at a terminal meets it."""

from zipfile import is_zipfile

import pytest
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.files.link_code import encode
from okin_lib.reasoning.scenario import scenario


def run(*args):
    return CliRunner().invoke(main, ["memo", *map(str, args)])


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_it_writes_the_file_whose_ending_is_named(case, tmp_path, ending):
    file = tmp_path / f"memo.{ending}"
    code = encode(case, scenario(case, ["football-talk"]))
    result = run("--side", "okin", "--party", "lug", "--code", code, "--to", file)
    assert (result.exit_code, result.stderr) == (0, "")
    assert str(file) in result.stdout
    assert is_zipfile(file) == (ending == "docx")
    if ending != "docx":
        assert case.facts["football-talk"].statement in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"--side": "okn"}, "did you mean 'okin'?"),
        ({"--party": "lugg"}, "did you mean 'lug'?"),
        ({"--party": "sears"}, "unknown officer 'sears'"),
        ({"--to": "memo.pdf"}, "the names are docx, html, md"),
        ({"--code": "nonsense"}, "okin: "),
    ],
)
def test_what_is_misnamed_is_refused_with_what_there_is(tmp_path, monkeypatch, changed, says):
    monkeypatch.chdir(tmp_path)
    asked = {"--side": "okin", "--party": "lug", "--to": "memo.md"} | changed
    result = run(*(part for pair in asked.items() for part in pair))
    assert result.exit_code == 2
    assert says in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_kept_unless_one_says_otherwise(tmp_path):
    file = tmp_path / "memo.md"
    file.write_text("mine")
    asked = ("--side", "judge", "--party", "lug", "--to", file)
    assert "is there already" in run(*asked).stderr
    assert file.read_text() == "mine"
    assert run(*asked, "--force").exit_code == 0
    assert file.read_text().startswith("# ")
