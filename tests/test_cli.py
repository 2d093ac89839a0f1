"""The command line, as a user meets it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from okin_lib.cli import main
from okin_lib.lessons.installed import PACKAGE, load_case

ROOT = Path(__file__).parents[1]
CLAIMS = ("due-process", "qualified-immunity", "equal-protection", "municipal-liability")


def run(*args: str):
    return CliRunner().invoke(main, args)


def analyzed(*args: str) -> dict:
    result = run("analyze", "--json", *args)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_json_has_its_stable_form():
    data = analyzed()
    assert list(data) == ["case", "law", "scenario", "findings", "dispositions"]
    for finding in data["findings"]:
        assert list(finding) == [
            "claim", "element", "party", "kind", "status", "grade", "lean", "because", "leaning",
            "facts",
        ]  # fmt: skip
        assert finding["claim"] in CLAIMS
        assert finding["grade"] in ("decided", "strong", "open")
        for support in (*finding["because"], *finding["leaning"]):
            assert list(support) == ["text", "page", "quote", "speaker", "weight"]
    for disposition in data["dispositions"]:
        assert list(disposition) == ["claim", "party", "motion", "on_appeal", "grade"]


def test_json_tells_why_a_point_leans_apart_from_what_each_side_argues():
    data = analyzed("--without", "football-talk")
    (found,) = (
        each
        for each in data["findings"]
        if (each["element"], each["party"]) == ("implicit-sanction", "douglas")
    )
    assert found["lean"] == "okin"
    assert [each["text"].partition(": ")[0] for each in found["leaning"]] == ["Leans to Okin"]
    assert {each["text"].partition(": ")[0] for each in found["because"]} == {
        "For Okin",
        "For the officers",
    }


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


def test_in_json_a_fact_pattern_says_what_its_motion_asks_and_what_becomes_of_each_claim():
    (result,) = analyzed(str(PACKAGE / "cases" / "precedents" / "pena.yaml"))["results"]
    assert result["standard"]["motion"] == "Motion to dismiss"
    assert {"text", "page", "quote"} <= result["standard"]["because"][0].keys()
    words = {found["claim"]: found["words"] for found in result["dispositions"]}
    assert words["due-process"] == "granted: would not survive a motion to dismiss"
    assert result["pattern"]["claims"] == [
        "due-process",
        "equal-protection",
        "municipal-liability",
    ]
    assert all("turns" in unknown for unknown in result["unknowns"])


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


def test_a_code_made_with_an_earlier_law_is_analyzed_and_says_so_beside_the_json():
    result = run("analyze", "--json", "--code", "1FgyZPz1OuVSz.year-199053ff5bf6")
    assert result.exit_code == 0
    assert "earlier version of the law" in result.stderr
    data = json.loads(result.stdout)
    assert data["scenario"]["year"] == 1990
    assert data["law"] == load_case().record.law


@pytest.mark.parametrize("options", [["--without", "football-talk"], ["--year", "1990"]])
def test_a_whole_link_stands_for_its_scenario(options):
    data = analyzed(*options)
    code = data["scenario"]["code"]
    assert analyzed("--code", f" https://h/voila/render/x.ipynb?a=1&s={code}&b=2#top\n") == data


@pytest.mark.parametrize("as_json", [[], ["--json"]])
@pytest.mark.parametrize(
    "code",
    [
        "",
        "1",
        "0old",
        "1abcd00000000",
        "<script>",
        "http://h/x",
        "?s=",
        "?s=1",
        "?s=1&s=2",
        "http://h/?s=" + "1" * 100_000,
        "1\x1b[31m",
    ],
)
def test_a_code_that_is_none_gets_one_clear_line_and_nothing_is_analyzed(code, as_json):
    result = run("analyze", *as_json, "--code", code)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("okin: this is no scenario: ")
    assert "start from the record" in line or "alone" in line
    assert len(line) < 200


def test_the_matrix_is_readable():
    result = run("analyze", "--without", "football-talk")
    assert result.exit_code == 0
    assert "Implicit sanction" in result.stdout
    assert "open, leaning to Okin" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--without", "footbal-talk"], "did you mean 'football-talk'?"),
        (["--without", "Z99"], "unknown fact 'Z99'"),
        (["--without", "assurance-by-lug"], "not in the record"),
        (["--with", "football-talk"], "in the record already"),
        (["--with", "asurance-by-lug"], "did you mean 'assurance-by-lug'?"),
        (["--preset", "second-circut"], "did you mean 'second-circuit'?"),
        (["--set", "atribution=individual"], "did you mean 'attribution'?"),
        (["--set", "attribution=individuals"], "did you mean 'individual'?"),
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
        ("lessons/03_act_or_omission.yaml", "such as discussing", "such as debating", "430"),
    ],
)
def test_check_names_file_line_and_remedy(tmp_path, file, word, other, said):
    root = tmp_path / "data"
    for folder in ("record", "doctrine", "instruments", "course", "lessons"):
        shutil.copytree(PACKAGE / folder, root / folder)
    text = (root / file).read_text("utf-8")
    assert word in text
    (root / file).write_text(text.replace(word, other, 1), "utf-8")
    result = run("check", "--data", str(root))
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert any(re.match(rf"\S*{Path(file).name}:\d+: ", line) for line in lines), lines
    assert any(said in line for line in lines), lines


def test_the_presets_in_the_help_are_those_of_the_data():
    presets = "|".join(preset.id for preset in load_case().doctrine.presets)
    assert f"--preset [{presets}]" in run("analyze", "--help").stdout


def test_the_help_says_what_each_exit_status_means():
    lines = run("analyze", "--help").stdout.split("Exit status:")[1].split("\n")
    assert [line.split()[0] for line in lines if line.strip()] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("columns", "width"), [("60", 60), ("0", 80), ("1", 20), ("-4", 80), ("wide", 80), ("²", 80)]
)
def test_columns_is_taken_where_it_is_a_width(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("analyze", "--without", "football-talk").stdout.splitlines()
    assert width - 10 <= max(map(len, lines)) <= width


# What is typed, and what a file holds, is shown and moves no cursor

CONTROLS = "\x1b[31m\x07\x9b\u202e\u2066"


@pytest.mark.parametrize(
    "args",
    [
        ["analyze", "--without", f"id{CONTROLS}"],
        ["analyze", "--set", f"id{CONTROLS}"],
        ["analyze", "--set", f"id{CONTROLS}=x"],
        ["analyze", "--preset", f"id{CONTROLS}"],
        ["analyze", "--year", f"id{CONTROLS}"],
        ["analyze", "--code", f"http://h/id{CONTROLS}?s=1&s=2"],
        ["analyze", f"--id{CONTROLS}"],
        ["analyze", f"id{CONTROLS}.yaml"],
        ["analyze", "a.yaml", f"id{CONTROLS}"],
        ["check", "--data", f"id{CONTROLS}"],
        [f"id{CONTROLS}"],
        [f"--id{CONTROLS}"],
    ],
)
def test_controls_that_were_typed_are_shown_in_the_message(args):
    result = run(*args)
    assert result.exit_code == 2
    assert result.stderr.replace("\n", "").isprintable()
    assert result.stdout == ""


HOSTILE = r"[t]he \e[31m\a\r\u009b\u202e\u2066"
HOSTILE_FILES = {
    "a pattern": """\
