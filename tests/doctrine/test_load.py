import json
import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.doctrine.compiled import compile_case, counts
from okin_lib.doctrine.elements import Composition
from okin_lib.doctrine.factors import Condition
from okin_lib.lessons.installed import PACKAGE
from okin_lib.record.placed import DataError
from okin_lib.record.yamltext import parse
from tests.examples import examples
from tests.record.tiny import FILES, line_of, refused, write

FACTORS = "doctrine/factors.yaml"
CLAIMS = "doctrine/claims.yaml"
ASSURED = "doctrine/elements/01-promise.yaml"
LAW = "doctrine/elements/02-law.yaml"
WHOLE = "doctrine/elements/03-whole.yaml"
SHARED = "doctrine/shared.yaml"
PRECEDENTS = "doctrine/precedents.yaml"
READINGS = "doctrine/readings.yaml"


@pytest.fixture
def root(tmp_path):
    return write(tmp_path)


def test_facts_are_named_by_their_ids(root):
    case = compile_case(root)
    promised, _ = case.doctrine.factors
    assert promised.arises.any_of == ("promise",)
    assert promised.arises.defeated_by == ("warning-given",)
    assert case.doctrine.elements[0].authorities[0].considers == ("second-call", "promise")
    assert case.record.facts[1].drawn_from == ("promise",)


def test_propositions_are_read(root):
    assured, _, whole = compile_case(root).doctrine.elements
    leaf = Condition("factor", factor="silent")
    assert assured.authorities[0].when == Condition(
        "any", (Condition("factor", factor="promised"), Condition("all", (leaf,)))
    )
    assert whole.parts == Composition("element", element="assured")


def test_what_is_shared_stands_where_it_is_named(root):
    assured = compile_case(root).doctrine.elements[0]
    assert assured.authorities[-1].id == "otherwise"
    assert assured.gates[0].element == "known-law"


def test_elements_come_in_order_of_file(root):
    elements = compile_case(root).doctrine.elements
    assert [element.id for element in elements] == ["assured", "known-law", "whole"]


