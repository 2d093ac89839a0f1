"""A teacher's file: what is wrong in it is said with line, field and the nearest name."""

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okin_lib.files.case_file import read
from okin_lib.files.worked import work
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.pattern import Pattern
from okin_lib.record.placed import DataError

CASE = load_case()
TODAY = date(2026, 6, 15)
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
    return read(file, CASE, TODAY)


def renamed(case):
    """The case with a new id for each reading and each value of one."""

    def anew(thing, **more):
        return evolve(thing, id=f"{thing.id}-anew", formerly=(thing.id,), **more)

    readings = (anew(r, values=tuple(map(anew, r.values))) for r in case.doctrine.readings)
    return evolve(case, doctrine=evolve(case.doctrine, readings=tuple(readings)))


@pytest.mark.parametrize("text", [PATTERN, SCENARIO])
def test_a_reading_is_known_by_the_name_it_formerly_had(tmp_path, text):
    file = tmp_path / "case.yaml"
    file.write_text(text, encoding="utf-8")
    found = read(file, renamed(CASE), TODAY)
    if isinstance(found, Pattern):
        assert found.readings == {"pena-anew": "narrow-anew"}


@pytest.mark.parametrize("text", [PATTERN, SCENARIO])
def test_a_reading_given_by_two_of_its_names_is_refused(tmp_path, text):
    file = tmp_path / "case.yaml"
    twice = "readings: {pena: narrow, pena-anew: broad}"
    file.write_text(re.sub("readings: .*", twice, text), encoding="utf-8")
    with pytest.raises(DataError, match="'pena-anew' and 'pena' name one reading: remove one"):
        read(file, renamed(CASE), TODAY)


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
        (
            SCENARIO,
            "[harm-was-reckless]",
            "[assurance-by-douglas, nothing-reached-sears]",
            5,
            "cannot both be supposed",
        ),
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


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("2002", 2002),
        ('"2002"', 2002),
        ("2002-05", 2002),
        ("2002-05-12", 2002),
        ('"2002-05-12"', 2002),
        ("2002-05-12T10:00:00Z", 2002),
        ("1900", 1900),
        ("2026", 2026),
        ("2026-06-15", 2026),
    ],
)
def test_a_year_or_a_date_is_read(tmp_path, written, year):
    assert opened(tmp_path, PATTERN.replace("date: 2002", f"date: {written}")).date == year
    file = opened(tmp_path, SCENARIO.replace("year: 2001-12-23", f"year: {written}"))
    assert file.scenarios[0].year == year


SPANS = [
    "2001-12-23 to 2003-01-04", "2001-2003", "2001/2002", "2001 - 2003", "2001 and 2002",
    "2001\u20132003", "2001-12-23--2002-01-01", "2001/02", "[2001, 2003]",
]  # fmt: skip
FUTURE = ["2027", "2026-06-16", "2026-07", '"2050"', "9999-12-31"]
NO_DATES = [
    "23 December 2001", "Dec 2001", "02", "'02'", "0", "-2001", "99999", "true", "2001.5", "no",
    ".inf", "20:01", "\uff12\uff10\uff10\uff12", "{a: b}", "'2001-02-30'", "1899",
    "2002-05-12x",
]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "says"),
    [
        *((span, "of a span of dates give one") for span in SPANS),
        *((future, "later than today (2026-06-15)") for future in FUTURE),
        *((other, "must be a year or a date, as in 2002") for other in NO_DATES),
    ],
)
def test_a_span_a_future_date_and_what_is_none_are_refused(tmp_path, written, says):
    for text, was in ((PATTERN, "date: 2002"), (SCENARIO, "year: 2001-12-23")):
        field = was.partition(":")[0]
        with pytest.raises(DataError) as refused:
            opened(tmp_path, text.replace(was, f"{field}: {written}"))
        assert f"'{field}' must be a year or a date" in str(refused.value)
        assert says in str(refused.value)


@pytest.mark.parametrize("count", [0, 101])
@pytest.mark.parametrize(("kind", "entry"), [("parties", "{id: p}"), ("scenarios", "{}")])
def test_none_or_more_than_a_hundred_are_refused_before_anything_else(
    tmp_path, kind, entry, count
):
    with pytest.raises(DataError) as refused:
        opened(tmp_path, f"title: x\n{kind}: [{', '.join([entry] * count)}]\n")
    (problem,) = refused.value.problems
    says = "101 entries, and 100 are the most" if count else "is an empty list"
    assert says in problem.message
    assert problem.place.line == 2


