"""What a terminal prints: what is supposed, and every text as it is written."""

import re
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from okin_lib.doctrine.case import Case
from okin_lib.doctrine.patterns import PatternLaw
from okin_lib.files.grid import Grid, Terminal, fitted, print_grid, say
from okin_lib.files.link_code import encode
from okin_lib.files.stream import READABLE, visible
from okin_lib.files.terminal import print_matrix
from okin_lib.files.terminal_worked import print_note, print_worked
from okin_lib.files.worked import Worked
from okin_lib.lessons.installed import load_case
from okin_lib.patterns.expectation import Miss
from okin_lib.patterns.pattern import Pattern, PatternParty
from okin_lib.patterns.pattern_analysis import analyze_pattern
from okin_lib.reasoning.analysis import analyze
from okin_lib.reasoning.scenario import preset, scenario
from tests.examples import examples

CASE = load_case()
FACT, SUPPOSED = CASE.record.facts[0], CASE.record.hypotheticals[0]
READING = CASE.doctrine.readings[0]
CHOSEN = READING.values[-1]
OFF_RECORD = {
    "a fact left out": {"without": [FACT.id]},
    "a fact added": {"added": [SUPPOSED.id]},
    "a reading switched": {"readings": {READING.id: CHOSEN.id}},
    "another year": {"year": 1990},
    "another court's readings": {"readings": preset(CASE, CASE.doctrine.presets[-1].id)},
    "all of it": {
        "without": [FACT.id],
        "added": [SUPPOSED.id],
        "readings": {READING.id: CHOSEN.id},
        "year": 1990,
    },
}

TRICKY = "[]/\\:\x1b\x07\x08\r\x7f\x85\x9b\u200b\u202e\u2066\ufeff\xa0 \n\t’—§≥é日"
hostile = st.text(st.sampled_from(TRICKY) | st.characters(exclude_categories=()), max_size=30)
often = settings(max_examples=examples(30), deadline=None)
WIDE = 5_000
KNOWN = {f.id: True for f in CASE.doctrine.factors if f.id != CASE.doctrine.domestic}


def printed(print_it, *args, width=100) -> str:
    out = StringIO()
    print_it(*args, Console(file=out, width=width))
    return out.getvalue()


def matrix(width=100, **supposed) -> str:
    return printed(print_matrix, CASE, analyze(CASE, scenario(CASE, **supposed)), width=width)


def said(text: str) -> str:
    return " ".join(text.split())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def assert_shows(out: str, text: str) -> None:
    assert squeezed(visible(text)) in squeezed(out)
    assert out.replace("\n", "").isprintable()


# What is supposed


def test_the_record_is_named_as_the_court_read_it():
    title, second, code, *_ = matrix().splitlines()
    assert title == CASE.record.title
    assert second == "The record, as the court read it."
    assert code == f"Code: {encode(CASE, scenario(CASE))}"
    assert "On appeal" in matrix()


@pytest.mark.parametrize("supposed", OFF_RECORD.values(), ids=OFF_RECORD)
@pytest.mark.parametrize("width", [40, 60, 100])
def test_off_the_record_nothing_looks_like_the_courts_own_result(supposed, width):
    out = matrix(width, **supposed)
    assert said(out).startswith(f"In this model of {CASE.record.title}, supposing:")
    assert f"Code: {encode(CASE, scenario(CASE, **supposed))}" in out
    assert "Motion, in this model" in said(re.sub("[│┃|]", " ", out)) or width < 100
    assert not re.search("appeal|affirmed|reversed|as the court read it", out)


def test_each_thing_supposed_is_named_with_what_the_command_line_takes():
    out = said(matrix(**OFF_RECORD["all of it"]))
    assert f"left out: {FACT.label} ({FACT.id})" in out
    assert f"added, though not in the record: {SUPPOSED.label} ({SUPPOSED.id})" in out
    assert f"{READING.label}: {CHOSEN.label} ({READING.id}={CHOSEN.id})" in out
    assert "the events begin in 1990" in out


def test_where_the_court_decides_nothing_nothing_is_graded_off_the_record():
    rows = [row for row in matrix(without=[FACT.id]).splitlines() if "not addressed" in row]
    assert rows
    assert not any("decided" in row for row in rows)


# Text as it is written