title: "TEXT"
date: 2002
court: 2d Cir.
posture: pleading
violence: other
parties: [{id: village, role: municipality, name: "TEXT"}]
""",
    "a field": 'title: x\n"TEXT": y\nscenarios: [{suppose: x, expect: []}]\n',
    "a name": 'title: x\nscenarios: [{suppose: x, without: ["TEXT"], expect: []}]\n',
    "a scenario": 'title: x\nscenarios: [{suppose: "TEXT", expect: []}]\n',
}


@pytest.mark.parametrize("text", HOSTILE_FILES.values(), ids=HOSTILE_FILES)
def test_controls_in_a_file_are_shown(tmp_path, text):
    file = tmp_path / "hostile.yaml"
    file.write_text(text.replace("TEXT", HOSTILE), "utf-8")
    result = run("analyze", str(file))
    shown = result.stdout + result.stderr
    assert "[t]he" in shown
    assert shown.replace("\n", "").isprintable()
    for line in run("analyze", "--json", str(file)).stdout.splitlines():
        assert line.isascii()
        assert line.isprintable()


# In a process of its own: its encoding, its name, a reader that goes

C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FILE = """\
title: x
scenarios: [{suppose: "“[t]he officers” § 1983 — ≥ 日: André O’Dell", expect: []}]
"""


def process(*args: str | bytes, **env: str) -> subprocess.CompletedProcess[bytes]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [sys.executable, "-m", "okin_lib", *args]
    return subprocess.run(command, capture_output=True, env=clean | env, cwd=ROOT, check=False)


@pytest.mark.parametrize(
    ("env", "encoding", "name"),
    [
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252", "André O’Dell"),
        (C, "ascii", "Andre O'Dell"),
        ({"LC_ALL": "C"}, "utf-8", "André O’Dell"),
    ],
)
def test_redirected_output_is_readable_in_any_encoding(tmp_path, env, encoding, name):
    file = tmp_path / "case.yaml"
    file.write_text(FILE, "utf-8")
    result = process("analyze", str(file), COLUMNS="60", NO_COLOR="1", **env)
    text = result.stdout.decode(encoding)
    assert (result.returncode, result.stderr) == (0, b"")
    assert "[t]he officers" in text
    assert name in text
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 60


def test_an_error_is_readable_in_any_encoding():
    result = process("analyze", "O’Dell §.yaml", PYTHONIOENCODING="ascii", LC_ALL="C.UTF-8")
    assert result.stderr.startswith(b"okin: O'Dell sec..yaml:")


def test_json_is_the_same_in_any_encoding():
    result = process("analyze", "--json", **C)
    assert json.loads(result.stdout.decode("ascii")) == analyzed()


def test_a_file_whose_name_is_not_utf_8_is_read_and_its_errors_named(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    missing = process("analyze", path)
    assert missing.returncode == 2
    assert b"caf\\udce9.yaml:" in missing.stderr
    try:
        Path(os.fsdecode(path)).write_text(FILE, "utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert process("analyze", path).returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "args",
    [
        ["analyze"],
        ["analyze", "--json"],
        ["analyze", "--help"],
        ["check"],
        ["--help"],
        ["--version"],
    ],
)
def test_a_reader_that_goes_ends_it_without_a_word(args):
    command = [sys.executable, "-m", "okin_lib", *args]
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_gets_one_clear_line():
    command = [sys.executable, "-m", "okin_lib", "analyze"]
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1


def test_it_runs_as_a_module():
    result = process("--help")
    assert result.returncode == 0
    assert result.stdout.startswith(b"Usage: python -m okin_lib [OPTIONS]")


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
