"""Who knew what, the statute and the remand as HTML: words beside signs, tables that are read."""

import attrs
import pytest

from okin_lib.instruments.jury.view import remand_questions
from okin_lib.instruments.knowledge.view import knowledge_table
from okin_lib.instruments.statute.view import statute_study
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, read, unlabelled
from tests.reasoning.courtroom import ask

HOSTILE = """"><script>alert('x')</script><img src=x onerror="alert(1)">&amp;"""


def every(case, **supposed):
    found = scenario(case, **supposed)
    return [
        knowledge_table(case, found, "knowledge"),
        statute_study(case, found, "statute"),
        remand_questions(case, ask(case, **supposed), "remand"),
    ]


@pytest.mark.parametrize(
    "supposed",
    [
        {},
        {"without": ["mandatory-arrest-law", "C39", "C09"]},
        {"added": ["nothing-reached-sears"]},
    ],
)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    root = read("".join(every(case, **supposed)))
    assert len(ids(root)) == len(set(ids(root)))
    assert not unlabelled(root)
    for table in root.all("table"):
        (caption,) = table.all("caption")
        assert caption.text
        assert all(head.attrs.get("scope") in ("col", "row") for head in table.all("th"))
        columns = len(table.all("th", scope="col"))
        for row in table.all("tr"):
            assert len(row.all("th")) + len(row.all("td")) == columns
    for hidden in root.all("span", aria_hidden="true"):
        assert hidden.text
    assert "court would" not in root.text.lower()


def row(root, name):
    (found,) = [r for r in root.all("tr") if r.all("th", scope="row") and r.text.startswith(name)]
    return found


def test_a_cell_says_its_channel_and_whether_it_takes_imputing(case):
    lug = row(read(knowledge_table(case, scenario(case), "k")), "Lug").all("td")
    assert [cell.all("span")[0].text for cell in lug] == [
        "◉ told",
        "– none",
        "– none",
        "◌ inferred",
    ]
    assert ["Not decided" in cell.text for cell in lug] == [False, True, True, False]
    assert "Okin told Lug that Sears had kicked her leg" in lug[0].all("blockquote")[0].text


def test_what_is_not_in_the_record_is_marked_so(case):
    found = scenario(case, added=["nothing-reached-sears"])
    assert "(not in the record)" in row(read(knowledge_table(case, found, "k")), "Lug").text


def test_the_statute_has_one_switch(case):
    on = read(statute_study(case, scenario(case), "s"))
    off = read(statute_study(case, scenario(case, ["mandatory-arrest-law"]), "s"))
    (box,) = on.all("input", data_act="toggle", data_id="mandatory-arrest-law")
    assert "checked" in box.attrs
    assert "checked" not in off.all("input")[0].attrs
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


def test_the_remand_says_who_is_tried_and_that_nothing_is_found(case):
    text = read(remand_questions(case, ask(case), "r")).text
    assert "Nothing is found" in text
    assert "Douglas: 10 questions" in text
    assert text.count("No question for a jury.") == 3
    assert "Due process: summary judgment granted; the dismissal is affirmed" in text


def test_hostile_data_are_escaped(case):
    party = attrs.evolve(case.record.parties[1], name=HOSTILE)
    parties = (case.record.parties[0], party, *case.record.parties[2:])
    facts = tuple(attrs.evolve(f, label=HOSTILE, statement=HOSTILE) for f in case.record.facts)
    hostile = attrs.evolve(case, record=attrs.evolve(case.record, parties=parties, facts=facts))
    for region in every(hostile):
        assert "<script" not in region
        assert "<img" not in region
        assert HOSTILE in read(region).text


def test_the_remand_says_that_causation_and_injury_are_not_decided(case):
    root = read(remand_questions(case, ask(case), "r"))
    said = "Causation and injury: the opinion decides nothing of it"
    assert root.text.count(said) == 5
    assert "Was Okin injured, and was the injury caused by the conduct that counts for Lug?" in (
        root.text
    )
    (ladder,) = (d for d in root.all("details") if d.attrs["id"] == "r-ladder")
    assert "open" not in ladder.attrs
    assert "Harm by negligence: never." in ladder.text