def with_text(text: str) -> Case:
    """The case with every label that a terminal prints replaced."""
    record, doctrine = CASE.record, CASE.doctrine

    def labelled(values):
        return tuple(evolve(value, label=f"{value.id}{text}") for value in values)

    readings = (evolve(r, values=labelled(r.values)) for r in labelled(doctrine.readings))
    return evolve(
        CASE,
        record=evolve(
            record,
            title=f"title{text}",
            parties=tuple(evolve(p, name=f"{p.id}{text}") for p in record.parties),
            facts=labelled(record.facts),
            hypotheticals=labelled(record.hypotheticals),
            sides={k: evolve(side, label=f"{side.id}{text}") for k, side in record.sides.items()},
        ),
        doctrine=evolve(
            doctrine,
            claims=labelled(doctrine.claims),
            elements=labelled(doctrine.elements),
            readings=tuple(readings),
        ),
    )


@often
@given(hostile)
@example("[t]he [sic] [/] [bold]x[/bold] :smile: https://x")
def test_every_label_is_printed_as_it_is_written(text):
    case = with_text(text)
    found = analyze(case, scenario(case, **OFF_RECORD["all of it"]))
    out = printed(print_matrix, case, found, width=WIDE)
    elements = {finding.element for finding in found.findings}
    claims = {disposition.claim for disposition in found.dispositions}
    parties = {disposition.party for disposition in found.dispositions}
    sides = {CASE.record.sides[f.lean].id for f in found.findings if f.lean}
    names = {"title", FACT.id, SUPPOSED.id, READING.id, CHOSEN.id}
    for name in elements | claims | parties | sides | names:
        assert_shows(out, name + text)


@often
@given(hostile)
@example("[t]he [sic] [/] [bold]x[/bold] :smile: https://x")
def test_every_text_of_a_case_file_is_printed_as_it_is_written(text):
    party = PatternParty(id=f"id{text}", name=f"name{text}", factors=KNOWN)
    nameless = PatternParty(id=f"other{text}", role="municipality", factors=KNOWN)
    pattern = Pattern(
        f"title{text}", 2002, f"court{text}", "pleading", "domestic", (party, nameless)
    )
    found = evolve(analyze_pattern(CASE, pattern), set_aside={party.id: (f"factor{text}",)})
    misses = (Miss(f"of{text}", f"party{text}", f"expected{text}", f"found{text}"),)
    out = printed(print_worked, CASE, Worked(pattern.title, found, (), misses), width=WIDE)
    out += printed(print_note, f"note{text}", width=WIDE)
    named = (
        "note",
        "name",
        "other",
        "title",
        "court",
        "factor",
        "of",
        "party",
        "expected",
        "found",
    )
    for name in named:
        assert_shows(out, name + text)


@often
@given(hostile, hostile, st.integers(1, 80))
def test_wrapped_text_loses_nothing_and_keeps_to_the_width(head, text, width):
    out = printed(lambda console: say(console, text, indent=4), width=width)
    assert_shows(out, text)
    assert max(map(cell_len, out.splitlines()), default=0) <= max(width, 20)
    many = Grid((head, *["header"] * 30), ((head, *[text] * 30),), title=head)
    blocks = printed(lambda console: print_grid(console, many), width=width)
    assert squeezed(visible(f"header: {text}")) in squeezed(blocks) or not text
    assert max(map(cell_len, blocks.splitlines())) <= max(width, 20)


# A fact pattern


def patterned(posture="summary-judgment", officers=2, width=100, **more) -> str:
    parties = tuple(
        PatternParty(f"o{n}", factors={"told-of-violence": n % 2 == 0}) for n in range(officers)
    )
    pattern = Pattern("A pattern", 2003, "2d Cir.", posture, "domestic", parties, **more)
    found = analyze_pattern(CASE, pattern)
    return printed(print_worked, CASE, Worked(pattern.title, found, (), ()), width=width)


@pytest.mark.parametrize("posture", CASE.study(PatternLaw).postures)
def test_the_answer_says_what_the_motion_asks_with_its_pages_and_what_its_words_mean(posture):
    rule, out = CASE.study(PatternLaw).postures[posture], said(patterned(posture))
    assert rule.asks in out
    assert all(each.page in out for each in rule.because)
    assert all(meaning in out for meaning in rule.statuses.values())
    assert f"matters most to the {rule.motion.lower()}" in out


NOTHING = ("sanction-conveyed", "explicit-assurance", "exposure")


