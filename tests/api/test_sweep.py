"""Many scenarios: which there are, what is found in each, and the files they are written to."""

import csv
import sys
from math import comb

import pytest

import okin_lib as okin
from okin_lib.reasoning.scenario import Contradictory, UnknownName

FACTS = ["football-talk", "sears-told-williams", "admission-chain", "williams-learned-of-donation"]
ELEMENTS = ["implicit-sanction", "clearly-established"]


@pytest.fixture
def small():
    return okin.sweep(FACTS, readings={"pena": ["narrow", "broad"]}, years=[1990, 2001], at_most=2)


def test_every_combination_comes_once_and_the_record_first(small):
    rows = list(small)
    sets = 1 + len(FACTS) + comb(len(FACTS), 2)
    assert len(rows) == len(small) == sets * 2 * 2
    assert len({row.scenario.code for row in rows}) == len(rows)
    assert [row.scenario for row in rows[:2]] == [okin.suppose(year=1990), okin.on_record]
    assert max(len(row.scenario.without) for row in rows if row.scenario.year == 2001) == 2


def test_what_is_found_is_what_the_analysis_finds(small):
    for row in [*small, *okin.sweep(FACTS[0], okin.hypotheticals)]:
        for each in okin.analyze(row.scenario).dispositions:
            column = f"{each.party}.{each.claim}"
            assert row.found[column] == each.motion
            assert row.found[f"{column}.grade"] == each.grade


@pytest.mark.parametrize("facts", [FACTS, okin.facts])
def test_a_finding_is_asked_of_the_parties_that_are_named(facts):
    rows = okin.sweep(facts, elements=ELEMENTS, parties=["weber", "lug"]).records()
    for row in rows[::20]:
        found = okin.analyze(row.scenario)
        for party in ("weber", "lug"):
            for element in ELEMENTS:
                each, column = found.finding(party, element), f"{party}.{element}"
                told = [row.found[f"{column}{more}"] for more in ("", ".grade", ".lean")]
                assert told == [each.status, each.grade, each.lean]
    assert len(rows[0].found) == len(ELEMENTS) * 2 * 3


def test_a_row_says_what_is_supposed_and_then_what_was_found(small):
    row = small.records()[7]
    record = row.to_record()
    assert tuple(record) == small.columns
    assert okin.suppose(code=str(record["code"])) == row.scenario
    assert record["without"] == FACTS[0]
    assert (record["pena"], record["year"]) == ("broad", 2001)
    assert "manion.due-process: granted" in str(row)


def test_the_contradictory_are_skipped_and_counted(case):
    excluded = {
        frozenset([one.id, other]) for one in case.hypotheticals.values() for other in one.excludes
    }
    assert excluded
    with pytest.warns(UserWarning, match=f"skipped: {len(excluded)} more"):
        swept = okin.sweep(hypotheticals=okin.hypotheticals, at_most=2, elements=ELEMENTS[0])
    added = {frozenset(row.scenario.added) for row in swept}
    assert len(added) == len(swept)
    assert swept.contradictory == len(excluded)
    assert not excluded & added
    assert f"skipped: {len(excluded)} more" in str(swept)
    with pytest.raises(Contradictory):
        okin.suppose(added=next(iter(excluded)))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"facts": ["fotball-talk"]}, "unknown fact .* did you mean 'football-talk'"),
        ({"facts": "fotball-talk"}, "unknown fact 'fotball-talk'"),
        ({"hypotheticals": ["no-legal-dty"]}, "did you mean 'no-legal-duty'"),
        ({"readings": {"penna": ["narrow"]}}, "did you mean 'pena'"),
        ({"readings": {"pena": ["narow"]}}, "did you mean 'narrow'"),
        ({"elements": ["implicit-sanctoin"]}, "did you mean 'implicit-sanction'"),
        ({"parties": ["webber"]}, "did you mean 'weber'"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest(given, said):
    with pytest.raises(UnknownName, match=said):
        okin.sweep(**given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"readings": {"pena": []}}, "'pena' is given no value"),
        ({"at_most": 0}, "1 or more, not 0"),
        ({"processes": 0}, "1 or more, not 0"),
        ({"elements": ["implicit-sanction"], "parties": ["okin"]}, "asked of okin"),
    ],
)
def test_what_makes_no_sweep_is_refused(given, said):
    with pytest.raises(ValueError, match=said):
        okin.sweep(**given)


def test_the_csv_is_that_of_the_records(small, tmp_path):
    assert small.to_csv(tmp_path / "swept.csv") == len(small)
    text = (tmp_path / "swept.csv").read_text("utf-8")
    assert text == small.records().to_csv()
    assert [row["code"] for row in csv.DictReader(text.splitlines())] == [
        row.scenario.code for row in small
    ]


def test_a_file_left_half_written_is_finished_wherever_it_was_cut(small, tmp_path):
    path = tmp_path / "swept.csv"
    small.to_csv(path)
    whole = path.read_bytes()
    ends = [end for end in range(len(whole)) if whole[end - 1 : end] == b"\n"]
    for cut in [0, 3, *(end + more for end in ends[::7] for more in (-1, 0, 1, 9))]:
        path.write_bytes(whole[:cut])
        left = len(small) - max(whole[:cut].count(b"\n") - 1, 0)
        assert small.to_csv(path, resume=True) == left
        assert path.read_bytes() == whole
    assert small.to_csv(path, resume=True) == 0


def test_a_file_of_another_sweep_or_law_is_left_as_it_is(small, tmp_path):
    path = tmp_path / "swept.csv"
    small.to_csv(path)
    of_another_law = path.read_text("utf-8").replace("\n22.", "\n21.").encode()
    path.write_text("my notes", encoding="utf-8")
    others = [path.read_bytes(), of_another_law]
    for other in (
        okin.sweep(reversed(FACTS), readings={"pena": ["narrow", "broad"]}, years=[1990, 2001]),
        okin.sweep(FACTS, readings={"pena": ["narrow", "broad"]}, elements=ELEMENTS),
        okin.sweep([*FACTS, *list(okin.facts)[:2]], readings={"pena": ["narrow"]}, at_most=2),
    ):
        other.to_csv(path)
        others.append(path.read_bytes())
    for content in others:
        path.write_bytes(content)
        with pytest.raises(ValueError, match="name another file, or begin anew without resume"):
            small.to_csv(path, resume=True)
        assert path.read_bytes() == content


def test_parquet_holds_the_same_rows(small, tmp_path):
    pandas = pytest.importorskip("pandas")
    small.to_parquet(tmp_path / "swept.parquet")
    assert [each.name for each in tmp_path.iterdir()] == ["swept.parquet"]
    pandas.testing.assert_frame_equal(
        pandas.read_parquet(tmp_path / "swept.parquet"), small.records().to_frame()
    )


def test_without_pyarrow_it_says_what_to_install(small, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match="pip install pyarrow"):
        small.to_parquet(tmp_path / "swept.parquet")
    assert not list(tmp_path.iterdir())


def test_without_tqdm_nothing_is_missing_but_the_bar(small, monkeypatch):
    expected = small.records()
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert small.records() == expected
