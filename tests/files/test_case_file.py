"""A teacher's file: what is wrong in it is said with line, field and the nearest name."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okin_lib.files.case_file import read
from okin_lib.files.worked import work
from okin_lib.lessons.installed import load_case
from okin_lib.record.yamltext import DataError

CASE = load_case()
PATTERN = """\
title: A pattern
date: 2002
court: 2d Cir.
posture: pleading
violence: domestic
parties:
  - id: officer
    employer: city
    factors:
      told-of-violence: true
      training: unknown
  - id: city
    role: municipality
readings: {pena: narrow}
expect:
  - {parties: [officer], element: violation, status: open}
  - {parties: [city], claim: municipal-liability, motion: open}
"""
SCENARIO = """\
title: A scenario
scenarios:
  - suppose: Without the football conversation.
    without: [football-talk]
    added: [harm-was-reckless]
    readings: {attribution: individual}
    year: 2001-12-23
    expect:
      - {parties: [douglas], element: explicit-sanction, status: no-genuine-issue}
because:
  - {text: It was an example., page: "430", quote: such as discussing football with Sears}
"""


def opened(tmp_path: Path, text: str):
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    return read(file, CASE)


@pytest.mark.parametrize("text", [PATTERN, SCENARIO])
def test_it_works(tmp_path, text):
    worked = list(work(CASE, opened(tmp_path, text)))
    assert [each.misses for each in worked] == [()]


@pytest.mark.parametrize(
    ("text", "right", "wrong", "line", "says"),
    [
        (PATTERN, "told-of-violence", "told-of-violense", 10, "did you mean 'told-of-violence'?"),
        (PATTERN, "unknown", "maybe", 11, "'training' must be true, false or unknown"),
        (PATTERN, "date: 2002", "date: 20022", 2, "'date' must be a year or a date"),
        (PATTERN, "date: 2002", "date: 2002-13-40", 2, "not what it looks like"),
        (PATTERN, "posture: pleading", "posture: trial", 4, "'posture' must be one of pleading"),
        (PATTERN, "court: 2d Cir.\n", "", 1, "the field 'court' is missing"),
        (PATTERN, "court:", "cuort:", 3, "did you mean 'court'?"),
        (PATTERN, "employer: city", "employer: cty", 8, "did you mean 'city'?"),
        (PATTERN, "id: city", "id: officer", 12, "is taken"),
        (PATTERN, "{pena: narrow}", "{pena: narow}", 14, "did you mean 'narrow'?"),
        (PATTERN, "element: violation", "element: violaton", 16, "did you mean 'violation'?"),
        (PATTERN, "status: open", 'status: "yes"', 16, "no status of a question of fact 'yes'"),
        (PATTERN, "[city]", "[town]", 17, "there is no party 'town'"),
        (PATTERN, "claim: municipal-liability", "motion: open", 17, "given twice"),
        (SCENARIO, "football-talk", "footbal-talk", 4, "did you mean 'football-talk'?"),
        (SCENARIO, "harm-was-reckless", "football-talk", 5, "there is no hypothetical fact"),
        (SCENARIO, "attribution:", "atribution:", 6, "did you mean 'attribution'?"),
        (SCENARIO, "such as discussing", "such as discusing", 11, "nearest passage"),
        (SCENARIO, "scenarios:", "scenario:", 1, "neither 'scenarios'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_a_remedy(
    tmp_path, text, right, wrong, line, says
):
    assert right in text
    with pytest.raises(DataError) as refused:
        opened(tmp_path, text.replace(right, wrong, 1))
    assert f"case.yaml:{line}: " in str(refused.value)
    assert says in str(refused.value)


@given(
    st.sampled_from([PATTERN, SCENARIO]),
    st.lists(
        st.tuples(st.integers(0, 10**6), st.integers(0, 12), st.text(max_size=8)), max_size=4
    ),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_fuzz_nothing_but_a_data_error_comes_of_a_damaged_file(tmp_path, text, damage):
    for at, length, instead in damage:
        place = at % len(text)
        text = text[:place] + instead + text[place + length :]
    try:
        found = opened(tmp_path, text.encode("utf-8", "replace").decode())
    except DataError:
        return
    list(work(CASE, found))
