"""The command line, as a user meets it."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.doctrine.stored import PACKAGE

CLAIMS = ("due-process", "qualified-immunity", "equal-protection", "municipal-liability")


def run(*args: str):
    return CliRunner().invoke(main, args)


def analyzed(*args: str) -> dict:
    result = run("analyze", "--json", *args)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_json_has_its_stable_form():
    data = analyzed()
    assert list(data) == ["case", "scenario", "findings", "dispositions"]
    for finding in data["findings"]:
        assert list(finding) == [
            "claim", "element", "party", "kind", "status", "grade", "lean", "because", "facts",
        ]  # fmt: skip
        assert finding["claim"] in CLAIMS
        assert finding["grade"] in ("decided", "strong", "open")
        for support in finding["because"]:
            assert list(support) == ["text", "page", "quote", "speaker", "weight"]
    for disposition in data["dispositions"]:
        assert list(disposition) == ["claim", "party", "motion", "on_appeal", "grade"]


def test_a_slug_and_a_map_id_are_the_same_fact():
    by_slug, by_map = analyzed("--without", "football-talk"), analyzed("--without", "C39")
    assert by_slug == by_map
    assert by_slug["scenario"]["without"] == ["football-talk"]


def test_a_lean_names_the_side():
    leans = {f["lean"] for f in analyzed("--without", "C39")["findings"]}
    assert leans == {None, "okin"}


def test_a_preset_can_be_adjusted():
    data = analyzed("--preset", "district-court", "--set", "order=violation-first")
    readings = data["scenario"]["readings"]
    assert (readings["pena"], readings["order"]) == ("broad", "violation-first")


PRECEDENTS = sorted((PACKAGE / "cases" / "precedents").glob("*.yaml"))


@pytest.mark.parametrize("file", PRECEDENTS, ids=lambda file: file.stem)
def test_a_fact_pattern_is_analyzed(file):
    (result,) = analyzed(str(file))["results"]
    assert result["not_as_expected"] == []
    assert result["pattern"]["title"] in run("analyze", str(file)).stdout


def test_what_is_not_known_and_matters_is_listed():
    (result,) = analyzed(str(PACKAGE / "cases" / "precedents" / "eagleston.yaml"))["results"]
    counts = [len(unknown["settles"]) for unknown in result["unknowns"]]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


def test_a_result_that_is_not_as_expected_exits_with_1(tmp_path):
    text = (PACKAGE / "cases" / "precedents" / "dwares.yaml").read_text("utf-8")
    file = tmp_path / "dwares.yaml"
    file.write_text(text.replace("violation, status: triable", "violation, status: open"))
    result = run("analyze", str(file))
    assert result.exit_code == 1
    assert "violation of officers: expected status open, found triable" in result.stdout


def test_a_file_that_is_wrong_exits_with_2_and_says_where(tmp_path):
    file = tmp_path / "wrong.yaml"
    file.write_text(
        "title: x\nscenarios:\n  - {suppose: y, without: [footbal-talk], expect: []}\n"
    )
    result = run("analyze", str(file))
    assert result.exit_code == 2
    assert "wrong.yaml:3: " in result.stderr
    assert "did you mean 'football-talk'?" in result.stderr


def test_a_file_takes_no_other_options():
    result = run("analyze", str(PRECEDENTS[0]), "--without", "football-talk")
    assert result.exit_code == 2
    assert "give it alone" in result.stderr


def test_a_code_stands_for_its_scenario():
    data = analyzed("--without", "football-talk", "--set", "pena=broad")
    assert analyzed("--code", data["scenario"]["code"]) == data


@pytest.mark.parametrize("code", ["", "1", "0old", "1abcd00000000", "<script>"])
def test_a_code_that_is_none_is_refused_and_the_record_shown(code):
    result = run("analyze", "--json", "--code", code)
    assert result.exit_code == 0
    assert "this is no scenario" in result.stderr
    assert json.loads(result.stdout) == analyzed()


def test_the_matrix_is_readable():
    result = run("analyze", "--without", "football-talk")
    assert result.exit_code == 0
    assert "Implicit sanction" in result.stdout
    assert "open, leaning to Okin" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--without", "footbal-talk"], "did you mean football-talk?"),
        (["--without", "Z99"], "unknown fact 'Z99'"),
        (["--without", "assurance-by-lug"], "not in the record"),
        (["--with", "football-talk"], "in the record already"),
        (["--with", "asurance-by-lug"], "did you mean assurance-by-lug?"),
        (["--preset", "second-circut"], "did you mean second-circuit?"),
        (["--set", "atribution=individual"], "did you mean attribution?"),
        (["--set", "attribution=individuals"], "did you mean individual?"),
        (["--set", "attribution"], "is not READING=VALUE"),
    ],
)
def test_an_unknown_name_gets_one_clear_line_and_exit_2(args, said):
    result = run("analyze", *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_check_counts_what_it_verified():
    result = run("check")
    assert result.exit_code == 0, result.stderr
    assert "quotation" in result.stdout


@pytest.mark.parametrize(
    ("file", "word", "other", "said"),
    [
        ("record/facts/03-first-call.yaml", "Okin, disturbingly", "Okin, reportedly", "421"),
        ("record/facts/03-first-call.yaml", "id: football-talk", "id: foot-talk", "football-talk"),
        ("doctrine/elements/02-implicit-sanction.yaml", 'page: "430"', 'page: "431"', "430"),
        ("lessons/act-or-omission.yaml", "such as discussing", "such as debating", "430"),
    ],
)
def test_check_names_file_line_and_remedy(tmp_path, file, word, other, said):
    root = tmp_path / "data"
    for folder in ("record", "doctrine", "lessons"):
        shutil.copytree(PACKAGE / folder, root / folder)
    text = (root / file).read_text("utf-8")
    assert word in text
    (root / file).write_text(text.replace(word, other, 1), "utf-8")
    result = run("check", "--data", str(root))
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert any(re.match(rf"\S*{Path(file).name}:\d+: ", line) for line in lines), lines
    assert any(said in line for line in lines), lines


NOTHING = "Nothing is expected of it"
EXPECTED = "Every result expected of it holds."
UNBOUND = """\
title: x
date: 2002
court: 8th Cir.
posture: pleading
violence: other
parties: [{id: a}]
"""


def test_a_file_that_expects_nothing_says_so(tmp_path):
    file = tmp_path / "case.yaml"
    for text in (UNBOUND, "title: x\nscenarios: [{suppose: y, expect: []}]\n"):
        file.write_text(text, "utf-8")
        result = run("analyze", str(file))
        assert result.exit_code == 0
        assert NOTHING in result.stdout
        assert EXPECTED not in result.stdout
        (worked,) = analyzed(str(file))["results"]
        assert (worked["expected"], worked["not_as_expected"]) == (0, [])


def test_a_court_that_the_precedents_do_not_bind_is_named(tmp_path):
    file = tmp_path / "case.yaml"
    file.write_text(UNBOUND, "utf-8")
    said = "The precedents of this opinion do not bind 8th Cir."
    assert said in " ".join(run("analyze", str(file)).stdout.split())
    (worked,) = analyzed(str(file))["results"]
    assert worked["notice"].startswith(said)


@pytest.mark.parametrize("file", [".", "none.yaml"])
def test_what_is_no_file_gets_one_line(file):
    result = run("analyze", file)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
