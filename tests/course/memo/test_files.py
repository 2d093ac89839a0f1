"""The files of a memo: each opens, each says the same, and nothing from outside is markup."""

import os
import re
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree
from zipfile import ZipFile

import attrs
import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okin_lib.course.memo.as_docx import PARTS, as_docx
from okin_lib.course.memo.as_html import as_html
from okin_lib.course.memo.as_markdown import as_markdown
from okin_lib.course.memo.data import Capstone
from okin_lib.course.memo.document import Memo, Points, Rows, Said, Section, every_section
from tests.course.memo.briefs import CASE, HEADINGS, briefs, on, usual
from tests.examples import examples
from tests.page.markup import HOSTILE, assert_only_text, assert_readable, read

SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice")
IN_MARKDOWN = """# A [link](http://a.b) `x` | y\n<b>1</b> **2** _3_ &amp; ~~4~~ 1. - > $5$"""


def word(memo):
    return docx.Document(BytesIO(as_docx(memo)))


def memo_saying(text: str) -> Memo:
    """Return a memo in which a text stands wherever one can."""
    said = Said(text, text, text, "1", text)
    blocks = (said, Points((said,)), Rows(text, (text,), ((said,),)))
    return Memo(text, text, text, (said,), (Section(text, blocks),))


def test_word_opens_it_with_its_headings_in_order(case):
    memo = usual(case)
    headings = [p for p in word(memo).paragraphs if p.style.name.startswith("Heading")]
    assert [p.text for p in headings] == [each.heading for each in every_section(memo.sections)]
    assert [p.text for p in headings if p.style.name == "Heading 1"] == HEADINGS


def test_word_has_each_table_with_a_head_that_repeats_and_the_notice_on_every_page(case):
    memo = usual(case)
    made = word(memo)
    tables = [b for s in every_section(memo.sections) for b in s.blocks if isinstance(b, Rows)]
    assert len(made.tables) == len(tables)
    for table, rows in zip(made.tables, tables, strict=True):
        assert [cell.text for cell in table.rows[0].cells] == list(rows.heads)
        assert len(table.rows) == len(rows.rows) + 1
        assert "w:tblHeader" in table.rows[0]._tr.xml
    (footer,) = made.sections[0].footer.paragraphs
    assert case.study(Capstone).notice in footer.text


def test_the_same_memo_gives_the_same_bytes(case):
    assert as_docx(usual(case)) == as_docx(usual(case))


@pytest.mark.skipif(not SOFFICE, reason="there is no LibreOffice")
def test_libreoffice_converts_it_with_its_headings(case, tmp_path):
    (tmp_path / "memo.docx").write_bytes(as_docx(usual(case)))
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless",
         "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "memo.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with ZipFile(tmp_path / "memo.odt") as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    namespace = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    headings = root.iter(f"{namespace}h")
    first = [each for each in headings if each.get(f"{namespace}outline-level") == "1"]
    assert ["".join(each.itertext()) for each in first] == HEADINGS


def test_the_page_is_readable_and_asks_nothing_of_another_place(case):
    page = as_html(usual(case))
    assert_readable(page)
    root = read(page)
    levels = [int(node.tag[1]) for node in root.walk() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not {"src", "href"} & {name for node in root.walk() for name in node.attrs}
    assert root.all("html", lang="en")


def test_each_file_says_all_that_the_memo_says(case):
    memo = usual(case)
    page = read(as_html(memo)).text
    made = word(memo)
    cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
    document = "\n".join([*(p.text for p in made.paragraphs), *cells])
    for section in every_section(memo.sections):
        assert section.heading in page
        for block in section.blocks:
            said = block.text if isinstance(block, Said) else ""
            assert said in page
            assert said in document


def test_what_is_hostile_is_text_in_each_file():
    memo = memo_saying(HOSTILE)
    assert_only_text(as_html(memo))
    assert HOSTILE in "\n".join(p.text for p in word(memo).paragraphs)
    assert not re.search(r"(?<!\\)[<`]", as_markdown(memo))


def test_a_hostile_hypothetical_is_text_in_each_file(case):
    first, *rest = case.record.hypotheticals
    bad = attrs.evolve(first, label=HOSTILE, statement=HOSTILE)
    record = attrs.evolve(case.record, hypotheticals=(bad, *rest))
    memo = on(attrs.evolve(case, record=record), added=[first.id])
    assert_only_text(as_html(memo))
    assert f"HYPOTHETICAL: {HOSTILE}" in [p.text for p in word(memo).paragraphs]
    assert "<script" not in as_markdown(memo).replace(r"\<", "")


def test_no_character_of_a_text_is_a_mark_in_markdown():
    made = as_markdown(memo_saying(IN_MARKDOWN))
    assert r"\# A \[link\](http\://a.b) \`x\` \| y \<b\>1\</b\> \*\*2\*\*" in made
    assert as_markdown(memo_saying("1. one")).startswith(r"# 1\. one")
    assert as_markdown(memo_saying("- one")).startswith(r"# \- one")


@settings(max_examples=examples(30), deadline=None)
@given(st.text())
def test_any_text_at_all_can_stand_in_each_file(text):
    memo = memo_saying(text)
    assert word(memo).paragraphs
    assert as_html(memo).encode()
    assert as_markdown(memo).encode()


@settings(max_examples=examples(10), deadline=None)
@given(briefs())
def test_whatever_is_supposed_each_file_is_well_formed(asked):
    memo = on(CASE, **asked)
    with ZipFile(BytesIO(as_docx(memo))) as archive:
        assert archive.namelist() == list(PARTS)
        for name in archive.namelist():
            assert ElementTree.fromstring(archive.read(name)).tag
    assert_readable(as_html(memo))
    assert as_markdown(memo).count("\n## ") == len(HEADINGS)
