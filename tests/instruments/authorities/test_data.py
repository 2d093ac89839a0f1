"""The table of authorities: all that the opinion cites is in it, with each page that names it."""

import re
from typing import get_args

import pytest

from okin_lib.instruments.authorities.data import AUTHORITIES, Authorities, UsedAs
from okin_lib.instruments.authorities.view import authorities_table
from okin_lib.lessons.installed import PACKAGE
from tests.doctrine.study import refused
from tests.page.markup import ids, read, unlabelled

RAW = (PACKAGE / "record/opinion.txt").read_text("utf-8").partition("\n")[2]
TEXT = " ".join(re.sub(r"\*4\d\d(?![\d-]) ?", "", RAW).split())
REPORTER = r"(?:U\.S\.|F\.3d|F\.2d|F\.Supp\.(?:2d|3d)?)"
FULL = {*re.findall(rf"\b\d+ {REPORTER} \d+", TEXT), *re.findall(r"___, (\d+ S\.Ct\. \d+)", TEXT)}
SHORT = set(re.findall(rf"\b(\d+ (?:{REPORTER}|S\.Ct\.)) at \d", TEXT))
DISCUSSION = 427
SOURCES = ("VICTIMOLOGY", "S.Rep. No. 102-197", "Intimate Partner Violence in the U.S.")
PROVISIONS = (
    "42 U.S.C. § 1983", "28 U.S.C. 46(d)", "Local Rule 0.14(2)", "Fed.R.Civ.P. 56(c)", "12(b)(6)",
    "N.Y.Crim. Proc. L. § 140.10(4)",
)  # fmt: skip


@pytest.fixture(scope="module")
def found(case):
    return case.study(Authorities).authorities


def cases(found):
    return [each for each in found if each.kind == "case"]


def test_every_reporter_citation_in_the_opinion_is_in_the_table_and_no_other(found):
    assert len(FULL) > 35
    assert {each.cite for each in cases(found) if "WL" not in each.cite} == FULL


def test_every_short_citation_is_of_a_case_in_the_table(found):
    volumes = {each.cite.rpartition(" ")[0] for each in found if each.cite}
    assert SHORT
    assert volumes >= SHORT


def test_a_case_is_named_as_the_opinion_names_it(found):
    for each in cases(found):
        assert each.name in TEXT, each.name


def test_a_year_and_court_are_those_of_the_citation(found):
    for each in cases(found):
        if each.cite in TEXT and "WL" not in each.cite:
            after = TEXT[TEXT.index(each.cite) :]
            when = re.search(r"\((?:([^()]*?) ?)?(\d{4})\)", after)
            assert int(when[2]) == each.year, each.name
            assert (when[1] or "").rstrip() in ("", each.court), each.name


def test_each_page_of_the_discussion_that_names_a_case_has_a_use(case, found):
    for each in cases(found):
        named = case.opinion.find(each.cite if "WL" in each.cite else each.short or each.name)
        later = {page for pin in named if int(pin[:3]) >= DISCUSSION for page in pages(pin)}
        covered = {page for use in each.uses for page in pages(use.page)}
        assert named
        assert later <= covered, each.name


def test_every_provision_and_secondary_source_is_in_the_table(found):
    quoted = " ".join(use.quote for each in found if each.kind != "case" for use in each.uses)
    named = quoted + " ".join(each.cite for each in found).upper()
    for words in (*PROVISIONS, *SOURCES):
        assert words in TEXT
        assert words in named, words
    assert "Violence by Intimates" in " ".join(each.name for each in found)


def test_they_stand_in_the_order_of_the_pages_that_first_cite_them(found):
    first = [int(each.uses[0].page[:3]) for each in found]
    assert first == sorted(first)


def test_every_use_stands_on_its_page(case, found):
    for each in found:
        assert each.uses
        for use in each.uses:
            case.opinion.verify(use.quote, use.page)


def test_each_precedent_of_the_model_is_there_by_its_citation(case, found):
    cites = {each.cite for each in found}
    own = {p.cite for p in case.doctrine.precedents if p.year < case.record.year}
    assert own <= cites


def test_a_citation_within_a_citation_says_through_what(found):
    through = {(each.id, use.through) for each in found for use in each.uses if use.through}
    assert {("lanier", "hope"), ("amnesty-america", "green"), ("sorlucco", "patterson")} <= through


def test_castle_rock_is_cited_for_its_dissent_and_two_are_left_undecided(found):
    how = {each.id: {use.used_as for use in each.uses} for each in found}
    assert how["castle-rock"] == {"dissent"}
    assert how["young"] == how["tenenbaum"] == {"left-open"}
    assert {used for uses in how.values() for used in uses} == set(get_args(UsedAs))


def test_its_rows_turn_to_the_passage(case, found):
    root = read(authorities_table(case, "authorities"))
    assert not unlabelled(root)
    assert len(ids(root)) == len(set(ids(root)))
    buttons = root.all("button", data_act="read")
    assert len(buttons) == sum(len(each.uses) for each in found)
    assert all(button.attrs["data-go"] == "opinion" for button in buttons)


def pages(pin):
    """The pages or the note of a pin."""
    first, _, last = pin.partition("-")
    return {first, first[: len(first) - len(last)] + last} if last else {pin}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("through: hope", "through: hop", "did you mean 'hope'?"),
        ("        through: hope\n", "", "names it in through"),
        ("    cite: 523 U.S. 833\n", "", "not cited in full"),
        ("cite: 985 F.2d 94", "cite: 985 F.2d 95", "985 F.2d 94 is not in it"),
        ("used_as: dissent", "used_as: dicta", "must be one of holding"),
        ("id: hope", "id: lewis", "taken"),
    ],
)
def test_one_word_wrong_is_found_with_its_line(case, tmp_path, old, new, says):
    assert says in refused(AUTHORITIES, case, tmp_path, old, new)
