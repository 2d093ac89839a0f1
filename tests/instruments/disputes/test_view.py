"""The summary-judgment lens as HTML: words beside signs, accounts attributed, tables read."""

from collections import defaultdict

import attrs
import pytest

from okin_lib.instruments.disputes.view import lens_tables
from okin_lib.reasoning.scenario import scenario
from tests.page.markup import ids, read, unlabelled


def shown(case, title="", **supposed):
    """The lens, with the matter whose title begins so."""
    (matter,) = [each.id for each in case.disputes if each.title.startswith(title)][:1]
    return read(lens_tables(case, scenario(case, **supposed), "lens", matter))


def detail(case, title, **supposed):
    """What is said of a matter: its accounts, how it stands, and what turns on it."""
    root = shown(case, title, **supposed)
    (box,) = [each for each in root.all("div") if each.attrs.get("class") == "box of"]
    assert box.all("h4")[0].text.startswith(title)
    (label,) = box.all("p", **{"class": "stands"})
    (picked,) = [each for each in root.all("label") if "checked" in each.all("input")[0].attrs]
    assert label.text.partition(" was ")[0] in picked.text
    turns = " ".join(each.text for each in box.all("p", **{"class": "turns"}))
    return box, label, turns


@pytest.mark.parametrize(
    "supposed", [{}, {"without": ["C39"]}, {"readings": {"admission": "chain-tested"}}]
)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    root = shown(case, **supposed)
    assert len(ids(root)) == len(set(ids(root)))
    assert not unlabelled(root)
    for table in root.all("table"):
        (caption,) = table.all("caption")
        assert "in this model" in caption.text
        assert all(head.attrs.get("scope") in ("col", "row") for head in table.all("th"))
        columns = len(table.all("th", scope="col"))
        for each in table.all("tr"):
            assert len(each.all("th")) + len(each.all("td")) == columns
    assert "court would" not in root.text.lower()


def test_each_account_says_whose_it_is(case):
    accounts, label, turns = detail(case, "Whether she told Lug")
    assert "Okin: She did not say it" in accounts.text
    assert "the officers: She said it" in accounts.text
    assert "Lug (report)" in accounts.text
    assert (label.text, turns) == (
        "◐ varies between the accounts, and turns no finding in this model",
        "nothing",
    )


def test_the_chain_of_the_admission_is_shown(case):
    accounts, label, turns = detail(case, "Whether Sears told Williams")
    assert "No contrary account is recited." in accounts.text
    assert "Okin (words in Douglas's report), reporting Sears; account of Okin" in accounts.text
    assert "In the Discussion the chain is gone." in accounts.text
    assert label.text == "◇ turns a finding in this model, and does not vary between the accounts"
    assert "Douglas, Lug, Weber and Williams: Implicit sanction" in turns


def test_a_doubt_for_the_court_is_marked(case):
    tested = {"readings": {"admission": "chain-tested"}}
    box, *_ = detail(case, "Whether Sears told Williams", **tested)
    assert "for the court, not a jury" in box.text
    for each in case.disputes:
        assert "for the court, not a jury" not in shown(case, each.title).text


def test_what_is_left_out_is_marked(case):
    accounts, *_ = detail(case, "What the officers talked of", without=["C39"])
    assert "(left out)" in accounts.text


def test_what_a_reading_sets_aside_is_marked_so(case):
    aside = {"readings": {"version": "undisputed"}}
    text = detail(case, "What the officers talked of", **aside)[0].text
    assert "(set aside on the motion)" in text
    assert "(left out)" not in text


def test_the_motions_say_on_what_world(case):
    (table,) = shown(case).all("table")
    text = table.text
    assert "summary judgment denied, so the claim goes on" in text
    assert "ootball" in text


def test_hostile_data_are_escaped(case):
    hostile = """"><script>alert('x')</script>"""
    facts = tuple(attrs.evolve(f, label=hostile, statement=hostile) for f in case.record.facts)
    other = attrs.evolve(case, record=attrs.evolve(case.record, facts=facts))
    assert not shown(other).all("script")


@pytest.mark.parametrize("supposed", [{}, {"readings": {"version": "officers"}}])
def test_the_words_of_the_rule_on_summary_judgment_are_the_courts_alone(case, supposed):
    root = shown(case, **supposed)
    quoted = " ".join(node.text for node in root.all("blockquote"))
    for word in ("genuine", "material"):
        assert root.text.count(word) == quoted.count(word)


MATTERS = {
    "varies between the accounts, and turns a finding in this model": [
        "What the officers talked of with Sears"
    ],
    "turns a finding in this model, and does not vary between the accounts": [
        "Whether Sears told Williams what he is reported to have told him"
    ],
    "neither varies between the accounts nor turns a finding in this model": [
        "Whether the Town refused to arrest, or only that night"
    ],
    "varies between the accounts, and turns no finding in this model": [
        "Who wanted to press charges on December 23, 2001",
        "Whether Weber came on January 1, 2002",
        "How she answered the door on March 8, 2002",
        "Whether she showed Weber wounds on her feet",
        "Whether she told Lug that she would not sign",
        "Whether she declined to pursue the threat to shoot her",
    ],
}
EVERYONE = "Douglas, Lug, Weber, Williams, Manion, O'Dell, Village and Town"
MOTIONS = [
    ("Due process", "Douglas, Lug, Weber and Williams", "denied, so the claim goes on"),
    ("Due process", "Manion and O'Dell", "granted"),
    ("Equal protection", EVERYONE, "granted"),
    ("Municipal liability", "Village", "denied, so the claim goes on"),
    ("Municipal liability", "Town", "granted"),
]


def test_each_matter_and_each_motion_on_the_record(case):
    root = shown(case)
    found = defaultdict(list)
    for pick in root.all("label", **{"class": "pick"}):
        found[pick.all("small")[0].text.partition(" ")[2]].append(pick.all("span")[0].text)
    assert found == MATTERS
    (motions,) = root.all("table")
    rows = [(r.all("th"), r.all("td")) for r in motions.all("tr") if r.all("td")]
    told = [(th[0].text, td[0].text, td[1].text) for th, td in rows]
    assert told == [(claim, who, f"summary judgment {how}") for claim, who, how in MOTIONS]


def test_of_a_motion_that_is_open_no_world_is_said_to_be_wanting(case):
    """That none satisfies every element would end the claim, and that is what is not decided."""
    (motions,) = shown(case, without=["sears-told-williams"]).all("table")
    worlds = {
        tuple(cell.text for cell in row.all("td"))[-2:]
        for row in motions.all("tr")
        if row.all("td")
    }
    assert (
        "open was summary judgment denied, so the claim goes on",
        "not decided of any",
    ) in worlds
    assert all(world == "none" for motion, world in worlds if motion == "summary judgment granted")
