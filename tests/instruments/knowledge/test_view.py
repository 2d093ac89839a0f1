"""Who knew what as HTML: words beside signs, a table that is read."""

import pytest

from okin_lib.instruments.knowledge.view import cell_ids, knowledge_table
from okin_lib.reasoning.scenario import scenario
from tests.instruments.supposed import SUPPOSED, hostile
from tests.page.markup import assert_only_text, assert_readable, read


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
    root = read(knowledge_table(case, scenario(case), "k", "lug.violence"))
    assert "Okin told Lug that Sears had kicked her leg" in root.all("blockquote")[0].text


def test_what_is_not_in_the_record_is_marked_so(case):
    found = scenario(case, added=["nothing-reached-sears"])
    each = [knowledge_table(case, found, "k", key) for key, _ in cell_ids(case) if "lug" in key]
    assert any("(not in the record)" in read(html).text for html in each)


@pytest.mark.parametrize("supposed", SUPPOSED)
def test_tables_have_captions_and_headers_with_a_scope(case, supposed):
    assert_readable(knowledge_table(case, scenario(case, **supposed), "k"))


def test_hostile_data_are_escaped(case):
    assert_only_text(knowledge_table(hostile(case), scenario(hostile(case)), "k"))
