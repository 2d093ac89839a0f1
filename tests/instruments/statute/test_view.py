"""The statute as HTML: its uses, and whose account each is."""

import pytest

from okin_lib.instruments.statute.view import statute_study
from okin_lib.reasoning.scenario import scenario
from tests.instruments.supposed import SUPPOSED, hostile
from tests.page.markup import assert_only_text, assert_readable, read


def row(root, name):
    (found,) = [r for r in root.all("tr") if r.all("th", scope="row") and r.text.startswith(name)]
    return found


def test_the_statute_says_whether_it_is_left_out(case):
    on = read(statute_study(case, scenario(case), "s"))
    off = read(statute_study(case, scenario(case, ["mandatory-arrest-law"]), "s"))
    assert "Left out here" not in on.text
    assert "Left out here" in off.text


def test_the_statutes_uses_say_which_the_court_refuses(case):
    uses, charges = read(statute_study(case, scenario(case), "s")).all("table")
    assert [r.all("td")[0].text for r in uses.all("tr")[1:]] == [
        "yes", "yes", "yes", "no: argued, and rejected", "no: never its job",
    ]  # fmt: skip
    assert "a party's argument, as the court reports it" in uses.text
    assert len(charges.all("tr")) == 6


def test_each_account_of_charges_says_whose_it_is(case):
    found = scenario(case, ["okin-would-not-sign"])
    _, charges = read(statute_study(case, found, "s")).all("table")
    may = row(charges, "May 12, 2002").all("td")
    assert may[0].text.startswith("(left out)")
    assert "Lug (report)" in may[0].text
    assert "Okin (allegation); disputed; at 424" in may[1].text


@pytest.mark.parametrize("supposed", SUPPOSED)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    assert_readable(statute_study(case, scenario(case, **supposed), "s"))


def test_hostile_data_are_escaped(case):
    assert_only_text(statute_study(hostile(case), scenario(hostile(case)), "s"))
