import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.record.checks import record_problems
from okin_lib.record.load import read_opinion, read_record
from okin_lib.record.placed import DataError
from okin_lib.record.yamltext import parse
from tests.examples import examples
from tests.record.tiny import FILES, line_of, refused, write

FACTS = "record/facts/01-first-call.yaml"


def load(root: Path) -> None:
    record = read_record(root)
    if problems := list(record_problems(record, read_opinion(root))):
        raise DataError(problems)


@pytest.fixture
def root(tmp_path):
    return write(tmp_path)


def test_facts_know_their_event(root):
    record = read_record(root)
    assert [fact.event for fact in record.facts] == ["first-call", "first-call"]


def test_what_is_left_out_has_its_default(root):
    promise, second = read_record(root).facts
    assert promise.concerns == ("grey",)
    assert second.concerns == ()
    assert not second.collective


@pytest.mark.parametrize(
    ("file", "was", "now", "says"),
    [
        (FACTS, "told Roe's neighbor", "told Roe's friend", "nearest passage, on 111, is"),
        (FACTS, 'page: "111"', 'page: "112"', "not on 112; it stands on 111:"),
        (FACTS, "page: 111-12", "page: 112", "put what is written there in quotes"),
        (FACTS, "page: 111-12", 'page: "900"', "it stands on 111-12"),
        (
            FACTS,
            "id: second-call",
            "id: promise",
            "the fact id 'promise' is taken at record/facts",
        ),
        ("record/hypotheticals.yaml", "id: warning-given", "id: promise", "'promise' is taken"),
        (FACTS, "id: second-call", "id: Second call", "must be small letters, digits"),
        (FACTS, "map: A02", "map: A01", "the map id 'A01' is taken"),
        (FACTS, "label: The promise", "lable: The promise", "did you mean 'label'?"),
        (FACTS, "version: plaintiff", "version: plaintif", "one of any, plaintiff, officers"),
        (FACTS, "status: undisputed", "status: yes", "put what is written there in quotes"),
        (FACTS, "concerns: [grey]", "concerns: [gray]", "no party 'gray'; did you mean 'grey'?"),
        (FACTS, "concerns: [grey]", "concerns: grey", "must be a list, as in [a, b], not 'grey'"),
        (FACTS, "drawn_from: [promise]", "drawn_from: [promis]", "did you mean 'promise'?"),
        (FACTS, '["112", "111 n.1"]', '["117"]', "no page or note '117'"),
        (FACTS, '"1988-05-01"', '"1988-13-01"', "is no date"),
        (FACTS, '"1988-05-01"', '"May 1988"', "is no date"),
        (FACTS, "    map: A02\n", "    map: A02\n    map: A02\n", "'map' is given twice"),
        (FACTS, "    map: A02\n", "    map: A02\n    event: x\n", "no event 'x'"),
        (FACTS, "source: {who: Roe, ", "source: {", "the field 'who' is missing"),
        (FACTS, "source: {who: Roe, form: deposition}", "source: Roe", "must be fields"),
        (FACTS, "map: A02", "map: &a A02", "anchors"),
        (FACTS, "map: A02", "map: *a", "anchors"),
        (FACTS, "map: A02", "map: !!str A02", "anchors"),
        (FACTS, "map: A02", "map: [A02", "not YAML"),
        (FACTS, "facts:", "fact:", "there is no field 'fact' here; did you mean 'facts'?"),
        ("record/case.yaml", "year: 1990", 'year: "1990"', "must be a whole number"),
        ("record/case.yaml", "law: 3", "law: 0", "count its versions from 1"),
        (
            "record/case.yaml",
            "year: 1990",
            'year: 1990\ngraphic: [{act: violence, page: "111", words: Grey laughed}]',
            "not on 111; it stands on 112",
        ),
        (FACTS, "map: A01\n", "map: A01\n    formerly: [second-call]\n", "'second-call' is taken"),
        (FACTS, "map: A01\n", "map: A01\n    formerly: [promise]\n", "'promise' is taken at"),
        (FACTS, "map: A01\n", "map: A01\n    formerly: [A promise]\n", "must be small letters"),
        ("record/case.yaml", "conduct_year: 1988", "conduct_year: 1993", "none of the years"),
        ("record/case.yaml", "plaintiff:", "plantiff:", "one of plaintiff, officers"),
        ("record/parties.yaml", "moving: true", "moving: 1", "must be true or false"),
        ("record/parties.yaml", "quote: Grey told", "quote:", "must be text, not nothing"),
        ("record/hypotheticals.yaml", "concerns: [grey]", "concern: [grey]", "'concerns'"),
    ],
)
def test_one_change_is_refused_with_file_line_and_remedy(root, file, was, now, says):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        load(root)
    assert says in str(refusal.value)
    lines = {problem.place.line for problem in refusal.value.problems}
    near = line_of(file, was)
    assert any(abs(line - near) <= 2 for line in lines), str(refusal.value)
    assert {problem.place.file for problem in refusal.value.problems} == {file}