@pytest.mark.parametrize(
    ("was", "now", "line", "says"),
    [
        ("told-of-violence: true", 'told-of-violence: "true"', 10, "take its quotation marks off"),
        ("told-of-violence: true", "told-of-violence: 'no'", 10, "take its quotation marks off"),
        ("status: open", "status: no", 16, "quotes (YAML takes the bare 'no' for false)"),
        ("title: A pattern", "title: off", 1, "quotes (YAML takes the bare 'off' for false)"),
        ("- id: officer\n", "- id:officer\n", 7, "a space is missing after 'id:'"),
        (", status: open}", "}", 16, "expects nothing of 'violation'"),
        ("{parties: [officer]", "{parties: []", 16, "names no party"),
        ("element: violation, ", "", 16, "must name an element or a claim"),
        ("court: 2d Cir.", "court: 2dn Cir.", 3, "did you mean '2d Cir.'?"),
        ("court: 2d Cir.", "court: [2d Cir.]", 3, "'court' must be the name of a court"),
        (
            "training: unknown",
            "intentional-violence: true\n      reckless-harm: true",
            12,
            "of 'officer', 'intentional-violence' is true and 'reckless-harm' is true",
        ),
        (
            "training: unknown",
            "affirmative-interaction: false\n      friendly-dealing: true",
            12,
            "'friendly-dealing' is true and 'affirmative-interaction' is false",
        ),
        (
            "readings: {pena: narrow}",
            "precedent: pena-v-deprisco",
            7,
            "'intentional-violence' is true and 'reckless-harm' is true",
        ),
    ],
)
def test_what_a_lawyer_gets_wrong_is_explained(tmp_path, was, now, line, says):
    text = PATTERN
    if "precedent:" in now:
        text = text.replace("training: unknown", "intentional-violence: true")
        line = 11
    assert was in text
    with pytest.raises(DataError) as refused:
        opened(tmp_path, text.replace(was, now, 1))
    assert f"case.yaml:{line}: " in str(refused.value)
    assert says in str(refused.value)


TOLD = """\
title: Told in full
date: 2002
court: 2d Cir.
posture: pleading
violence: other
claims: [due-process]
wrongdoer: none
either:
  - {parties: [a, b], factors: [saw-signs]}
parties:
  - id: a
    factors: {told-of-violence: true}
  - id: b
  - {id: city, role: municipality}
"""


@pytest.mark.parametrize(
    ("was", "now", "line", "says"),
    [
        ("[due-process]", "[due-proces]", 6, "did you mean 'due-process'?"),
        ("[due-process]", "[qualified-immunity]", 6, "no claim that can be pleaded"),
        ("[due-process]", "[due-process, due-process]", 6, "named twice: remove one"),
        ("[due-process]", "[]", 6, "'claims' is an empty list"),
        (
            "[due-process]\n",
            "[municipal-liability]\n",
            6,
            "no party is one of whom 'municipal-liability' is asked: add one, or leave it out",
        ),
        ("violence: other", "violence: domestic", 1, "which cannot both be so: change one"),
        ("told-of-violence: true", "friendly-dealing: true", 12, "and 'wrongdoer' is none"),
        ("wrongdoer: none", "wrongdoer: nobody", 7, "must be one of private, none"),
        ("wrongdoer: none", "custody: maybe", 7, "'custody' must be true or false"),
        ("wrongdoer: none", 'complete: "true"', 7, "take its quotation marks off"),
        ("  - id: b", "  - id: b\n    color-of-law: false", 14, "did you mean 'color_of_law'?"),
        (
            "role: municipality",
            "role: municipality, color_of_law: false",
            14,
            "said of an officer, and this is a municipality: take it out",
        ),
        ("[a, b]", "[a, c]", 9, "there is no party 'c'"),
        ("[a, b]", "[a, city]", 9, "is not one of several who may have acted: name its officers"),
        ("[a, b]", "[a]", 9, "leaves no choice: give the factor under the party"),
        ("[a, b]", "[]", 9, "names no party, or no factor"),
        ("[saw-signs]", "[saw-sings]", 9, "did you mean 'saw-signs'?"),
        ("told-of-violence: true", "lesser-conduct-enough: true", 12, "there is no factor"),
        ("[saw-signs]", "[told-of-violence]", 9, "stands in an 'either': remove one"),
        (
            "[a, b], factors: [saw-signs]",
            "[a], factors: [friendly-dealing, unanswered-admission]",
            9,
            "cannot be so with what else is given: change one",
        ),
        (
            "  - {id: city",
            "expect: [{parties: [a], element: comparator, status: open}]\n#",
            14,
            "'comparator' is of no claim that is pleaded: add its claim to 'claims'",
        ),
    ],
)
def test_what_cannot_be_said_of_a_pattern_is_explained(tmp_path, was, now, line, says):
    text = TOLD
    if "unanswered" in now:
        text = text.replace("told-of-violence: true", "contact-with-wrongdoer: false")
    if "municipal" in now and "role" not in now:
        text = text.replace("  - {id: city, role: municipality}\n", "")
    assert was in text
    opened(tmp_path, text)
    with pytest.raises(DataError) as refused:
        opened(tmp_path, text.replace(was, now, 1))
    assert f"case.yaml:{line}: " in str(refused.value)
    assert says in str(refused.value)