@pytest.mark.parametrize(
    ("file", "was", "now", "says"),
    [
        (FACTORS, "An officer may not", "An officer must not", 'nearest passage, on 112, is "An'),
        (FACTORS, 'page: "112"', 'page: "111"', "not on 111; it stands on 112"),
        (FACTORS, "id: silent", "id: promised", "the factor id 'promised' is taken at"),
        (FACTORS, "any_of: [promise]", "any_of: [A01]", "no fact 'A01'; the names are promise"),
        (
            FACTORS,
            "any_of: [promise]",
            "any_of: [promisse]",
            "no fact 'promisse'; did you mean 'pro",
        ),
        (FACTORS, "any_of: [promise]", "anyof: [promise]", "did you mean 'any_of'?"),
        (FACTORS, "{any_of: [promise]", "{also: [promise]", "must arise from facts"),
        (FACTORS, "not: promised}", "not: promised}, relied: [promise]", "and only one of these"),
        (FACTORS, "{any_of: [promise]", "{failures: [promise]", "on how many occasions failures"),
        (FACTORS, "{any_of: [promise]", "{any_of: [promise], occasions: 2", "on how many occas"),
        (FACTORS, "{not: promised}", "{not: promise}", "no factor 'promise'; did you mean 'prom"),
        (FACTORS, "{not: promised}", "{not: silent}", "defined by itself: silent by silent"),
        (FACTORS, "{not: promised}", "{nor: promised}", "must be the id of one factor, {all:"),
        (FACTORS, "{not: promised}", "{all: []}", "must be the id of one factor, {all:"),
        (ASSURED, "claim: injury", "claim: inquiry", "no claim 'inquiry'; did you mean 'injury'?"),
        (ASSURED, "kind: fact", "kind: facts", "must be one of fact, law, not 'facts'"),
        (ASSURED, "{plaintiff: [promised]", "{plaintiff: [promise]", "no factor 'promise'"),
        (ASSURED, "{plaintiff: [promised]", "{plantiff: [promised]", "plaintiff, officers"),
        (ASSURED, "- otherwise", "- otherwize", "not in doctrine/shared.yaml; did you mean 'oth"),
        (ASSURED, "gates: [settled]", "gates: [setled]", "did you mean 'settled'?"),
        (ASSURED, "status: triable", "status: triabel", "must be one of triable"),
        (ASSURED, "status: triable", 'status: "yes"', "'yes' is no status of a question of fact"),
        (ASSURED, "parties: [grey]", "parties: [gray]", "no party 'gray'; did you mean 'grey'?"),
        (ASSURED, "{reader: [strict]}", "{raeder: [strict]}", "no reading 'raeder'"),
        (ASSURED, "{reader: [strict]}", "{reader: [strickt]}", "no value of reader 'strickt'"),
        (ASSURED, "{all: [silent]}", "{all: [silence]}", "no factor 'silence'; did you mean 's"),
        (ASSURED, "considers: [second-call", "considers: [A02", "no fact 'A02'"),
        (LAW, "kind: precedents", "kind: precedents, status: triable", "'triable' is no status"),
        (LAW, "kind: precedents", "kind: precedents, parties: [grey]", "may be left undecided"),
        (WHOLE, "parts: assured", "parts: asured", "no element 'asured'; did you mean 'assured'"),
        (WHOLE, "parts: assured", "parts: {any: [assured, whole]}", "whole by whole"),
        (WHOLE, "triable:", "yes:", "a field's name must be text, not True: quote it"),
        (WHOLE, "triable:", '"yes":', "'yes' is no status of a question of fact"),
        (SHARED, "Grey denies it.", "Grey denied it.", 'on 111 n.1, is "Grey denies it."'),
        (SHARED, "text: The denial.", "text: The court finds a denial.", "off the record"),
        (SHARED, "side: plaintiff", "side: plaintiff\n        supposes: [A09]", "no fact 'A09'"),
        (SHARED, "side: plaintiff", "side: plaintiff\n        cites: [roe]", "no precedent 'roe'"),
        (LAW, "kind: precedents", "kind: precedents, after: [roe]", "no precedent 'roe'"),
        (SHARED, "element: known-law", "element: known", "no element 'known'"),
        (SHARED, 'status: ["no"]', "status: [triable]", "no status of a question of law"),
        (CLAIMS, "[whole, ", "[hole, ", "no element 'hole'; did you mean 'whole'?"),
        (CLAIMS, "motion: denied", "motion: refused", "must be one of granted, denied"),
        (CLAIMS, "parties: [grey]", "parties: [roe]", "no party 'roe'"),
        (CLAIMS, "weight: holding", "weight: heavy", "must be one of holding, reasoning"),
        (PRECEDENTS, "precedent_reading: reader", "precedent_reading: rider", "no reading 'rid"),
        (PRECEDENTS, "  loose: {plain", "  lose: {plain", "no reading of precedent 'lose'"),
        (PRECEDENTS, "{plaintiff: [promised], of", "{plaintiff: [prom], of", "no factor 'prom'"),
        (PRECEDENTS, "promised: {text", "promise: {text", "no factor 'promise'"),
        (PRECEDENTS, "      strict:\n", "      strikt:\n", "no reading of precedent 'strikt'"),
        (PRECEDENTS, "material: [promised]", "material: [silent]", "no factor of doe 'silent'"),
        (PRECEDENTS, "of: [doe]", "of: [do]", "did you mean 'doe'?"),
        (PRECEDENTS, "reads: []", "reads: [strict]", "no reading given a ratio 'strict'"),
        (
            PRECEDENTS,
            "    factors:",
            "    inferred: [silent]\n    factors:",
            "no factor of doe 'silent'",
        ),
        (PRECEDENTS, "year: 1980", "year: about 1980", "must be a whole number"),
        (PRECEDENTS, 'violation: "yes"', "violation: yes", "put what is written there in quotes"),
        (READINGS, "{reader: strict}", "{reader: strickt}", "no value of reader 'strickt'"),
        (READINGS, "{id: loose,", "{id: strict,", "the value id 'strict' is taken"),
        (
            READINGS,
            "{id: loose,",
            "{id: loose, formerly: [strict],",
            "the value id 'strict' is tak",
        ),
        (
            READINGS,
            "  - id: reader\n",
            "  - id: reader\n    formerly: [reader]\n",
            "'reader' is take",
        ),
    ],
)
def test_one_change_is_refused_with_file_line_and_remedy(root, file, was, now, says):
    path = root / file
    assert was in FILES[file]
    path.write_text(FILES[file].replace(was, now, 1), encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        compile_case(root)
    said = [problem for problem in refusal.value.problems if says in str(problem)]
    assert said, str(refusal.value)
    assert any(
        problem.place.file == file and abs(problem.place.line - line_of(file, was)) <= 9
        for problem in refusal.value.problems
    ), str(refusal.value)


def test_a_reading_of_precedent_must_say_what_matters(root):
    text = FILES[PRECEDENTS].replace("  loose: {plaintiff: [promised], officers: []}\n", "")
    (root / PRECEDENTS).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="nothing says what matters on 'loose'"):
        compile_case(root)


def test_a_composed_element_must_support_each_outcome(root):
    text = FILES[WHOLE].replace("    open: []\n", "")
    (root / WHOLE).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="say under composed what supports open"):
        compile_case(root)


def test_something_shared_that_nothing_uses_is_refused(root):
    text = FILES[ASSURED].replace("  gates: [settled]\n", "")
    (root / ASSURED).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"shared\.yaml:\d+: no element uses 'settled'"):
        compile_case(root)