def test_a_missing_field_is_named(root):
    path = root / FACTS
    path.write_text(FILES[FACTS].replace("    version: any\n", ""), encoding="utf-8")
    line = line_of(FACTS, "- id: second-call")
    with pytest.raises(DataError, match=f"{FACTS}:{line}: the field 'version' is missing: add it"):
        load(root)


def test_a_municipality_that_no_side_has_a_name_for_is_refused(root):
    path = root / "record/parties.yaml"
    path.write_text(
        FILES["record/parties.yaml"].replace("role: officer", "role: municipality"),
        encoding="utf-8",
    )
    line = line_of("record/parties.yaml", "id: grey")
    with pytest.raises(DataError, match=f"parties.yaml:{line}: .* 'grey' .* by_role"):
        load(root)


def test_a_name_may_not_say_what_can_be_covered(root):
    (root / "record/case.yaml").write_text(
        FILES["record/case.yaml"]
        + 'graphic: [{act: violence, page: "111", words: struck Roe, also: [The promise]}]\n',
        encoding="utf-8",
    )
    line = line_of(FACTS, "label: The promise")
    with pytest.raises(DataError, match=f'{FACTS}:{line}: "The promise" says .* name the act'):
        load(root)


def test_all_problems_are_reported_together(root):
    (root / FACTS).write_text(
        FILES[FACTS].replace("map: A01", "mop: A01").replace("version: any", "version: all"),
        encoding="utf-8",
    )
    (root / "record/parties.yaml").unlink()
    with pytest.raises(DataError) as refusal:
        load(root)
    files = [problem.place.file for problem in refusal.value.problems]
    assert files == [FACTS] * 2 + ["record/parties.yaml"]
    assert str(refusal.value).count("\n") == 2


def test_an_opinion_without_its_citation_is_refused(root):
    (root / "record/opinion.txt").write_text("ROE v. GREY\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"record/opinion\.txt:1: the first line"):
        load(root)


def test_a_file_that_is_not_text_is_refused(root):
    (root / FACTS).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not UTF-8"):
        load(root)


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
values = st.recursive(
    scalars, lambda part: st.lists(part) | st.dictionaries(st.text(), part), max_leaves=8
)
snippets = st.sampled_from(
    ["0x_", "2001-99-99", "!!int a", "<<: {a: b}", "=", "? [a]\n: b", "- a", "{a: 1, a: 2}", "%a"]
)


@given(st.text() | snippets)
def test_fuzz_any_text_is_read_or_refused(text):
    problems = refused(parse, text, "any.yaml")
    assert {problem.place.file for problem in problems} <= {"any.yaml"}


def test_deep_nesting_is_refused():
    with pytest.raises(DataError, match="nested too deeply"):
        parse("a: " + "[" * 5000, "deep.yaml")


@pytest.fixture(scope="module")
def shared_root(tmp_path_factory):
    return write(tmp_path_factory.mktemp("fuzz"))


@settings(deadline=None, max_examples=examples(50))
@given(
    file=st.sampled_from([name for name in FILES if name.startswith("record")]),
    field=st.sampled_from(["event", "facts", "parties", "hypotheticals", "sides", "id", "date"]),
    value=values,
)
def test_any_value_in_any_place_is_read_or_refused(shared_root, file, field, value):
    data = {**parse(FILES[file], file), field: value}
    path = shared_root / file
    path.write_text(json.dumps(data), encoding="utf-8")
    problems = refused(load, shared_root)
    path.write_text(FILES[file], encoding="utf-8")
    assert {problem.place.file for problem in problems} <= set(FILES)