def test_a_court_is_known_by_another_spelling(tmp_path):
    assert opened(tmp_path, PATTERN.replace("2d Cir.", "Second Circuit")).court == "2d Cir."


@pytest.mark.parametrize(
    ("court", "says"),
    [
        ("2nd Cir.", ""),
        ("Eighth Circuit", "do not bind 8th Cir., so"),
        ("N.Y. App. Div.", "N.Y. App. Div. was taken for another court. The precedents"),
    ],
)
def test_of_another_court_the_answer_says_that_the_precedents_do_not_bind_it(
    tmp_path, court, says
):
    text = PATTERN.replace("2d Cir.", court)
    (worked,) = work(CASE, opened(tmp_path, text))
    assert says in worked.analysis.notice
    assert ("do not bind" in worked.analysis.notice) == bool(says)
    (law,) = [f for f in worked.analysis.findings if f.element == "clearly-established"]
    assert (law.status == "not-stated") == bool(says)


damage = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.integers(0, 12),
        st.text(max_size=8)
        | st.sampled_from(
            ["\t", ": ", "- ", "\n", '"', "'", "[", "{", "|", "&a ", "*a", "!!x ", "no", "#", "\0"]
        ),
    ),
    max_size=4,
)
whatever = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_refused(tmp_path, content: bytes) -> None:
    """A file is read and analyzed, or refused with its name, a line of it, and in plain text."""
    file = tmp_path / "case.yaml"
    file.write_bytes(content)
    try:
        found = read(file, CASE, TODAY)
    except DataError as refused:
        lines = len(re.split("\r\n|[\r\n\x85\u2028\u2029]", content.decode("utf-8", "replace")))
        for problem in refused.problems:
            assert problem.place.file == str(file)
            assert 1 <= problem.place.line <= lines
            assert str(problem).isprintable()
        return
    list(work(CASE, found))


@given(st.sampled_from([PATTERN, TOLD, SCENARIO]), damage)
@whatever
def test_fuzz_nothing_but_a_data_error_comes_of_a_damaged_file(tmp_path, text, damage):
    for at, length, instead in damage:
        place = at % len(text)
        text = text[:place] + instead + text[place + length :]
    read_or_refused(tmp_path, text.encode("utf-8", "replace"))


@given(st.binary(max_size=400))
@whatever
def test_fuzz_nothing_but_a_data_error_comes_of_any_bytes(tmp_path, content):
    read_or_refused(tmp_path, content)


@given(st.sampled_from([PATTERN, SCENARIO]), st.integers(0, 10**6), st.binary(max_size=4))
@whatever
def test_fuzz_nothing_but_a_data_error_comes_of_bytes_within_a_file(tmp_path, text, at, content):
    written = text.encode()
    place = at % len(written)
    read_or_refused(tmp_path, written[:place] + content + written[place:])


FIELDS = [line for line in (PATTERN + TOLD + SCENARIO).splitlines() if re.search(r": \S", line)]
VALUES = [
    "no", "~", "", "1e999", "0x_", "[]", "{}", "[[a]]", "{a: {b: c}}", "2001-99-99", '"\\0"', "=",
    "-1", "true", "'true'", "1:1", "9" * 39, "? x", "[a, {b: c}]", "null", '""', "x" * 200,
]  # fmt: skip


@given(st.sampled_from(FIELDS), st.sampled_from(VALUES))
@whatever
def test_fuzz_nothing_but_a_data_error_comes_of_any_value_in_any_field(tmp_path, line, value):
    written = line[: line.index(": ") + 2] + value
    for text in (PATTERN, TOLD, SCENARIO):
        read_or_refused(tmp_path, text.replace(line, written).encode())