DENIAL = "page: 111 n.1\n        quote: Grey denies it."


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("side: plaintiff", "side: officers", "'otherwise' may leave out plaintiff"),
        ("denies it.\n", "denies it.\n        until: [doe]\n", "may leave out officers"),
        ("page: 111-12\n        quote: and Roe called again", DENIAL, "both sides quote"),
    ],
)  # fmt: skip
def test_each_side_must_always_have_an_argument_of_its_own(root, old, new, says):
    text = FILES[SHARED].replace(old, new, 1)
    assert text != FILES[SHARED]
    (root / SHARED).write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=rf"shared\.yaml:\d+: .*{says}"):
        compile_case(root)


def test_a_reason_that_names_a_fact_must_suppose_it(root):
    file = "record/facts/01-first-call.yaml"
    (root / file).write_text(
        FILES[file].replace("    map: A02\n", "    map: A02\n    named_by: [denial]\n"), "utf-8"
    )
    with pytest.raises(DataError, match=r"shared\.yaml:\d+: 'denial' names 'second-call'"):
        compile_case(root)


def test_record_and_doctrine_are_refused_together(root):
    for file in (FACTORS, "record/case.yaml"):
        (root / file).write_text(FILES[file].replace("label", "lable"), encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        compile_case(root)
    assert {problem.place.file for problem in refusal.value.problems} == {
        FACTORS,
        "record/case.yaml",
    }


def test_check_counts(root):
    found = counts(compile_case(root))
    assert {"facts: 2", "precedents: 1"} <= set(found)


def test_the_stored_form_holds_plain_text(root):
    case = compile_case(root)
    assert {type(fact.quote) for fact in case.record.facts} == {str}
    assert {type(key) for element in case.doctrine.elements for key in element.favours} == {str}


scalars = st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["promised"])
values = st.recursive(
    scalars,
    lambda part: st.lists(part) | st.dictionaries(st.text() | st.just("not"), part),
    max_leaves=8,
)
fields = sorted({field for text in FILES.values() for field in re.findall(r"(\w+):", text)})


def places(data):
    """Every mapping in ``data``."""
    if isinstance(data, dict):
        yield data
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from places(part)


@pytest.fixture(scope="module")
def shared_root(tmp_path_factory):
    return write(tmp_path_factory.mktemp("fuzz"))


@settings(deadline=None, max_examples=examples(50))
@given(
    data=st.data(),
    file=st.sampled_from(sorted(FILES)),
    field=st.sampled_from(fields),
    value=values,
)
def test_any_value_in_any_place_is_read_or_refused(shared_root, data, file, field, value):
    content = json.loads(json.dumps(parse(FILES[file], file)))
    data.draw(st.sampled_from(list(places(content))))[field] = value
    path = shared_root / file
    path.write_text(json.dumps(content), encoding="utf-8")
    problems = refused(compile_case, shared_root)
    path.write_text(FILES[file], encoding="utf-8")
    assert {problem.place.file for problem in problems} <= set(FILES)


@settings(deadline=None, max_examples=examples(50))
@given(file=st.sampled_from(sorted(FILES)), text=st.text())
def test_any_text_in_any_file_is_read_or_refused(shared_root, file, text):
    path = shared_root / file
    path.write_text(text, encoding="utf-8")
    problems = refused(compile_case, shared_root)
    path.write_text(FILES[file], encoding="utf-8")
    assert problems
    assert {problem.place.file for problem in problems} <= set(FILES)


@pytest.fixture(scope="module")
def real_root(tmp_path_factory) -> Path:
    """Return a copy of the real data."""
    root = tmp_path_factory.mktemp("real")
    for layer in ("record", "doctrine"):
        copytree(PACKAGE / layer, root / layer, ignore=ignore_patterns("*.py", "__pycache__"))
    return root


def test_the_real_data_are_verified(real_root):
    assert compile_case(real_root).record.facts


STUDIES = {
    "knowledge.yaml", "disputes.yaml", "statute.yaml", "remand.yaml", "generality.yaml",
    "established.yaml", "patterns.yaml", "docket.yaml", "courts.yaml", "later.yaml",
    "comparisons.yaml",
}  # fmt: skip
"""Files beside the case, which have their own loaders and tests."""


def test_one_word_of_any_real_file_is_missed(real_root):
    quoted = re.compile(r"(quote: (?:>-?\s+)?['\"]?\S+) \S+")
    spoiled = set()
    for path in real_root.rglob("*.yaml"):
        if path.name in STUDIES:
            continue
        text = path.read_text(encoding="utf-8")
        changed = quoted.sub(r"\1 quixotically", text, count=1)
        if changed != text:
            spoiled.add(path.relative_to(real_root).as_posix())
            path.write_text(changed, encoding="utf-8")
    with pytest.raises(DataError) as refusal:
        compile_case(real_root)
    assert {problem.place.file for problem in refusal.value.problems} == spoiled