@pytest.mark.parametrize("posture", CASE.study(PatternLaw).postures)
def test_a_motion_says_what_becomes_of_the_claim(posture):
    rule = CASE.study(PatternLaw).postures[posture]
    parties = (PatternParty("o", factors=dict.fromkeys(NOTHING, False)),)
    pattern = Pattern("A pattern", 2003, "2d Cir.", posture, "domestic", parties)
    found = analyze_pattern(CASE, pattern)
    out = printed(print_worked, CASE, Worked("", found, (), ()), width=200)
    assert f"granted: {rule.motions['granted']}" in out


def test_in_a_posture_that_is_not_known_no_motion_is_named():
    out = said(patterned("unknown"))
    assert "Defendants' motion" in out
    assert "matters most (" in out


def test_what_is_given_of_the_whole_is_printed():
    out = said(patterned(complete=True, custody=True, claims=("due-process",)))
    assert "violence: domestic, complete, the victim in custody, pleaded: due process" in out
    assert "no private wrongdoer" in said(patterned(wrongdoer="none"))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_many_parties_who_stand_alike_share_a_line(width):
    out = patterned(officers=50, width=width)
    assert len(out.splitlines()) < 400 if width > 40 else 900
    assert max(map(cell_len, out.splitlines())) <= width


def test_in_blocks_headers_over_the_same_text_follow_it_once():
    grid = Grid(("Element", "a", "b", "c"), (("Notice", "yes", "no", "yes"),), merged=True)
    out = printed(lambda console: print_grid(console, grid), width=22)
    assert [line.strip() for line in out.splitlines()][:4] == [
        "Element",
        "Notice",
        "yes: a, c",
        "no: b",
    ]


def test_a_line_break_in_a_title_forges_no_line():
    out = printed(lambda console: say(console, "Title\nEvery result expected of it holds."))
    assert out == "Title Every result expected of it holds.\n"


# Narrow, and in any encoding


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_on_a_narrow_terminal_no_word_is_cut(width):
    out = matrix(width, without=[FACT.id])
    assert max(map(cell_len, out.splitlines())) <= width
    assert "…" not in out
    words = set(re.split(r"[\s│┃]+", out))
    for element in CASE.doctrine.elements:
        assert {word for word in element.label.split() if len(word) < 14} <= words, element.id


@given(
    st.lists(st.tuples(st.integers(1, 20), st.integers(0, 200)), min_size=1, max_size=6),
    st.integers(-5, 200),
)
def test_columns_have_room_for_their_longest_word_or_there_are_none(columns, room):
    least, most = [low for low, _ in columns], [low + more for low, more in columns]
    widths = fitted(least, most, room)
    if sum(least) > room:
        assert widths == ()
    else:
        assert sum(widths) <= room
        assert all(a <= w <= b for a, w, b in zip(least, widths, most, strict=True))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437", "utf-8"])
@pytest.mark.parametrize("width", [40, 60, 100])
def test_any_encoding_carries_it(encoding, width):
    case = with_text(" § 1983’s “[t]he” — ≥ é 日")
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding=encoding, errors=READABLE)
    print_matrix(case, analyze(case, scenario(case)), Terminal(file=out, width=width))
    out.flush()
    text = raw.getvalue().decode(encoding)
    assert "\x1b" not in text
    assert max(map(cell_len, text.splitlines())) <= width
    assert "[t]he" in text
    assert ("1983’s" if encoding in ("cp1252", "utf-8") else "1983's") in text
    assert ("§" if encoding in ("cp1252", "latin-1", "utf-8") else "sec.") in text
    assert (">=" if encoding in ("ascii", "cp1252", "latin-1") else "≥") in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [sic] § ’", "plain [sic] § ’"),
        ("\x1b[31m\x07\x08\r\x00\x7f", r"\x1b[31m\x07\x08\r\x00\x7f"),
        ("\x85\x9b", r"\x85\x9b"),
        ("\u202a\u202e\u2066\u2069", r"\u202a\u202e\u2066\u2069"),
        ("\u200b\u200e\ufeff\u2028", r"\u200b\u200e\ufeff\u2028"),
        ("\udce9", r"\udce9"),
        ("a\xa0b\tc\nd", "a b c\nd"),
    ],
)
def test_what_would_not_show_is_shown(text, shown):
    assert visible(text) == shown


@given(hostile)
def test_every_character_that_an_encoding_lacks_is_written_in_what_it_has(text):
    for encoding in ("ascii", "cp1252", "cp437"):
        assert visible(text).encode(encoding, READABLE).decode(encoding)[:1] or not text
