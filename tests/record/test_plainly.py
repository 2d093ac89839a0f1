"""What is wrong with the form of a file is said in plain words, on the line to be mended."""

import pytest

from okin_lib.record.placed import DataError
from okin_lib.record.yaml_loader import DEEPEST, MOST
from okin_lib.record.yamltext import LARGEST, parse, read_text

HEAD = "title: A case\ndate: 2002\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (HEAD + "parties:\n\t- id: a\n", 4, "begins with a tab. YAML wants spaces"),
        (HEAD + "parties:\n  - id: a\n\trole: x\n", 5, "begins with a tab"),
        ("title:\tA\n", 1, "there is a tab here"),
        (
            "title: Smith v. Jones: the case\ndate: 2\n",
            1,
            'quotation marks, as in "Smith v. Jones: the case"',
        ),
        ('title: Re: the "case"\n', 1, "as in 'Re: the \"case\"'"),
        (HEAD + "  court: x\n", 3, "begin it in the same column"),
        (HEAD + "parties:\n   - id: a\n  role: x\n", 5, "begins in a column of its own"),
        (HEAD + "parties:\n  - id: a\n   role: x\n", 5, "begins in a column of its own"),
        (HEAD + "court:x\nposture: y\n", 3, "a space is missing after 'court:'"),
        (HEAD + "court:x", 3, "a space is missing after 'court:'"),
        (HEAD + "parties:\n  - id:a\n    role: x\n", 4, "a space is missing after 'id:'"),
        (HEAD + "court x\nposture: y\n", 3, "the line is no field"),
        (HEAD + 'court: "x\nposture: y\n', 3, "opened here and never closed"),
        (HEAD + "court: 'It's x'\n", 3, "more text after a closing quotation mark"),
        (HEAD + "court: [sic] x\n", 3, "more text after a closing quotation mark or bracket"),
        (HEAD + "- court: x\n", 3, "this hyphen begins a list where fields stand"),
        (HEAD + "court: - x\n", 3, "a hyphen begins an entry of a list"),
        ("- title: x\n", 1, "a list: take away the hyphen"),
        (HEAD + "court: [a, b\nposture: y\n", 3, "close it with ]"),
        (HEAD + "court: {a: b\nposture: y\n", 3, "close it with }"),
        (HEAD + "court: ]\n", 3, "a value is missing here"),
        (HEAD + "court: *x* y\n", 3, "cannot begin with * or &"),
        (HEAD + "court: @x\n", 3, "cannot begin with this character"),
        (HEAD + "court: >x\n", 3, "cannot begin with > or |"),
        (HEAD + 'court: "a\\d"\n', 3, "write it twice"),
        (HEAD + "---\ncourt: x\n", 3, "a second file"),
        (HEAD + "court: x\0y\n", 3, "a character here that no text has"),
        (HEAD + "court: !!python/object:os.system x\n", 3, "tags (!) are not used"),
        (HEAD + "court: &x y\n", 3, "anchors (&)"),
        (HEAD + "title: B\n", 3, "'title' is given twice here: remove one"),
        (HEAD + "on: x\n", 3, "a field's name must be text, not True: quote it"),
        (HEAD + "<<: {a: b}\n", 3, "put it in quotation marks"),
        (HEAD + "court: 1" + ":1" * 100_000, 3, "put it in quotation marks"),
        ("# nothing\n", 1, "the file is empty"),
        ("word", 1, "must hold fields"),
        ("a: " + "[" * (DEEPEST + 1), 1, "nested too deeply"),
        ("a:\n" + "- x\n" * (MOST + 1), MOST - 1, "make several files of it"),
    ],
)
def test_it_is_said_in_plain_words_on_its_line(text, line, says):
    with pytest.raises(DataError) as refused:
        parse(text, "case.yaml")
    assert str(refused.value).startswith(f"case.yaml:{line}: ")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_message_holds_no_character_that_a_terminal_obeys():
    with pytest.raises(DataError) as refused:
        parse('"a\\e[31m\\nb": 1\n"a\\e[31m\\nb": 2\n', "case\x1b.yaml")
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"x" * (LARGEST + 1), ":1: the file is larger than 1 MB"),
        (b"title: x\ncourt: \xff\n", ":2: not UTF-8 text"),
        ("title: x\n".encode("utf-16"), ":1: not UTF-8 text"),
    ],
)
def test_what_is_no_text_of_a_case_is_refused(tmp_path, content, says):
    (tmp_path / "case.yaml").write_bytes(content)
    with pytest.raises(DataError, match="case.yaml" + says):
        read_text(tmp_path, "case.yaml")


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("/dev/zero", "larger than 1 MB"),
        (".", "cannot be read"),
        ("none", "there is no such file"),
        ("x" * 5000, "cannot be read"),
        ("a\0b", "cannot be read"),
    ],
)
def test_what_is_no_file_is_refused(tmp_path, file, says):
    with pytest.raises(DataError, match=says):
        read_text(tmp_path, file)


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_no_matter(tmp_path):
    (tmp_path / "case.yaml").write_bytes(b"\xef\xbb\xbftitle: x\r\ndate: 2\r\n")
    assert read_text(tmp_path, "case.yaml") == "title: x\ndate: 2\n"
